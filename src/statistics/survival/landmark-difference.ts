/**
 * Survival of two groups compared at one fixed time, chosen before the data were seen, on a transformed scale (Klein et al.,
 * Stat Med 2007;26:4505). The plain difference is too bold in small groups; log(-log S) holds its level best.
 */
import { normalUpper } from '../normal.ts';
import type { KaplanMeierCurve } from './kaplan-meier.ts';
import { survivalAt } from './survival-at.ts';
import { criticalValue, type SurvivalIntervalType } from './survival-interval.ts';

/** The comparison. */
export interface LandmarkDifference {
  readonly time: number;
  readonly scale: SurvivalIntervalType;
  /** Survival of the first and the second group. */
  readonly survival: readonly [number, number];
  /** First minus second, with its plain interval at the confidence of the first curve. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** The transformed first minus the transformed second, by its error: on `log-log` positive where the first survives less. */
  readonly z: number;
  readonly p: number;
}

/** The comparison, or why there is none: a curve that ends before the time, or stands at 0 or 1 with no error to compare by. */
export type LandmarkDifferenceReading =
  | { readonly ok: true; readonly value: LandmarkDifference }
  | { readonly ok: false; readonly reason: 'beyondFollowUp' | 'noVariation'; readonly group?: 0 | 1 };

/** The transformed survival, and its derivative by log S; undefined where the scale has no value. */
function transformed(
  survival: number,
  scale: SurvivalIntervalType,
): { readonly value: number; readonly slope: number } | undefined {
  if (scale === 'plain') return { value: survival, slope: survival };
  if (survival === 0) return undefined;
  if (scale === 'log') return { value: Math.log(survival), slope: 1 };
  if (survival === 1) return undefined;
  switch (scale) {
    case 'log-log':
      return { value: Math.log(-Math.log(survival)), slope: 1 / Math.log(survival) };
    case 'logit':
      return { value: Math.log(survival / (1 - survival)), slope: 1 / (1 - survival) };
    case 'arcsin':
      return {
        value: Math.asin(Math.sqrt(survival)),
        slope: 0.5 * Math.sqrt(survival / (1 - survival)),
      };
  }
}

/** Compares two curves at a time, on the double logarithm unless asked otherwise. */
export function landmarkDifference(
  first: KaplanMeierCurve,
  second: KaplanMeierCurve,
  time: number,
  scale: SurvivalIntervalType = 'log-log',
): LandmarkDifferenceReading {
  const [one, other] = [survivalAt(first, time), survivalAt(second, time)];
  if (!one.ok) return { ok: false, reason: one.reason, group: 0 };
  if (!other.ok) return { ok: false, reason: other.reason, group: 1 };
  const parts = [one.value, other.value].map(({ survival, standardError }) => ({
    survival,
    error: standardError ?? 0,
    on: transformed(survival, scale),
  }));
  const [a, b] = parts;
  if (a?.on === undefined || b?.on === undefined)
    return { ok: false, reason: 'noVariation', group: a?.on === undefined ? 0 : 1 };
  const relative = ({ survival, error }: { survival: number; error: number }): number =>
    survival === 0 ? 0 : error / survival;
  const spread = Math.hypot(a.on.slope * relative(a), b.on.slope * relative(b));
  if (spread === 0) return { ok: false, reason: 'noVariation' };
  const z = (a.on.value - b.on.value) / spread;
  const difference = a.survival - b.survival;
  const half = criticalValue(first.confidence) * Math.hypot(a.error, b.error);
  return {
    ok: true,
    value: {
      time,
      scale,
      survival: [a.survival, b.survival],
      difference,
      lower: Math.max(-1, difference - half),
      upper: Math.min(1, difference + half),
      z,
      p: Math.min(1, 2 * normalUpper(Math.abs(z))),
    },
  };
}
