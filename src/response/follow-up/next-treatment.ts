/** Which treatment of a record came next after a course, as far as the dates tell. */
import type { CaseRecord, TherapyCourse } from '../../case/index.ts';
import { compareDates, type DateOrder, type PatientDate, shiftToCalendar } from '../../units/index.ts';
import { type CourseRole, readCourse } from '../lines/index.ts';

/** The courses of a record that can start a line. */
export const lineCourses = (record: CaseRecord): readonly TherapyCourse[] =>
  record.therapies.filter((course) => readCourse(course).role === 'line');

const drugRoles: ReadonlySet<CourseRole> = new Set<CourseRole>([
  'line',
  'somatostatinAnalogue',
  'maintenance',
  'perioperative',
]);

/** The courses with drugs against the tumour, whether or not they start a line. */
export const drugCourses = (record: CaseRecord): readonly TherapyCourse[] =>
  record.therapies.filter((course) => drugRoles.has(readCourse(course).role));

/** The start of the next treatment; `isOpen` where one may have come next and none certainly did. */
export interface NextTreatment {
  readonly start: PatientDate | undefined;
  readonly isOpen: boolean;
}

/** The order of two dates, moved to one axis only where they stand on two. */
export function orderOnOneAxis(a: PatientDate, b: PatientDate, anchor: PatientDate | undefined): DateOrder {
  return a.axis === b.axis || anchor === undefined
    ? compareDates(a, b)
    : compareDates(shiftToCalendar(a, anchor), shiftToCalendar(b, anchor));
}

const known = (days: readonly (number | null)[]): readonly number[] => days.flatMap((day) => day ?? []);

/** The first of several dates on one axis, as an interval; it did not come before `after`. */
function firstOf(
  certain: readonly PatientDate[],
  possible: readonly PatientDate[],
  after: PatientDate,
): PatientDate {
  const [only] = certain;
  const all = [...certain, ...possible];
  const latest = known(certain.map((date) => date.latest));
  const earliest = all.map((date) => date.earliest);
  const least = earliest.includes(null) ? after.earliest : Math.min(...known(earliest));
  return {
    axis: after.axis,
    earliest: least === null || after.earliest === null ? least : Math.max(least, after.earliest),
    latest: latest.length === 0 ? null : Math.min(...latest),
    printed: all.length === 1 && only !== undefined ? only.printed : 'the start of the next treatment',
  };
}

/** The next treatment after a course among those that can start a line. */
export function nextTreatment(
  course: TherapyCourse,
  lines: readonly TherapyCourse[],
  anchor: PatientDate | undefined,
): NextTreatment {
  const { start } = course;
  const others = lines.filter(({ id }) => id !== course.id);
  if (start === undefined) return { start: undefined, isOpen: others.length > 0 };
  const certain: PatientDate[] = [];
  const possible: PatientDate[] = [];
  let isUndated = false;
  for (const other of others) {
    if (other.start === undefined) {
      isUndated = true;
      continue;
    }
    const order = orderOnOneAxis(start, other.start, anchor);
    if (order === 'before') certain.push(other.start);
    else if (order !== 'after' && order !== 'same') possible.push(other.start);
  }
  if (certain.length === 0) return { start: undefined, isOpen: isUndated || possible.length > 0 };
  const isMixed = [...certain, ...possible].some(({ axis }) => axis !== start.axis);
  const placed = (date: PatientDate): PatientDate =>
    isMixed && anchor !== undefined ? shiftToCalendar(date, anchor) : date;
  return { start: firstOf(certain.map(placed), possible.map(placed), placed(start)), isOpen: false };
}
