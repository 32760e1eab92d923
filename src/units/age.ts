/**
 * Age in completed years, as bounds: from a date of birth that may be a year only, or from an age printed at some
 * date ('a 48-year-old man presented in August 2009'), carried to another date.
 * A person born on 29 February completes a year on 1 March of a common year.
 */
import { civilDay, dayNumber, daysInMonth } from './civil-day.ts';
import { compareDates, daysBetween } from './date-order.ts';
import type { PatientDate } from './patient-date.ts';

/** Completed years: at least `least`, at most `most`; null is without bound. */
export interface AgeYears {
  readonly least: number | null;
  readonly most: number | null;
}

/** Why there is no age: the dates are on different axes, or the date lies before the birth. */
export type NoAge = 'incomparable' | 'before-birth';

function completedYears(birthDay: number, atDay: number): number {
  const birth = civilDay(birthDay);
  const at = civilDay(atDay);
  const reached = at.month > birth.month || (at.month === birth.month && at.day >= birth.day);
  return at.year - birth.year - (reached ? 0 : 1);
}

/** The age at a date of somebody born on a date; both on the calendar. */
export function ageAt(birth: PatientDate, at: PatientDate): AgeYears | NoAge {
  if (birth.axis !== 'calendar' || at.axis !== 'calendar') return 'incomparable';
  if (compareDates(at, birth) === 'before') return 'before-birth';
  const least =
    birth.latest === null || at.earliest === null
      ? 0
      : Math.max(0, completedYears(birth.latest, at.earliest));
  const most =
    birth.earliest === null || at.latest === null ? null : completedYears(birth.earliest, at.latest);
  return { least, most };
}

/** The last day of birth that completes `years` by a day: the same calendar day, or the end of its month. */
function lastBirthday(day: number, years: number): number {
  const { year, month, day: dayOfMonth } = civilDay(day);
  const birthYear = year - years;
  return dayNumber({ year: birthYear, month, day: Math.min(dayOfMonth, daysInMonth(birthYear, month)) });
}

/** The days on which somebody can have been born whose age in completed years was printed at a calendar date. */
function birthOf(years: number, printedAt: PatientDate): PatientDate {
  return {
    axis: 'calendar',
    earliest: printedAt.earliest === null ? null : lastBirthday(printedAt.earliest, years + 1) + 1,
    latest: printedAt.latest === null ? null : lastBirthday(printedAt.latest, years),
    printed: `aged ${years} at ${printedAt.printed}`,
  };
}

// Days of a span of whole years, 1901 to 2099, where every fourth year is a leap year.
const shortestSpan = (years: number): number => 365 * years + Math.floor(years / 4);
const longestSpan = (years: number): number => 365 * years + Math.ceil(years / 4);

/** The largest number of years whose span is at most `days`, or the smallest whose span is at least `days`. */
function yearsWithin(days: number, span: (years: number) => number): number {
  let years = Math.floor(days / 366);
  while (span(years + 1) <= days) years += 1;
  return years;
}
function yearsCovering(days: number, span: (years: number) => number): number {
  let years = Math.floor(days / 366);
  while (span(years) < days) years += 1;
  return years;
}

const leastAfter = (age: number, days: number): number =>
  days >= 0 ? age + yearsWithin(days, longestSpan) : age - yearsCovering(-days, shortestSpan);

function mostAfter(age: number, days: number): number {
  if (days === 0) return age;
  return days > 0
    ? age + 1 + yearsWithin(days - 1, shortestSpan)
    : age + 1 - yearsCovering(1 - days, longestSpan);
}

/**
 * The age at a date of somebody whose age was printed at another date. On the calendar the days of birth that fit
 * decide; from an anchor, the number of days between. Two events both dated '2009-08' may lie on two sides of a
 * birthday, so 48 at the one is 47 to 49 at the other.
 *
 * @param years the printed age in completed years
 */
export function ageFromPrinted(years: number, printedAt: PatientDate, at: PatientDate): AgeYears | NoAge {
  if (printedAt.axis !== at.axis) return 'incomparable';
  if (compareDates(printedAt, at) === 'same') return { least: years, most: years };
  if (at.axis === 'calendar') return ageAt(birthOf(years, printedAt), at);
  const elapsed = daysBetween(printedAt, at);
  if (elapsed === 'incomparable') return 'incomparable';
  const most = elapsed.most === null ? null : mostAfter(years, elapsed.most);
  if (most !== null && most < 0) return 'before-birth';
  return { least: elapsed.least === null ? 0 : Math.max(0, leastAfter(years, elapsed.least)), most };
}
