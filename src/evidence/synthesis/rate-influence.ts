/**
 * What each count does to the pooled log odds, by leaving it out: the measures of metafor's `influence` (Viechtbauer and
 * Cheung, Res Synth Methods 2010;1:112). They are made for effects with an error each, so that they stand on log odds
 * whatever model the pooled share has.
 */
import { type EffectSize, influence, proportionEffect, type StudyInfluence } from '../../statistics/index.ts';
import type { SharePooling } from './pooled-share.ts';
import type { RateSynthesis } from './rate-synthesis.ts';
import { isMixed, type SelectedRate } from './selected-rate.ts';

/** One count, and what it does. */
export interface RateInfluence {
  readonly rate: SelectedRate;
  readonly influence: StudyInfluence;
}

export type RateInfluenceReading =
  | { readonly ok: true; readonly rates: readonly RateInfluence[] }
  | { readonly ok: false; readonly reason: 'fewerThanThree' | 'mixedClasses' | 'noEffect' };

const refusals = {
  fewerThanThree: 'one of fewer than three studies cannot be told from the others',
  mixedClasses: 'NET and NEC, or populations of both, stand in these counts',
  noEffect: 'a study has no effect on log odds',
} as const;

/** A refusal for a reader. */
export const rateInfluenceRefusalText = (
  reason: Extract<RateInfluenceReading, { readonly ok: false }>['reason'],
): string => refusals[reason];

/** The influence of every count of a synthesis, in its order. */
export function rateInfluence(
  { rates, question }: RateSynthesis,
  { estimator, test, confidence }: SharePooling,
): RateInfluenceReading {
  const selected = rates.map(({ rate }) => rate);
  if (selected.length < 3) return { ok: false, reason: 'fewerThanThree' };
  if (question.mixed !== true && isMixed(selected, question.reading))
    return { ok: false, reason: 'mixedClasses' };
  const effects = selected
    .map((rate) => proportionEffect(rate, 'PLO'))
    .filter((effect): effect is EffectSize => effect !== null);
  if (effects.length < selected.length) return { ok: false, reason: 'noEffect' };
  const read = influence(effects, { estimator, test, confidence });
  if (!read.ok || read.studies.length < selected.length) return { ok: false, reason: 'noEffect' };
  return {
    ok: true,
    rates: selected.flatMap((rate, at) => {
      const found = read.studies[at];
      return found === undefined ? [] : [{ rate, influence: found }];
    }),
  };
}
