/**
 * Which counts of n patients a printed percentage can stand for. The counts that print a percentage are neighbours, so their
 * first and last follow by dividing whole numbers, exact because all of them stay far below 2^53; ties are printed up (half up)
 * or to the even digit.
 */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { type PrintedDecimal, printUnits, readPrintedDecimal } from './printed-decimal.ts';

/** Counts from the first to the last, both included. */
export interface CountRange {
  readonly from: number;
  readonly to: number;
}

/** How a share was brought to its decimals: rounded half up or half to even, cut off, or raised to the next digit. */
export type PrintingRule = 'rounded' | 'truncated' | 'raised';

/** The units of a whole at so many decimals: 1000 for percentages with one. */
export const unitsOfWhole = (decimals: number): number => 10 ** (decimals + 2);

/** Whether counts of `of` are computed exactly at these decimals. */
export function isCountable(of: number, decimals: number): boolean {
  return Number.isSafeInteger(of) && of >= 1 && of * unitsOfWhole(decimals) <= Number.MAX_SAFE_INTEGER / 4;
}

/**
 * The whole numbers k for which `whole` units times k / `of` prints as `units`, or null without any. `rounded` allows what
 * half up or half to even would print.
 *
 * @param most the largest k there can be.
 */
export function countsOfUnits(
  units: number,
  whole: number,
  of: number,
  rule: PrintingRule,
  most: number,
): CountRange | null {
  const isEven = units % 2 === 0;
  let from: number;
  let to: number;
  switch (rule) {
    case 'rounded':
      from = Math.ceil(((2 * units - 1) * of) / (2 * whole));
      to = Math.floor(((2 * units + 1) * of - (isEven ? 0 : 1)) / (2 * whole));
      break;
    case 'truncated':
      from = Math.ceil((units * of) / whole);
      to = Math.floor(((units + 1) * of - 1) / whole);
      break;
    case 'raised':
      from = Math.floor(((units - 1) * of) / whole) + 1;
      to = Math.floor((units * of) / whole);
      break;
  }
  const first = Math.max(0, from);
  const last = Math.min(most, to);
  return first <= last ? { from: first, to: last } : null;
}

/** The counts of `of` on one side of a printed bound ("<1"). */
function countsBeyond({ units, decimals, bound }: PrintedDecimal, of: number): CountRange | null {
  const share = (units * of) / unitsOfWhole(decimals);
  const [from, to] =
    bound === 'below'
      ? [0, Math.ceil(share) - 1]
      : bound === 'atMost'
        ? [0, Math.floor(share)]
        : bound === 'above'
          ? [Math.floor(share) + 1, of]
          : [Math.ceil(share), of];
  const range = { from: Math.max(0, from), to: Math.min(of, to) };
  return range.from <= range.to ? range : null;
}

/** The counts of `of` that print a percentage under a rule, or lie beyond a printed bound ("<1"); null without any. */
export function countsPrinting(
  decimal: PrintedDecimal,
  of: number,
  rule: PrintingRule = 'rounded',
): CountRange | null {
  const { units, decimals, bound } = decimal;
  return bound === 'exact'
    ? countsOfUnits(units, unitsOfWhole(decimals), of, rule, of)
    : countsBeyond(decimal, of);
}

/**
 * The percentage of `count` in `of` as printed, without a percent sign; ties go up.
 *
 * @example printedPercentage(7, 17, 1) // '41.2'
 */
