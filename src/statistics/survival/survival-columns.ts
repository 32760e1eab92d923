/**
 * Survival data in columns: for each subject the time of exit, whether the event happened then, and the time of entry where
 * follow-up began late. A subject is at risk on (entry, exit]: one that enters at the time of an event is not at risk for it.
 * Times closer than floating arithmetic can tell apart are one time, by the rule of R's survival (`timefix`).
 */

/** Columns of one group or stratum, all of the same length. */
export interface SurvivalColumns {
  /** Times of the event or of the end of observation, in any unit. */
  readonly time: Float64Array;
  /** 1 where the event happened at that time, 0 where observation ended without it. */
  readonly event: Uint8Array;
  /** Times at which observation began; absent where all are observed from the origin on. */
  readonly entry?: Float64Array;
}

/** Why columns are no survival data. */
export type SurvivalFault =
  | 'noSubjects'
  | 'lengthsDiffer'
  | 'timeNotFinite'
  | 'eventNotZeroOrOne'
  | 'entryNotBeforeExit';

/** What is wrong with columns and in which row (from 0), or undefined. */
export function survivalFault({
  time,
  event,
  entry,
}: SurvivalColumns): { readonly fault: SurvivalFault; readonly row?: number } | undefined {
  if (time.length === 0) return { fault: 'noSubjects' };
  if (event.length !== time.length || (entry !== undefined && entry.length !== time.length))
    return { fault: 'lengthsDiffer' };
  for (let row = 0; row < time.length; row += 1) {
    const exit = time[row] ?? Number.NaN;
    const start = entry?.[row];
    if (!Number.isFinite(exit) || (start !== undefined && !Number.isFinite(start)))
      return { fault: 'timeNotFinite', row };
    if ((event[row] ?? 2) > 1) return { fault: 'eventNotZeroOrOne', row };
    if (start !== undefined && start >= exit) return { fault: 'entryNotBeforeExit', row };
  }
  return undefined;
}

/** Square root of the spacing of numbers at 1, R's default tolerance. */
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * The distinct times of a column in ascending order. A time that follows the one before it by no more than the tolerance,
 * absolute or relative to the mean magnitude, is not distinct.
 */
export function distinctTimes(times: Float64Array): Float64Array {
  const sorted = times.toSorted();
  let count = 0;
  let magnitude = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const time = sorted[at] ?? 0;
    if (count > 0 && time === sorted[count - 1]) continue;
    sorted[count] = time;
    magnitude += Math.abs(time);
    count += 1;
  }
  const mean = count === 0 ? 0 : magnitude / count;
  const slack = Math.max(tolerance, tolerance * mean);
  let kept = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    const time = sorted[at] ?? 0;
    if (time - last > slack) {
      sorted[kept] = time;
      kept += 1;
    }
    last = time;
  }
  return sorted.slice(0, kept);
}

/** The index of the last of the distinct times that is not after `time`; -1 before the first. */
export function indexOfTime(distinct: Float64Array, time: number): number {
  let low = 0;
  let high = distinct.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
