/** A cumulative incidence read at a time. */
import { indexOfTime } from '../survival/index.ts';
import type { CumulativeIncidence } from './aalen-johansen.ts';

/** One cause at one time. */
export interface IncidenceAt {
  readonly time: number;
  readonly cause: number;
  readonly incidence: number;
  readonly standardError: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
}

/** The value, or why there is none. */
export type IncidenceAtReading =
  | { readonly ok: true; readonly value: IncidenceAt }
  | { readonly ok: false; readonly reason: 'beyondFollowUp' | 'noSuchCause' };

/** The cumulative incidence of a cause at a time. Behind the last observation there is none while some are event-free. */
export function incidenceAt(estimate: CumulativeIncidence, cause: number, time: number): IncidenceAtReading {
  const { times, atRisk, eventFree, causes } = estimate;
  const own = causes.find((each) => each.cause === cause);
  if (own === undefined) return { ok: false, reason: 'noSuchCause' };
  const at = indexOfTime(times, time);
  const last = times.length - 1;
  if (time > (times[last] ?? 0) && (eventFree.probability[last] ?? 0) > 0)
    return { ok: false, reason: 'beyondFollowUp' };
  const isExact = times[at] === time;
  return {
    ok: true,
    value: {
      time,
      cause,
      incidence: own.probability[at] ?? 0,
      standardError: own.standardError[at] ?? 0,
      lower: own.lower[at] ?? null,
      upper: own.upper[at] ?? null,
      atRisk: (isExact ? atRisk[at] : atRisk[at + 1]) ?? 0,
    },
  };
}
