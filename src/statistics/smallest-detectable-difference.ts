/**
 * The smallest difference of two shares around one half that a two-sided test at 5% sees with a power of 80%, by the normal
 * approximation with pooled error: what "no difference" among few patients can mean.
 */
import { normalUpperQuantile } from './normal.ts';

/**
 * The difference, as a share; 1 where even that of none against all would be missed more often.
 *
 * @param first patients of one group
 * @param second patients of the other
 * @example smallestDetectableDifference(16, 2) // 1
 */
export function smallestDetectableDifference(first: number, second: number): number {
  const quantiles = normalUpperQuantile(0.025) + normalUpperQuantile(0.2);
  const perPatient = Math.sqrt((1 / first + 1 / second) / 4);
  return Math.min(1, quantiles * perPatient);
}
