/**
 * What each study does to the pooled effect, by leaving it out: the measures of metafor's `influence` (Viechtbauer and Cheung,
 * Res Synth Methods 2010;1:112), for models of a common mean.
 */
import { chiSquareCdf } from '../chi-square.ts';
import type { EffectSize } from './effect-size.ts';
import { type PooledEffect, type PoolingOptions, randomEffects } from './random-effects.ts';

/** Measures of one study; null where the error that they are divided by is 0, as of equal studies by Knapp and Hartung. */
export interface StudyInfluence {
  /** Distance of the study from the pooled effect of the others, in its error. */
  readonly rstudent: number | null;
  /** Shift of the fitted value, in its error without the study; DFBETAS is that of the mean. */
  readonly dffits: number | null;
  readonly dfbetas: number | null;
  readonly cooksDistance: number | null;
  /** Variance of the pooled effect without the study over that with it. */
  readonly covarianceRatio: number | null;
  /** tau2 and Q without the study. */
  readonly tau2Without: number;
  readonly qWithout: number;
  readonly hat: number;
  readonly weightPercent: number;
  /** Beyond a usual bound: |DFFITS| > 3 sqrt(1 / (k - 1)), half of the chi-square below Cook's distance, hat > 3 / k, |DFBETAS| > 1. */
  readonly isInfluential: boolean;
}

/** The studies, or why none has a measure. */
export type InfluenceReading =
  | { readonly ok: true; readonly studies: readonly StudyInfluence[] }
  | { readonly ok: false; readonly reason: 'noStudies' | 'varianceNotPositive' | 'singleStudy' };

const totalWeight = (effects: readonly EffectSize[], tau2: number): number =>
  effects.reduce((sum, { variance }) => sum + 1 / (variance + tau2), 0);

/** Below this a residual is 0, as in metafor. */
const smallestResidual = 100 * Number.EPSILON;

const over = (value: number, by: number): number | null => {
  const quotient = value / by;
  return Number.isFinite(quotient) ? quotient : null;
};

function influenceOf(
  effects: readonly EffectSize[],
  whole: PooledEffect,
  { effect, variance }: EffectSize,
  rest: { readonly pooled: PooledEffect; readonly effects: readonly EffectSize[] },
): StudyInfluence {
  const k = effects.length;
  const { pooled: without } = rest;
  // What Knapp and Hartung multiply the variance by; 1 with z.
  const scatter = without.standardError ** 2 * totalWeight(rest.effects, without.tau2);
  const hat = 1 / (variance + whole.tau2) / totalWeight(effects, whole.tau2);
  const shift = whole.estimate - without.estimate;
  const raw = effect - without.estimate;
  const residual = Math.abs(raw) < smallestResidual ? 0 : raw;
  const dffits = over(shift, Math.sqrt(scatter * hat * (without.tau2 + variance)));
  const dfbetas = over(shift, Math.sqrt(scatter / totalWeight(effects, without.tau2)));
  const cooksDistance = over(shift * shift, whole.standardError ** 2);
  return {
    rstudent: over(
      residual,
      Math.sqrt(variance * scatter + without.standardError ** 2 + without.tau2 * scatter),
    ),
    dffits,
    dfbetas,
    cooksDistance,
    covarianceRatio: over(without.standardError ** 2, whole.standardError ** 2),
    tau2Without: without.tau2,
    qWithout: without.q,
    hat,
    weightPercent: 100 * hat,
    isInfluential:
      Math.abs(dffits ?? 0) > 3 * Math.sqrt(1 / (k - 1)) ||
      chiSquareCdf(cooksDistance ?? 0, 1) > 0.5 ||
      hat > 3 / k ||
      Math.abs(dfbetas ?? 0) > 1,
  };
}

/**
 * The influence of every study.
 *
 * @throws DomainError for a confidence outside (0, 1).
 */
export function influence(effects: readonly EffectSize[], options: PoolingOptions = {}): InfluenceReading {
  const whole = randomEffects(effects, options);
  if (!whole.ok) return whole;
  if (effects.length < 2) return { ok: false, reason: 'singleStudy' };
  return {
    ok: true,
    studies: effects.flatMap((study, at) => {
      const others = effects.filter((_, other) => other !== at);
      const read = randomEffects(others, options);
      return read.ok
        ? [influenceOf(effects, whole.pooled, study, { pooled: read.pooled, effects: others })]
        : [];
    }),
  };
}
