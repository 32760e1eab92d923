/**
 * The dates that an endpoint looks at under a rule. Partial dates multiply the ways in which things can have happened, so
 * dates that cannot change the answer are left out before these ways are counted: an assessment that a later one covers, or
 * that certainly lies behind the event. What cannot be compared is kept.
 */
import type { PatientDate } from '../../units/index.ts';
import type { CensoringRule } from './censoring-rule.ts';
import type { TimeEndpoint } from './endpoint.ts';
import type { FollowedAssessment, FollowedPatient } from './followed-patient.ts';

const isBefore = (a: PatientDate, b: PatientDate): boolean =>
  a.axis === b.axis && a.latest !== null && b.earliest !== null && a.latest < b.earliest;
const isNotAfter = (a: PatientDate, b: PatientDate): boolean =>
  a.axis === b.axis && a.latest !== null && b.earliest !== null && a.latest <= b.earliest;

const isResponse = ({ response }: FollowedAssessment): boolean => response === 'CR' || response === 'PR';
const isAdequate = ({ response }: FollowedAssessment): boolean =>
  response !== 'NE' && response !== 'notStated';

/** Assessments of which some other one, by the test, makes certain that they do not matter. */
const unless = (
  all: readonly FollowedAssessment[],
  isCovered: (one: FollowedAssessment, other: FollowedAssessment) => boolean,
): readonly FollowedAssessment[] =>
  all.filter((one) => !all.some((other) => other !== one && isCovered(one, other)));

/** The dates that can end the time: events, and what censors before them. */
function endings(patient: FollowedPatient, rule: CensoringRule): readonly PatientDate[] {
  return [
    patient.death,
    rule.clinicalProgression === 'event' ? patient.clinicalProgression : undefined,
    rule.newTherapy === 'censored' ? patient.newTherapy : undefined,
    rule.withdrawal === 'ignored' ? undefined : patient.withdrawal,
    ...patient.assessments.filter(({ response }) => response === 'PD').map(({ date }) => date),
  ].filter((date) => date !== undefined);
}

function relevantAssessments(patient: FollowedPatient, rule: CensoringRule): readonly FollowedAssessment[] {
  const ends = endings(patient, rule);
  const adequate = patient.assessments.filter(isAdequate);
  const progressions = adequate.filter(({ response }) => response === 'PD');
  const kept = new Set<FollowedAssessment>([
    // The first progression, the first response, the last assessment before whatever ends the time.
    ...unless(progressions, (one, other) => isBefore(other.date, one.date)),
    ...unless(adequate.filter(isResponse), (one, other) => isBefore(other.date, one.date)),
    ...unless(
      adequate.filter(({ response }) => response !== 'PD'),
      (one, other) => isBefore(one.date, other.date) && ends.every((end) => isNotAfter(other.date, end)),
    ).filter(({ date }) => !progressions.some((progression) => isBefore(progression.date, date))),
  ]);
  return patient.assessments.filter((each) => kept.has(each));
}

/**
 * All dates on which the patient was seen alive as one, where they can be compared. A treatment may be recorded as ended
 * after a death, so it says nothing of who died.
 */
function lastSeen(patient: FollowedPatient): PatientDate | undefined {
  const { assessments, clinicalProgression, newTherapy, withdrawal, lastContact } = patient;
  const dates = [
    ...assessments.map(({ date }) => date),
    clinicalProgression,
    newTherapy,
    withdrawal,
    ...(patient.death === undefined ? [patient.treatmentEnd, patient.treatmentOngoing] : []),
    lastContact,
  ].filter((date) => date !== undefined);
  const [first] = dates;
  if (first === undefined || dates.some(({ axis }) => axis !== first.axis)) return undefined;
  const earliest = Math.max(...dates.map((date) => date.earliest ?? Number.NEGATIVE_INFINITY));
  const latest = Math.max(...dates.map((date) => date.latest ?? Number.POSITIVE_INFINITY));
  const one = dates.find(
    (date) =>
      (date.earliest ?? Number.NEGATIVE_INFINITY) === earliest &&
      (date.latest ?? Number.POSITIVE_INFINITY) === latest,
  );
  return {
    axis: first.axis,
    earliest: Number.isFinite(earliest) ? earliest : null,
    latest: Number.isFinite(latest) ? latest : null,
    printed: one?.printed ?? 'the last date recorded',
  };
}

/** When the patient last lived, which bounds a death whose day is open. */
function aliveBefore(patient: FollowedPatient): Pick<FollowedPatient, 'lastContact'> {
  const { death } = patient;
  const seen = lastSeen(patient);
  if (death === undefined || seen === undefined || isBefore(seen, death)) return {};
  return death.earliest !== null && death.earliest === death.latest ? {} : { lastContact: seen };
}

/** The patient with the dates that an endpoint looks at. */
export function relevantDates(
  patient: FollowedPatient,
  endpoint: TimeEndpoint,
  rule: CensoringRule,
): FollowedPatient {
  const { id, baseline, start, death } = patient;
  const least = {
    id,
    baseline,
    assessments: [],
    ...(start === undefined ? {} : { start }),
    ...(patient.schedule === undefined ? {} : { schedule: patient.schedule }),
  };
  const dying = { ...(death === undefined ? {} : { death }), ...aliveBefore(patient) };
  switch (endpoint) {
    case 'treatmentDuration':
      return {
        ...least,
        ...(patient.treatmentEnd === undefined ? {} : { treatmentEnd: patient.treatmentEnd }),
        ...(patient.treatmentOngoing === undefined ? {} : { treatmentOngoing: patient.treatmentOngoing }),
      };
    case 'OS':
    case 'followUp': {
      if (death !== undefined) return { ...least, ...dying };
      const lastContact = lastSeen(patient);
      return lastContact === undefined ? patient : { ...least, lastContact };
    }
    case 'PFS':
    case 'TTP':
    case 'DOR':
    case 'TTR': {
      const { newTherapy, withdrawal, clinicalProgression } = patient;
      return {
        ...least,
        ...dying,
        assessments: relevantAssessments(patient, rule),
        ...(newTherapy === undefined || rule.newTherapy === 'ignored' ? {} : { newTherapy }),
        ...(withdrawal === undefined || rule.withdrawal === 'ignored' ? {} : { withdrawal }),
        ...(clinicalProgression === undefined || rule.clinicalProgression === 'ignored'
          ? {}
          : { clinicalProgression }),
      };
    }
  }
}
