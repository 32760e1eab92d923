/**
 * Midranks of right-censored values in a joint ranking (Hudgens and Satten 2002; for the PFS ratio Kovalchik and Mietlowski,
 * Contemp Clin Trials 2011;32:99): the middle between the lowest and the highest rank that a value can have, a censored
 * value reaching up without limit.
 */

/** A value that is exact (`high` equals `low`) or lies anywhere above `low` (`high` is infinite). */
export interface RankedValue {
  readonly low: number;
  readonly high: number;
}

const countBelow = (sorted: readonly number[], limit: number): number =>
  sorted.filter((each) => each < limit).length;
const countUpTo = (sorted: readonly number[], limit: number): number =>
  sorted.filter((each) => each <= limit).length;

/** The midrank of each value among all of them, in their order; 1 is the lowest rank. */
export function midranks(values: readonly RankedValue[]): readonly number[] {
  const lows = values.map(({ low }) => low);
  const highs = values.map(({ high }) => high);
  return values.map(({ low, high }) => (countBelow(highs, low) + 1 + countUpTo(lows, high)) / 2);
}
