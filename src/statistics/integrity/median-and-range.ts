/**
 * Printed times and other values whose order is given: a median inside its range, progression no later than death, the range
 * of all around the ranges of its parts, the median of all between the medians of its parts. Bounds of censored times stay
 * bounds: a test finds only what no values could be.
 */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { numberOfDecimal, type PrintedDecimal } from './printed-decimal.ts';
import {
  commonDecimals,
  mayBeAtMost,
  mayBeEqual,
  type PrintedAs,
  sumOf,
  type ValueInterval,
  valuesOf,
} from './printed-interval.ts';
import { type PrintedTime, readPrintedTime } from './printed-time.ts';

/** The test of an order, with the pairs that break it. */
export interface OrderTest {
  readonly outcome: IntegrityOutcome;
  /** The pairs, as printed, of which the first ought to be at most the second and is not. */
  readonly broken: readonly (readonly [string, string])[];
}

/** A printed range. */
export interface PrintedRange {
  readonly least: string;
  readonly most: string;
}

function timesOf(texts: readonly string[]): ReadonlyMap<string, PrintedTime> | Untestable {
  const times = new Map<string, PrintedTime>();
  for (const text of texts) {
    const read = readPrintedTime(text);
    if (!read.ok) return untestable(read.reason, text);
    times.set(text, read.time);
  }
  return times;
}

function decimalsOf(times: Iterable<PrintedTime>): readonly PrintedDecimal[] {
  return [...times].flatMap((time) => (time.kind === 'notReached' ? [] : [time.decimal]));
}

/** The values of a time; what was not reached may be any. */
function intervalOf(time: PrintedTime, at: number, as: PrintedAs): ValueInterval {
  const anything: ValueInterval = { low: null, lowOpen: false, high: null, highOpen: false };
  if (time.kind === 'notReached') return anything;
  const values = valuesOf(time.decimal, at, as);
  return time.kind === 'exact' ? values : { ...values, high: null, highOpen: false };
}

/**
 * One time may be at most another. Rounding and cutting off both keep the order of numbers with the same decimals, so there
 * the printed numbers decide; with other decimals what they stand for does.
 */
function mayPrecede(lower: PrintedTime, upper: PrintedTime, at: number, as: PrintedAs): boolean {
  if (lower.kind === 'notReached' || upper.kind !== 'exact') return true;
  if (lower.decimal.decimals === upper.decimal.decimals) return lower.decimal.units <= upper.decimal.units;
  return mayBeAtMost(intervalOf(lower, at, as), intervalOf(upper, at, as));
}

/**
 * Tests pairs of printed numbers of which the first is at most the second: shortest against shortest and longest against
 * longest of progression and death, responders' least against its median.
 *
 * @example inOrder([['12.1', '11.8']]).outcome // 'impossible'
 * @example inOrder([['36.4+', '30.2']]).outcome // 'impossible': at least 36.4
 */
export function inOrder(pairs: readonly (readonly [string, string])[]): OrderTest | Untestable {
  if (pairs.length === 0) return untestable('nothingToTest', '');
  const times = timesOf(pairs.flat());
  if ('outcome' in times) return times;
  const at = commonDecimals(decimalsOf(times.values()));
  const brokenAs = (as: PrintedAs): readonly (readonly [string, string])[] =>
    pairs.filter(([one, other]) => {
      const [lower, upper] = [times.get(one), times.get(other)];
      return lower !== undefined && upper !== undefined && !mayPrecede(lower, upper, at, as);
    });
  const rounded = brokenAs('rounded');
  if (rounded.length === 0) return { outcome: 'consistent', broken: [] };
  const either = brokenAs('either');
  return either.length === 0
    ? { outcome: 'truncated', broken: rounded }
    : { outcome: 'impossible', broken: either };
}

/** Tests a median, or a mean, against the range of the same values. */
export function medianInRange(median: string, { least, most }: PrintedRange): OrderTest | Untestable {
  return inOrder([
    [least, median],
    [median, most],
    [least, most],
  ]);
}