export function printedPercentage(
  count: number,
  of: number,
  decimals: number,
  rule: PrintingRule = 'rounded',
): string {
  const share = count * unitsOfWhole(decimals);
  const rest = share % of;
  const down = (share - rest) / of;
  const isUp = rule === 'rounded' ? 2 * rest >= of : rule === 'raised' && rest > 0;
  return printUnits(isUp ? down + 1 : down, decimals);
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/**
 * How many different percentages with these decimals the counts of `of` can print; of 10^(decimals + 2) + 1 there are. Below
 * one count a unit each count prints another one, and a tie above an even digit prints two.
 */
export function printablePercentages(of: number, decimals: number): number {
  const whole = unitsOfWhole(decimals);
  if (of >= whole) return whole + 1;
  const divisor = greatestDivisor(2 * whole, of);
  const step = (2 * whole) / divisor;
  // A tie above an even digit is a count at which 2 * whole * count / of is 1 more than a multiple of 4.
  const first = step % 4;
  const ties = step % 2 === 0 || divisor < first ? 0 : Math.floor((divisor - first) / 4) + 1;
  return of + 1 + ties;
}

/** A count with what it would have printed. */
export interface NearestPercentage {
  readonly count: number;
  readonly percentage: string;
}

/** A printed percentage against the number it is of. */
export interface PercentageOfCount {
  /** `noPower`: with so many patients every percentage of these decimals is that of some count. */
  readonly outcome: IntegrityOutcome | 'noPower';
  /** The counts that print it when rounded. */
  readonly rounded: CountRange | null;
  /** The counts that print it when cut off. */
  readonly truncated: CountRange | null;
  /** The counts that print it when raised to the next digit: an explanation of an impossible one, not an outcome. */
  readonly raised: CountRange | null;
  /** The counts just below and above the printed share, with what they print. */
  readonly nearest: readonly NearestPercentage[];
  /** The chance that a percentage of these decimals, drawn at random, would have been consistent. */
  readonly chance: number;
}

const holds = (range: CountRange | null, count: number): boolean =>
  range !== null && range.from <= count && count <= range.to;

/** How many percentages of these decimals one count prints: two for a tie above an even digit. */
export function printedPercentageCount(count: number, of: number, decimals: number): number {
  const share = 2 * count * unitsOfWhole(decimals);
  return share % of === 0 && (share / of) % 4 === 1 ? 2 : 1;
}

/**
 * Tests a printed percentage against the number of patients it is of and, where it is printed too, against their count. A
 * bound ("<5") can be wrong for a count only.
 *
 * @example percentageOfCount('22', 14).outcome // 'impossible': 3 of 14 is 21, 4 of 14 is 29
 * @example percentageOfCount('43.7', 16).outcome // 'truncated': 7 of 16 is 43.75
 */
export function percentageOfCount(
  percentage: string,
  of: number,
  count?: number,
): PercentageOfCount | Untestable {
  const read = readPrintedDecimal(percentage);
  if (!read.ok) return untestable(read.reason, percentage);
  const { units, decimals } = read.decimal;
  if (!Number.isSafeInteger(of) || of < 1) return untestable('notACount', String(of));
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 0))
    return untestable('notACount', String(count));
  if (!isCountable(of, decimals)) return untestable('tooManyDigits', percentage);
  const whole = unitsOfWhole(decimals);
  const isBound = read.decimal.bound !== 'exact';
  const isShare = isBound || (units >= 0 && units <= whole);
  const ranges = (rule: PrintingRule): CountRange | null =>
    isShare ? countsPrinting(read.decimal, of, rule) : null;
  const rounded = ranges('rounded');
  const [truncated, raised] = isBound ? [null, null] : [ranges('truncated'), ranges('raised')];
  const fits = (range: CountRange | null): boolean =>
    count === undefined ? range !== null : holds(range, count);
  const printable =
    count === undefined ? printablePercentages(of, decimals) : printedPercentageCount(count, of, decimals);
  const isPowerless = count === undefined && (isBound ? rounded !== null : of >= whole && isShare);
  const below = Math.min(of, Math.max(0, Math.floor((units * of) / whole)));
  const around =
    count !== undefined && count <= of ? [count] : [...new Set([below, Math.min(of, below + 1)])];
  return {
    outcome: isPowerless
      ? 'noPower'
      : fits(rounded)
        ? 'consistent'
        : fits(truncated)
          ? 'truncated'
          : 'impossible',
    rounded,
    truncated,
    raised,
    nearest: around.map((each) => ({ count: each, percentage: printedPercentage(each, of, decimals) })),
    chance: isBound ? 1 : printable / (whole + 1),
  };
}
