/**
 * Restricted mean survival time: the area under the Kaplan-Meier curve up to a time (Irwin 1949). Its variance is the sum
 * over the event times before it of (area still to come)^2 d / (n (n - d)) (Klein and Moeschberger 2003, section 4.5).
 */
import type { KaplanMeierCurve } from './kaplan-meier.ts';

/** The mean up to `until`. */
export interface RestrictedMean {
  readonly until: number;
  readonly mean: number;
  readonly standardError: number;
}

/** A mean, or `beyondFollowUp`: the curve ends before `until` above 0. */
export type RestrictedMeanReading =
  | { readonly ok: true; readonly value: RestrictedMean }
  | { readonly ok: false; readonly reason: 'beyondFollowUp' };

/** The restricted mean of a curve from time 0 on. */
export function restrictedMean(curve: KaplanMeierCurve, until: number): RestrictedMeanReading {
  const { times, survival, atRisk, events } = curve;
  const last = times.length - 1;
  if (until > (times[last] ?? 0) && (survival[last] ?? 0) > 0) return { ok: false, reason: 'beyondFollowUp' };
  const within = times.findIndex((time) => time > until);
  const count = within === -1 ? times.length : within;
  // Areas of the steps, from the last back to the first, so that each event sees the area behind it.
  let area = 0;
  let variance = 0;
  for (let at = count - 1; at >= 0; at -= 1) {
    const from = times[at] ?? 0;
    const to = at + 1 < count ? (times[at + 1] ?? 0) : until;
    area += (survival[at] ?? 0) * (to - from);
    const died = events[at] ?? 0;
    const risk = atRisk[at] ?? 0;
    if (died > 0 && area > 0) variance += (area ** 2 * died) / (risk * (risk - died));
  }
  const first = count > 0 ? (times[0] ?? 0) : until;
  return { ok: true, value: { until, mean: area + Math.max(0, first), standardError: Math.sqrt(variance) } };
}
