/**
 * The values that a printed number may stand for, as exact intervals: "52" rounded is 51.5 up to 52.5, cut off 52 up to 53.
 * Ends are whole numbers of half units of a common decimal place; an end that is missing is infinite.
 */
import type { PrintedDecimal } from './printed-decimal.ts';

/** Values from `low` to `high` in half units; null is without end on that side. */
export interface ValueInterval {
  readonly low: bigint | null;
  readonly lowOpen: boolean;
  readonly high: bigint | null;
  readonly highOpen: boolean;
}

/** `rounded`: half up or half to even; `either`: rounded or cut off. */
export type PrintedAs = 'exact' | 'rounded' | 'either';

/** The most decimals of some printed numbers. */
export function commonDecimals(decimals: readonly PrintedDecimal[]): number {
  return Math.max(0, ...decimals.map((each) => each.decimals));
}

/**
 * What a printed number may stand for, in half units at `decimals` (at least those of the number). Cut off means towards 0.
 * A tie goes up or to the even digit, so the upper end belongs to even digits alone; below 0 ties may go either way.
 */
export function valuesOf({ units, decimals }: PrintedDecimal, at: number, as: PrintedAs): ValueInterval {
  const scale = 10n ** BigInt(at - decimals);
  const centre = 2n * BigInt(units) * scale;
  if (as === 'exact') return { low: centre, lowOpen: false, high: centre, highOpen: false };
  const isCut = as === 'either';
  const reach = (isCutSide: boolean): bigint => (isCutSide ? 2n : 1n) * scale;
  return {
    low: centre - reach(isCut && units <= 0),
    lowOpen: isCut && units <= 0,
    high: centre + reach(isCut && units >= 0),
    highOpen: units >= 0 && (isCut || units % 2 !== 0),
  };
}

/** The same values without those below 0. */
export function notNegative(values: ValueInterval): ValueInterval {
  return values.low === null || values.low < 0n ? { ...values, low: 0n, lowOpen: false } : values;
}

/** All sums of one value of each interval. */
export function sumOf(intervals: readonly ValueInterval[]): ValueInterval {
  let [low, high]: [bigint | null, bigint | null] = [0n, 0n];
  for (const each of intervals) {
    low = low === null || each.low === null ? null : low + each.low;
    high = high === null || each.high === null ? null : high + each.high;
  }
  return {
    low,
    lowOpen: intervals.some(({ lowOpen }) => lowOpen),
    high,
    highOpen: intervals.some(({ highOpen }) => highOpen),
  };
}

/** All products of one value with a whole number of 0 or more. */
export function timesCount({ low, lowOpen, high, highOpen }: ValueInterval, count: number): ValueInterval {
  const factor = BigInt(count);
  return {
    low: low === null ? null : low * factor,
    lowOpen: lowOpen && count > 0,
    high: high === null ? null : high * factor,
    highOpen: highOpen && count > 0,
  };
}

/** Some value of `lower` is at most some value of `upper`. */
export function mayBeAtMost(lower: ValueInterval, upper: ValueInterval): boolean {
  if (lower.low === null || upper.high === null) return true;
  return lower.low < upper.high || (lower.low === upper.high && !lower.lowOpen && !upper.highOpen);
}

/** Some value is in both intervals. */
export function mayBeEqual(one: ValueInterval, other: ValueInterval): boolean {
  return mayBeAtMost(one, other) && mayBeAtMost(other, one);
}
