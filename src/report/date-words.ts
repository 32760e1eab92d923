/**
 * Dates as a hospital prints them, so that day and month are never confused: `09-Sep-2008`, `Sep-2008`, `2008`
 * (NHS Common User Interface, date display). An interval keeps both ends; a day from the anchor stays one.
 */
import { formatDay, formatPatientDate, type PatientDate, parsePatientDate } from '../units/index.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2012-06-09` to `09-Jun-2012`, `2012-06` to `Jun-2012`; a year stays a year. */
function isoToWords(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day, name, year].filter((part) => part !== undefined).join('-');
}

/** A date of the record; what is only bounded says so. */
export function dateWords(date: PatientDate): string {
  const isCalendar = date.axis === 'calendar';
  const [from = '', to] = formatPatientDate(date).split('..');
  const named = (end: string, side: 'first' | 'last'): string =>
    isCalendar ? isoToWords(wholeMonth(end, side)) : end;
  if (to === undefined) return isCalendar ? isoToWords(from) : from;
  if (from === '') return `by ${named(to, 'last')}`;
  if (to === '') return `from ${named(from, 'first')}`;
  return `between ${named(from, 'first')} and ${named(to, 'last')}`;
}

/** An interval that begins on the first or ends on the last of a month needs no day. */
function wholeMonth(iso: string, end: 'first' | 'last'): string {
  const month = iso.slice(0, 7);
  const read = parsePatientDate(month);
  if (!read.ok || read.value.earliest === null || read.value.latest === null) return iso;
  return formatDay(end === 'first' ? read.value.earliest : read.value.latest) === iso ? month : iso;
}

/** A date that stands as text; text that is no date stays as it is. */
export function printedDateWords(printed: string): string {
  const read = parsePatientDate(printed);
  return read.ok ? dateWords(read.value) : printed;
}

/** `2026-11-20T23:52:45Z` to `20-Nov-2026 23:52 UTC`; another form stays as it is. */
export function momentWords(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z)?$/.exec(iso);
  if (match === null) return iso;
  const day = isoToWords(match[1] ?? iso);
  return match[2] === undefined ? day : `${day} ${match[2]} UTC`;
}
