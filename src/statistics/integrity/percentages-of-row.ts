/**
 * The percentages of one row against one number of patients: every percentage has to be that of some count, and the counts
 * have to add up where the row says so (the categories to all patients, complete and partial to all responses).
 */
import { DomainError } from '../domain-error.ts';
import { type CountSum, countsMeeting } from './count-sums.ts';
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { type CountRange, countsPrinting, isCountable, unitsOfWhole } from './percentage-of-count.ts';
import { chanceOfFit, type ShareToFit } from './power-of-percentages.ts';
import { boundsAndDecimals, isUntestable, type PrintedDecimal } from './printed-decimal.ts';

/** A printed percentage, or a bound ("<1"), with its count where that is printed beside it. */
export interface PrintedShare {
  readonly percentage: string;
  readonly count?: number;
}

/** What is known of the percentages of a row. */
export interface RowRelations {
  /** All percentages together are all patients, each of them once. */
  readonly partition?: boolean;
  /** Further sums, by the places of the percentages in the row. */
  readonly sums?: readonly CountSum[];
}

/** A row whose numbers have been read. */
export interface ReadRow {
  readonly decimals: readonly PrintedDecimal[];
  readonly shares: readonly ShareToFit[];
  readonly sums: readonly CountSum[];
}

/** A row against a number of patients. */
export interface RowFit {
  /** `noPower`: any percentages of these decimals would fit. */
  readonly outcome: IntegrityOutcome | 'noPower';
  readonly of: number;
  /** The places of percentages that no count gives, rounded or cut off. */
  readonly misfits: readonly number[];
  /** Each percentage is that of a count, but no such counts add up. */
  readonly sumsFail: boolean;
  /** The places of percentages that have to be cut off for the row to fit: as few as possible. */
  readonly truncated: readonly number[];
  /** One set of counts that fits, by place; null without. */
  readonly counts: readonly number[] | null;
  /** The chance that as many random percentages of these decimals would fit with no more of them cut off. */
  readonly chance: number;
}

/** Above this many percentages that could be cut off, their smallest number is not searched for. */
const mostSearched = 12;

/**
 * Reads the percentages of a row.
 *
 * @throws DomainError for a sum that names a place beyond the row.
 */
export function readRow(
  row: readonly PrintedShare[],
  { partition = false, sums = [] }: RowRelations,
): ReadRow | Untestable {
  if (row.length === 0) return untestable('nothingToTest', '');
  const decimals = boundsAndDecimals(row.map(({ percentage }) => percentage));
  if (isUntestable(decimals)) return decimals;
  const noCount = row.find(({ count = 0 }) => !Number.isSafeInteger(count) || count < 0);
  if (noCount !== undefined) return untestable('notACount', String(noCount.count));
  for (const { parts, whole } of sums)
    for (const place of whole === 'all' ? parts : [...parts, whole])
      if (row[place] === undefined) throw new DomainError('sums', place, 'a place in the row');
  const all: readonly CountSum[] = partition ? [{ parts: [...row.keys()], whole: 'all' }] : [];
  return {
    decimals,
    shares: row.map(({ count }, at) => ({
      decimals: decimals[at]?.decimals ?? 0,
      count,
      isBound: decimals[at]?.bound !== 'exact',
    })),
    sums: [...all, ...sums],
  };
}

const within = (range: CountRange | null, count: number | undefined): CountRange | null =>
  range === null || count === undefined
    ? range
    : range.from <= count && count <= range.to
      ? { from: count, to: count }
      : null;

/** The subsets of places by size, smallest first. */
function* subsetsOf(places: readonly number[]): Generator<readonly number[]> {
  for (let size = 0; size <= places.length; size += 1) yield* ofSize(0, size);

  function* ofSize(start: number, size: number): Generator<readonly number[]> {
    if (size === 0) yield [];
    else
      for (let at = start; at <= places.length - size; at += 1)
        for (const rest of ofSize(at + 1, size - 1)) yield [places[at] ?? 0, ...rest];
  }
}

/** A row that was read, against one number of patients. */
export function fitOfRow({ decimals, shares, sums }: ReadRow, of: number): RowFit {
  const misfits: number[] = [];
  const forced: number[] = [];
  const extensible: number[] = [];
  const ranges: CountRange[] = [];
  const extended: CountRange[] = [];
  for (const [at, decimal] of decimals.entries()) {
    const isShare = decimal.units >= 0 && decimal.units <= unitsOfWhole(decimal.decimals);
    const count = shares[at]?.count;
    const rounded = isShare ? within(countsPrinting(decimal, of), count) : null;
    const range = rounded ?? (isShare ? within(countsPrinting(decimal, of, 'truncated'), count) : null);
    if (range === null) misfits.push(at);
    else if (rounded === null) forced.push(at);
    ranges.push(range ?? { from: 0, to: of });
  }
  const failed = { of, misfits, truncated: [], counts: null } as const;
  const chance = (cutOff: number): number => chanceOfFit(shares, sums, of, cutOff);
  if (misfits.length > 0) return { ...failed, outcome: 'impossible', sumsFail: false, chance: chance(0) };
  const exact = countsMeeting(ranges, sums, of);
  if (exact !== null) return fitted(exact, forced);
  for (const [at, decimal] of decimals.entries()) {
    const range = ranges[at] ?? { from: 0, to: of };
    const cut = forced.includes(at)
      ? null
      : within(countsPrinting(decimal, of, 'truncated'), shares[at]?.count);
    const to = Math.max(range.to, cut?.to ?? 0);
    if (to > range.to) extensible.push(at);
    extended.push({ from: range.from, to });
  }
  const widest = countsMeeting(extended, sums, of);
  if (widest === null) return { ...failed, outcome: 'impossible', sumsFail: true, chance: chance(0) };
  if (extensible.length <= mostSearched)
    for (const chosen of subsetsOf(extensible)) {
      const mixed = ranges.map((range, at) => (chosen.includes(at) ? (extended[at] ?? range) : range));
      const counts = countsMeeting(mixed, sums, of);
      if (counts !== null)
        return fitted(
          counts,
          [...forced, ...chosen].toSorted((a, b) => a - b),
        );
    }
  return fitted(
    widest,
    [...forced, ...extensible].toSorted((a, b) => a - b),
  );

  function fitted(counts: readonly number[], truncated: readonly number[]): RowFit {
    const odds = chance(truncated.length);
    const outcome = truncated.length > 0 ? 'truncated' : odds >= 1 ? 'noPower' : 'consistent';
    return { outcome, of, misfits, sumsFail: false, truncated, counts, chance: odds };
  }
}

/**
 * Tests the percentages of a row against the number of patients they are of.
 *
 * @throws DomainError (a RangeError) for a sum that names a place beyond the row, which is the caller's bug.
 * @example percentagesOfRow([{ percentage: '14' }, { percentage: '64' }, { percentage: '22' }], 14).misfits // [2]
 */
export function percentagesOfRow(
  row: readonly PrintedShare[],
  of: number,
  relations: RowRelations = {},
): RowFit | Untestable {
  const read = readRow(row, relations);
  if (isUntestable(read)) return read;
  const uncountable = read.decimals.find(({ decimals }) => !isCountable(of, decimals));
  if (uncountable !== undefined)
    return Number.isSafeInteger(of) && of >= 1
      ? untestable('tooManyDigits', uncountable.text)
      : untestable('notACount', String(of));
  return fitOfRow(read, of);
}
