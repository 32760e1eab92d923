/**
 * Pooling tables of two arms without an effect of each study: Mantel and Haenszel's odds ratio (J Natl Cancer Inst
 * 1959;22:719) with the variance of Robins, Breslow and Greenland (Biometrics 1986;42:311), and Peto's. Neither needs a
 * correction for empty cells; studies without any event say nothing.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { normalUpperQuantile } from '../normal.ts';
import { type EffectSize, type StudyArms, twoArmEffects } from './effect-size.ts';

/** A log odds ratio of all studies together. */
export interface PooledOddsRatio {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /**
   * Scatter of the single odds ratios around it: those that have one, with a half added to the cells of a study with an empty
   * cell (Mantel-Haenszel; without the studies that have no event, or nothing else), and Peto's own of each study.
   */
  readonly scatter: { readonly q: number; readonly studies: number; readonly p: number };
}

/** Whether both arms have no event, or both nothing else: such a study has no odds ratio. */
const saysNothing = ({ treated, control }: StudyArms): boolean =>
  (treated.count === 0 && control.count === 0) ||
  (treated.count === treated.of && control.count === control.of);

function withInterval(
  estimate: number,
  standardError: number,
  single: readonly (EffectSize | null)[],
  confidence: number,
): PooledOddsRatio {
  const reach = normalUpperQuantile((1 - confidence) / 2) * standardError;
  const known = single.filter((effect) => effect !== null);
  const q = known.reduce((sum, { effect, variance }) => sum + (effect - estimate) ** 2 / variance, 0);
  const studies = known.length;
  const p = studies > 1 ? chiSquareUpper(q, studies - 1) : 1;
  return {
    estimate,
    standardError,
    lower: estimate - reach,
    upper: estimate + reach,
    scatter: { q, studies, p },
  };
}

/** Mantel-Haenszel; null where one of the two sums is 0, so that no odds ratio exists. */
export function mantelHaenszel(studies: readonly StudyArms[], confidence = 0.95): PooledOddsRatio | null {
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const { treated, control } of studies) {
    const [a, b] = [treated.count, treated.of - treated.count];
    const [c, d] = [control.count, control.of - control.count];
    const total = a + b + c + d;
    if (total === 0) continue;
    const [p, q] = [(a + d) / total, (b + c) / total];
    const [one, two] = [(a * d) / total, (b * c) / total];
    r += one;
    s += two;
    pr += p * one;
    psqr += p * two + q * one;
    qs += q * two;
  }
  if (r === 0 || s === 0) return null;
  const variance = pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s);
  const single = twoArmEffects(
    studies.filter((study) => !saysNothing(study)),
    'OR',
  );
  return withInterval(Math.log(r / s), Math.sqrt(variance), single, confidence);
}

/** Peto's one-step odds ratio; null without any event. */
export function petoOddsRatio(studies: readonly StudyArms[], confidence = 0.95): PooledOddsRatio | null {
  const effects = twoArmEffects(studies, 'PETO', 'none').filter((effect) => effect !== null);
  const information = effects.reduce((sum, { variance }) => sum + 1 / variance, 0);
  if (information === 0) return null;
  const score = effects.reduce((sum, { effect, variance }) => sum + effect / variance, 0);
  return withInterval(score / information, Math.sqrt(1 / information), effects, confidence);
}
