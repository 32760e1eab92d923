/** The order of dated facts whose dates are intervals, and where that order is certain. */
import { compareDates, type PatientDate } from '../../units/index.ts';

interface Dated {
  readonly date: PatientDate | null;
  readonly isOrderCertain: boolean;
}

const earliest = ({ date }: Dated): number => date?.earliest ?? Number.NEGATIVE_INFINITY;
const latest = ({ date }: Dated): number => date?.latest ?? Number.POSITIVE_INFINITY;

/** Infinite ends of the same side are equal. */
const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * Facts by the earliest, then the latest day of their dates; facts that these do not tell apart, without a date, or on
 * two axes stay in the order of the record. Each says whether it certainly follows the one before it.
 */
export function inTimeOrder<T extends Dated>(facts: readonly T[]): readonly T[] {
  const axes = new Set(facts.map(({ date }) => date?.axis ?? 'none'));
  const sorted =
    axes.size > 1 || axes.has('none')
      ? facts
      : facts.toSorted((a, b) => order(earliest(a), earliest(b)) || order(latest(a), latest(b)));
  return sorted.map((fact, at) => {
    const before = sorted[at - 1];
    const isOrderCertain =
      before === undefined ||
      (before.date !== null && fact.date !== null && compareDates(before.date, fact.date) === 'before');
    return { ...fact, isOrderCertain };
  });
}
