/** Risk sets of competing risks: at each time how many are at risk, leave by each cause, and leave without an event. */
import { indexOfTime } from '../survival/index.ts';
import type { CompetingRisksColumns } from './competing-risks-columns.ts';

/** Counts along an axis of times. */
export interface CauseCounts {
  readonly atRisk: Float64Array;
  /** By cause, from 0 for the first. */
  readonly events: readonly Float64Array[];
  readonly censored: Float64Array;
  /** For each subject the place of its exit on the axis. */
  readonly exits: Int32Array;
  /** For each subject the last place that is not after its entry; -1 where it is at risk from the first. */
  readonly entries: Int32Array;
}

/** Counts at every time of an axis that holds all times of the columns. */
export function causeCounts(
  axis: Float64Array,
  { time, cause, entry }: CompetingRisksColumns,
  causes: number,
): CauseCounts {
  const events = Array.from({ length: causes }, () => new Float64Array(axis.length));
  const censored = new Float64Array(axis.length);
  const entered = new Float64Array(axis.length + 1);
  const left = new Float64Array(axis.length);
  const exits = Int32Array.from(time, (each) => indexOfTime(axis, each));
  const entries = Int32Array.from(time, (_, row) =>
    entry === undefined ? -1 : indexOfTime(axis, entry[row] ?? 0),
  );
  for (let row = 0; row < time.length; row += 1) {
    const at = exits[row] ?? 0;
    const column = events[(cause[row] ?? 0) - 1] ?? censored;
    column[at] = (column[at] ?? 0) + 1;
    left[at] = (left[at] ?? 0) + 1;
    const from = (entries[row] ?? -1) + 1;
    entered[from] = (entered[from] ?? 0) + 1;
  }
  const atRisk = new Float64Array(axis.length);
  let present = 0;
  for (let at = 0; at < axis.length; at += 1) {
    present += entered[at] ?? 0;
    atRisk[at] = present;
    present -= left[at] ?? 0;
  }
  return { atRisk, events, censored, exits, entries };
}

/** The distinct times of several groups of competing risks on one axis. */
export const asSurvival = ({ time, cause, entry }: CompetingRisksColumns) => ({
  time,
  event: Uint8Array.from(cause, (each) => (each > 0 ? 1 : 0)),
  ...(entry && { entry }),
});
