/**
 * The interval of Agresti and Coull (Am Stat 1998;52:119): z^2/2 successes and as many failures are added. Its limits may
 * lie beyond 0 and 1, as R prints them; here they are cut unless asked otherwise.
 */
import { normalUpperQuantile } from './normal.ts';
import { type ProportionInterval, requireProportion } from './proportion.ts';

/**
 * The Agresti-Coull interval of `successes` among `trials`, cut at 0 and 1 unless `clipped` is false.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 */
export function agrestiCoull(
  successes: number,
  trials: number,
  confidence = 0.95,
  clipped = true,
): ProportionInterval {
  requireProportion(successes, trials, confidence);
  const z = normalUpperQuantile((1 - confidence) / 2);
  const size = trials + z * z;
  const centre = (successes + (z * z) / 2) / size;
  const half = z * Math.sqrt((centre * (1 - centre)) / size);
  return {
    estimate: successes / trials,
    lower: clipped ? Math.max(0, centre - half) : centre - half,
    upper: clipped ? Math.min(1, centre + half) : centre + half,
    confidence,
    method: 'agresti-coull',
  };
}
