/**
 * The score interval of a proportion. E. B. Wilson, JASA 22:209, 1927; with continuity correction as method 4 of
 * R. G. Newcombe, Statistics in Medicine 17:857, 1998 (PMID 9595616).
 */
import { normalUpperQuantile } from './normal.ts';
import { type ProportionInterval, requireProportion } from './proportion.ts';

/** What may be chosen for a score interval. */
export interface WilsonOptions {
  /** The two-sided level; 0.95 when left out. */
  readonly confidence?: number;
  /** Move the count by half a success before each limit is taken; false when left out. */
  readonly continuityCorrection?: boolean;
}

/** The larger root of the score equation times trials + z^2, for a count that may be fractional. */
function scaledUpper(count: number, trials: number, z: number): number {
  return count + (z * z) / 2 + z * Math.sqrt((count / trials) * (trials - count) + (z * z) / 4);
}

/**
 * The Wilson score interval of `successes` among `trials`. The corrected form always moves the count by 0.5, as
 * Newcombe does; R's `prop.test` does so too unless the proportion is its null hypothesis.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 * @example wilson(7, 17).lower // 0.2161...
 */
export function wilson(successes: number, trials: number, options: WilsonOptions = {}): ProportionInterval {
  const { confidence = 0.95, continuityCorrection = false } = options;
  requireProportion(successes, trials, confidence);
  const z = normalUpperQuantile((1 - confidence) / 2);
  const shift = continuityCorrection ? 0.5 : 0;
  const failures = trials - successes;
  return {
    estimate: successes / trials,
    lower: successes === 0 ? 0 : lowerScore(successes - shift),
    upper: failures === 0 ? 1 : Math.min(1, scaledUpper(successes + shift, trials, z) / (trials + z * z)),
    confidence,
    method: continuityCorrection ? 'wilson-corrected' : 'wilson',
  };

  /** The smaller root, from the product of the two, so that it does not cancel. */
  function lowerScore(count: number): number {
    return (count * (count / trials)) / scaledUpper(count, trials, z);
  }
}
