/** The cumulative hazard by Nelson and Aalen: the sum of d / n, with the variance sum of d / n^2 (Aalen 1978). */
import { riskSets } from './risk-sets.ts';
import { type SurvivalColumns, type SurvivalFault, survivalFault } from './survival-columns.ts';

/** The cumulative hazard at each distinct time of exit. */
export interface CumulativeHazard {
  readonly times: Float64Array;
  readonly hazard: Float64Array;
  readonly standardError: Float64Array;
}

/** The hazard, or why there is none. */
export type CumulativeHazardReading =
  | { readonly ok: true; readonly value: CumulativeHazard }
  | { readonly ok: false; readonly reason: SurvivalFault; readonly row?: number };

/** The Nelson-Aalen estimate of a group. */
export function nelsonAalen(columns: SurvivalColumns): CumulativeHazardReading {
  const wrong = survivalFault(columns);
  if (wrong !== undefined)
    return { ok: false, reason: wrong.fault, ...(wrong.row === undefined ? {} : { row: wrong.row }) };
  const { times, atRisk, events } = riskSets(columns);
  const hazard = new Float64Array(times.length);
  const standardError = new Float64Array(times.length);
  let sum = 0;
  let variance = 0;
  for (let at = 0; at < times.length; at += 1) {
    const died = events[at] ?? 0;
    const risk = atRisk[at] ?? 0;
    if (died > 0) {
      sum += died / risk;
      variance += died / risk ** 2;
    }
    hazard[at] = sum;
    standardError[at] = Math.sqrt(variance);
  }
  return { ok: true, value: { times, hazard, standardError } };
}
