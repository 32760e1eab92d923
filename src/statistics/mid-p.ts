/**
 * The mid-P interval of a proportion: as Clopper and Pearson's, with half the probability of the observed count in each
 * tail (Lancaster 1961; Agresti and Gottard 2005). Shorter, and not everywhere of full coverage.
 */
import { binomialAtLeast, binomialCdf, binomialMass } from './binomial.ts';
import { monotoneRoot } from './monotone-root.ts';
import { type ProportionInterval, requireProportion } from './proportion.ts';

/**
 * The mid-P interval of `successes` among `trials`.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 * @example midP(7, 17).lower // 0.2010...
 */
export function midP(successes: number, trials: number, confidence = 0.95): ProportionInterval {
  requireProportion(successes, trials, confidence);
  const tail = (1 - confidence) / 2;
  const half = (p: number): number => binomialMass(successes, trials, p) / 2;
  return {
    estimate: successes / trials,
    lower:
      successes === 0
        ? 0
        : monotoneRoot((p) => binomialAtLeast(successes, trials, p) - half(p) - tail, 0, successes / trials),
    upper:
      successes === trials
        ? 1
        : monotoneRoot((p) => tail - (binomialCdf(successes, trials, p) - half(p)), successes / trials, 1),
    confidence,
    method: 'mid-p',
  };
}
