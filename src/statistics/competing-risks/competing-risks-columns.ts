/**
 * Competing risks in columns: the time of exit, and which of several causes ended the time at risk. At risk, ties and delayed
 * entry are those of survival data.
 */
import { survivalFault } from '../survival/index.ts';

/** Columns of one group, all of the same length. */
export interface CompetingRisksColumns {
  readonly time: Float64Array;
  /** 0 where observation ended without an event, else the number of the cause, from 1. */
  readonly cause: Uint8Array;
  /** Times at which observation began; absent where all are observed from the origin on. */
  readonly entry?: Float64Array;
}

/** Why columns are no competing risks. */
export type CompetingRisksFault = 'noSubjects' | 'lengthsDiffer' | 'timeNotFinite' | 'entryNotBeforeExit';

/** What is wrong with columns and in which row (from 0), or undefined. */
export function competingRisksFault({
  time,
  cause,
  entry,
}: CompetingRisksColumns): { readonly reason: CompetingRisksFault; readonly row?: number } | undefined {
  const wrong = survivalFault({ time, event: new Uint8Array(cause.length), ...(entry && { entry }) });
  if (wrong === undefined || wrong.fault === 'eventNotZeroOrOne') return undefined;
  return { reason: wrong.fault, ...(wrong.row === undefined ? {} : { row: wrong.row }) };
}

/** The largest number of a cause. */
export const largestCause = ({ cause }: CompetingRisksColumns): number =>
  cause.reduce((most, each) => Math.max(most, each), 0);
