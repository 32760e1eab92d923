/**
 * Interval-censored times in columns: of each subject the last time known to be free of the event and the first known to be
 * past it, as between two scans. Equal bounds are an exact time; the event lies in (lower, upper] otherwise.
 */

/** Columns of one group, both of the same length. */
export interface CensoringIntervals {
  /** The last time without the event; minus infinity or 0 where none is known. */
  readonly lower: Float64Array;
  /** The first time past the event; infinity where the event was not seen. */
  readonly upper: Float64Array;
}

/** Why columns are no censoring intervals. */
export type CensoringIntervalsFault =
  | 'noSubjects'
  | 'lengthsDiffer'
  | 'boundNotANumber'
  | 'boundsNotOrdered'
  | 'boundNotFinite';

/** What is wrong with columns and in which row (from 0), or undefined. */
export function censoringIntervalsFault({
  lower,
  upper,
}: CensoringIntervals): { readonly reason: CensoringIntervalsFault; readonly row?: number } | undefined {
  if (lower.length === 0) return { reason: 'noSubjects' };
  if (lower.length !== upper.length) return { reason: 'lengthsDiffer' };
  for (let row = 0; row < lower.length; row += 1) {
    const [from, to] = [lower[row] ?? Number.NaN, upper[row] ?? Number.NaN];
    if (Number.isNaN(from) || Number.isNaN(to)) return { reason: 'boundNotANumber', row };
    if (from > to) return { reason: 'boundsNotOrdered', row };
    if (from === Number.POSITIVE_INFINITY || to === Number.NEGATIVE_INFINITY)
      return { reason: 'boundNotFinite', row };
  }
  return undefined;
}
