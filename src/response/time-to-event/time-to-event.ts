/**
 * The time to an event of one patient under a censoring rule. Partial dates stay intervals: the answer is every outcome that
 * the dates leave possible, each with the shortest and the longest time.
 */
import { compareDates, type PatientDate, shiftToCalendar } from '../../units/index.ts';
import type { CensoringRule } from './censoring-rule.ts';
import { type OutcomeCode, outcomeWords, type TimeEndpoint, wordsWithoutAssessment } from './endpoint.ts';
import { type ExactPatient, exactOutcome, type NotApplicable, type PlacedDay } from './exact-days.ts';
import type { FollowedPatient } from './followed-patient.ts';
import { isUnbounded, mostCombinations, possibleDays } from './possible-days.ts';
import { relevantDates } from './relevant-dates.ts';

/** Days, both ends included; `most` is null where nothing bounds them. */
export interface DaysBetween {
  readonly least: number;
  readonly most: number | null;
}

/** One outcome that the dates leave possible. */
export interface PossibleOutcome {
  readonly status: 'event' | 'censored';
  readonly code: OutcomeCode;
  readonly because: string;
  readonly days: DaysBetween;
}

/** Why there is no time. */
export type NoTimeToEvent =
  | NotApplicable
  | 'noStart'
  | 'twoAxes'
  | 'dateBeforeStart'
  | 'dateAfterDeath'
  | 'tooManyPartialDates';

/**
 * Whether the first day counts: `inclusive` is last day minus first day plus one, as in CDISC ADaM; `elapsed` is the
 * difference.
 */
export type DayCount = 'inclusive' | 'elapsed';

/** The time to an event of one patient, or why there is none. */
export type TimeToEvent =
  | {
      readonly ok: true;
      readonly patient: string;
      readonly endpoint: TimeEndpoint;
      /** Id and version of the rule. */
      readonly rule: string;
      readonly dayCount: DayCount;
      /** One where the dates decide. */
      readonly outcomes: readonly PossibleOutcome[];
      /** Parts of the rule that could not be checked, in words. */
      readonly unchecked: readonly string[];
    }
  | {
      readonly ok: false;
      readonly patient: string;
      readonly endpoint: TimeEndpoint;
      readonly rule: string;
      readonly reason: NoTimeToEvent;
      readonly message: string;
    };

const reasonWords: Readonly<Record<NoTimeToEvent, string>> = {
  noResponse: 'no response before progression',
  treatmentEndUnknown: 'neither the end of the treatment nor that it goes on is recorded',
  notFollowed: 'nothing is recorded after the start',
  noStart: 'the start is not recorded',
  twoAxes: 'some dates are on the calendar, others count from an anchor: give the date of day 0',
  dateBeforeStart: 'a recorded date lies before the start: correct the dates',
  dateAfterDeath: 'a recorded date lies after the death: correct the dates',
  tooManyPartialDates: 'too many partial dates: complete some of them',
};

const keys = [
  'clinicalProgression',
  'death',
  'newTherapy',
  'withdrawal',
  'lastContact',
  'treatmentEnd',
  'treatmentOngoing',
] as const;

/** The dates of a patient in one list, and the patient back from a list of days. */
function laidOut(patient: FollowedPatient, start: PatientDate) {
  const singles = keys.flatMap((key) => {
    const date = patient[key];
    return date === undefined ? [] : [{ key, date }];
  });
  const dates = [start, ...patient.assessments.map(({ date }) => date), ...singles.map(({ date }) => date)];
  const count = patient.assessments.length;
  const exact = (days: readonly number[]): ExactPatient => {
    const placed = (place: number): PlacedDay => ({ day: days[place] ?? 0, place });
    const single = (key: (typeof keys)[number]): PlacedDay | undefined => {
      const at = singles.findIndex((each) => each.key === key);
      return at === -1 ? undefined : placed(1 + count + at);
    };
    return {
      start: placed(0),
      baseline: patient.baseline,
      schedule: patient.schedule,
      assessments: patient.assessments.map(({ response }, at) => ({ ...placed(1 + at), response })),
      clinicalProgression: single('clinicalProgression'),
      death: single('death'),
      newTherapy: single('newTherapy'),
      withdrawal: single('withdrawal'),
      lastContact: single('lastContact'),
      treatmentEnd: single('treatmentEnd'),
      treatmentOngoing: single('treatmentOngoing'),
    };
  };
  return { dates, exact };
}

function uncheckedParts(
  patient: FollowedPatient,
  endpoint: TimeEndpoint,
  rule: CensoringRule,
): readonly string[] {
  if (endpoint === 'OS' || endpoint === 'followUp' || endpoint === 'treatmentDuration') return [];
  const parts: string[] = [];
  if (rule.missedAssessments !== null && patient.schedule === undefined)
    parts.push('the plan of assessments is not recorded: whether any were missed was not checked');
  if (rule.noBaseline === 'censored' && patient.baseline === 'unknown')
    parts.push('whether there was a baseline assessment is not recorded: it is taken to have been made');
  return parts;
}

/** Days of an anchor that are tried one by one. */
const mostAnchorDays = 400;

/**
 * Dates on one axis. Where both axes occur, the anchored dates are moved by each day that day 0 can have been: all by the same
 * one, so that what is certain among them stays certain.
 */
function onOneAxis(
  dates: readonly PatientDate[],
  anchor: PatientDate | undefined,
): readonly (readonly PatientDate[])[] | undefined {
  if (new Set(dates.map(({ axis }) => axis)).size <= 1) return [dates];
  if (anchor === undefined || anchor.earliest === null || anchor.latest === null) return undefined;
  if (anchor.axis !== 'calendar') return undefined;
  const { earliest, latest } = anchor;
  const count = latest - earliest + 1;
  const days =
    count <= mostAnchorDays ? Array.from({ length: count }, (_, at) => earliest + at) : [earliest, latest];
  return days.map((day) =>
    dates.map((date) => shiftToCalendar(date, { ...anchor, earliest: day, latest: day })),
  );
}

