/**
 * A course of treatment of a record as the facts that times to events need. A minor response counts as stable; progression
 * that was seen clinically only is no assessment; the next treatment is the first one that starts later.
 */
import type { CaseRecord, Response, TherapyCourse } from '../../case/index.ts';
import type { PatientDate } from '../../units/index.ts';
import type { AssessedResponse, FollowedAssessment, FollowedPatient } from '../time-to-event/index.ts';
import { lineCourses, nextTreatment } from './next-treatment.ts';

function responseOf(response: Response): AssessedResponse {
  return response === 'minorResponse' ? 'SD' : response;
}

const isSame = (a: FollowedAssessment, b: FollowedAssessment): boolean =>
  a.response === b.response && a.date.printed === b.date.printed;

/** Outcomes and assessments of a course that were not clinical only, each once. */
function assessmentsOf(record: CaseRecord, course: TherapyCourse): readonly FollowedAssessment[] {
  const stated = [
    ...course.outcomes.filter(({ basis }) => basis !== 'clinical'),
    ...record.assessments.filter(({ therapy, criteria }) => therapy === course.id && criteria !== 'clinical'),
  ].flatMap(({ response, date }): readonly FollowedAssessment[] =>
    date === undefined ? [] : [{ date, response: responseOf(response) }],
  );
  return stated.filter((each, at) => stated.findIndex((other) => isSame(each, other)) === at);
}

const known = (days: readonly (number | null)[]): readonly number[] => days.flatMap((day) => day ?? []);

/** The last date on which the record sees the patient, among those on the axis of a date. */
function lastSeen(record: CaseRecord, axis: PatientDate['axis']): PatientDate | undefined {
  const dates = [
    ...record.assessments,
    ...record.imaging,
    ...record.laboratory,
    ...record.performance,
    ...record.symptoms,
    ...record.weight,
    ...record.adverseEvents,
    ...record.therapies.flatMap(({ outcomes }) => outcomes),
    ...record.therapies.flatMap(({ start, ongoing }) => [{ date: start }, { date: ongoing }]),
  ].flatMap(({ date }) => (date?.axis === axis ? [date] : []));
  const earliest = known(dates.map((date) => date.earliest));
  if (earliest.length === 0) return undefined;
  const latest = dates.map((date) => date.latest);
  return {
    axis,
    earliest: Math.max(...earliest),
    latest: latest.includes(null) ? null : Math.max(...known(latest)),
    printed: 'the last date recorded',
  };
}

/** The patient from the first recorded diagnosis on: for overall survival and follow-up. */
export function followedFromDiagnosis(record: CaseRecord): FollowedPatient {
  const dates = record.diagnoses.flatMap(({ date }) => date ?? []);
  const start = dates.toSorted(
    (a, b) => (a.latest ?? Number.POSITIVE_INFINITY) - (b.latest ?? Number.POSITIVE_INFINITY),
  )[0];
  const lastContact = start === undefined ? undefined : lastSeen(record, start.axis);
  const death = record.therapies.find(({ stopReason }) => stopReason === 'death')?.end;
  return {
    id: record.id,
    baseline: 'unknown',
    assessments: [],
    ...(start === undefined ? {} : { start }),
    ...(lastContact === undefined ? {} : { lastContact }),
    ...(death === undefined ? {} : { death }),
  };
}

/** Whether the record gives progression as the reason for stopping and no assessment that shows it. */
export function isProgressionUndocumented(record: CaseRecord, course: TherapyCourse): boolean {
  return (
    course.stopReason === 'progression' &&
    assessmentsOf(record, course).every(({ response }) => response !== 'PD')
  );
}

/**
 * The facts of a course; `lines` are the courses of the record that can start a line. Without a plan of assessments and a statement
 * on the baseline, both stay unknown. The last contact is not among them: survival is counted from the diagnosis.
 */
export function followedCourse(
  record: CaseRecord,
  course: TherapyCourse,
  lines: readonly TherapyCourse[] = lineCourses(record),
): FollowedPatient {
  const { start, end, ongoing, stopReason } = course;
  const clinical =
    course.outcomes.find(({ response, basis }) => response === 'PD' && basis === 'clinical')?.date ??
    (isProgressionUndocumented(record, course) ? end : undefined);
  const newTherapy = nextTreatment(course, lines, record.anchor?.calendar).start;
  return {
    id: course.id,
    baseline: 'unknown',
    assessments: assessmentsOf(record, course),
    ...(start === undefined ? {} : { start }),
    ...(clinical === undefined ? {} : { clinicalProgression: clinical }),
    ...(newTherapy === undefined ? {} : { newTherapy }),
    ...(end === undefined ? {} : { treatmentEnd: end }),
    ...(ongoing === undefined ? {} : { treatmentOngoing: ongoing }),
    ...(stopReason === 'death' && end !== undefined ? { death: end } : {}),
    ...(stopReason === 'patientChoice' && end !== undefined ? { withdrawal: end } : {}),
  };
}
