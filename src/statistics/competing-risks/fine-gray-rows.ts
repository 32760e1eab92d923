/**
 * The weighted data of Fine and Gray's model (J Am Stat Assoc 1999;94:496) of the subdistribution hazard, as R's finegray
 * makes it: who leaves by another cause stays in the risk set with the weight of still being uncensored, and with delayed
 * entry of having entered by then (Geskus, Biometrics 2011;67:39). A Cox model of these rows, with their weights and the
 * variance clustered by subject, is the model.
 */
import { sharedTimes } from '../survival/index.ts';
import { asSurvival, type CauseCounts, causeCounts } from './cause-counts.ts';
import {
  type CompetingRisksColumns,
  type CompetingRisksFault,
  competingRisksFault,
  largestCause,
} from './competing-risks-columns.ts';

/** Rows of a counting process: at risk on (start, stop], with a weight. */
export interface FineGrayRows {
  /** The subject of each row, from 0. */
  readonly subject: Int32Array;
  readonly start: Float64Array;
  readonly stop: Float64Array;
  /** 1 where the cause of interest ended the row. */
  readonly event: Uint8Array;
  readonly weight: Float64Array;
}

/**
 * The rows, or why there are none. `riskSetEmptied`: nobody was under observation while others entered later. `tooManyRows`:
 * every subject with another cause needs a row for each later change of the weight, and there are more than 20 million.
 */
export type FineGrayReading =
  | { readonly ok: true; readonly rows: FineGrayRows }
  | {
      readonly ok: false;
      readonly reason: CompetingRisksFault | 'noEvents' | 'riskSetEmptied' | 'tooManyRows';
      readonly row?: number;
    };

const mostRows = 2e7;

/** For each place of the axis the probability to be uncensored just before it; events come before censoring. */
function uncensored({ atRisk, events, censored }: CauseCounts): Float64Array {
  let current = 1;
  return atRisk.map((risk, at) => {
    const before = current;
    const lost = censored[at] ?? 0;
    const left = risk - events.reduce((sum, column) => sum + (column[at] ?? 0), 0);
    if (lost > 0) current *= (left - lost) / left;
    return before;
  });
}

/** For each place of the axis the probability to have entered before it, by Kaplan and Meier in reversed time. */
function entered(axis: Float64Array, { entries, exits }: CauseCounts): Float64Array {
  const coming = new Float64Array(axis.length);
  const present = new Float64Array(axis.length + 1);
  for (const [row, place] of entries.entries()) {
    if (place >= 0) coming[place] = (coming[place] ?? 0) + 1;
    // Under observation at a place: entered by then, and leaving later.
    const from = Math.max(0, place);
    const to = exits[row] ?? 0;
    present[from] = (present[from] ?? 0) + 1;
    present[to] = (present[to] ?? 0) - 1;
  }
  let sum = 0;
  const under = coming.map((_, at) => {
    sum += present[at] ?? 0;
    return sum;
  });
  const probability = new Float64Array(axis.length);
  let current = 1;
  for (let at = axis.length - 1; at >= 0; at -= 1) {
    if ((coming[at] ?? 0) > 0) current *= 1 - (coming[at] ?? 0) / (under[at] ?? 1);
    probability[at] = current;
  }
  return probability;
}

/** The weighted rows for a cause. Where censoring differs by group, make the rows of each group apart. */
export function fineGrayRows(columns: CompetingRisksColumns, cause = 1): FineGrayReading {
  const wrong = competingRisksFault(columns);
  if (wrong !== undefined) return { ok: false, ...wrong };
  const axis = sharedTimes([asSurvival(columns)]);
  const counts = causeCounts(axis, columns, Math.max(cause, largestCause(columns)));
  const due = counts.events[cause - 1] ?? new Float64Array(0);
  const targets: number[] = [];
  for (let at = 0; at < axis.length; at += 1) if ((due[at] ?? 0) > 0) targets.push(at);
  if (targets.length === 0) return { ok: false, reason: 'noEvents' };
  const kept = uncensored(counts);
  if (columns.entry !== undefined) {
    const by = entered(axis, counts);
    for (let at = 0; at < axis.length; at += 1) kept[at] = (kept[at] ?? 0) * (by[at] ?? 0);
  }
  const first = axis[0] ?? 0;
  const origin = first > 0 ? 0 : 2 * first - 1;
  const subject: number[] = [];
  const start: number[] = [];
  const stop: number[] = [];
  const event: number[] = [];
  const weight: number[] = [];
  for (let row = 0; row < columns.time.length; row += 1) {
    const exit = counts.exits[row] ?? 0;
    const own = columns.cause[row] ?? 0;
    const entry = counts.entries[row] ?? -1;
    let from =
      columns.entry === undefined ? origin : entry < 0 ? (columns.entry[row] ?? 0) : (axis[entry] ?? 0);
    let until = axis[exit] ?? 0;
    let present = 1;
    const close = (): void => {
      subject.push(row);
      start.push(from);
      stop.push(until);
      event.push(own === cause ? 1 : 0);
      weight.push(present);
    };
    if (own !== 0 && own !== cause) {
      const base = kept[exit] ?? 0;
      if (base === 0) return { ok: false, reason: 'riskSetEmptied', row };
      for (const target of targets) {
        if (target <= exit) continue;
        const next = (kept[target] ?? 0) / base;
        if (next !== present) {
          close();
          from = until;
          present = next;
        }
        until = axis[target] ?? 0;
        if (present === 0) break;
      }
    }
    if (present > 0) close();
    if (subject.length > mostRows) return { ok: false, reason: 'tooManyRows' };
  }
  return {
    ok: true,
    rows: {
      subject: Int32Array.from(subject),
      start: Float64Array.from(start),
      stop: Float64Array.from(stop),
      event: Uint8Array.from(event),
      weight: Float64Array.from(weight),
    },
  };
}
