/**
 * The time points of one course as the record has them: assessments and printed outcomes, put together where they are one,
 * with the day counted from the start of the course and what is printed of the response.
 */
import type { Assessment, CaseRecord, Response, TherapyCourse } from '../../case/index.ts';
import { placeText } from '../../case/index.ts';
import {
  compareDates,
  type DateOrder,
  type DayDistance,
  daysBetween,
  type PatientDate,
  shiftToCalendar,
} from '../../units/index.ts';

/** One time point of a course. */
export interface CoursePoint {
  /** The id of the assessment, or `outcome 1`. */
  readonly id: string;
  readonly date?: PatientDate;
  /** The date in words. */
  readonly label: string;
  /** Days from the start of the course; both ends null where one of them is not known. */
  readonly day: DayDistance;
  /** As the record has it. */
  readonly printed: Response;
  readonly criteria: Assessment['criteria'] | `basis ${'RECIST' | 'imaging' | 'clinical' | 'unstated'}`;
  readonly isRecist: boolean;
  readonly confirmed: 'yes' | 'no' | 'notReported';
  readonly assessment?: Assessment;
  /** Where it stands in the source. */
  readonly basis: readonly string[];
  /** The words of the source. */
  readonly words: readonly string[];
}

/** The calendar day of the record's anchor. */
export type Anchor = PatientDate | undefined;

/** A date on the calendar where the anchor has one. */
export function onCalendar(date: PatientDate, anchor: Anchor): PatientDate {
  return anchor === undefined ? date : shiftToCalendar(date, anchor);
}

/** The order of two dates; on one axis the anchor's own uncertainty plays no part. */
export function orderOf(a: PatientDate, b: PatientDate, anchor: Anchor): DateOrder {
  return a.axis === b.axis ? compareDates(a, b) : compareDates(onCalendar(a, anchor), onCalendar(b, anchor));
}

const unknownDay: DayDistance = { least: null, most: null };

/** Days from one date to another, both moved to the calendar where they can be. */
export function daysFrom(
  start: PatientDate | undefined,
  date: PatientDate | undefined,
  anchor: Anchor,
): DayDistance {
  if (start === undefined || date === undefined) return unknownDay;
  // On one axis the anchor's own uncertainty falls out.
  const own =
    start.axis === date.axis
      ? daysBetween(start, date)
      : daysBetween(onCalendar(start, anchor), onCalendar(date, anchor));
  return own === 'incomparable' ? unknownDay : own;
}

const isSameDate = (a: PatientDate | undefined, b: PatientDate | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.axis === b.axis &&
  a.earliest === b.earliest &&
  a.latest === b.latest;

const placesOf = (of: { readonly place?: Parameters<typeof placeText>[0] }): readonly string[] =>
  of.place === undefined ? [] : [placeText(of.place)];

function ofAssessment(assessment: Assessment, course: TherapyCourse, anchor: Anchor): CoursePoint {
  const { date, criteria, id, response, note } = assessment;
  return {
    id,
    ...(date === undefined ? {} : { date }),
    label: date === undefined ? `${id} (no date)` : date.printed,
    day: dayInCourse(course, date, anchor),
    printed: response,
    criteria,
    isRecist: criteria.startsWith('RECIST'),
    confirmed: 'notReported',
    assessment,
    basis: placesOf(assessment),
    words: [assessment.place?.text, note].filter((text) => text !== undefined),
  };
}

function ofOutcome(
  outcome: TherapyCourse['outcomes'][number],
  at: number,
  course: TherapyCourse,
  anchor: Anchor,
): CoursePoint {
  const { date, basis, response, confirmed, printed, note } = outcome;
  return {
    id: `outcome ${at + 1}`,
    ...(date === undefined ? {} : { date }),
    label: date === undefined ? `outcome ${at + 1} (no date)` : date.printed,
    day: dayInCourse(course, date, anchor),
    printed: response,
    criteria: `basis ${basis}`,
    isRecist: basis === 'RECIST',
    confirmed,
    basis: placesOf(outcome),
    words: [printed, note].filter((text) => text !== undefined),
  };
}

/** An outcome that says again what an assessment says adds its words and its confirmation. */
function merged(points: readonly CoursePoint[], outcome: CoursePoint): readonly CoursePoint[] | undefined {
  const at = points.findIndex(
    (point) => point.printed === outcome.printed && isSameDate(point.date, outcome.date),
  );
  const own = points[at];
  if (own === undefined) return undefined;
  const both: CoursePoint = {
    ...own,
    isRecist: own.isRecist || outcome.isRecist,
    confirmed: outcome.confirmed,
    basis: [...new Set([...own.basis, ...outcome.basis])],
    words: [...new Set([...own.words, ...outcome.words])],
  };
  return points.with(at, both);
}

/** Days from the start of a course; what belongs to it is not before its start. */
export function dayInCourse(
  course: TherapyCourse,
  date: PatientDate | undefined,
  anchor: Anchor,
): DayDistance {
  const { least, most } = daysFrom(course.start, date, anchor);
  return { least: least !== null && least < 0 && (most === null || most >= 0) ? 0 : least, most };
}

const endOf = ({ most, least }: DayDistance): number => least ?? most ?? Number.POSITIVE_INFINITY;

/** The time points of a course in their order. */
export function coursePoints(record: CaseRecord, course: TherapyCourse): readonly CoursePoint[] {
  const anchor = record.anchor?.calendar;
  let points: readonly CoursePoint[] = record.assessments
    .filter(({ therapy }) => therapy === course.id)
    .map((assessment) => ofAssessment(assessment, course, anchor));
  for (const [at, outcome] of course.outcomes.entries()) {
    const point = ofOutcome(outcome, at, course, anchor);
    points = merged(points, point) ?? [...points, point];
  }
  return points.toSorted((a, b) => endOf(a.day) - endOf(b.day));
}

/** The last assessment before a course that measured a lesion. */
export function baselineOf(record: CaseRecord, course: TherapyCourse): Assessment | undefined {
  const { start } = course;
  if (start === undefined) return undefined;
  const anchor = record.anchor?.calendar;
  return record.assessments
    .filter(({ date, lesions }) => {
      if (date === undefined || !lesions.some(({ diameterCm }) => diameterCm !== undefined)) return false;
      const order = orderOf(date, start, anchor);
      return order === 'before' || order === 'same';
    })
    .toSorted((a, b) => (a.date?.latest ?? 0) - (b.date?.latest ?? 0))
    .at(-1);
}
