/**
 * When a course failed: the disease progressed on it. Progression that came certainly after the course had ended is a
 * relapse, not a failure of the drug; how long after is for a criterion to weigh (the platinum-free interval).
 */
import type { TherapyCourse } from '../case/index.ts';
import { compareDates } from '../units/index.ts';

/** True where the disease progressed while the course went on, or the course was stopped for progression. */
export function progressedOn(course: TherapyCourse): boolean {
  if (course.stopReason === 'progression') return true;
  return course.outcomes.some(({ response, date }) => {
    if (response !== 'PD') return false;
    const isAfterEnd =
      course.end !== undefined && date !== undefined && compareDates(course.end, date) === 'before';
    return !isAfterEnd;
  });
}
