/**
 * Studies that compare two arms, each and together: the effect of each with what was done to its empty cells, the pooled
 * effect with its scatter, and what it is without each study. A study in which neither arm has the event, or both have nothing
 * else, has no ratio and is left out of ratios with that reason (Cochrane handbook 6.4, section 10.4.4.2; metafor with
 * `drop00`); it has a difference, which is 0.
 */
import { type EffectSize, hasEmptyCell, type StudyArms, twoArmEffects } from './effect-size.ts';
import {
  type HazardRatioInterval,
  type HazardRatioP,
  hazardRatioEffect,
  hazardRatioEffectOfP,
} from './hazard-ratio-effect.ts';
import { type Heterogeneity, heterogeneity } from './heterogeneity.ts';
import { type PooledEffect, type PoolingOptions, randomEffects } from './random-effects.ts';
import { leaveOneOut } from './sensitivity.ts';

/** What two arms are compared by: odds ratio, risk ratio, risk difference, difference of arcsines, hazard ratio. */
export const contrastMeasures = ['OR', 'RR', 'RD', 'AS', 'HR'] as const;
export type ContrastMeasure = (typeof contrastMeasures)[number];

/** Ratios are pooled as logarithms. */
export const isRatioMeasure = (measure: ContrastMeasure): boolean =>
  measure === 'OR' || measure === 'RR' || measure === 'HR';

/** An effect, or a bound of one, on the scale that is read: ratios from their logarithm, differences as they are. */
export const contrastOf = (effect: number, measure: ContrastMeasure): number =>
  isRatioMeasure(measure) ? Math.exp(effect) : effect;

/** Why a study has no effect. */
export type ContrastFault =
  | 'noEvents'
  | 'onlyEvents'
  | 'noEffect'
  | 'noError'
  | 'notPositive'
  | 'boundsReversed'
  | 'outsideInterval'
  | 'notAProbability'
  | 'errorUnknown';

/** The effect of one study, or why it has none. */
export type ContrastReading =
  | {
      readonly study: string;
      readonly ok: true;
      readonly effect: EffectSize;
      /** A half was added to each of its cells because one was empty. */
      readonly halfAdded: boolean;
      /** Of a hazard ratio with its interval: how far it lies from the middle, as a share of half the width. */
      readonly offCentre: number | null;
    }
  | { readonly study: string; readonly ok: false; readonly reason: ContrastFault };

/** Two arms of a named study. */
export interface NamedArms extends StudyArms {
  readonly study: string;
}

/** A named hazard ratio with what its error is told by: the interval where there is one, the p value otherwise. */
export interface NamedHazardRatio {
  readonly study: string;
  readonly hazardRatio: number;
  readonly interval?: Pick<HazardRatioInterval, 'lower' | 'upper' | 'confidence'> | undefined;
  readonly p?: HazardRatioP['p'] | undefined;
}

/** Why two arms have no ratio. */
function ratioFault({ treated, control }: StudyArms): 'noEvents' | 'onlyEvents' | undefined {
  if (treated.count === 0 && control.count === 0) return 'noEvents';
  return treated.count === treated.of && control.count === control.of ? 'onlyEvents' : undefined;
}

/**
 * The effects of studies of two arms. With a ratio or a risk difference, a half is added to each cell of a study with an empty
 * one, as in metafor, and said.
 *
 * @example armContrasts([{ study: 'A', treated: { count: 3, of: 20 }, control: { count: 8, of: 21 } }], 'OR')
 */
export function armContrasts(
  studies: readonly NamedArms[],
  measure: Exclude<ContrastMeasure, 'HR'>,
): readonly ContrastReading[] {
  const effects = twoArmEffects(studies, measure);
  return studies.map((each, at): ContrastReading => {
    const { study } = each;
    const reason = isRatioMeasure(measure) ? ratioFault(each) : undefined;
    if (reason !== undefined) return { study, ok: false, reason };
    const effect = effects[at] ?? null;
    if (effect === null) return { study, ok: false, reason: 'noEffect' };
    return { study, ok: true, effect, halfAdded: measure !== 'AS' && hasEmptyCell(each), offCentre: null };
  });
}

/** The effects of printed hazard ratios, as logarithms. */
export function hazardContrasts(studies: readonly NamedHazardRatio[]): readonly ContrastReading[] {
  return studies.map(({ study, hazardRatio, interval, p }): ContrastReading => {
    if (interval !== undefined) {
      const read = hazardRatioEffect({ hazardRatio, ...interval });
      if (!read.ok) return { study, ok: false, reason: read.reason };
      return { study, ok: true, effect: read.effect, halfAdded: false, offCentre: read.offCentre };
    }
    if (p === undefined) return { study, ok: false, reason: 'noError' };
    const read = hazardRatioEffectOfP({ hazardRatio, p });
    if (!read.ok) return { study, ok: false, reason: read.reason };
    return { study, ok: true, effect: read.effect, halfAdded: false, offCentre: null };
  });
}

/** Effects together. */
export interface PooledContrasts {
  readonly pooled: PooledEffect;
  /** tau2 and I2 with their Q-profile intervals; null with EE, which has no variance between studies. */
  readonly heterogeneity: Heterogeneity | null;
  /** Weights in percent, one a study that has an effect. */
  readonly weightsPercent: readonly number[];
  /** The pooled effect without each study, from three on. */
  readonly withoutEach: readonly { readonly study: string; readonly pooled: PooledEffect }[];
}

/** Effects together, or why not; one study has its own interval and nothing to be pooled with. */
export type PooledContrastsReading =
  | ({ readonly ok: true } & PooledContrasts)
  | { readonly ok: false; readonly reason: 'noStudies' | 'singleStudy' | 'varianceNotPositive' };

/** With fewer, nothing is left to pool when one is left out. */
const fewestToLeaveOut = 3;

/**
 * Pools the effects that there are.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example poolContrasts(armContrasts(studies, 'RR'), { estimator: 'REML', test: 'adhoc', prediction: 'k-2' })
 */
export function poolContrasts(
  readings: readonly ContrastReading[],
  options: PoolingOptions = {},
): PooledContrastsReading {
  const known = readings.filter((reading) => reading.ok);
  const effects = known.map(({ effect }) => effect);
  const read = randomEffects(effects, options);
  if (!read.ok) return read;
  if (known.length === 1) return { ok: false, reason: 'singleStudy' };
  const { pooled } = read;
  const { estimator = 'REML', confidence } = options;
  const scatter = estimator === 'EE' ? undefined : heterogeneity(effects, estimator, confidence);
  const weights = effects.map(({ variance }) => 1 / (variance + pooled.tau2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const without = known.length < fewestToLeaveOut ? [] : leaveOneOut(effects, options);
  return {
    ok: true,
    pooled,
    heterogeneity: scatter?.ok === true ? scatter.heterogeneity : null,
    weightsPercent: weights.map((weight) => (100 * weight) / sum),
    withoutEach: without.flatMap((each, at) =>
      each.ok ? [{ study: known[at]?.study ?? '', pooled: each.pooled }] : [],
    ),
  };
}
