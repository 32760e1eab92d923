/**
 * The numbers of patients that the percentages of a row can be of, all percentages together: each alone leaves many, a row
 * often one and its multiples. Ranked by how few percentages have to be cut off, then by how unlikely the fit is by chance.
 */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { isCountable, unitsOfWhole } from './percentage-of-count.ts';
import {
  fitOfRow,
  type PrintedShare,
  type RowFit,
  type RowRelations,
  readRow,
} from './percentages-of-row.ts';
import { chanceOfFit } from './power-of-percentages.ts';
import { isUntestable } from './printed-decimal.ts';

/** Where to look for denominators. */
export interface DenominatorOptions extends RowRelations {
  /** The largest number of patients tried; without it, the largest with which a percentage of the row has power. */
  readonly largest?: number;
  /** The smallest number of patients tried; 1 when left out. */
  readonly smallest?: number;
}

/** The denominators of a row. */
export interface FeasibleDenominators {
  /**
   * `consistent`: some number fits and others would not; `noPower`: numbers fit at which any percentages would; `truncated`:
   * some fit with percentages cut off; `impossible`: none fits.
   */
  readonly outcome: IntegrityOutcome | 'noPower';
  /** All that fit, likeliest first. */
  readonly denominators: readonly RowFit[];
  /** How many of the numbers tried would fit random percentages without cutting off, on average. */
  readonly expectedByChance: number;
  readonly largest: number;
}

/** Numbers of patients above this are not tried unless asked for. */
const usualLargest = 999;

/**
 * Every number of patients that all percentages of a row fit.
 *
 * @throws DomainError (a RangeError) for a sum that names a place beyond the row, which is the caller's bug.
 * @example feasibleDenominators([{ percentage: '9.1' }, { percentage: '36.4' }, { percentage: '54.5' }], {
 *   partition: true, largest: 20,
 * }) // 11 alone
 */
export function feasibleDenominators(
  row: readonly PrintedShare[],
  options: DenominatorOptions = {},
): FeasibleDenominators | Untestable {
  const read = readRow(row, options);
  if (isUntestable(read)) return read;
  const finest = Math.max(...read.decimals.map(({ decimals }) => decimals));
  const largest = options.largest ?? Math.min(usualLargest, unitsOfWhole(finest) - 1);
  if (!isCountable(largest, finest)) return untestable('notACount', String(largest));
  const fits: RowFit[] = [];
  let expectedByChance = 0;
  for (let of = Math.max(1, options.smallest ?? 1); of <= largest; of += 1) {
    const fit = fitOfRow(read, of);
    expectedByChance += fit.truncated.length === 0 ? fit.chance : chanceOfFit(read.shares, read.sums, of, 0);
    if (fit.outcome !== 'impossible') fits.push(fit);
  }
  const denominators = fits.toSorted(
    (one, two) => one.truncated.length - two.truncated.length || one.chance - two.chance || one.of - two.of,
  );
  const [best] = denominators;
  return { outcome: best?.outcome ?? 'impossible', denominators, expectedByChance, largest };
}
