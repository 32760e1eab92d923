/** The difference of two proportions with the interval from their score intervals (Newcombe 1998, method 10). */
import { requireProportion } from './proportion.ts';
import { wilson } from './wilson.ts';

/** A difference, first minus second. */
export interface ProportionDifference {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
}

/** Successes among trials. */
export interface ProportionCounts {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The difference of two independent proportions.
 *
 * @throws DomainError (a RangeError) for counts that are no proportion, and for a confidence outside (0, 1).
 */
export function newcombeDifference(
  first: ProportionCounts,
  second: ProportionCounts,
  confidence = 0.95,
): ProportionDifference {
  requireProportion(first.successes, first.trials, confidence);
  requireProportion(second.successes, second.trials, confidence);
  const one = wilson(first.successes, first.trials, { confidence });
  const other = wilson(second.successes, second.trials, { confidence });
  const difference = one.estimate - other.estimate;
  return {
    difference,
    lower: difference - Math.hypot(one.estimate - one.lower, other.upper - other.estimate),
    upper: difference + Math.hypot(one.upper - one.estimate, other.estimate - other.lower),
    confidence,
  };
}
