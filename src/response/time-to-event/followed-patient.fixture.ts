/** Patients written as days and months, and answers as short words, for the tests of this folder. Test-only. */
import { type PatientDate, parsePatientDate } from '../../units/index.ts';
import { censoringRules } from './censoring-rules.ts';
import type { AssessedResponse, FollowedPatient } from './followed-patient.ts';
import { type TimeToEvent, timeToEvent } from './time-to-event.ts';

export function on(text: string): PatientDate {
  const read = parsePatientDate(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}
export type Seen = readonly (readonly [day: number | string, response: AssessedResponse])[];
export interface Facts {
  readonly start?: string;
  readonly seen?: Seen;
  readonly death?: number | string | undefined;
  readonly newTherapy?: number | string | undefined;
  readonly withdrawal?: number | string | undefined;
  readonly clinicalProgression?: number | string | undefined;
  readonly lastContact?: number | string | undefined;
  readonly treatmentEnd?: number | string | undefined;
  readonly treatmentOngoing?: number | string | undefined;
  readonly baseline?: FollowedPatient['baseline'];
  readonly every?: number;
}
export const dateOf = (day: number | string): PatientDate => on(typeof day === 'number' ? `day ${day}` : day);
export function patient(facts: Facts, id = 'p'): FollowedPatient {
  const { start = 'day 0', seen = [], baseline = 'done', every, ...dates } = facts;
  return {
    id,
    start: on(start),
    baseline,
    assessments: seen.map(([day, response]) => ({ date: dateOf(day), response })),
    ...(every === undefined ? {} : { schedule: { everyDays: every, windowDays: 0 } }),
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([key, day]) => (day === undefined ? [] : [[key, dateOf(day)]])),
    ),
  };
}
export const elapsed = { dayCount: 'elapsed' } as const;
export const words = (time: TimeToEvent): string =>
  time.ok
    ? time.outcomes
        .map(
          ({ status, code, days: { least, most } }) =>
            `${status} ${code} ${least === most ? least : `${least}-${most ?? ''}`}`,
        )
        .toSorted()
        .join('; ')
    : time.reason;
export const pfs = (facts: Facts, rule: keyof typeof censoringRules): string =>
  words(timeToEvent(patient(facts), 'PFS', censoringRules[rule], elapsed));
