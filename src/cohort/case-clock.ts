/**
 * Places the dates of a record on one axis of days. Zero is the record's anchor event where it has one, else the start of
 * the treatment that is asked for, of the first dated systemic treatment, or the first dated fact. Dates stay intervals: of
 * a zero that is itself only known within bounds, the earliest day is taken, and the bounds are said.
 */
import type { CaseRecord, TherapyCourse } from '../case/index.ts';
import type { PatientDate } from '../units/index.ts';

/** Days from zero between which something lies; null where an end is open. */
export interface DayBounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** An axis of days for one record. */
export interface CaseClock {
  /** What zero is: "start of entrectinib". */
  readonly zero: string;
  /** How exact zero is, where it is not one day. */
  readonly zeroNote: string | null;
  readonly place: (date: PatientDate | undefined) => DayBounds;
}

const unknown: DayBounds = { low: null, high: null };
const less = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;

const startOf = (course: TherapyCourse): PatientDate | undefined =>
  course.start?.axis === 'calendar' && course.start.earliest !== null ? course.start : undefined;

/** Whether the start of a course can be day 0: it has a date of the calendar, or is the record's anchor itself. */
export const canBeZero = (record: CaseRecord, zero: string): boolean =>
  record.therapies.some((course) => {
    const { start } = course;
    const isAnchor = start?.axis === 'anchor' && start.earliest === 0 && start.latest === 0;
    return course.id === zero && (isAnchor || startOf(course) !== undefined);
  });

const anchored = (event: string, calendar: PatientDate | undefined): CaseClock => ({
  zero: event,
  zeroNote:
    calendar === undefined || calendar.earliest === calendar.latest
      ? null
      : `Zero lies within ${calendar.printed}; dates of the calendar have bounds accordingly`,
  place: (date) => {
    if (date === undefined) return unknown;
    if (date.axis === 'anchor') return { low: date.earliest, high: date.latest };
    if (calendar === undefined) return unknown;
    return { low: less(date.earliest, calendar.latest), high: less(date.latest, calendar.earliest) };
  },
});

const onCalendar = (event: string, zero: PatientDate): CaseClock => ({
  zero: event,
  zeroNote: zero.earliest === zero.latest ? null : `Zero is the first day of ${zero.printed}`,
  place: (date) =>
    date?.axis === 'calendar'
      ? { low: less(date.earliest, zero.earliest), high: less(date.latest, zero.earliest) }
      : unknown,
});

/** Every dated fact that can be zero when nothing better is known. */
const firstDate = (record: CaseRecord): PatientDate | undefined =>
  [
    ...record.therapies.map(({ start }) => start),
    ...record.pathology.map(({ date }) => date),
    ...record.imaging.map(({ date }) => date),
    ...record.assessments.map(({ date }) => date),
    ...record.laboratory.map(({ date }) => date),
  ]
    .filter((date) => date?.axis === 'calendar' && date.earliest !== null)
    .sort((one, other) => (one?.earliest ?? 0) - (other?.earliest ?? 0))[0];

/**
 * The axis of a record.
 *
 * @param zero id of the course whose start is day 0; the record's own anchor or the first dated systemic treatment else.
 * @returns undefined where no fact of the record has a date to count from.
 */
export function caseClock(record: CaseRecord, zero?: string): CaseClock | undefined {
  const asked = record.therapies.find(({ id }) => id === zero);
  const askedStart = asked === undefined ? undefined : startOf(asked);
  if (asked !== undefined && askedStart !== undefined)
    return onCalendar(`start of ${asked.printed}`, askedStart);
  if (record.anchor !== undefined) return anchored(record.anchor.event, record.anchor.calendar);
  const dated = record.therapies
    .filter((course) => course.kind === 'systemic' && startOf(course) !== undefined)
    .toSorted((one, other) => (startOf(one)?.earliest ?? 0) - (startOf(other)?.earliest ?? 0))[0];
  const start = dated === undefined ? undefined : startOf(dated);
  if (dated !== undefined && start !== undefined) return onCalendar(`start of ${dated.printed}`, start);
  const first = firstDate(record);
  return first === undefined ? undefined : onCalendar('the first dated fact', first);
}
