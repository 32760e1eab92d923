/**
 * The logarithm of a printed hazard ratio with its sampling variance: from the interval, whose half width on the logarithm is
 * a quantile of the normal times the error, or from the p value of Wald's test (Parmar, Stat Med 1998;17:2815; Tierney,
 * Trials 2007;8:16, equations 7 and 8).
 */
import { requireOpenProbability } from '../domain-error.ts';
import { normalUpperQuantile } from '../normal.ts';
import type { EffectSize } from './effect-size.ts';

/** A printed hazard ratio with its interval. */
export interface HazardRatioInterval {
  readonly hazardRatio: number;
  readonly lower: number;
  readonly upper: number;
  /** 0.95 when absent. */
  readonly confidence?: number;
}

/** A printed hazard ratio with its two-sided p, which must be a value and no bound such as p < 0.001. */
export interface HazardRatioP {
  readonly hazardRatio: number;
  readonly p: number;
}

/** The effect from an interval. */
export type HazardRatioReading =
  | {
      readonly ok: true;
      readonly effect: EffectSize;
      /**
       * How far the hazard ratio lies from the middle of its interval on the logarithm, as a share of half its width: rounding
       * gives a little, much means an interval of another kind or a misprint.
       */
      readonly offCentre: number;
    }
  | { readonly ok: false; readonly reason: 'notPositive' | 'boundsReversed' | 'outsideInterval' };

/** The effect from a p value; at a ratio of 1, or p of 1, the error cannot be told. */
export type HazardRatioPReading =
  | { readonly ok: true; readonly effect: EffectSize }
  | { readonly ok: false; readonly reason: 'notPositive' | 'notAProbability' | 'errorUnknown' };

const isPositive = (value: number): boolean => value > 0 && Number.isFinite(value);

/**
 * A log hazard ratio with its variance, from the interval.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example hazardRatioEffect({ hazardRatio: 0.72, lower: 0.5, upper: 1.04 })
 */
export function hazardRatioEffect({
  hazardRatio,
  lower,
  upper,
  confidence = 0.95,
}: HazardRatioInterval): HazardRatioReading {
  requireOpenProbability('confidence', confidence);
  if (![hazardRatio, lower, upper].every(isPositive)) return { ok: false, reason: 'notPositive' };
  if (lower >= upper) return { ok: false, reason: 'boundsReversed' };
  if (hazardRatio < lower || hazardRatio > upper) return { ok: false, reason: 'outsideInterval' };
  const effect = Math.log(hazardRatio);
  const [low, high] = [Math.log(lower), Math.log(upper)];
  const error = (high - low) / (2 * normalUpperQuantile((1 - confidence) / 2));
  return {
    ok: true,
    effect: { effect, variance: error * error },
    offCentre: Math.abs(effect - (low + high) / 2) / ((high - low) / 2),
  };
}

/**
 * A log hazard ratio with its variance, from the p value of Wald's test; with that of a log-rank test an approximation.
 *
 * @example hazardRatioEffectOfP({ hazardRatio: 0.72, p: 0.08 })
 */
export function hazardRatioEffectOfP({ hazardRatio, p }: HazardRatioP): HazardRatioPReading {
  if (!isPositive(hazardRatio)) return { ok: false, reason: 'notPositive' };
  if (!(p > 0 && p <= 1)) return { ok: false, reason: 'notAProbability' };
  const effect = Math.log(hazardRatio);
  if (effect === 0 || p === 1) return { ok: false, reason: 'errorUnknown' };
  const error = Math.abs(effect) / normalUpperQuantile(p / 2);
  return { ok: true, effect: { effect, variance: error * error } };
}
