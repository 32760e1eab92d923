/** The best response of a record to a treatment, as the record states it. */
import type { CaseRecord } from '../case/index.ts';
import type { FigureResponse } from '../figures/index.ts';
import { courseOfTreatment } from './course-of-treatment.ts';
import { bestOf, figureResponse } from './figure-response.ts';

/** The best of the outcomes of the course; undefined where the record has no such course. */
export function bestResponseTo(record: CaseRecord, treatment: string): FigureResponse | undefined {
  const course = courseOfTreatment(record, treatment);
  return course === undefined
    ? undefined
    : bestOf(course.outcomes.map(({ response }) => figureResponse(response)));
}
