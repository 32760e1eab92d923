/** A Kaplan-Meier curve read at a landmark: the probability of being free of the event until then, and who is left. */

import type { KaplanMeierCurve } from './kaplan-meier.ts';
import { indexOfTime } from './survival-columns.ts';

/** The curve at one time. */
export interface SurvivalAt {
  readonly time: number;
  readonly survival: number;
  /** Greenwood's error of S; null where S is 0. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Those not yet gone at the time. */
  readonly atRisk: number;
}

/** A value, or `beyondFollowUp`: nobody was observed so long, and the curve says nothing. */
export type SurvivalAtReading =
  | { readonly ok: true; readonly value: SurvivalAt }
  | { readonly ok: false; readonly reason: 'beyondFollowUp' };

/** The curve at a landmark. A curve that has reached 0 stays there; any other ends with the last observation. */
export function survivalAt(curve: KaplanMeierCurve, time: number): SurvivalAtReading {
  const { times, survival, relativeError, lower, upper, atRisk } = curve;
  const at = indexOfTime(times, time);
  const last = times.length - 1;
  if (time > (times[last] ?? 0) && (survival[last] ?? 0) > 0) return { ok: false, reason: 'beyondFollowUp' };
  if (at < 0)
    return {
      ok: true,
      value: { time, survival: 1, standardError: 0, lower: 1, upper: 1, atRisk: atRisk[0] ?? 0 },
    };
  const value = survival[at] ?? 0;
  const isExact = times[at] === time;
  return {
    ok: true,
    value: {
      time,
      survival: value,
      standardError: value === 0 ? null : value * (relativeError[at] ?? 0),
      lower: lower[at] ?? null,
      upper: upper[at] ?? null,
      atRisk: (isExact ? atRisk[at] : atRisk[at + 1]) ?? 0,
    },
  };
}
