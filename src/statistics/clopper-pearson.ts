/**
 * The exact binomial confidence interval: the probabilities whose two one-sided binomial tests at half the error
 * do not reject the count. Clopper and Pearson, Biometrika 26:404, 1934.
 */
import { betaQuantile, betaUpperQuantile } from './beta.ts';
import { type ProportionInterval, requireProportion } from './proportion.ts';

/**
 * The Clopper-Pearson interval of `successes` among `trials`. With none or all successes one limit is 0 or 1 and
 * the other keeps half the error, as in R's `binom.test`.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 * @example clopperPearson(0, 4).upper // 0.602...
 */
export function clopperPearson(successes: number, trials: number, confidence = 0.95): ProportionInterval {
  requireProportion(successes, trials, confidence);
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  const lnPower = Math.log(tail) / trials;
  return {
    estimate: successes / trials,
    lower: lowerLimit(),
    upper: upperLimit(),
    confidence,
    method: 'clopper-pearson',
  };

  function lowerLimit(): number {
    if (successes === 0) return 0;
    return failures === 0 ? Math.exp(lnPower) : betaQuantile(tail, successes, failures + 1);
  }

  function upperLimit(): number {
    if (failures === 0) return 1;
    return successes === 0 ? -Math.expm1(lnPower) : betaUpperQuantile(tail, successes + 1, failures);
  }
}
