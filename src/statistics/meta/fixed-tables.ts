/**
 * Pooling tables of two arms without an effect of each study: Mantel and Haenszel's odds ratio (J Natl Cancer Inst
 * 1959;22:719) with the variance of Robins, Breslow and Greenland (Biometrics 1986;42:311), and Peto's. Neither needs a
 * correction for empty cells; studies without any event say nothing.
 */
import { normalUpperQuantile } from '../normal.ts';
import { type StudyArms, twoArmEffects } from './effect-size.ts';

/** A log odds ratio of all studies together. */
export interface PooledOddsRatio {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

const withInterval = (estimate: number, standardError: number, confidence: number): PooledOddsRatio => {
  const reach = normalUpperQuantile((1 - confidence) / 2) * standardError;
  return { estimate, standardError, lower: estimate - reach, upper: estimate + reach };
};

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
  return withInterval(Math.log(r / s), Math.sqrt(variance), confidence);
}

/** Peto's one-step odds ratio; null without any event. */
export function petoOddsRatio(studies: readonly StudyArms[], confidence = 0.95): PooledOddsRatio | null {
  const effects = twoArmEffects(studies, 'PETO', 'none').filter((effect) => effect !== null);
  const information = effects.reduce((sum, { variance }) => sum + 1 / variance, 0);
  if (information === 0) return null;
  const score = effects.reduce((sum, { effect, variance }) => sum + effect / variance, 0);
  return withInterval(score / information, Math.sqrt(1 / information), confidence);
}
