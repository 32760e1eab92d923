/**
 * Percentages that were made from other printed percentages: added up after rounding (15 and 37 to 52 where 41 of 78 are 53),
 * or set to what is missing to 100. They explain why a row fits no counts.
 */

import { printedPercentage, unitsOfWhole } from './percentage-of-count.ts';
import {
  fitOfRow,
  type PrintedShare,
  percentagesOfRow,
  type ReadRow,
  type RowRelations,
  readRow,
} from './percentages-of-row.ts';
import { isUntestable } from './printed-decimal.ts';

/** A percentage that is explained by others. */
export interface DerivedPercentage {
  /** Its place in the row. */
  readonly at: number;
  /** `sum`: the printed parts added up; `difference`: a printed whole, or 100, less the other parts. */
  readonly from: 'sum' | 'difference';
  readonly printed: string;
  /** What its count would print: the first of several. */
  readonly recomputed: string;
}

/** The places of a row whose printed number is that of the others in a sum. */
function candidatesOf({ decimals, sums }: ReadRow): readonly Omit<DerivedPercentage, 'recomputed'>[] {
  return sums.flatMap(({ parts, whole }) => {
    const places = whole === 'all' ? parts : [...parts, whole];
    const [first] = places.map((at) => decimals[at]?.decimals ?? 0);
    if (first === undefined || places.some((at) => decimals[at]?.decimals !== first)) return [];
    const units = (at: number): number => decimals[at]?.units ?? 0;
    const total = whole === 'all' ? unitsOfWhole(first) : units(whole);
    if (parts.reduce((sum, at) => sum + units(at), 0) !== total) return [];
    return places.map((at) => ({
      at,
      from: at === whole ? ('sum' as const) : ('difference' as const),
      printed: decimals[at]?.text ?? '',
    }));
  });
}

/**
 * The percentages that explain why a row fits no counts of `of` patients, or only cut off: each is exactly what the printed
 * others leave for it, and without it the row fits. Empty for a row that fits.
 *
 * @throws DomainError (a RangeError) for a sum that names a place beyond the row, which is the caller's bug.
 * @example derivedPercentages([{ percentage: '14' }, { percentage: '64' }, { percentage: '22' }], 14, { partition: true })
 * // [{ at: 2, from: 'difference', printed: '22', recomputed: '21' }]
 */
export function derivedPercentages(
  row: readonly PrintedShare[],
  of: number,
  relations: RowRelations = {},
): readonly DerivedPercentage[] {
  const [read, fit] = [readRow(row, relations), percentagesOfRow(row, of, relations)];
  if (isUntestable(read) || isUntestable(fit)) return [];
  if (fit.outcome === 'consistent' || fit.outcome === 'noPower') return [];
  return candidatesOf(read).flatMap((candidate) => {
    const freed = read.decimals.map((decimal, at) =>
      at === candidate.at ? { ...decimal, units: 0, bound: 'atLeast' as const } : decimal,
    );
    const without = fitOfRow({ ...read, decimals: freed }, of);
    const count = without.truncated.length === 0 ? without.counts?.[candidate.at] : undefined;
    if (count === undefined) return [];
    const recomputed = printedPercentage(count, of, read.decimals[candidate.at]?.decimals ?? 0);
    return [{ ...candidate, recomputed }];
  });
}