/** Tests the ranges of two times of the same patients of which the first cannot be the later: progression and death. */
export function rangesInOrder(earlier: PrintedRange, later: PrintedRange): OrderTest | Untestable {
  return inOrder([
    [earlier.least, later.least],
    [earlier.most, later.most],
  ]);
}

/**
 * Tests the range of all against the ranges of groups in it. Where the groups are all (`complete`), its ends have to be
 * among theirs.
 */
export function rangeOfUnion(
  all: PrintedRange,
  groups: readonly PrintedRange[],
  complete = false,
): OrderTest | Untestable {
  const inside = inOrder(
    groups.flatMap((group): readonly (readonly [string, string])[] => [
      [all.least, group.least],
      [group.most, all.most],
    ]),
  );
  if (inside.outcome === 'untestable' || inside.outcome === 'impossible' || !complete) return inside;
  // One of the groups has to reach the end; the one that comes nearest decides.
  const reached = (test: (group: PrintedRange) => OrderTest | Untestable): OrderTest | Untestable => {
    const tests = groups.map(test);
    return (
      tests.find(({ outcome }) => outcome === 'consistent') ??
      tests.find(({ outcome }) => outcome === 'truncated') ??
      tests[0] ??
      inside
    );
  };
  const ends = [
    inside,
    reached((group) => inOrder([[group.least, all.least]])),
    reached((group) => inOrder([[all.most, group.most]])),
  ];
  return (
    ends.find(({ outcome }) => outcome === 'untestable') ??
    ends.find(({ outcome }) => outcome === 'impossible') ??
    ends.find(({ outcome }) => outcome === 'truncated') ??
    inside
  );
}

/**
 * Tests the median of all against the medians of the groups that make them up: it lies between the extremes. This is certain
 * for medians of values; medians of Kaplan-Meier curves may break it by a little where censoring differs between groups.
 */
export function medianOfUnion(median: string, groups: readonly string[]): OrderTest | Untestable {
  const times = timesOf([median, ...groups]);
  if ('outcome' in times) return times;
  if (groups.length === 0) return untestable('nothingToTest', median);
  const unreached = groups.find((text) => times.get(text)?.kind !== 'exact');
  const known = groups.toSorted((one, two) => numberOf(times.get(one)) - numberOf(times.get(two)));
  const [lowest, highest] = [known[0] ?? median, known.at(-1) ?? median];
  return inOrder(
    unreached === undefined
      ? [
          [lowest, median],
          [median, highest],
        ]
      : [[lowest, median]],
  );
}

function numberOf(time: PrintedTime | undefined): number {
  return time === undefined || time.kind === 'notReached'
    ? Number.POSITIVE_INFINITY
    : numberOfDecimal(time.decimal);
}

/**
 * Tests a sample median against its range where the number of values decides: of one value all three are it, of two the
 * median is their mean. For uncensored values only.
 */
export function medianOfFew(
  median: string,
  { least, most }: PrintedRange,
  of: number,
): OrderTest | Untestable {
  if (!Number.isSafeInteger(of) || of < 1) return untestable('notACount', String(of));
  const order = medianInRange(median, { least, most });
  if (order.outcome === 'untestable' || order.outcome === 'impossible' || of > 2) return order;
  const times = timesOf([least, most, median]);
  if ('outcome' in times) return times;
  if ([...times.values()].some(({ kind }) => kind !== 'exact')) return untestable('bound', median);
  if (of === 1) return inOrder([[most, least]]);
  const at = commonDecimals(decimalsOf(times.values()));
  const valuesAt = (text: string, as: PrintedAs): readonly ValueInterval[] => {
    const time = times.get(text);
    return time === undefined ? [] : [intervalOf(time, at, as)];
  };
  const fits = (as: PrintedAs): boolean =>
    mayBeEqual(
      sumOf([...valuesAt(least, as), ...valuesAt(most, as)]),
      sumOf([...valuesAt(median, as), ...valuesAt(median, as)]),
    );
  if (fits('rounded')) return order;
  return {
    outcome: fits('either') ? 'truncated' : 'impossible',
    broken: [[median, `(${least} + ${most}) / 2`]],
  };
}
