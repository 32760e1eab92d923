/**
 * Time from the end of the last platinum to the progression after it; none where the platinum was stopped for
 * progression. Under three to six months the disease counts
 * as platinum-resistant in most trials; the limit is the criterion's, not this file's.
 */
import type { TherapyCourse } from '../../case/index.ts';
import { classAndAncestors } from '../../therapy/index.ts';
import { daysBetween, monthsFromDays } from '../../units/index.ts';
import { answer, isUnknown, isUnmet } from '../answer.ts';
import { boundsSchema, boundsText, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { ReadCourse } from '../subject.ts';

/** The course that ended last; one without an end counts as the last. */
function lastOf(courses: readonly TherapyCourse[]): TherapyCourse | undefined {
  const ended = (course: TherapyCourse): number => course.end?.latest ?? Number.POSITIVE_INFINITY;
  return courses.toSorted((a, b) => ended(a) - ended(b)).at(-1);
}

/** Whether all that is recorded of a course leaves no room for a platinum. */
function mayNotBePlatinum({ isNamed, unnamedClasses }: ReadCourse): boolean {
  const wider: readonly string[] = classAndAncestors('platinum');
  return isNamed && !unnamedClasses.some((drugClass) => wider.includes(drugClass));
}

export const platinumFreeIntervalLeaf = defineLeaf({
  name: 'platinumFreeIntervalMonths',
  schema: boundsSchema,
  evaluate(bounds, { courses, record }) {
    const settledBy = 'record when the platinum ended and when the disease progressed after it';
    const last = lastOf(
      courses.filter((each) => each.classes.includes('platinum')).map(({ course }) => course),
    );
    if (last === undefined) {
      const declared = record.complete.find((each) => each.list === 'therapies');
      const isListed = declared !== undefined && courses.every(mayNotBePlatinum);
      return isListed
        ? isUnmet(datumOf(declared, 'the list of treatments is complete and names no platinum'))
        : isUnknown('notRecorded', settledBy);
    }
    const course = datumOf(last, last.printed);
    if (last.stopReason === 'progression') {
      const none = { low: 0, high: 0, lowOpen: false, highOpen: false, printed: '0' };
      return answer(withinBounds(none, bounds), [course], { reason: 'dateUnknown', settledBy });
    }
    if (last.end === undefined) return isUnknown('notRecorded', settledBy);
    const progression = mostRecent(last.outcomes.filter((each) => each.response === 'PD'));
    if (progression?.date === undefined) return isUnknown('dateUnknown', settledBy, course);
    const distance = daysBetween(last.end, progression.date);
    if (distance === 'incomparable') return isUnknown('dateUnknown', settledBy);
    const months = (days: number | null) => (days === null ? null : Math.max(0, monthsFromDays(days)));
    const range = {
      low: months(distance.least),
      high: months(distance.most),
      lowOpen: false,
      highOpen: false,
      printed: '',
    };
    return answer(withinBounds(range, bounds), [datumOf(progression, `progression after ${last.printed}`)], {
      reason: 'dateUnknown',
      settledBy,
    });
  },
  print: (bounds) => `platinum-free interval ${boundsText(bounds, ' months')}`,
});
