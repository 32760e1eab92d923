/**
 * The share without an event at a landmark against the median of the same curve (E. L. Kaplan and P. Meier, J Am Stat Assoc
 * 1958;53:457). The median is the first time at which the curve is at or below one half, so before it the curve is above one
 * half, and from it on at or below. Where the curve stays at exactly one half, some programs print the middle of that step:
 * a share of 50% says nothing on either side.
 */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { exactDecimals, isUntestable, type PrintedDecimal } from './printed-decimal.ts';
import { commonDecimals, type PrintedAs, type ValueInterval, valuesOf } from './printed-interval.ts';
import { type PrintedTime, readPrintedTime } from './printed-time.ts';

/** Units of printed times. */
export type TimeUnit = 'days' | 'weeks' | 'months' | 'years';

/** A printed time with its unit. */
export interface TimeInUnit {
  readonly time: string;
  readonly unit: TimeUnit;
}

/** A share without the event at a landmark, and the median of the same curve. */
export interface LandmarkAndMedian {
  /** The share in percent, as printed. */
  readonly percentage: string;
  readonly landmark: TimeInUnit;
  /** As printed: "14.2", "36+", "NR". */
  readonly median: TimeInUnit;
}

/** What the share and the median say together. */
export interface LandmarkAndMedianTest {
  readonly outcome: IntegrityOutcome;
  /** The share is below, above or about one half, whatever rounding leaves open. */
  readonly share: 'belowHalf' | 'aboveHalf' | 'open';
  /** The units of the two times have no fixed ratio; a month was taken as 28 to 31 days. */
  readonly unitsDiffer: boolean;
}

/** How many of the smallest unit there are, from the fewest to the most: papers take months of 28, 30 and 30.44 days. */
type Factor = readonly [bigint, bigint];

const inDays: Readonly<Record<TimeUnit, Factor>> = {
  days: [1n, 1n],
  weeks: [7n, 7n],
  months: [28n, 31n],
  years: [336n, 372n],
};
const inMonths: Readonly<Partial<Record<TimeUnit, Factor>>> = { months: [1n, 1n], years: [12n, 12n] };

function scaled({ low, high, ...open }: ValueInterval, [fewest, most]: Factor): ValueInterval {
  return { ...open, low: low === null ? null : low * fewest, high: high === null ? null : high * most };
}

/** The values of a median; one that was not reached lies beyond every landmark. */
function valuesOfTime(time: PrintedTime, at: number, as: PrintedAs): ValueInterval | 'beyond' {
  if (time.kind === 'notReached') return 'beyond';
  const values = valuesOf(time.decimal, at, as);
  return time.kind === 'exact' ? values : { ...values, high: null, highOpen: false };
}

/** Every value of `one` is above every value of `other`. */
function isAbove(one: ValueInterval, other: ValueInterval): boolean {
  if (one.low === null || other.high === null) return false;
  return one.low > other.high || (one.low === other.high && (one.lowOpen || other.highOpen));
}

function shareOf(percentage: PrintedDecimal, as: PrintedAs): LandmarkAndMedianTest['share'] {
  const values = valuesOf(percentage, percentage.decimals, as);
  const number = 100n * 10n ** BigInt(percentage.decimals);
  const half: ValueInterval = { low: number, lowOpen: false, high: number, highOpen: false };
  if (isAbove(half, values)) return 'belowHalf';
  return isAbove(values, half) ? 'aboveHalf' : 'open';
}

/**
 * Tests a share at a landmark against the median of the same curve.
 *
 * @example
 * landmarkAgainstMedian({
 *   percentage: '35',
 *   landmark: { time: '1', unit: 'years' },
 *   median: { time: '14.2', unit: 'months' },
 * }) // 'impossible': 65% have had the event before the time by which half of them have
 */
export function landmarkAgainstMedian({
  percentage,
  landmark,
  median,
}: LandmarkAndMedian): LandmarkAndMedianTest | Untestable {
  const read = exactDecimals([percentage, landmark.time]);
  if (isUntestable(read)) return read;
  const [share, at] = read;
  const time = readPrintedTime(median.time);
  if (share === undefined || at === undefined) return untestable('nothingToTest', percentage);
  if (!time.ok) return untestable(time.reason, median.time);
  if (share.units < 0 || share.units > 100 * 10 ** share.decimals)
    return untestable('outOfDomain', percentage);
  const [monthsOne, monthsOther] = [inMonths[landmark.unit], inMonths[median.unit]];
  const isInMonths = monthsOne !== undefined && monthsOther !== undefined;
  const factors = isInMonths
    ? ([monthsOne, monthsOther] as const)
    : ([inDays[landmark.unit], inDays[median.unit]] as const);
  const decimals = commonDecimals(time.time.kind === 'notReached' ? [at] : [at, time.time.decimal]);
  const place = scaled(valuesOf(at, decimals, 'exact'), factors[0]);
  const unitsDiffer = factors.some(([fewest, most]) => fewest !== most);
  const fits = (as: PrintedAs): boolean => {
    const values = valuesOfTime(time.time, decimals, as);
    switch (shareOf(share, as)) {
      case 'open':
        return true;
      case 'belowHalf':
        return values !== 'beyond' && !isAbove(scaled(values, factors[1]), place);
      case 'aboveHalf':
        return values === 'beyond' || isLater(scaled(values, factors[1]), place);
    }
  };
  return {
    outcome: fits('rounded') ? 'consistent' : fits('either') ? 'truncated' : 'impossible',
    share: shareOf(share, 'rounded'),
    unitsDiffer,
  };
}

/** Some value of a median is later than some value of a landmark. */
function isLater(median: ValueInterval, landmark: ValueInterval): boolean {
  if (median.high === null || landmark.low === null) return true;
  return median.high > landmark.low;
}
