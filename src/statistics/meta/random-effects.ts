/**
 * The pooled effect of studies: inverse variance weights with a variance between studies, as metafor's `rma` with an
 * intercept. The error is Wald's, or that of Knapp and Hartung (Stat Med 2003;22:2693), or theirs never below Wald's
 * (`adhoc`), because with little scatter theirs can be narrower than assuming none.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { requireOpenProbability } from '../domain-error.ts';
import { normalUpper, normalUpperQuantile } from '../normal.ts';
import { studentsTUpper, studentsTUpperQuantile } from '../students-t.ts';
import {
  type BetweenStudyVariance,
  betweenStudyVariance,
  type TauEstimator,
} from './between-study-variance.ts';
import type { EffectSize } from './effect-size.ts';
import { weightedFit } from './weighted-sums.ts';

/** How the error of the pooled effect is made. */
export type PooledTest = 'z' | 'knha' | 'adhoc';

/** Which quantile a prediction interval takes; `sameAsTest`: normal with z, t on k - 1 with the others. */
export type PredictionRule = 'sameAsTest' | 'normal' | 'k-1' | 'k-2';

/** How studies are pooled. */
export interface PoolingOptions {
  /** REML when absent. */
  readonly estimator?: TauEstimator;
  /** z when absent. */
  readonly test?: PooledTest;
  /** 0.95 when absent. */
  readonly confidence?: number;
  readonly prediction?: PredictionRule;
}

/** A pooled effect. */
export interface PooledEffect {
  readonly studies: number;
  readonly estimator: TauEstimator;
  readonly test: PooledTest;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly tau2: number;
  readonly tau2Error: number | null;
  /** Cochran's Q and its p on k - 1 degrees of freedom. */
  readonly q: number;
  readonly qP: number;
  /** Percent of the variance that lies between studies, by tau2 against a typical sampling variance. */
  readonly i2Percent: number;
  readonly h2: number;
  /** Where the effect of another study lies; null for EE, and where its rule has no degrees of freedom. */
  readonly prediction: {
    readonly lower: number;
    readonly upper: number;
    readonly rule: PredictionRule;
  } | null;
}

/** A pooled effect, or why there is none. */
export type PoolingReading =
  | { readonly ok: true; readonly pooled: PooledEffect }
  | { readonly ok: false; readonly reason: 'noStudies' | 'varianceNotPositive' };

function criticalValue(tail: number, degrees: number | 'normal'): number | null {
  if (degrees === 'normal') return normalUpperQuantile(tail);
  return degrees > 0 ? studentsTUpperQuantile(tail, degrees) : null;
}

function heterogeneity(effects: readonly EffectSize[], tau2: number, estimator: TauEstimator) {
  const k = effects.length;
  const fixed = weightedFit(
    effects,
    effects.map(({ variance }) => 1 / variance),
  );
  const q = k > 1 ? fixed.squares : 0;
  const qP = k > 1 ? chiSquareUpper(q, k - 1) : 1;
  if (k < 2) return { q, qP, i2Percent: 0, h2: 1 };
  if (estimator === 'EE') {
    const h2 = q / (k - 1);
    return { q, qP, i2Percent: q === 0 ? 0 : Math.max(0, (100 * (q - (k - 1))) / q), h2 };
  }
  const typical = (k - 1) / fixed.trace;
  return { q, qP, i2Percent: (100 * tau2) / (typical + tau2), h2: tau2 / typical + 1 };
}

/** A pooled effect with a variance between studies that is given; the studies and the confidence were checked. */
export function pooledWith(
  effects: readonly EffectSize[],
  { tau2, standardError: tau2Error }: BetweenStudyVariance,
  options: PoolingOptions,
): PooledEffect {
  const { estimator = 'REML', confidence = 0.95, prediction: rule = 'sameAsTest' } = options;
  const k = effects.length;
  const test = k < 2 ? 'z' : (options.test ?? 'z');
  const fit = weightedFit(
    effects,
    effects.map(({ variance }) => 1 / (variance + tau2)),
  );
  // Equal studies scatter by rounding only, which metafor takes for none.
  const scatter = k < 2 ? 1 : fit.squares <= Number.EPSILON ? 0 : fit.squares / (k - 1);
  const factor = test === 'z' ? 1 : test === 'knha' ? scatter : Math.max(1, scatter);
  const standardError = Math.sqrt(factor / fit.weight);
  const degrees = test === 'z' ? 'normal' : k - 1;
  const tail = (1 - confidence) / 2;
  const critical = criticalValue(tail, degrees) ?? 0;
  const statistic = standardError > 0 ? fit.mean / standardError : null;
  const p =
    statistic === null
      ? null
      : Math.min(
          1,
          2 *
            (degrees === 'normal'
              ? normalUpper(Math.abs(statistic))
              : studentsTUpper(Math.abs(statistic), degrees)),
        );
  const predictionDegrees =
    rule === 'sameAsTest' ? degrees : rule === 'normal' ? 'normal' : rule === 'k-1' ? k - 1 : k - 2;
  const predictionCritical = criticalValue(tail, predictionDegrees);
  const reach = Math.sqrt(standardError ** 2 + tau2);
  return {
    studies: k,
    estimator,
    test,
    estimate: fit.mean,
    standardError,
    lower: fit.mean - critical * standardError,
    upper: fit.mean + critical * standardError,
    statistic,
    p,
    tau2,
    tau2Error,
    ...heterogeneity(effects, tau2, estimator),
    prediction:
      predictionCritical === null || estimator === 'EE'
        ? null
        : {
            lower: fit.mean - predictionCritical * reach,
            upper: fit.mean + predictionCritical * reach,
            rule,
          },
  };
}

/**
 * Pools effect sizes.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example randomEffects(studies, { estimator: 'REML', test: 'adhoc' })
 */
export function randomEffects(effects: readonly EffectSize[], options: PoolingOptions = {}): PoolingReading {
  requireOpenProbability('confidence', options.confidence ?? 0.95);
  if (effects.length === 0) return { ok: false, reason: 'noStudies' };
  if (effects.some(({ variance }) => !(variance > 0))) return { ok: false, reason: 'varianceNotPositive' };
  const variance = betweenStudyVariance(effects, options.estimator ?? 'REML');
  return { ok: true, pooled: pooledWith(effects, variance, options) };
}
