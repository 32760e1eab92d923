/** Printed responses of an SDTM table RS: best response of each patient, and what has to be asked of the calls. */
import {
  readSdtmImmuneResponses,
  readSdtmResponses,
  type SdtmRecistVisit,
  type SdtmSubject,
  type SdtmVisit,
} from '../../formats/index.ts';
import type { Issue } from '../../reading/index.ts';
import {
  bestImmuneResponse,
  bestResponseOfSpans,
  type DataQuery,
  type ImmuneNonTargetResponse,
  type ImmuneOverallResponse,
  type ImmuneTargetResponse,
  immuneQueries,
  overallResponse,
  sequenceQueries,
} from '../../response/index.ts';
import { compareDates, type DayDistance, daysBetween, type PatientDate } from '../../units/index.ts';
import type { ResponseCommandOptions } from '../response-options.ts';
import { type ArmRate, ratesOf, rateText } from './response-rates.ts';

/** What an RS table says, and what has to be asked of it. */
export interface PrintedAnswer {
  readonly criteria: 'RECIST 1.1' | 'iRECIST';
  readonly patients: number;
  readonly timePoints: number;
  /** Patients of whom no start of treatment is given: their SD counts from the first visit on. */
  readonly withoutStart: number;
  /** Best responses without and with confirmation, and how many patients have each. */
  readonly best: readonly { readonly kind: string; readonly counts: Readonly<Record<string, number>> }[];
  /** Objective responses by arm, where DM gives the subjects. */
  readonly rates?: readonly ArmRate[] | undefined;
  readonly queries: readonly (DataQuery & { readonly patient: string; readonly evaluator: string })[];
}

/** Starts of treatment by patient. */
export function startsOf(subjects: readonly SdtmSubject[]): ReadonlyMap<string, PatientDate> {
  return new Map(
    subjects.flatMap(({ patient, start }) => (start === undefined ? [] : [[patient, start] as const])),
  );
}

type SdtmVisits = readonly (readonly SdtmRecistVisit[])[];
type Visits<O, T, N> = readonly (readonly SdtmVisit<O, T, N>[])[];

/** The evaluator asked for; else accepted visits, where there are any; else all. */
function taken<O, T, N>(patients: Visits<O, T, N>, evaluator: string | undefined): Visits<O, T, N> {
  if (evaluator !== undefined) return patients.filter((visits) => visits[0]?.evaluator === evaluator);
  const accepted = patients
    .map((visits) => visits.filter(({ isAccepted }) => isAccepted))
    .filter((visits) => visits.length > 0);
  return accepted.length > 0 ? accepted : patients;
}

