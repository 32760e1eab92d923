/**
 * The exact confidence interval of a Poisson count, such as mitoses in an area.
 * F. Garwood, Biometrika 28:437, 1936.
 */
import { requireCount, requireOpenProbability } from './domain-error.ts';
import { gammaQuantile, gammaUpperQuantile } from './gamma-quantile.ts';

/** An expected count with its confidence interval, in counts; divide by the area counted for a density. */
export interface PoissonInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** The two-sided confidence level, for example 0.95. */
  readonly confidence: number;
  readonly method: 'garwood';
}

/**
 * The exact interval of the mean of a Poisson variable seen once as `count`, as in R's `poisson.test`.
 *
 * @throws DomainError (a RangeError) unless count is a whole number, 0 or more, and 0 < confidence < 1.
 * @example poissonInterval(0).upper // 3.688879...
 */
export function poissonInterval(count: number, confidence = 0.95): PoissonInterval {
  requireCount('count', count);
  requireOpenProbability('confidence', confidence);
  const tail = (1 - confidence) / 2;
  return {
    estimate: count,
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaUpperQuantile(tail, count + 1),
    confidence,
    method: 'garwood',
  };
}
