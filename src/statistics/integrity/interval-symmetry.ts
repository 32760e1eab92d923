/**
 * Whether printed limits lie symmetrically about their estimate. An interval of the form estimate plus and minus a multiple
 * of its error does, on the scale it was computed on; the range of observed values does so only by luck. Computed on whole
 * units, so that "within rounding" is exact.
 */
import { type Untestable, untestable } from './outcome.ts';
import { exactDecimals, isUntestable } from './printed-decimal.ts';
import { commonDecimals, mayBeEqual, sumOf, valuesOf } from './printed-interval.ts';

/** An estimate with two limits, as printed. */
export interface PrintedInterval {
  readonly estimate: string;
  readonly lower: string;
  readonly upper: string;
}

/** The symmetry of an interval. */
export interface IntervalSymmetry {
  /** The limits are as far from the estimate on either side, within rounding. */
  readonly raw: boolean;
  /** They are as many times the estimate on either side, within rounding; null unless all are above 0. */
  readonly log: boolean | null;
  /** The estimate lies within the limits. */
  readonly containsEstimate: boolean;
  /**
   * Of the upper limits between the estimate and twice the distance of the lower one, the share that would pass as symmetric:
   * above about 0.2 symmetry says little, as in "2 (1-3)".
   */
  readonly chance: number;
}

/**
 * Tests the symmetry of an interval.
 *
 * @example intervalSymmetry({ estimate: '9.8', lower: '7.4', upper: '12.2' }) // raw: a Wald interval, not a range
 */
export function intervalSymmetry({ estimate, lower, upper }: PrintedInterval): IntervalSymmetry | Untestable {
  const read = exactDecimals([estimate, lower, upper]);
  if (isUntestable(read)) return read;
  const [middle, low, high] = read;
  if (middle === undefined || low === undefined || high === undefined)
    return untestable('nothingToTest', estimate);
  const at = commonDecimals(read);
  const [centres, ranges] = (['exact', 'rounded'] as const).map((as) => ({
    middle: valuesOf(middle, at, as),
    low: valuesOf(low, at, as),
    high: valuesOf(high, at, as),
  }));
  if (centres === undefined || ranges === undefined) return untestable('nothingToTest', estimate);
  const raw = mayBeEqual(sumOf([ranges.low, ranges.high]), sumOf([ranges.middle, ranges.middle]));
  const [mid, bottom, top] = [centres.middle.low ?? 0n, centres.low.low ?? 0n, centres.high.low ?? 0n];
  const isPositive = mid > 0n && bottom > 0n && top > 0n;
  const square = (end: bigint | null): bigint => (end ?? 0n) * (end ?? 0n);
  const product = (one: bigint | null, other: bigint | null): bigint => (one ?? 0n) * (other ?? 0n);
  const log = isPositive
    ? square(ranges.middle.low) <= product(ranges.low.high, ranges.high.high) &&
      product(ranges.low.low, ranges.high.low) <= square(ranges.middle.high)
    : null;
  const unitOf = (decimals: number): number => 2 * 10 ** (at - decimals);
  const width = 2 * Number(mid - bottom);
  const unit = unitOf(high.decimals);
  const slack = 2 * unitOf(middle.decimals) + unitOf(low.decimals) + unit;
  const passing = Math.floor(slack / (2 * unit)) * 2 + 1;
  return {
    raw,
    log,
    containsEstimate: bottom <= mid && mid <= top,
    chance: width <= 0 ? 1 : Math.min(1, passing / (width / unit + 1)),
  };
}