function counted(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...Map.groupBy(names, (name) => name)]
      .map(([name, own]) => [name, own.length] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function componentQueries(visits: SdtmVisits[number]): readonly DataQuery[] {
  return visits.flatMap(({ label, overall, target, nonTarget, newLesions }): readonly DataQuery[] => {
    if (overall === undefined || (target ?? nonTarget) === undefined) return [];
    const call = overallResponse({
      ...(target === undefined ? {} : { target }),
      ...(nonTarget === undefined ? {} : { nonTarget }),
      newLesions,
    });
    if (call === undefined || call.response === overall) return [];
    const sentence = `${overall} at ${label}, but target ${target ?? 'none'}, non-target ${nonTarget ?? 'none'}, new lesions ${newLesions} give ${call.response}`;
    return [{ code: 'componentsDisagree', sentence, timePoint: label }];
  });
}

const of = <O, T, N>(visits: readonly SdtmVisit<O, T, N>[], queries: readonly DataQuery[]) => {
  const { patient = '', evaluator = '' } = visits[0] ?? {};
  return [...visits.flatMap((visit) => visit.queries), ...queries].map((query) => ({
    ...query,
    patient,
    evaluator,
  }));
};

const immuneCallsOf = (visits: readonly SdtmVisit<ImmuneOverallResponse, unknown, unknown>[]) =>
  visits.flatMap(({ label, overall }) => (overall === undefined ? [] : [{ label, response: overall }]));

/** Whether RECIST 1.1 called a progression before the first iRECIST visit of the same series. */
function isProgressedBefore(
  visits: readonly SdtmVisit<unknown, unknown, unknown>[],
  recist: SdtmVisits,
): boolean {
  const [first] = visits;
  if (first?.date === undefined) return false;
  const { patient, evaluator, date } = first;
  return recist
    .flat()
    .some(
      (visit) =>
        visit.patient === patient &&
        visit.evaluator === evaluator &&
        visit.overall === 'PD' &&
        visit.date !== undefined &&
        compareDates(visit.date, date) === 'before',
    );
}

function immuneAnswer(
  visits: Visits<ImmuneOverallResponse, ImmuneTargetResponse, ImmuneNonTargetResponse>,
  recist: SdtmVisits,
): PrintedAnswer {
  return {
    criteria: 'iRECIST',
    patients: visits.length,
    timePoints: visits.flat().length,
    withoutStart: 0,
    best: [
      {
        kind: 'without confirmation',
        counts: counted(visits.map((own) => bestImmuneResponse(immuneCallsOf(own)).response)),
      },
    ],
    queries: visits.flatMap((own) =>
      of(
        own,
        immuneQueries(
          own.map(({ label, overall, target, nonTarget, newLesions }) => ({
            label,
            ...(overall === undefined ? {} : { overall }),
            components: {
              ...(target === undefined ? {} : { target }),
              ...(nonTarget === undefined ? {} : { nonTarget }),
              newLesions,
            },
          })),
          isProgressedBefore(own, recist),
        ),
      ),
    ),
  };
}

/** Days of visits from the start of treatment, or from the first visit where it is not given. */
function daysOf(
  visits: readonly SdtmVisit<unknown, unknown, unknown>[],
  starts: ReadonlyMap<string, PatientDate>,
): readonly DayDistance[] {
  const first = starts.get(visits[0]?.patient ?? '') ?? visits.find(({ date }) => date !== undefined)?.date;
  return visits.map(({ date }) => {
    const days = first === undefined || date === undefined ? 'incomparable' : daysBetween(first, date);
    return days === 'incomparable' ? { least: null, most: null } : days;
  });
}

function recistAnswer(
  value: SdtmVisits,
  { stableFrom, confirmAfter }: ResponseCommandOptions,
  subjects: readonly SdtmSubject[],
): PrintedAnswer {
  const starts = startsOf(subjects);
  const best = (isConfirmed: boolean): readonly string[] =>
    value.map((own) => {
      const days = daysOf(own, starts);
      const spans = own.flatMap(({ overall, label }, at) =>
        overall === undefined
          ? []
          : [{ day: days[at] ?? { least: null, most: null }, response: overall, label }],
      );
      const stableFromDay = starts.has(own[0]?.patient ?? '') ? stableFrom : 0;
      return bestResponseOfSpans(spans, { isConfirmed, stableFromDay, confirmAfterDays: confirmAfter })
        .possible.map(({ response }) => response)
        .join(' or ');
    });
  const unconfirmed = best(false);
  const confirmed = best(true);
  return {
    criteria: 'RECIST 1.1',
    patients: value.length,
    timePoints: value.flat().length,
    rates: ratesOf(
      value.map((own) => own[0]?.patient ?? ''),
      { unconfirmed, confirmed },
      subjects,
    ),
    withoutStart: value.filter((own) => !starts.has(own[0]?.patient ?? '')).length,
    best: [
      { kind: 'without confirmation', counts: counted(unconfirmed) },
      { kind: 'with confirmation', counts: counted(confirmed) },
    ],
    queries: value.flatMap((own) =>
      of(own, [
        ...componentQueries(own),
        ...sequenceQueries(
          own.flatMap(({ label, overall }) => (overall === undefined ? [] : [{ label, response: overall }])),
        ),
      ]),
    ),
  };
}

const holds = (text: string, category: string): boolean =>
  new RegExp(`(?:^|[,;\\t])"?${category}"?(?:[,;\\t\\r]|$)`, 'm').test(text);

/** Reads an RS table: RECIST 1.1, iRECIST, or both side by side, by its categories; RECIST 1.1 where it has none. */
export function readPrinted(
  text: string,
  options: ResponseCommandOptions,
  subjects: readonly SdtmSubject[],
): { readonly value: readonly PrintedAnswer[] | undefined; readonly issues: readonly Issue[] } {
  const isImmune = holds(text, 'iRECIST');
  const isRecist = !isImmune || holds(text, 'RECIST 1\\.1');
  const issues: Issue[] = [];
  const answers: PrintedAnswer[] = [];
  let recist: SdtmVisits = [];
  if (isRecist) {
    const read = readSdtmResponses(text);
    issues.push(...read.issues);
    if (read.value === undefined) return { value: undefined, issues };
    recist = read.value;
    answers.push(recistAnswer(taken(recist, options.evaluator), options, subjects));
  }
  if (isImmune) {
    const read = readSdtmImmuneResponses(text);
    // The table is the same: what is wrong with its rows was said by the first reading.
    if (!isRecist) issues.push(...read.issues);
    if (read.value === undefined) return { value: undefined, issues };
    answers.push(immuneAnswer(taken(read.value, options.evaluator), recist));
  }
  return { value: answers, issues };
}

/** The lines of an answer. */
export function printedLines({
  criteria,
  patients,
  timePoints,
  withoutStart,
  best,
  rates = [],
  queries,
}: PrintedAnswer): readonly string[] {
  return [
    `${criteria}: ${patients} series of ${timePoints} printed time points`,
    ...best.map(
      ({ kind, counts }) =>
        `best response ${kind}: ${Object.entries(counts)
          .map(([name, count]) => `${name} ${count}`)
          .join(', ')}`,
    ),
    ...rates.map(rateText),
    ...(withoutStart === 0
      ? []
      : [
          `no start of treatment of ${withoutStart}: their SD counts from the first visit on (--dm gives the start)`,
        ]),
    ...queries.map(({ patient, evaluator, sentence }) => `query: ${patient} (${evaluator}): ${sentence}`),
    `${queries.length} queries`,
  ];
}
