/**
 * How much studies differ, with intervals: tau2 by the Q-profile method (Viechtbauer, Stat Med 2007;26:37), and I2 and H2 as
 * functions of it (as metafor's `confint`). The interval is what tells how little few studies say; under five, I2 gets no
 * verdict at all.
 */
import { chiSquareQuantile, chiSquareUpper, chiSquareUpperQuantile } from '../chi-square.ts';
import { requireOpenProbability } from '../domain-error.ts';
import { betweenStudyVariance, qProfile, type TauEstimator } from './between-study-variance.ts';
import type { EffectSize } from './effect-size.ts';
import { weightedFit } from './weighted-sums.ts';

/** Fewer studies than this say nothing of how much they differ. */
export const fewestForHeterogeneity = 5;

/** A value with its limits. */
export interface Bounded {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** How much studies differ. Where even no difference is more scatter than seen, the limits are 0. */
export interface Heterogeneity {
  readonly studies: number;
  readonly q: number;
  readonly qP: number;
  readonly tau2: Bounded;
  readonly tau: Bounded;
  readonly i2Percent: Bounded;
  readonly h2: Bounded;
  readonly verdict: HeterogeneityVerdict;
}

/**
 * What I2 says in the words of Cochrane's handbook (version 6, section 10.10.2), where the ranges overlap the smaller one;
 * `tooFewStudies` under five.
 */
export type HeterogeneityVerdict =
  | { readonly ok: true; readonly size: 'unimportant' | 'moderate' | 'substantial' | 'considerable' }
  | {
      readonly ok: false;
      readonly reason: 'tooFewStudies';
      readonly studies: number;
      readonly needed: number;
    };

/** How much studies differ, or why that has no answer. */
export type HeterogeneityReading =
  | { readonly ok: true; readonly heterogeneity: Heterogeneity }
  | { readonly ok: false; readonly reason: 'noStudies' | 'singleStudy' | 'varianceNotPositive' };

/** The verdict of I2, from five studies on. */
export function heterogeneityVerdict(i2Percent: number, studies: number): HeterogeneityVerdict {
  if (studies < fewestForHeterogeneity)
    return { ok: false, reason: 'tooFewStudies', studies, needed: fewestForHeterogeneity };
  if (i2Percent <= 40) return { ok: true, size: 'unimportant' };
  if (i2Percent <= 60) return { ok: true, size: 'moderate' };
  return { ok: true, size: i2Percent <= 90 ? 'substantial' : 'considerable' };
}

/**
 * How much studies differ.
 *
 * @param estimator of tau2; REML when absent.
 * @throws DomainError for a confidence outside (0, 1).
 */
export function heterogeneity(
  effects: readonly EffectSize[],
  estimator: Exclude<TauEstimator, 'EE'> = 'REML',
  confidence = 0.95,
): HeterogeneityReading {
  requireOpenProbability('confidence', confidence);
  const studies = effects.length;
  if (studies === 0) return { ok: false, reason: 'noStudies' };
  if (effects.some(({ variance }) => !(variance > 0))) return { ok: false, reason: 'varianceNotPositive' };
  if (studies === 1) return { ok: false, reason: 'singleStudy' };
  const { squares: q, trace } = weightedFit(
    effects,
    effects.map(({ variance }) => 1 / variance),
  );
  const degrees = studies - 1;
  const typical = degrees / trace;
  const tail = (1 - confidence) / 2;
  const limits = qProfile(effects, chiSquareQuantile(tail, degrees), chiSquareUpperQuantile(tail, degrees));
  const tau2 = { estimate: betweenStudyVariance(effects, estimator).tau2, ...limits };
  const as = (of: (value: number) => number): Bounded => ({
    estimate: of(tau2.estimate),
    lower: of(tau2.lower),
    upper: of(tau2.upper),
  });
  const i2Percent = as((value) => (100 * value) / (typical + value));
  return {
    ok: true,
    heterogeneity: {
      studies,
      q,
      qP: chiSquareUpper(q, degrees),
      tau2,
      tau: as(Math.sqrt),
      i2Percent,
      h2: as((value) => value / typical + 1),
      verdict: heterogeneityVerdict(i2Percent.estimate, studies),
    },
  };
}
