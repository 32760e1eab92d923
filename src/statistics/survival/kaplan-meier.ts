/**
 * The product-limit estimate of Kaplan and Meier (J Am Stat Assoc 1958;53:457), with delayed entry: S(t) is the product of
 * 1 - d/n over the event times up to t. Error by Greenwood: var log S = sum of d / (n (n - d)).
 */
import { requireOpenProbability } from '../domain-error.ts';
import { riskSets } from './risk-sets.ts';
import { type SurvivalColumns, type SurvivalFault, survivalFault } from './survival-columns.ts';
import { criticalValue, type SurvivalIntervalType, survivalBounds } from './survival-interval.ts';

/** How a curve is made. */
export interface KaplanMeierOptions {
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
  /** Scale of the interval; `log-log` when absent. */
  readonly interval?: SurvivalIntervalType;
}

/** A curve: a step at each distinct time of exit. */
export interface KaplanMeierCurve {
  readonly subjects: number;
  readonly eventCount: number;
  readonly confidence: number;
  readonly interval: SurvivalIntervalType;
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Standard error of log S; infinite where S is 0. */
  readonly relativeError: Float64Array;
  /** Null where the scale gives no bound. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** Times after which nobody was at risk although others entered later: the curve says nothing behind them. */
  readonly emptied: readonly number[];
  /** The time of the events that took the whole risk set: with delayed entry, where the curve falls to 0 too early. */
  readonly collapsedAt: number | null;
}

/** A curve, or why there is none. */
export type KaplanMeierReading =
  | { readonly ok: true; readonly curve: KaplanMeierCurve }
  | { readonly ok: false; readonly reason: SurvivalFault; readonly row?: number };

/**
 * The Kaplan-Meier curve of a group.
 *
 * @throws DomainError for a confidence outside (0, 1), which is the caller's bug.
 * @example
 * kaplanMeier({ time: Float64Array.of(1, 2, 3), event: Uint8Array.of(1, 0, 1) })
 * // { ok: true, curve: { survival: [2/3, 2/3, 0], ... } }
 */
export function kaplanMeier(columns: SurvivalColumns, options: KaplanMeierOptions = {}): KaplanMeierReading {
  const { confidence = 0.95, interval = 'log-log' } = options;
  requireOpenProbability('confidence', confidence);
  const wrong = survivalFault(columns);
  if (wrong !== undefined)
    return { ok: false, reason: wrong.fault, ...(wrong.row === undefined ? {} : { row: wrong.row }) };
  const { times, atRisk, events, censored, subjects } = riskSets(columns);
  const z = criticalValue(confidence);
  const survival = new Float64Array(times.length);
  const relativeError = new Float64Array(times.length);
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  const emptied: number[] = [];
  let collapsedAt: number | null = null;
  let current = 1;
  let sum = 0;
  let eventCount = 0;
  for (let at = 0; at < times.length; at += 1) {
    const risk = atRisk[at] ?? 0;
    const died = events[at] ?? 0;
    const time = times[at] ?? 0;
    eventCount += died;
    if (died > 0) {
      current *= (risk - died) / risk;
      sum += died / (risk * (risk - died));
      if (risk === died && collapsedAt === null) collapsedAt = time;
    }
    if (risk === died + (censored[at] ?? 0) && at + 1 < times.length) emptied.push(time);
    survival[at] = current;
    const error = Math.sqrt(sum);
    relativeError[at] = error;
    const bounds = survivalBounds(current, error, z, interval);
    lower.push(bounds.lower);
    upper.push(bounds.upper);
  }
  return {
    ok: true,
    curve: {
      subjects,
      eventCount,
      confidence,
      interval,
      times,
      atRisk,
      events,
      censored,
      survival,
      relativeError,
      lower,
      upper,
      emptied,
      collapsedAt,
    },
  };
}
