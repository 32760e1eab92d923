/**
 * A date in a patient's record: an interval of whole days in which the event lies, on the calendar or counted from
 * the file's anchor event. Papers print '2012', 'June 2012' or 'after cycle 1 (28 days)'; none of these is a day.
 */
import { type CivilDay, civilDay, dayNumber, daysInMonth, formatDay } from './civil-day.ts';
import { accepted, longestText, type Parsed, plainSpaces, quoted, type Refused, refused } from './parsed.ts';

/**
 * The days on which something can have happened, both ends included; null is an open end.
 * `calendar`: days since 1970-01-01. `anchor`: days since the file's anchor event, which is day 0.
 */
export interface PatientDate {
  readonly axis: 'calendar' | 'anchor';
  readonly earliest: number | null;
  readonly latest: number | null;
  /** The text that was read, without spaces at its ends. */
  readonly printed: string;
}

/** Years of the calendar that are read; a record outside them is a slip of the pen. */
export const firstYear = 1900;
export const lastYear = 2100;

/** No anchored day lies farther away than the calendar that is read is long. */
const farthestDay =
  dayNumber({ year: lastYear, month: 12, day: 31 }) - dayNumber({ year: firstYear, month: 1, day: 1 });

const forms =
  "write '2012', '2012-06', '2012-06-15', '2012-06..2012-08', '..2012-06', '2012-06..', 'day 28', 'day -14' or 'day 21..28'";

interface Days {
  readonly earliest: number;
  readonly latest: number;
}

function calendarDays(part: string): Parsed<Days> {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(part);
  if (match === null) return refused('unparsable-date', `${quoted(part)} is not a date: ${forms}.`);
  const year = Number(match[1]);
  if (year < firstYear || year > lastYear)
    return refused('impossible-date', `The year ${year} is outside ${firstYear} to ${lastYear}: correct it.`);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  if (month !== undefined && (month < 1 || month > 12))
    return refused('impossible-date', `${quoted(part)} has no month ${match[2]}: months are 01 to 12.`);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const lastMonth = month ?? 12;
  const lastDay = daysInMonth(year, lastMonth);
  if (day !== undefined && (day < 1 || day > lastDay))
    return refused(
      'impossible-date',
      `${quoted(part)} is not in the calendar: that month has ${lastDay} days.`,
    );
  return accepted({
    earliest: dayNumber({ year, month: month ?? 1, day: day ?? 1 }),
    latest: dayNumber({ year, month: lastMonth, day: day ?? lastDay }),
  });
}

function anchorDays(part: string): Parsed<Days> {
  const match = /^(day )?([+-]?\d{1,6})$/i.exec(part);
  if (match === null)
    return refused(
      'unparsable-date',
      `${quoted(part)} is not a whole number of days from the anchor: ${forms}.`,
    );
  const day = Number(match[2]);
  if (match[1] === undefined && day >= firstYear && day <= lastYear)
    return refused(
      'unparsable-date',
      `${quoted(part)} may be a year or a day: write 'day ${day}', or give both ends on the calendar.`,
    );
  if (Math.abs(day) > farthestDay)
    return refused(
      'impossible-date',
      `Day ${day} is more than ${farthestDay} days from the anchor: correct it.`,
    );
  // No negative zero: 'day -0' is day 0.
  return accepted({ earliest: day + 0, latest: day + 0 });
}

function intervalOf(
  axis: PatientDate['axis'],
  from: Days | null,
  to: Days | null,
  printed: string,
): Parsed<PatientDate> {
  const earliest = from?.earliest ?? null;
  const latest = to?.latest ?? null;
  if (earliest !== null && latest !== null && earliest > latest)
    return refused('impossible-date', `${quoted(printed)} runs backwards: put the earlier end first.`);
  return accepted({ axis, earliest, latest, printed });
}

/**
 * Reads a date. Never throws.
 *
 * Forms: '2012', '2012-06', '2012-06-15', '2012-06..2012-08', '..2012-06', '2012-06..', 'day 28', 'day -14',
 * 'day 21..28', '..day -1', 'day 57..'. A number is read as its digits, since YAML makes a number of 2012.
 * Refused: what is not a date (`unparsable-date`), and dates that are not in the calendar, lie outside 1900 to
 * 2100, or run backwards (`impossible-date`).
 *
 * @example parsePatientDate('2012-06') // earliest 15492 (2012-06-01), latest 15521 (2012-06-30)
 */
export function parsePatientDate(text: string | number): Parsed<PatientDate> {
  const given = String(text);
  if (given.length > longestText)
    return refused('unparsable-date', `${quoted(given)} is not a date: ${forms}.`);
  const printed = given.trim();
  const plain = plainSpaces(given).replaceAll('\u2212', '-');
  if (plain === '') return refused('unparsable-date', `A date is empty: ${forms}, or leave it out.`);
  const parts = plain.split('..').map((part) => part.trim());
  if (parts.length > 2 || parts.every((part) => part === ''))
    return refused('unparsable-date', `${quoted(printed)} is not a date: ${forms}.`);
  const axis = /^(?:\.\. ?)?day /i.test(plain) ? 'anchor' : 'calendar';
  const read = axis === 'anchor' ? anchorDays : calendarDays;

  const ends: (Days | null)[] = [];
  for (const part of parts) {
    const end: Parsed<Days | null> = part === '' ? accepted(null) : read(part);
    if (!end.ok) return inWhole(end, printed, part);
    ends.push(end.value);
  }
  const from = ends[0] ?? null;
  return intervalOf(axis, from, parts.length === 1 ? from : (ends[1] ?? null), printed);
}

function inWhole(refusal: Refused, printed: string, part: string): Refused {
  return printed === part ? refusal : { ...refusal, message: `In ${quoted(printed)}: ${refusal.message}` };
}

const endText = (date: PatientDate, day: number | null): string => {
  if (day === null) return '';
  return date.axis === 'calendar' ? formatDay(day) : `day ${day}`;
};

function wholeMonthsText(earliest: number, latest: number): string | undefined {
  const from: CivilDay = civilDay(earliest);
  const to: CivilDay = civilDay(latest);
  if (from.year !== to.year || from.day !== 1 || to.day !== daysInMonth(to.year, to.month)) return undefined;
  const year = String(from.year).padStart(4, '0');
  if (from.month === 1 && to.month === 12) return year;
  return from.month === to.month ? `${year}-${String(from.month).padStart(2, '0')}` : undefined;
}

/**
 * The shortest text of the interval, which `parsePatientDate` reads back to the same days. For what the source
 * printed, use `printed`. A date open at both ends is 'unknown date'.
 */
export function formatPatientDate(date: PatientDate): string {
  const { earliest, latest } = date;
  if (earliest === null && latest === null) return 'unknown date';
  if (earliest !== null && earliest === latest) return endText(date, earliest);
  if (date.axis === 'calendar' && earliest !== null && latest !== null) {
    const whole = wholeMonthsText(earliest, latest);
    if (whole !== undefined) return whole;
  }
  return `${endText(date, earliest)}..${endText(date, latest)}`;
}
