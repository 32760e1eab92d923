/**
 * Tests whether small studies have other effects than large ones: Egger's regression of the effect on its error (BMJ
 * 1997;315:629), by weighted least squares or with a variance between studies, and the rank correlation of Begg and Mazumdar
 * (Biometrics 1994;50:1088); as metafor's `regtest` and `ranktest`. Asymmetry has more causes than unprinted studies.
 */
import { kendall } from '../ranks/index.ts';
import { studentsTUpper, studentsTUpperQuantile } from '../students-t.ts';
import type { EffectSize } from './effect-size.ts';
import {
  type FunnelCaveat,
  type FunnelOptions,
  type FunnelRefusal,
  funnelCaveats,
  funnelRefusal,
} from './funnel-guard.ts';
import { metaRegression } from './meta-regression.ts';
import type { PoolingOptions } from './random-effects.ts';
import { dependentColumn, regressionCoefficients } from './weighted-regression.ts';
import { weightedFit } from './weighted-sums.ts';

/** `egger`: least squares; `eggerMixed`: with a variance between studies; `begg`: rank correlation. */
export type FunnelTest = 'egger' | 'eggerMixed' | 'begg';

/** Which test, of which effects; estimator and error of the pooled effect are for `eggerMixed`. */
export interface FunnelAsymmetryOptions
  extends FunnelOptions,
    Pick<PoolingOptions, 'estimator' | 'test' | 'confidence'> {
  readonly funnelTest: FunnelTest;
}

/** A test of asymmetry. */
export interface FunnelAsymmetry {
  readonly funnelTest: FunnelTest;
  /** t, z or t of the slope, or Kendall's tau. */
  readonly statistic: number;
  /** Degrees of freedom of t; null for z and for tau. */
  readonly degrees: number | null;
  readonly p: number;
  /** The effect at an error of 0 with its interval; null for the rank correlation. */
  readonly limit: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
  /** What stands against the test, empty unless it was asked for all the same. */
  readonly caveats: readonly FunnelCaveat[];
}

/** A test, or why there is none. `equalErrors`: with one error for all there is no slope and no rank. */
export type FunnelAsymmetryReading =
  | { readonly ok: true; readonly asymmetry: FunnelAsymmetry }
  | FunnelRefusal
  | { readonly ok: false; readonly reason: 'tooFewToFit' | 'varianceNotPositive' | 'equalErrors' };

type Answer = Omit<FunnelAsymmetry, 'funnelTest' | 'caveats'> | 'equalErrors';

function egger(effects: readonly EffectSize[], confidence: number): Answer {
  const design = [
    Float64Array.from(effects, () => 1),
    Float64Array.from(effects, ({ variance }) => Math.sqrt(variance)),
  ];
  const weights = effects.map(({ variance }) => 1 / variance);
  if (dependentColumn(design, weights) !== undefined) return 'equalErrors';
  const { values, inverse, squares } = regressionCoefficients(design, effects, weights);
  const degrees = effects.length - 2;
  const [estimate = 0, slope = 0] = values;
  const errorOf = (at: number): number => Math.sqrt(((inverse[at]?.[at] ?? 0) * squares) / degrees);
  const statistic = slope / errorOf(1);
  const reach = studentsTUpperQuantile((1 - confidence) / 2, degrees) * errorOf(0);
  return {
    statistic,
    degrees,
    p: Math.min(1, 2 * studentsTUpper(Math.abs(statistic), degrees)),
    limit: { estimate, lower: estimate - reach, upper: estimate + reach },
  };
}

function eggerMixed(effects: readonly EffectSize[], options: FunnelAsymmetryOptions): Answer {
  const values = effects.map(({ variance }) => Math.sqrt(variance));
  const read = metaRegression(effects, [{ kind: 'number', name: 'standard error', values }], options);
  const [intercept, slope] = read.ok ? read.regression.coefficients : [];
  if (!read.ok || intercept === undefined || slope === undefined) return 'equalErrors';
  if (slope.statistic === null || slope.p === null) return 'equalErrors';
  const { estimate, lower, upper } = intercept;
  return {
    statistic: slope.statistic,
    degrees: read.regression.test === 'z' ? null : read.regression.degrees,
    p: slope.p,
    limit: { estimate, lower, upper },
  };
}

function begg(effects: readonly EffectSize[]): Answer {
  const { mean, weight } = weightedFit(
    effects,
    effects.map(({ variance }) => 1 / variance),
  );
  const read = kendall(
    effects.map(({ effect, variance }) => (effect - mean) / Math.sqrt(variance - 1 / weight)),
    effects.map(({ variance }) => variance),
    { exact: true },
  );
  if (!read.ok) return 'equalErrors';
  return { statistic: read.correlation.estimate, degrees: null, p: read.correlation.p, limit: null };
}

/**
 * Tests a funnel for asymmetry, unless there are under ten studies or the errors are made from the effects.
 *
 * @throws DomainError for a confidence outside (0, 1).
 */
export function funnelAsymmetry(
  effects: readonly EffectSize[],
  options: FunnelAsymmetryOptions,
): FunnelAsymmetryReading {
  const refusal = funnelRefusal(effects.length, options);
  if (refusal !== undefined) return refusal;
  if (effects.length < 3) return { ok: false, reason: 'tooFewToFit' };
  if (effects.some(({ variance }) => !(variance > 0))) return { ok: false, reason: 'varianceNotPositive' };
  const { funnelTest, confidence = 0.95 } = options;
  const answer =
    funnelTest === 'begg'
      ? begg(effects)
      : funnelTest === 'egger'
        ? egger(effects, confidence)
        : eggerMixed(effects, options);
  if (answer === 'equalErrors') return { ok: false, reason: answer };
  return {
    ok: true,
    asymmetry: { funnelTest, ...answer, caveats: funnelCaveats(effects.length, options.measure) },
  };
}