/** Combinations of days over every day of the anchor; coarser, then refused, where they are too many. */
function combinationsOf(
  variants: readonly (readonly PatientDate[])[],
  gaps: readonly number[],
): readonly (readonly number[])[] | undefined {
  const [first = []] = variants;
  const last = variants.at(-1) ?? first;
  const each = possibleDays(first, gaps);
  if (each === undefined) return undefined;
  const tried = each.length * variants.length > mostCombinations ? [first, last] : variants;
  const all = tried.map((dates) => possibleDays(dates, gaps));
  return all.includes(undefined) ? undefined : all.flatMap((days) => days ?? []);
}

/** Days on which a patient cannot have been seen any more; a treatment may be recorded as ended later. */
function isSeenAfterDeath(patient: ExactPatient): boolean {
  const { assessments, death, clinicalProgression, newTherapy, withdrawal, lastContact } = patient;
  if (death === undefined) return false;
  const seen = [...assessments, clinicalProgression, newTherapy, withdrawal, lastContact];
  return seen.some((each) => each !== undefined && each.day > death.day);
}

/** What is wrong with the order of the dates, whatever days they were. */
function dateFault(patient: FollowedPatient, start: PatientDate): NoTimeToEvent | undefined {
  const { assessments, death, clinicalProgression, newTherapy, withdrawal, lastContact } = patient;
  const seen = [
    ...assessments.map(({ date }) => date),
    clinicalProgression,
    newTherapy,
    withdrawal,
    lastContact,
  ];
  const all = [...seen, death, patient.treatmentEnd, patient.treatmentOngoing];
  const isBefore = (a: PatientDate | undefined, b: PatientDate | undefined): boolean =>
    a !== undefined && b !== undefined && compareDates(a, b) === 'before';
  if (all.some((date) => isBefore(date, start))) return 'dateBeforeStart';
  return seen.some((date) => isBefore(death, date)) ? 'dateAfterDeath' : undefined;
}

interface Found {
  readonly status: 'event' | 'censored';
  readonly places: Set<number>;
  least: number;
  most: number;
}

/** The reason with the dates that it can rest on, as printed. */
function reasonOf(code: OutcomeCode, places: ReadonlySet<number>, dates: readonly PatientDate[]): string {
  const isAtStart = places.size === 1 && places.has(0);
  const words = (isAtStart ? wordsWithoutAssessment[code] : undefined) ?? outcomeWords[code];
  const printed = new Set([...places].map((place) => dates[place]?.printed ?? 'an unknown date'));
  return `${words} ${[...printed].join(' or ')}`;
}

/** How to compute a time. */
export interface TimeToEventOptions {
  /** `inclusive` when absent. */
  readonly dayCount?: DayCount;
  /** The calendar date of day 0. */
  readonly anchor?: PatientDate;
}

/**
 * The time to an event of a patient. Overall survival, treatment duration and follow-up do not depend on the rule.
 *
 * @example timeToEvent(patient, 'PFS', censoringRules.fda2018).outcomes // [{ status: 'event', code: 'progression', ... }]
 */
export function timeToEvent(
  patient: FollowedPatient,
  endpoint: TimeEndpoint,
  rule: CensoringRule,
  options: TimeToEventOptions = {},
): TimeToEvent {
  const { dayCount = 'inclusive', anchor } = options;
  const named = { patient: patient.id, endpoint, rule: `${rule.id} ${rule.version}` };
  const none = (reason: NoTimeToEvent): TimeToEvent => ({
    ok: false,
    ...named,
    reason,
    message: reasonWords[reason],
  });
  if (patient.start === undefined) return none('noStart');
  const fault = dateFault(patient, patient.start);
  if (fault !== undefined) return none(fault);
  const { dates: given, exact } = laidOut(relevantDates(patient, endpoint, rule), patient.start);
  const variants = onOneAxis(given, anchor);
  if (variants === undefined) return none('twoAxes');
  const { schedule } = patient;
  const gaps =
    rule.missedAssessments === null || schedule === undefined
      ? []
      : [rule.missedAssessments * schedule.everyDays + schedule.windowDays];
  const combinations = combinationsOf(variants, gaps);
  if (combinations === undefined) return none('tooManyPartialDates');

  const found = new Map<OutcomeCode, Found>();
  let refusal: NoTimeToEvent = 'dateBeforeStart';
  for (const days of combinations) {
    const start = days[0] ?? 0;
    if (days.some((day) => day < start)) continue;
    const one = exact(days);
    if (isSeenAfterDeath(one)) {
      refusal = 'dateAfterDeath';
      continue;
    }
    const outcome = exactOutcome(one, endpoint, rule);
    if (typeof outcome === 'string') {
      refusal = outcome;
      continue;
    }
    const { status, code, from, to } = outcome;
    const length = to.day - from.day + (dayCount === 'inclusive' ? 1 : 0);
    const known = found.get(code) ?? { status, least: length, most: length, places: new Set<number>() };
    known.places.add(to.place);
    known.least = Math.min(known.least, length);
    known.most = Math.max(known.most, length);
    found.set(code, known);
  }
  if (found.size === 0) return none(refusal);
  const outcomes = [...found].map(
    ([code, { status, least, most, places }]): PossibleOutcome => ({
      status,
      code,
      because: reasonOf(code, places, given),
      days: { least, most: isUnbounded(most) ? null : most },
    }),
  );
  return { ok: true, ...named, dayCount, outcomes, unchecked: uncheckedParts(patient, endpoint, rule) };
}
