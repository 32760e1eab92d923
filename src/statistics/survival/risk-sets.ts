/** Risk sets: at each distinct time of exit how many are at risk, have the event, leave without it, and have entered since. */
import { distinctTimes, indexOfTime, type SurvivalColumns } from './survival-columns.ts';

/** Counts at the distinct times of exit, ascending. */
export interface RiskSets {
  readonly times: Float64Array;
  /** Entered before the time and not left before it. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly subjects: number;
}

/** The distinct times of all columns together, entries among them, so that groups share one axis. */
export function sharedTimes(groups: readonly SurvivalColumns[]): Float64Array {
  const total = groups.reduce(
    (sum, { time, entry }) => sum + time.length + (entry === undefined ? 0 : entry.length),
    0,
  );
  const all = new Float64Array(total);
  let at = 0;
  for (const { time, entry } of groups) {
    all.set(time, at);
    at += time.length;
    if (entry !== undefined) {
      all.set(entry, at);
      at += entry.length;
    }
  }
  return distinctTimes(all);
}

/** Counts at every time of an axis that holds all times of the columns. */
export function countsAt(axis: Float64Array, { time, event, entry }: SurvivalColumns): RiskSets {
  const length = axis.length;
  const events = new Float64Array(length);
  const censored = new Float64Array(length);
  const entered = new Float64Array(length + 1);
  for (let row = 0; row < time.length; row += 1) {
    const at = indexOfTime(axis, time[row] ?? 0);
    if (event[row] === 1) events[at] = (events[at] ?? 0) + 1;
    else censored[at] = (censored[at] ?? 0) + 1;
    // One that enters at a time is at risk from the next one on.
    const from = entry === undefined ? 0 : indexOfTime(axis, entry[row] ?? 0) + 1;
    entered[from] = (entered[from] ?? 0) + 1;
  }
  const atRisk = new Float64Array(length);
  let present = 0;
  for (let at = 0; at < length; at += 1) {
    present += entered[at] ?? 0;
    atRisk[at] = present;
    present -= (events[at] ?? 0) + (censored[at] ?? 0);
  }
  return { times: axis, atRisk, events, censored, subjects: time.length };
}

/** The risk sets of one group at its own times of exit. */
export function riskSets(columns: SurvivalColumns): RiskSets {
  const whole = countsAt(sharedTimes([columns]), columns);
  if (columns.entry === undefined) return whole;
  const kept: number[] = [];
  for (let at = 0; at < whole.times.length; at += 1)
    if ((whole.events[at] ?? 0) + (whole.censored[at] ?? 0) > 0) kept.push(at);
  const taken = (column: Float64Array): Float64Array => Float64Array.from(kept, (at) => column[at] ?? 0);
  return {
    times: taken(whole.times),
    atRisk: taken(whole.atRisk),
    events: taken(whole.events),
    censored: taken(whole.censored),
    subjects: whole.subjects,
  };
}
