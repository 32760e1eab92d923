/**
 * Quantiles of survival time with the interval of Brookmeyer and Crowley (Biometrics 1982;38:29): the band is read at the
 * same height as the curve. Where the curve runs flat at exactly that height, the quantile is the middle of the flat
 * stretch, as in R; others take its left end. A quantile that the curve does not reach is null, never infinite.
 */
import { requireOpenProbability } from '../domain-error.ts';
import type { KaplanMeierCurve } from './kaplan-meier.ts';

/** A quantile of the time to the event. */
export interface SurvivalQuantile {
  /** The share with the event: 0.5 is the median. */
  readonly probability: number;
  /** Null: not reached. */
  readonly time: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const slack = Math.sqrt(Number.EPSILON);

/**
 * The time at which a falling step function passes a height: of the steps at or below it, the highest, and the first of
 * several as high. A band need not fall throughout when entry is delayed; this is the reading of R there too.
 */
function crossing(times: Float64Array, heights: ArrayLike<number | null>, height: number): number | null {
  let at: number | null = null;
  let below: number | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  let highestBelow = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < times.length; index += 1) {
    const value = heights[index];
    if (value === null || value === undefined) continue;
    const time = times[index] ?? 0;
    if (value <= height + slack && value > highest) {
      highest = value;
      at = time;
    }
    if (value <= height - slack && value > highestBelow) {
      highestBelow = value;
      below = time;
    }
  }
  if (at === null) return null;
  const isFlatToTheEnd = below === null;
  return (at + (isFlatToTheEnd ? (times[times.length - 1] ?? at) : (below ?? at))) / 2;
}

/**
 * A quantile with its interval.
 *
 * @throws DomainError for a probability outside (0, 1).
 * @example survivalQuantile(curve, 0.5) // { probability: 0.5, time: 27, lower: 13, upper: 34 }
 */
export function survivalQuantile(curve: KaplanMeierCurve, probability: number): SurvivalQuantile {
  requireOpenProbability('probability', probability);
  const { times, survival, lower, upper } = curve;
  const height = 1 - probability;
  return {
    probability,
    time: crossing(times, survival, height),
    lower: crossing(times, lower, height),
    upper: crossing(times, upper, height),
  };
}

/** The median survival time. */
export const medianSurvival = (curve: KaplanMeierCurve): SurvivalQuantile => survivalQuantile(curve, 0.5);
