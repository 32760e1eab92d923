/**
 * The textbook interval of a proportion, p plus and minus z sqrt(p (1 - p) / n). It is here to recompute what papers print:
 * with few trials it covers far less than it says, and with none or all successes it has no width.
 */
import { normalUpperQuantile } from './normal.ts';
import { type ProportionInterval, requireProportion } from './proportion.ts';

/**
 * The Wald interval of `successes` among `trials`, not cut at 0 and 1 unless `clipped`.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 */
export function wald(
  successes: number,
  trials: number,
  confidence = 0.95,
  clipped = false,
): ProportionInterval {
  requireProportion(successes, trials, confidence);
  const estimate = successes / trials;
  const half = normalUpperQuantile((1 - confidence) / 2) * Math.sqrt((estimate * (1 - estimate)) / trials);
  return {
    estimate,
    lower: clipped ? Math.max(0, estimate - half) : estimate - half,
    upper: clipped ? Math.min(1, estimate + half) : estimate + half,
    confidence,
    method: 'wald',
  };
}
