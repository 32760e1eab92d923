/**
 * Kaplan-Meier curves of many patients whose times may be intervals: one with every time at its shortest and every open
 * outcome counted as an event, one with every time at its longest and every open outcome censored. Where all dates are days
 * the two are one. They show how far the dates move the curve and are no strict limits: an event moved before a censoring
 * meets a larger risk set, so a mixture of short and long times can lie outside. The median follow-up is read from the reverse curve (Schemper and Smith, Control Clin Trials 1996;17:343),
 * in which the end of observation is the event.
 */
import {
  type KaplanMeierCurve,
  type KaplanMeierOptions,
  kaplanMeier,
  type SurvivalColumns,
} from '../../statistics/index.ts';
import type { PossibleOutcome, TimeToEvent } from './time-to-event.ts';

/** A patient who is in no curve, with the reason. */
export interface LeftOut {
  readonly patient: string;
  readonly because: string;
}

/** Curves at the shortest and the longest times, in days. */
export type CohortCurves =
  | {
      readonly ok: true;
      /** True where every time is one number and every outcome decided: the two curves are the same. */
      readonly isExact: boolean;
      readonly shortest: KaplanMeierCurve;
      readonly longest: KaplanMeierCurve;
      /** Patients whose longest time nothing bounds: in the longest curve they are censored at its end. */
      readonly unbounded: readonly string[];
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly ok: false; readonly reason: 'noPatients'; readonly leftOut: readonly LeftOut[] };

interface Row {
  readonly days: number;
  readonly isEvent: boolean;
}

const least = (outcomes: readonly PossibleOutcome[]): number =>
  Math.min(...outcomes.map(({ days }) => days.least));

/** The outcome that is worst for the curve: an event where one is possible, as early as possible. */
function shortestRow(outcomes: readonly PossibleOutcome[]): Row {
  const events = outcomes.filter(({ status }) => status === 'event');
  return events.length > 0
    ? { days: least(events), isEvent: true }
    : { days: least(outcomes), isEvent: false };
}

/** The outcome that is best for the curve: censored where that is possible, as late as possible. */
function longestRow(outcomes: readonly PossibleOutcome[], end: number): Row {
  const censored = outcomes.filter(({ status }) => status === 'censored');
  const isEvent = censored.length === 0;
  const longest = (isEvent ? outcomes : censored).map(({ days }) => days.most);
  return longest.includes(null)
    ? { days: end, isEvent: false }
    : { days: Math.max(...longest.map((days) => days ?? 0)), isEvent };
}

const columnsOf = (rows: readonly Row[]): SurvivalColumns => ({
  time: Float64Array.from(rows, ({ days }) => days),
  event: Uint8Array.from(rows, ({ isEvent }) => (isEvent ? 1 : 0)),
});

/** The curves of a cohort for one endpoint and rule; patients without a time are named, never dropped. */
export function cohortCurves(times: readonly TimeToEvent[], options: KaplanMeierOptions = {}): CohortCurves {
  const leftOut = times.flatMap((time) =>
    time.ok ? [] : [{ patient: time.patient, because: time.message }],
  );
  const found = times.filter((time) => time.ok);
  const end = Math.max(
    0,
    ...found.flatMap(({ outcomes }) => outcomes.map(({ days }) => days.most ?? days.least)),
  );
  const shortest = kaplanMeier(columnsOf(found.map(({ outcomes }) => shortestRow(outcomes))), options);
  const longest = kaplanMeier(columnsOf(found.map(({ outcomes }) => longestRow(outcomes, end))), options);
  if (!shortest.ok || !longest.ok) return { ok: false, reason: 'noPatients', leftOut };
  return {
    ok: true,
    isExact: found.every(
      ({ outcomes: [only, ...more] }) =>
        more.length === 0 && only !== undefined && only.days.least === only.days.most,
    ),
    shortest: shortest.curve,
    longest: longest.curve,
    unbounded: found.flatMap(({ patient, outcomes }) =>
      outcomes.some(({ days }) => days.most === null) ? [patient] : [],
    ),
    leftOut,
  };
}

/** The columns of a reverse curve: where observation ended without the event is the event, and the event ends it. */
export function reversed(columns: SurvivalColumns): SurvivalColumns {
  return { ...columns, event: Uint8Array.from(columns.event, (event) => (event === 1 ? 0 : 1)) };
}
