/**
 * The limits between grades as an edition draws them, and where a number falls. A limit may be approached from one side
 * ("<3%", ">20%"), and an edition may leave a gap between two categories (2010: above 2% and below 3%).
 */
import type { Grade, GradeBounds } from './grade.ts';

/** Limits for one index: G1 up to `g1Upper`, G2 from `g2Lower`, G3 above `g3Above`. */
export interface GradeLimits {
  readonly g1Upper: number;
  /** Whether `g1Upper` itself is G1. */
  readonly g1UpperIncluded: boolean;
  readonly g2Lower: number;
  readonly g3Above: number;
}

/** The value itself, or what lies just beside it. */
export type Side = 'at' | 'justAbove' | 'justBelow';

/** An end of a range, and whether the end itself is left out. */
export interface NumericEnds {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
}

const isG3 = (limits: GradeLimits, value: number, side: Side): boolean =>
  value > limits.g3Above || (value === limits.g3Above && side === 'justAbove');

const reachesG2 = (limits: GradeLimits, value: number, side: Side): boolean =>
  value > limits.g2Lower || (value === limits.g2Lower && side !== 'justBelow');

const isG1 = (limits: GradeLimits, value: number, side: Side): boolean =>
  value < limits.g1Upper ||
  (value === limits.g1Upper && (limits.g1UpperIncluded ? side !== 'justAbove' : side === 'justBelow'));

/** The category of one value; both neighbours when it lies in a gap of the edition. */
export function gradeOfValue(limits: GradeLimits, value: number, side: Side = 'at'): GradeBounds {
  const exactly = (grade: Grade): GradeBounds => ({ lowest: grade, highest: grade });
  if (isG3(limits, value, side)) return exactly('G3');
  if (reachesG2(limits, value, side)) return exactly('G2');
  if (isG1(limits, value, side)) return exactly('G1');
  return { lowest: 'G1', highest: 'G2' };
}

/** Bounds on the category of a value that lies somewhere in a range. */
export function gradeOfRange(limits: GradeLimits, range: NumericEnds): GradeBounds {
  return {
    lowest: gradeOfValue(limits, range.low, range.lowOpen ? 'justAbove' : 'at').lowest,
    highest: gradeOfValue(limits, range.high, range.highOpen ? 'justBelow' : 'at').highest,
  };
}

/** True when a value lies between two categories of the edition and so belongs to neither. */
export function liesInGap(limits: GradeLimits, value: number): boolean {
  return !reachesG2(limits, value, 'at') && !isG1(limits, value, 'at');
}
