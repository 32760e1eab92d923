/**
 * Times to events of a patient whose dates are days: the rules themselves. A day is accompanied by the place of its date, so
 * that an answer can name what it rests on.
 */
import type { CensoringRule } from './censoring-rule.ts';
import type { OutcomeCode, TimeEndpoint } from './endpoint.ts';
import type { AssessedResponse, AssessmentSchedule } from './followed-patient.ts';

/** A day and the place of its date among the dates of the patient. */
export interface PlacedDay {
  readonly day: number;
  readonly place: number;
}

/** The facts of a patient on days. */
export interface ExactPatient {
  readonly start: PlacedDay;
  readonly baseline: 'done' | 'missing' | 'unknown';
  readonly assessments: readonly (PlacedDay & { readonly response: AssessedResponse })[];
  readonly schedule?: AssessmentSchedule | undefined;
  readonly clinicalProgression?: PlacedDay | undefined;
  readonly death?: PlacedDay | undefined;
  readonly newTherapy?: PlacedDay | undefined;
  readonly withdrawal?: PlacedDay | undefined;
  readonly lastContact?: PlacedDay | undefined;
  readonly treatmentEnd?: PlacedDay | undefined;
  readonly treatmentOngoing?: PlacedDay | undefined;
}

/** Where a time begins and ends, and why. */
export interface ExactOutcome {
  readonly status: 'event' | 'censored';
  readonly code: OutcomeCode;
  readonly from: PlacedDay;
  readonly to: PlacedDay;
}

/** Why an endpoint does not apply to a patient. */
export type NotApplicable = 'noResponse' | 'treatmentEndUnknown' | 'notFollowed';

interface Ending extends PlacedDay {
  readonly code: OutcomeCode;
}

const isAdequate = ({ response }: ExactPatient['assessments'][number]): boolean =>
  response !== 'NE' && response !== 'notStated';

const earliest = (endings: readonly (Ending | undefined)[]): Ending | undefined =>
  endings.reduce<Ending | undefined>(
    (first, each) => (each !== undefined && (first === undefined || each.day < first.day) ? each : first),
    undefined,
  );

const ending = (at: PlacedDay | undefined, code: OutcomeCode): Ending | undefined =>
  at === undefined ? undefined : { day: at.day, place: at.place, code };

/** The last assessment that shows no progression, up to a day. */
function lastAdequate({ assessments }: ExactPatient, upTo: number): PlacedDay | undefined {
  return assessments
    .filter((each) => isAdequate(each) && each.response !== 'PD' && each.day <= upTo)
    .reduce<PlacedDay | undefined>(
      (last, each) => (last === undefined || each.day >= last.day ? each : last),
      undefined,
    );
}

/** True where so many planned assessments or more lie between two days. */
function isBehindMissed(
  from: number,
  to: number,
  rule: CensoringRule,
  schedule?: AssessmentSchedule,
): boolean {
  if (rule.missedAssessments === null || schedule === undefined) return false;
  return to - from > rule.missedAssessments * schedule.everyDays + schedule.windowDays;
}

/** Progression-free survival, or time to progression where death is no event. */
function untilProgression(patient: ExactPatient, rule: CensoringRule, isDeathEvent: boolean): ExactOutcome {
  const { start } = patient;
  const censored = (code: OutcomeCode, to: PlacedDay | undefined): ExactOutcome => ({
    status: 'censored',
    code,
    from: start,
    to: to ?? start,
  });
  if (patient.baseline === 'missing' && rule.noBaseline === 'censored') return censored('noBaseline', start);
  const progressed = earliest(
    patient.assessments
      .filter(({ response }) => response === 'PD')
      .map((each) => ending(each, 'progression')),
  );
  const event = earliest([
    progressed,
    rule.clinicalProgression === 'event'
      ? ending(patient.clinicalProgression, 'clinicalProgression')
      : undefined,
    isDeathEvent ? ending(patient.death, 'death') : undefined,
    rule.withdrawal === 'event' ? ending(patient.withdrawal, 'withdrawalCounted') : undefined,
  ]);
  const stop = earliest([
    rule.newTherapy === 'censored' ? ending(patient.newTherapy, 'newTherapy') : undefined,
    rule.withdrawal === 'censored' ? ending(patient.withdrawal, 'withdrawal') : undefined,
  ]);
  const end = Math.min(event?.day ?? Number.POSITIVE_INFINITY, stop?.day ?? Number.POSITIVE_INFINITY);
  const last = lastAdequate(patient, end);
  if (stop !== undefined && (event === undefined || stop.day < event.day)) return censored(stop.code, last);
  if (event === undefined) {
    const { death } = patient;
    if (death !== undefined) return censored('deathWithoutProgression', death);
    return last === undefined ? censored('noAssessment', start) : censored('noProgression', last);
  }
  if (isBehindMissed((last ?? start).day, event.day, rule, patient.schedule))
    return censored('missedAssessments', last);
  return { status: 'event', code: event.code, from: start, to: event };
}

/** The last day on which the patient is known to have lived. */
function lastAlive(patient: ExactPatient): PlacedDay {
  const { start, assessments, clinicalProgression, newTherapy, withdrawal, lastContact } = patient;
  const seen = [
    ...assessments,
    clinicalProgression,
    newTherapy,
    withdrawal,
    patient.treatmentEnd,
    patient.treatmentOngoing,
    lastContact,
  ];
  return seen.reduce<PlacedDay>(
    (last, each) => (each !== undefined && each.day > last.day ? each : last),
    start,
  );
}

/** The end of an endpoint for a patient whose dates are days, or why it does not apply. */
export function exactOutcome(
  patient: ExactPatient,
  endpoint: TimeEndpoint,
  rule: CensoringRule,
): ExactOutcome | NotApplicable {
  const { start, death, treatmentEnd, treatmentOngoing } = patient;
  switch (endpoint) {
    case 'PFS':
      return untilProgression(patient, rule, true);
    case 'TTP':
      return untilProgression(patient, rule, false);
    case 'DOR':
    case 'TTR': {
      const end = untilProgression(patient, rule, true);
      const first = patient.assessments
        .filter(({ response, day }) => (response === 'CR' || response === 'PR') && day <= end.to.day)
        .reduce<PlacedDay | undefined>(
          (soon, each) => (soon === undefined || each.day < soon.day ? each : soon),
          undefined,
        );
      if (first === undefined) return 'noResponse';
      return endpoint === 'DOR'
        ? { ...end, from: first }
        : { status: 'event', code: 'response', from: start, to: first };
    }
    case 'OS':
      return death === undefined
        ? { status: 'censored', code: 'alive', from: start, to: lastAlive(patient) }
        : { status: 'event', code: 'death', from: start, to: death };
    case 'followUp': {
      if (death !== undefined) return { status: 'censored', code: 'died', from: start, to: death };
      const to = lastAlive(patient);
      return to === start ? 'notFollowed' : { status: 'event', code: 'lastContact', from: start, to };
    }
    case 'treatmentDuration':
      if (treatmentEnd !== undefined)
        return { status: 'event', code: 'treatmentStopped', from: start, to: treatmentEnd };
      if (treatmentOngoing !== undefined)
        return { status: 'censored', code: 'treatmentOngoing', from: start, to: treatmentOngoing };
      return 'treatmentEndUnknown';
  }
}
