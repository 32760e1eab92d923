/**
 * Printed parts against their printed whole, with the slack that rounding leaves: 15 and 37 may add up to 53. Where the
 * number of patients is known the counts decide instead, which is stricter ({@link percentagesAddUp}).
 */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { type PrintedShare, percentagesOfRow, type RowFit } from './percentages-of-row.ts';
import { exactDecimals, isUntestable, type PrintedDecimal, printUnits } from './printed-decimal.ts';
import {
  commonDecimals,
  mayBeAtMost,
  mayBeEqual,
  notNegative,
  type PrintedAs,
  sumOf,
  type ValueInterval,
  valuesOf,
} from './printed-interval.ts';

/** How parts and whole belong together. */
export interface SumOptions {
  /** `equals` when left out; `atMost`: the parts are some of the whole. */
  readonly relation?: 'equals' | 'atMost';
  /** The parts are counts or other numbers that were not rounded. */
  readonly exactParts?: boolean;
  /** The whole was not rounded: a count, or the 100 that percentages add up to. */
  readonly exactWhole?: boolean;
}

/** Parts against their whole. */
export interface SumWithRounding {
  readonly outcome: IntegrityOutcome;
  /** The sum of the parts minus the whole, as the printed numbers stand. */
  readonly difference: string;
  /** The largest difference that rounding every number by half a unit of its last digit explains. */
  readonly slack: string;
}

const halfUnitsOf = (values: ValueInterval): bigint => ((values.high ?? 0n) - (values.low ?? 0n)) / 2n;

/**
 * Tests whether printed parts can add up to a printed whole. All numbers are taken to stand for values of 0 or more.
 * A single part with the decimals of its whole is tested more strictly by `inOrder`, because rounding keeps the order.
 *
 * @example sumWithRounding(['15', '37'], '53').outcome // 'consistent': 15.4 and 37.4 are 52.8
 * @example sumWithRounding(['29', '35', '35'], '100', { exactWhole: true }).outcome // 'consistent'
 */
export function sumWithRounding(
  parts: readonly string[],
  whole: string,
  { relation = 'equals', exactParts = false, exactWhole = false }: SumOptions = {},
): SumWithRounding | Untestable {
  if (parts.length === 0) return untestable('nothingToTest', whole);
  const read = exactDecimals([...parts, whole]);
  if (isUntestable(read)) return read;
  const negative = read.find(({ units }) => units < 0);
  if (negative !== undefined) return untestable('outOfDomain', negative.text);
  const at = commonDecimals(read);
  const printedParts = read.slice(0, -1);
  const printedWhole = read.slice(-1);
  const values = (numbers: readonly PrintedDecimal[], as: PrintedAs, isExact: boolean): ValueInterval =>
    sumOf(numbers.map((each) => notNegative(valuesOf(each, at, isExact ? 'exact' : as))));
  const holds = relation === 'equals' ? mayBeEqual : mayBeAtMost;
  const fits = (as: PrintedAs): boolean =>
    holds(values(printedParts, as, exactParts), values(printedWhole, as, exactWhole));
  const centre = (numbers: readonly PrintedDecimal[]): bigint => values(numbers, 'exact', true).low ?? 0n;
  const slackOf = (numbers: readonly PrintedDecimal[], isExact: boolean): bigint =>
    numbers.reduce((sum, each) => sum + halfUnitsOf(valuesOf(each, at, isExact ? 'exact' : 'rounded')), 0n);
  const slack = slackOf(printedParts, exactParts) + slackOf(printedWhole, exactWhole);
  return {
    outcome: fits('rounded') ? 'consistent' : fits('either') ? 'truncated' : 'impossible',
    difference: printUnits(Number((centre(printedParts) - centre(printedWhole)) / 2n), at),
    slack: printUnits(Number(slack * 5n), at + 1),
  };
}

/**
 * Tests whether there are counts of `of` patients that print every part and add up to a count that prints the whole; `all`
 * means that the parts are all patients.
 *
 * @example percentagesAddUp([{ percentage: '15' }, { percentage: '37' }], { percentage: '53' }, 78) // 12 and 29 are 41
 */
export function percentagesAddUp(
  parts: readonly PrintedShare[],
  whole: PrintedShare | 'all',
  of: number,
): RowFit | Untestable {
  if (whole === 'all') return percentagesOfRow(parts, of, { partition: true });
  return percentagesOfRow([...parts, whole], of, {
    sums: [{ parts: [...parts.keys()], whole: parts.length }],
  });
}
