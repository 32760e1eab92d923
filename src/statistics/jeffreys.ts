/**
 * The interval of a proportion from Jeffreys' prior, Beta(1/2, 1/2), with equal tails. With none or all successes the limit
 * at the boundary is 0 or 1 (Brown, Cai and DasGupta, Stat Sci 2001;16:101).
 */
import { betaQuantile, betaUpperQuantile } from './beta.ts';
import { type ProportionInterval, requireProportion } from './proportion.ts';

/**
 * The Jeffreys interval of `successes` among `trials`.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 * @example jeffreys(7, 17).lower // 0.2067...
 */
export function jeffreys(successes: number, trials: number, confidence = 0.95): ProportionInterval {
  requireProportion(successes, trials, confidence);
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return {
    estimate: successes / trials,
    lower: successes === 0 ? 0 : betaQuantile(tail, successes + 0.5, failures + 0.5),
    upper: failures === 0 ? 1 : betaUpperQuantile(tail, successes + 0.5, failures + 0.5),
    confidence,
    method: 'jeffreys',
  };
}
