/**
 * The survival curve that a model predicts for given values of its covariates: exp(-H), H the baseline hazard of Breslow or
 * Efron times the relative hazard, with the error of Tsiatis (Ann Stat 1981;9:93) that takes in that of the coefficients, as
 * `survfit.coxph`. With all covariates at their reference it is the baseline.
 */
import { requireOpenProbability } from '../domain-error.ts';
import { criticalValue, type SurvivalIntervalType, survivalBounds } from '../survival/index.ts';
import type { CoxColumns } from './cox-columns.ts';
import type { CoxModel } from './cox-model.ts';
import { type FittedModelRefusal, fittedModel } from './fitted-model.ts';
import { eachStep } from './risk-sums.ts';
import { eventTimeMeans } from './score-residuals.ts';
import { bilinear } from './symmetric-matrix.ts';

/** For whom a curve is predicted, and how its interval is made. */
export interface CoxCurveOptions {
  /** A value for every covariate of the model. */
  readonly covariates: Readonly<Record<string, number>>;
  /** The stratum; needed where the model has more than one. */
  readonly stratum?: number | string;
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
  /** Scale of the interval; `log-log` when absent. */
  readonly interval?: SurvivalIntervalType;
}

/** A predicted curve: a step at each event time of the stratum. */
export interface CoxCurve {
  readonly confidence: number;
  readonly interval: SurvivalIntervalType;
  readonly times: Float64Array;
  readonly cumulativeHazard: Float64Array;
  readonly survival: Float64Array;
  /** Standard error of the cumulative hazard, which is that of the logarithm of survival. */
  readonly standardError: Float64Array;
  /** Null where the scale gives no bound. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** The last exit of the stratum: the curve says nothing behind it. */
  readonly followedUntil: number;
}

/** The curve, or why there is none. */
export type CoxCurveReading =
  | { readonly ok: true; readonly curve: CoxCurve }
  | FittedModelRefusal
  | { readonly ok: false; readonly reason: 'covariateMissing'; readonly covariates: readonly string[] }
  | { readonly ok: false; readonly reason: 'stratumUnknown' | 'stratumMissing' | 'hazardOutOfRange' };

/** Predicts. @throws DomainError for a confidence outside (0, 1), which is the caller's bug. */
export function coxCurve(columns: CoxColumns, model: CoxModel, options: CoxCurveOptions): CoxCurveReading {
  const { confidence = 0.95, interval = 'log-log', covariates, stratum } = options;
  requireOpenProbability('confidence', confidence);
  const fitted = fittedModel(columns, model);
  if (!fitted.ok) return fitted;
  const { design, beta, ties, variance } = fitted;
  const { spans, size, scale, centre, names } = design;
  const missing = names.filter((name) => !Number.isFinite(covariates[name] ?? Number.NaN));
  if (missing.length > 0) return { ok: false, reason: 'covariateMissing', covariates: missing };
  if (stratum === undefined && spans.strata.length > 1) return { ok: false, reason: 'stratumMissing' };
  const own = stratum === undefined ? 0 : spans.strata.indexOf(stratum);
  if (own < 0) return { ok: false, reason: 'stratumUnknown' };
  const { sums, increments, whole } = eventTimeMeans(design, beta, ties);
  const x = Float64Array.from(
    names,
    (name, k) => ((covariates[name] ?? 0) - (centre[own * size + k] ?? 0)) / (scale[k] ?? 1),
  );
  let predictor = -sums.shift;
  for (let k = 0; k < size; k += 1) predictor += (x[k] ?? 0) * (beta[k] ?? 0);
  const relative = Math.exp(predictor);
  if (!Number.isFinite(relative)) return { ok: false, reason: 'hazardOutOfRange' };
  const squares = new Float64Array(spans.times.length);
  eachStep(design, sums, ties, (place, weight, _, denominator) => {
    squares[place] = (squares[place] ?? 0) + weight / denominator / denominator;
  });
  const critical = criticalValue(confidence);
  const [begin, end] = [spans.stratumStart[own] ?? 0, spans.stratumStart[own + 1] ?? 0];
  const cumulativeHazard = new Float64Array(end - begin);
  const standardError = new Float64Array(end - begin);
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  const shift = new Float64Array(size);
  let [hazard, square] = [0, 0];
  for (let place = begin; place < end; place += 1) {
    const step = relative * (increments.whole[place] ?? 0);
    hazard += step;
    square += relative * relative * (squares[place] ?? 0);
    for (let k = 0; k < size; k += 1)
      shift[k] = (shift[k] ?? 0) + relative * (whole[place * size + k] ?? 0) - step * (x[k] ?? 0);
    const error = Math.sqrt(square + bilinear(variance, shift, shift));
    // Covariates far outside the data leave hazards that are no numbers, on either side.
    if (!Number.isFinite(hazard) || !Number.isFinite(error)) return { ok: false, reason: 'hazardOutOfRange' };
    cumulativeHazard[place - begin] = hazard;
    standardError[place - begin] = error;
    const bounds = survivalBounds(Math.exp(-hazard), error, critical, interval);
    lower.push(bounds.lower);
    upper.push(bounds.upper);
  }
  const followedUntil = columns.time.reduce(
    (last, time, row) => (spans.stratumOfRow[row] === own ? Math.max(last, time) : last),
    Number.NEGATIVE_INFINITY,
  );
  return {
    ok: true,
    curve: {
      confidence,
      interval,
      times: spans.times.slice(begin, end),
      cumulativeHazard,
      survival: cumulativeHazard.map((value) => Math.exp(-value)),
      standardError,
      lower,
      upper,
      followedUntil,
    },
  };
}
