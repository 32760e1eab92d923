/**
 * Trim and fill: how many studies one side of the funnel lacks if it was symmetric, by the estimators L0, R0 or Q0, and the
 * pooled effect with their mirror images added (Duval and Tweedie, Biometrics 2000;56:455 and J Am Stat Assoc 2000;95:89; as
 * metafor's `trimfill`). The studies that are filled in exist nowhere: a sensitivity analysis, never a result.
 */
import type { EffectSize } from './effect-size.ts';
import {
  type FunnelCaveat,
  type FunnelOptions,
  type FunnelRefusal,
  funnelCaveats,
  funnelRefusal,
} from './funnel-guard.ts';
import { metaRegression } from './meta-regression.ts';
import { type PooledEffect, type PoolingOptions, randomEffects } from './random-effects.ts';

/** How the number of missing studies is estimated. */
export const trimAndFillEstimators = ['L0', 'R0', 'Q0'] as const;
export type TrimAndFillEstimator = (typeof trimAndFillEstimators)[number];

/** Where studies are missing. */
export type FunnelSide = 'left' | 'right';

/** How studies are trimmed, and pooled. */
export interface TrimAndFillOptions extends FunnelOptions, PoolingOptions {
  /** L0 when absent. */
  readonly missing?: TrimAndFillEstimator;
  /** When absent, left of the mean unless effects fall with their error. */
  readonly side?: FunnelSide;
}

/** What trimming and filling gives. */
export interface TrimAndFill {
  /** Studies estimated to be missing, with the error of the estimate. */
  readonly missing: number;
  readonly missingError: number;
  readonly side: FunnelSide;
  readonly estimator: TrimAndFillEstimator;
  /** For R0: p of no study missing on that side. */
  readonly p: number | null;
  /** The mirror images, empty where none is missing. */
  readonly filled: readonly EffectSize[];
  /** The pooled effect with them. */
  readonly pooled: PooledEffect;
  readonly caveats: readonly FunnelCaveat[];
}

/** The answer, or why there is none. */
export type TrimAndFillReading =
  | { readonly ok: true; readonly trimmed: TrimAndFill }
  | FunnelRefusal
  | {
      readonly ok: false;
      readonly reason: 'noStudies' | 'singleStudy' | 'varianceNotPositive' | 'sideUnknown' | 'notConverged';
    };

const mostRounds = 100;

/** As R rounds: a half to the even number. */
function rounded(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** Effects around the mean, each with its rank by size and its sign; ranks of equals by their order. */
function signedRanks(effects: readonly EffectSize[], mean: number): readonly number[] {
  const centred = effects.map(({ effect }) => effect - mean);
  const order = centred
    .map((value, at) => ({ size: Math.abs(value), at }))
    .toSorted((one, other) => one.size - other.size || one.at - other.at);
  const ranks = centred.map(() => 0);
  for (const [rank, { at }] of order.entries()) ranks[at] = Math.sign(centred[at] ?? 0) * (rank + 1);
  return ranks;
}

/** The missing studies by an estimator, not rounded, with their error. */
function missingBy(estimator: TrimAndFillEstimator, ranks: readonly number[]) {
  const k = ranks.length;
  if (estimator === 'R0') {
    const last = Math.max(...ranks.map((rank) => -rank));
    const count = k - last - 1;
    return { count, error: Math.sqrt(2 * Math.max(0, count) + 2) };
  }
  const sum = ranks.reduce((total, rank) => total + Math.max(0, rank), 0);
  const count =
    estimator === 'L0'
      ? (4 * sum - k * (k + 1)) / (2 * k - 1)
      : k - 0.5 - Math.sqrt(2 * k * k - 4 * sum + 0.25);
  const variance =
    (k * (k + 1) * (2 * k + 1) +
      10 * count ** 3 +
      27 * count ** 2 +
      17 * count -
      18 * k * count ** 2 -
      18 * k * count +
      6 * k * k * count) /
    24;
  return {
    count,
    error:
      estimator === 'L0'
        ? (4 * Math.sqrt(variance)) / (2 * k - 1)
        : (2 * Math.sqrt(variance)) / Math.sqrt((k - 0.5) ** 2 - count * (2 * k - count - 1)),
  };
}

/** Trims from the right until the number stays the same. */
function trimmed(sorted: readonly EffectSize[], estimator: TrimAndFillEstimator, options: PoolingOptions) {
  let missing = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const read = randomEffects(sorted.slice(0, sorted.length - missing), options);
    if (!read.ok) return undefined;
    const mean = read.pooled.estimate;
    const found = missingBy(estimator, signedRanks(sorted, mean));
    const next = Math.max(0, rounded(found.count));
    if (!Number.isFinite(next)) return undefined;
    if (next === missing) return { missing, error: Math.max(0, found.error), mean };
    missing = next;
  }
  return undefined;
}

/** The side that lacks studies, by the slope of the effect on its error. */
function lackingSide(effects: readonly EffectSize[], options: TrimAndFillOptions): FunnelSide | undefined {
  const values = effects.map(({ variance }) => Math.sqrt(variance));
  const read = metaRegression(effects, [{ kind: 'number', name: 'standard error', values }], options);
  const slope = read.ok ? read.regression.coefficients[1] : undefined;
  if (slope === undefined) return undefined;
  return slope.estimate < 0 ? 'right' : 'left';
}

/**
 * Trims and fills, unless there are under ten studies or the errors are made from the effects.
 *
 * @throws DomainError for a confidence outside (0, 1).
 */
export function trimAndFill(effects: readonly EffectSize[], options: TrimAndFillOptions): TrimAndFillReading {
  const whole = randomEffects(effects, options);
  if (!whole.ok) return whole;
  if (effects.length === 1) return { ok: false, reason: 'singleStudy' };
  const refusal = funnelRefusal(effects.length, options);
  if (refusal !== undefined) return refusal;
  const side = options.side ?? lackingSide(effects, options);
  if (side === undefined) return { ok: false, reason: 'sideUnknown' };
  const estimator = options.missing ?? 'L0';
  const facing = side === 'left' ? 1 : -1;
  const sorted = effects
    .map(({ effect, variance }) => ({ effect: facing * effect, variance }))
    .toSorted((one, other) => one.effect - other.effect);
  const found = trimmed(sorted, estimator, options);
  if (found === undefined) return { ok: false, reason: 'notConverged' };
  const filled = sorted
    .slice(sorted.length - found.missing)
    .map(({ effect, variance }) => ({ effect: facing * (2 * found.mean - effect), variance }));
  const read = found.missing === 0 ? whole : randomEffects([...effects, ...filled], options);
  if (!read.ok) return read;
  return {
    ok: true,
    trimmed: {
      missing: found.missing,
      missingError: found.error,
      side,
      estimator,
      p: estimator === 'R0' ? 0.5 ** (found.missing + 1) : null,
      filled: found.missing === 0 ? [] : filled,
      pooled: read.pooled,
      caveats: funnelCaveats(effects.length, options.measure),
    },
  };
}
