/** Says of which of several courses of one treatment a figure tells: it can show one. */
import type { CaseRecord } from '../case/index.ts';
import { coursesOfTreatment } from './course-of-treatment.ts';
import { listedNote } from './listed-note.ts';
import { patientLabels } from './patient-label.ts';

/** A sentence naming the patients who had the treatment more than once; none where nobody had. */
export function severalCourses(
  records: readonly CaseRecord[],
  treatment: string | undefined,
): readonly string[] {
  if (treatment === undefined) return [];
  const labelOf = patientLabels(records);
  const names = records.flatMap((record) => {
    const count = coursesOfTreatment(record, treatment).length;
    return count > 1 ? [`${labelOf(record)} (${count} courses)`] : [];
  });
  return listedNote(`The last of several courses of ${treatment} is shown of`, names);
}
