/** Whether two courses belong to one line, as far as their dates, drugs and reasons for stopping make that certain. */
import { classesOf, directClassesOf, isOfClass } from '../../therapy/index.ts';
import { type PatientDate, shiftToCalendar } from '../../units/index.ts';
import type { ReadCourse } from './course-role.ts';

/** `separate`: two lines, with the first one named. */
export type CourseRelation =
  | { readonly kind: 'together'; readonly because: string }
  | { readonly kind: 'separate'; readonly first: ReadCourse; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string };

type Known = 'yes' | 'no' | 'unknown';

/** Two dates on one axis; dates of one axis are never moved, for both would gain the uncertainty of the anchor. */
function aligned(
  a: PatientDate | undefined,
  b: PatientDate | undefined,
  anchor: PatientDate | undefined,
): readonly [PatientDate, PatientDate] | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.axis === b.axis) return [a, b];
  if (anchor === undefined) return undefined;
  return [shiftToCalendar(a, anchor), shiftToCalendar(b, anchor)];
}

/** Certain orders of dates; without a common axis nothing is certain. */
function orders(anchor: PatientDate | undefined) {
  return {
    /** The one date certainly does not lie after the other. */
    isByThen: (date: PatientDate | undefined, then: PatientDate | undefined): boolean => {
      const pair = aligned(date, then, anchor);
      if (pair === undefined) return false;
      const [{ latest }, { earliest }] = pair;
      return latest !== null && earliest !== null && latest <= earliest;
    },
    /** The one date certainly lies after the other. */
    isAfter: (date: PatientDate | undefined, then: PatientDate | undefined): boolean => {
      const pair = aligned(date, then, anchor);
      if (pair === undefined) return false;
      const [{ earliest }, { latest }] = pair;
      return earliest !== null && latest !== null && earliest > latest;
    },
  };
}
type Orders = ReturnType<typeof orders>;

/** Whether the disease progressed under a course before another one started. */
function progressedBefore(
  { course }: ReadCourse,
  start: PatientDate | undefined,
  { isByThen, isAfter }: Orders,
): Known {
  const progressions = course.outcomes.filter(({ response }) => response === 'PD');
  if (progressions.some(({ date }) => isByThen(date, start))) return 'yes';
  if (course.stopReason === 'progression') return isByThen(course.end, start) ? 'yes' : 'unknown';
  if (progressions.some(({ date }) => !isAfter(date, start))) return 'unknown';
  switch (course.stopReason) {
    case 'completed':
    case 'toxicity':
    case 'patientChoice':
      return 'no';
    case 'noBenefit':
    case 'death':
    case 'other':
    case 'unstated':
      return 'unknown';
  }
}

/** Whether each course certainly began by a day on which the other still went on. */
function certainlyOverlap(a: ReadCourse, b: ReadCourse, { isByThen }: Orders): boolean {
  const isOn = (one: ReadCourse, other: ReadCourse): boolean => {
    const began = one.course.start;
    const { start, end, ongoing } = other.course;
    // A course did not end before it began.
    return isByThen(began, end ?? ongoing) || isByThen(began, start);
  };
  return isOn(a, b) && isOn(b, a);
}

const activeDrugs = ({ drugs }: ReadCourse) =>
  drugs.filter((drug) => !isOfClass(drug, 'supportive') && !isOfClass(drug, 'somatostatin-analogue'));

/** Whether a class named in one course may stand for a drug or the same class of the other. */
function mayBeSame(a: ReadCourse, b: ReadCourse): boolean {
  const within = (one: ReadCourse, other: ReadCourse): boolean =>
    one.course.drugClasses.some(
      (each) =>
        other.course.drugClasses.includes(each) ||
        other.drugs.some((drug) => classesOf(drug).some((drugClass) => drugClass === each)),
    );
  return within(a, b) || within(b, a);
}

/** How the drugs of a later course stand to those of an earlier one. */
function drugsCompared(
  first: ReadCourse,
  next: ReadCourse,
): 'same' | 'part' | 'sameClasses' | 'other' | 'unknown' {
  if (!first.areDrugsKnown || !next.areDrugsKnown) return mayBeSame(first, next) ? 'unknown' : 'other';
  const before = activeDrugs(first);
  const after = activeDrugs(next);
  if (after.every((drug) => before.includes(drug))) return after.length === before.length ? 'same' : 'part';
  const classes = new Set(before.flatMap((drug) => directClassesOf(drug)));
  return after.every(
    (drug) => before.includes(drug) || directClassesOf(drug).some((each) => classes.has(each)),
  )
    ? 'sameClasses'
    : 'other';
}

/** The relation of a course that ended to one that started afterwards. */
function inSequence(first: ReadCourse, next: ReadCourse, inOrder: Orders): CourseRelation {
  const progressed = progressedBefore(first, next.course.start, inOrder);
  const separate = (because: string): CourseRelation => ({ kind: 'separate', first, because });
  if (progressed === 'yes') return separate('progression came between');
  switch (drugsCompared(first, next)) {
    case 'same':
      return progressed === 'no'
        ? { kind: 'together', because: 'the same treatment was taken up again without progression' }
        : {
            kind: 'unknown',
            because: 'the same treatment again: whether the disease had progressed is not recorded',
          };
    case 'part':
      return progressed === 'no'
        ? { kind: 'together', because: 'part of the regimen went on without progression' }
        : {
            kind: 'unknown',
            because: 'part of the regimen: whether the disease had progressed is not recorded',
          };
    case 'sameClasses':
      return first.course.stopReason === 'toxicity'
        ? { kind: 'unknown', because: 'drugs of the same classes after a stop for toxicity' }
        : separate('another treatment after the end of the first');
    case 'other':
      return separate('another treatment after the end of the first');
    case 'unknown':
      return { kind: 'unknown', because: 'a class is named instead of a drug: it may be the same treatment' };
  }
}

/** The relation of two courses that can start a line. */
export function courseRelation(a: ReadCourse, b: ReadCourse, anchor?: PatientDate): CourseRelation {
  const inOrder = orders(anchor);
  const { isByThen, isAfter } = inOrder;
  if (isByThen(a.course.end, b.course.start)) return inSequence(a, b, inOrder);
  if (isByThen(b.course.end, a.course.start)) return inSequence(b, a, inOrder);
  for (const [first, next] of [
    [a, b],
    [b, a],
  ] as const) {
    if (
      progressedBefore(first, next.course.start, inOrder) === 'yes' &&
      drugsCompared(first, next) !== 'same'
    )
      return { kind: 'separate', first, because: 'started after progression under the first' };
  }
  if (!certainlyOverlap(a, b, inOrder))
    return {
      kind: 'unknown',
      because: 'the dates do not tell whether they were given together or one after the other',
    };
  const isOpen = [a, b].some((first) => {
    const other = first === a ? b : a;
    return (
      isAfter(other.course.start, first.course.start) &&
      first.course.outcomes.some(
        ({ response, date }) => response === 'PD' && !isAfter(date, other.course.start),
      )
    );
  });
  return isOpen
    ? { kind: 'unknown', because: 'whether progression came before the second is not certain' }
    : { kind: 'together', because: 'given together' };
}
