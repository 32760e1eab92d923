/** The ends of a printed number or range as plain numbers: an absent end is infinite. */
import type { NumericRange } from '../units/index.ts';
import type { NumericEnds } from './grade-limits.ts';

/** The ends, or undefined when they run backwards. */
export function rangeEnds(range: NumericRange): NumericEnds | undefined {
  const low = range.low ?? Number.NEGATIVE_INFINITY;
  const high = range.high ?? Number.POSITIVE_INFINITY;
  if (Number.isNaN(low) || Number.isNaN(high) || low > high) return undefined;
  return { low, high, lowOpen: range.lowOpen, highOpen: range.highOpen };
}

/** A count is never below zero: an absent lower end is 0. */
export function nonNegativeEnds(range: NumericRange): NumericEnds | undefined {
  const ends = rangeEnds(range);
  if (ends === undefined) return undefined;
  return ends.low === Number.NEGATIVE_INFINITY ? { ...ends, low: 0, lowOpen: false } : ends;
}
