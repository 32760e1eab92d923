/** Which courses can start a line, and what the others are. */
import type { TherapyCourse } from '../../case/index.ts';
import { type DrugId, isOfClass, readDrug } from '../../therapy/index.ts';

/** What a course counts as. */
export type CourseRole =
  | 'line'
  | 'somatostatinAnalogue'
  | 'maintenance'
  | 'perioperative'
  | 'local'
  | 'observation'
  | 'supportive';

/** A course with its role. */
export interface ReadCourse {
  readonly course: TherapyCourse;
  readonly role: CourseRole;
  readonly because: string;
  /** The drugs that could be read. */
  readonly drugs: readonly DrugId[];
  /** True where every drug is named and read, so that two courses can be compared by their drugs. */
  readonly areDrugsKnown: boolean;
}

const drugsOf = ({ drugs }: TherapyCourse): readonly (DrugId | undefined)[] =>
  drugs.map((printed) => {
    const mention = readDrug(printed).value;
    return mention?.kind === 'drug' ? mention.drug : undefined;
  });

/** The role of a course, by its kind, its drugs and classes, its intent, and its own words. */
export function readCourse(course: TherapyCourse): ReadCourse {
  const read = drugsOf(course);
  const drugs = read.filter((drug) => drug !== undefined);
  const areDrugsKnown = drugs.length === read.length && drugs.length > 0 && course.drugClasses.length === 0;
  const answer = (role: CourseRole, because: string): ReadCourse => ({
    course,
    role,
    because,
    drugs,
    areDrugsKnown,
  });
  switch (course.kind) {
    case 'surgery':
    case 'radiotherapy':
    case 'liverDirected':
      return answer('local', 'local treatment');
    case 'observation':
      return answer('observation', 'observation');
    case 'supportive':
      return answer('supportive', 'supportive treatment');
    case 'systemic':
    case 'prrt':
      break;
  }
  const classes = course.drugClasses;
  const isAll = (drugClass: 'somatostatin-analogue' | 'supportive'): boolean =>
    drugs.length === read.length &&
    drugs.length + classes.length > 0 &&
    drugs.every((drug) => isOfClass(drug, drugClass)) &&
    classes.every((each) => each === drugClass);
  if (isAll('somatostatin-analogue')) return answer('somatostatinAnalogue', 'a somatostatin analogue alone');
  if (isAll('supportive')) return answer('supportive', 'supportive drugs');
  if (course.intent === 'adjuvant' || course.intent === 'neoadjuvant')
    return answer('perioperative', `${course.intent} treatment`);
  if (/\bmaintenance\b/i.test(course.printed))
    return answer('maintenance', 'called maintenance in the record');
  return answer('line', course.kind === 'prrt' ? 'PRRT' : 'systemic anticancer treatment');
}
