/**
 * Percentages that each are of a whole number of the printed patients, and whether such counts add up: a sum that counts
 * exclude says nothing against a percentage, and patients that are missing from it may have had no printed category.
 */
import { percentageOfCount, percentagesAddUp, percentagesOfRow } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, sizesOf } from './audited-study.ts';

const shareOf = ({ value }: PrintedValue) => ({ percentage: value });

/** Whether the percentages, each by itself, are of whole numbers out of so many patients. */
export function fitsAlone(values: readonly PrintedValue[], patients: number): boolean {
  const { outcome } = percentagesOfRow(values.map(shareOf), patients);
  return outcome === 'consistent' || outcome === 'noPower';
}

/** What the counts behind rounded percentages add up to, out of a printed size. */
export interface AddedCounts {
  readonly of: number;
  readonly parts: CountSpan;
  readonly whole: CountSpan;
}

/** From the fewest to the most patients that print can stand for. */
export interface CountSpan {
  readonly least: number;
  readonly most: number;
}

function spanOf(values: readonly PrintedValue[], patients: number): CountSpan {
  const ranges = values.flatMap(({ value }) => {
    const read = percentageOfCount(value, patients);
    return read.outcome === 'untestable' ? [] : (read.rounded ?? []);
  });
  return {
    least: ranges.reduce((sum, { from }) => sum + from, 0),
    most: ranges.reduce((sum, { to }) => sum + to, 0),
  };
}

/** A span as printed: "53", or "53 to 55". */
export const spanText = ({ least, most }: CountSpan): string =>
  least === most ? String(least) : `${least} to ${most}`;

/**
 * The counts of percentages that are each of a printed size, where they do not add up to their whole; undefined where
 * they do for some printed size, or where no printed size fits the percentages.
 */
export function countsThatFail(
  of: AuditedStudy,
  parts: readonly PrintedValue[],
  whole: PrintedValue | 'all',
): AddedCounts | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const values = whole === 'all' ? parts : [...parts, whole];
  const fitting = sizesOf(of, first.group).filter(({ patients }) => fitsAlone(values, patients));
  const failed = fitting.filter(({ patients }) => {
    const { outcome } = percentagesAddUp(
      parts.map(shareOf),
      whole === 'all' ? 'all' : shareOf(whole),
      patients,
    );
    return outcome === 'impossible' || outcome === 'truncated';
  });
  const [size] = failed;
  if (size === undefined || failed.length < fitting.length) return undefined;
  return {
    of: size.patients,
    parts: spanOf(parts, size.patients),
    whole: whole === 'all' ? { least: size.patients, most: size.patients } : spanOf([whole], size.patients),
  };
}
