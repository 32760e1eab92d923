/** From a fact of the record to the datum that an answer shows, and to the most recent of several facts. */
import type { Place } from '../case/index.ts';
import type { PatientDate } from '../units/index.ts';
import type { Datum } from './answer.ts';

interface DatedFact {
  readonly date?: PatientDate;
  readonly place?: Place;
}

/** The datum of a fact: what it says, when, and where it is written. */
export function datumOf(fact: DatedFact, text: string): Datum {
  return {
    text,
    ...(fact.date === undefined ? {} : { date: fact.date.printed }),
    ...(fact.place === undefined ? {} : { place: fact.place }),
  };
}

const lateness = (fact: DatedFact): number =>
  fact.date?.latest ?? fact.date?.earliest ?? Number.NEGATIVE_INFINITY;

/** Whether a fact is later than another; a dated one is later than an undated one. */
export function isLater(fact: DatedFact, than: DatedFact): boolean {
  return lateness(fact) > lateness(than);
}

/** Facts in the order of their dates; undated ones come first, equally recent ones stay in the order of the file. */
export function oldestFirst<T extends DatedFact>(facts: readonly T[]): readonly T[] {
  return facts.toSorted((a, b) => (lateness(a) === lateness(b) ? 0 : lateness(a) - lateness(b)));
}

/** The most recent of several facts; of equally recent ones the last in the file; undated ones come first. */
export function mostRecent<T extends DatedFact>(facts: readonly T[]): T | undefined {
  return facts.reduce<T | undefined>(
    (latest, fact) => (latest === undefined || lateness(fact) >= lateness(latest) ? fact : latest),
    undefined,
  );
}
