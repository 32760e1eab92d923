/**
 * A total against its groups: the percentage of all patients has to be that of the sum of counts that print the percentages
 * of the groups, and a mean of all has to be the mean of the groups' means, weighted by their sizes.
 */
import { countsMeeting } from './count-sums.ts';
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import {
  type CountRange,
  countsPrinting,
  isCountable,
  printedPercentage,
  unitsOfWhole,
} from './percentage-of-count.ts';
import { exactDecimals, isUntestable, type PrintedDecimal } from './printed-decimal.ts';
import {
  commonDecimals,
  mayBeEqual,
  type PrintedAs,
  sumOf,
  timesCount,
  valuesOf,
} from './printed-interval.ts';

/** A percentage of a group of patients, with its count where that is printed. */
export interface GroupShare {
  readonly percentage: string;
  readonly of: number;
  readonly count?: number;
}

/** A total against its groups. */
export interface TotalOfGroups {
  readonly outcome: IntegrityOutcome;
  /** The groups together are as many as the total is of. */
  readonly sizesAddUp: boolean;
  /** The counts of the total that the groups' percentages leave, rounded or cut off; null if one fits no count. */
  readonly totalCounts: CountRange | null;
  /** What these print, smallest and largest. */
  readonly printable: readonly string[];
  /** One set of counts of the groups that fits; null without. */
  readonly counts: readonly number[] | null;
}

const isCount = (number: number, least: number): boolean => Number.isSafeInteger(number) && number >= least;

/** The counts a share may stand for: rounded, or in addition cut off. */
function countsOf(decimal: PrintedDecimal, share: GroupShare, isEither: boolean): CountRange | null {
  if (decimal.units < 0 || decimal.units > unitsOfWhole(decimal.decimals)) return null;
  const rounded = countsPrinting(decimal, share.of);
  const cut = isEither ? countsPrinting(decimal, share.of, 'truncated') : null;
  const range =
    rounded === null || cut === null
      ? (rounded ?? cut)
      : { from: rounded.from, to: Math.max(rounded.to, cut.to) };
  if (range === null || share.count === undefined) return range;
  return range.from <= share.count && share.count <= range.to ? { from: share.count, to: share.count } : null;
}

/**
 * Tests a printed percentage of all patients against those of groups that make them up.
 *
 * @example totalOfGroups([{ percentage: '67', of: 12 }, { percentage: '7', of: 15 }], { percentage: '33', of: 27 }).outcome
 * // 'consistent': 8 and 1 are 9 of 27
 */
export function totalOfGroups(groups: readonly GroupShare[], total: GroupShare): TotalOfGroups | Untestable {
  if (groups.length === 0) return untestable('nothingToTest', total.percentage);
  const shares = [...groups, total];
  const decimals = exactDecimals(shares.map(({ percentage }) => percentage));
  if (isUntestable(decimals)) return decimals;
  for (const [at, { of, count, percentage }] of shares.entries()) {
    if (!isCount(of, 1) || !isCount(count ?? 0, 0)) return untestable('notACount', String(count ?? of));
    if (!isCountable(of, decimals[at]?.decimals ?? 0)) return untestable('tooManyDigits', percentage);
  }
  const size = groups.reduce((sum, { of }) => sum + of, 0);
  const ranges = (isEither: boolean): readonly CountRange[] =>
    shares.flatMap((share, at) => {
      const decimal = decimals[at];
      return (decimal && countsOf(decimal, share, isEither)) ?? [];
    });
  const sums = [{ parts: [...groups.keys()], whole: groups.length }];
  const meeting = (isEither: boolean): readonly number[] | null => {
    const found = ranges(isEither);
    return found.length === shares.length ? countsMeeting(found, sums, total.of) : null;
  };
  const rounded = meeting(false);
  const counts = rounded ?? meeting(true);
  const widest = ranges(true).slice(0, groups.length);
  const isComplete = groups.every(
    (share, at) => decimals[at] !== undefined && countsOf(decimals[at], share, true) !== null,
  );
  const totalCounts = isComplete
    ? {
        from: widest.reduce((sum, { from }) => sum + from, 0),
        to: widest.reduce((sum, { to }) => sum + to, 0),
      }
    : null;
  const places = decimals.at(-1)?.decimals ?? 0;
  const ends = totalCounts === null ? [] : [...new Set([totalCounts.from, totalCounts.to])];
  return {
    outcome: rounded !== null ? 'consistent' : counts !== null ? 'truncated' : 'impossible',
    sizesAddUp: size === total.of,
    totalCounts,
    printable: ends.map((count) => printedPercentage(count, total.of, places)),
    counts: counts?.slice(0, groups.length) ?? null,
  };
}

/** A mean of a group of patients. */
export interface GroupMean {
  readonly mean: string;
  readonly of: number;
}

/** Tests a printed mean of all patients against the printed means of the groups that make them up. */
export function meanOfGroups(
  groups: readonly GroupMean[],
  mean: string,
): { readonly outcome: IntegrityOutcome } | Untestable {
  if (groups.length === 0) return untestable('nothingToTest', mean);
  const noCount = groups.find(({ of }) => !isCount(of, 1));
  if (noCount !== undefined) return untestable('notACount', String(noCount.of));
  const decimals = exactDecimals([...groups.map((group) => group.mean), mean]);
  if (isUntestable(decimals)) return decimals;
  const at = commonDecimals(decimals);
  const size = groups.reduce((sum, { of }) => sum + of, 0);
  const fits = (as: PrintedAs): boolean => {
    const values = decimals.map((each) => valuesOf(each, at, as));
    const parts = values.slice(0, -1).map((each, place) => timesCount(each, groups[place]?.of ?? 0));
    return mayBeEqual(sumOf(parts), sumOf(values.slice(-1).map((each) => timesCount(each, size))));
  };
  return { outcome: fits('rounded') ? 'consistent' : fits('either') ? 'truncated' : 'impossible' };
}
