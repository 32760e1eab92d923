/**
 * What is certain about the order and distance of two dates that are intervals. An order holds only when every
 * choice of days within the intervals gives it.
 */
import type { PatientDate } from './patient-date.ts';

/** `overlapping`: more than one order is possible. `incomparable`: one date is on the calendar, one is not. */
export type DateOrder = 'before' | 'after' | 'same' | 'overlapping' | 'incomparable';

/** Days from one date to another: at least `least`, at most `most`; null is without bound. */
export interface DayDistance {
  readonly least: number | null;
  readonly most: number | null;
}

const certainlyBefore = (a: PatientDate, b: PatientDate): boolean =>
  a.latest !== null && b.earliest !== null && a.latest < b.earliest;

const isOneDay = (date: PatientDate): boolean => date.earliest !== null && date.earliest === date.latest;

/** The order of `a` relative to `b`. `same` only when both are one and the same day. */
export function compareDates(a: PatientDate, b: PatientDate): DateOrder {
  if (a.axis !== b.axis) return 'incomparable';
  if (certainlyBefore(a, b)) return 'before';
  if (certainlyBefore(b, a)) return 'after';
  return isOneDay(a) && isOneDay(b) ? 'same' : 'overlapping';
}

/**
 * Whether an event has certainly happened by the end of the clock's interval: a clock at '2012-07' has seen the
 * whole of July. An open end, of the date or of the clock, is not certain, so the answer is false.
 */
export function certainlyAtOrBefore(date: PatientDate, clock: PatientDate): boolean | 'incomparable' {
  if (date.axis !== clock.axis) return 'incomparable';
  return date.latest !== null && clock.latest !== null && date.latest <= clock.latest;
}

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/**
 * An anchored date moved to the calendar; both uncertainties add up ('day 28' after '2009-08' is any day from
 * 2009-08-29 to 2009-09-28). A date that is on the calendar already, or an anchor that is not, leaves the date as
 * it is. `printed` stays what the source printed.
 */
export function shiftToCalendar(date: PatientDate, anchor: PatientDate): PatientDate {
  if (date.axis === 'calendar' || anchor.axis !== 'calendar') return date;
  return {
    axis: 'calendar',
    earliest: sum(anchor.earliest, date.earliest),
    latest: sum(anchor.latest, date.latest),
    printed: date.printed,
  };
}

/** Days from `a` to `b`, negative when `b` lies before `a`. */
export function daysBetween(a: PatientDate, b: PatientDate): DayDistance | 'incomparable' {
  if (a.axis !== b.axis) return 'incomparable';
  return { least: difference(b.earliest, a.latest), most: difference(b.latest, a.earliest) };
}

/** Mean length of a month in days: 365.25 / 12, as oncology trials convert days to months. */
export const daysPerMonth = 30.4375;

/** Months of `daysPerMonth` days; not rounded. */
export function monthsFromDays(days: number): number {
  return days / daysPerMonth;
}
