/**
 * Parametric regression of survival times, exact or right-, left- or interval-censored, with delayed entry: ln T = x b + s W
 * by maximum likelihood (Kalbfleisch and Prentice 2002, chapter 3), in the terms of R's survreg. A coefficient is a
 * logarithm of a ratio of times: above 0 the event comes later.
 */
import { requireOpenProbability } from '../domain-error.ts';
import {
  type CensoringIntervals,
  type CensoringIntervalsFault,
  censoringIntervalsFault,
} from '../interval-censoring/index.ts';
import { normalUpper } from '../normal.ts';
import { criticalValue } from '../survival/index.ts';
import { errorDistribution, type ParametricDistribution } from './error-distribution.ts';
import type { Observation } from './observation-likelihood.ts';
import { type Maximum, maximise } from './parametric-maximum.ts';

/** Times with what may explain them. */
export interface ParametricColumns extends CensoringIntervals {
  /** Times at which observation began; absent where all are observed from the origin on. */
  readonly entry?: Float64Array;
  readonly covariates?: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** How the model is fitted. */
export interface ParametricOptions {
  /** `weibull` when absent. */
  readonly distribution?: ParametricDistribution;
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
}

/** A coefficient, on the logarithm of time. */
export interface ParametricCoefficient {
  /** `(intercept)` first, then the covariates. */
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly z: number;
  readonly p: number;
}

/** A fitted model. */
export interface ParametricModel {
  readonly distribution: ParametricDistribution;
  readonly subjects: number;
  /** Subjects whose event was seen, at a time or within an interval. */
  readonly events: number;
  readonly coefficients: readonly ParametricCoefficient[];
  readonly scale: number;
  readonly lnScale: number;
  /** Null where the scale is fixed. */
  readonly lnScaleError: number | null;
  /** Of the coefficients and then ln scale, row by row. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: number;
  /** Of the model without covariates. */
  readonly nullLogLikelihood: number;
  readonly confidence: number;
  readonly iterations: number;
}

/** The model, or why there is none. `noMaximum`: the likelihood rises without end, as where a group has no event. */
export type ParametricReading =
  | { readonly ok: true; readonly model: ParametricModel }
  | {
      readonly ok: false;
      readonly reason:
        | CensoringIntervalsFault
        | 'timeNotPositive'
        | 'entryNotBeforeExit'
        | 'covariateNotFinite'
        | 'noEvents'
        | 'collinear'
        | 'noMaximum';
      readonly row?: number;
      readonly covariate?: string;
    };

type Refusal = Extract<ParametricReading, { ok: false }>;

function refusalOf({ lower, upper, entry, covariates = [] }: ParametricColumns): Refusal | undefined {
  const wrong = censoringIntervalsFault({ lower, upper });
  if (wrong !== undefined) return { ok: false, ...wrong };
  for (let row = 0; row < lower.length; row += 1) {
    const [from, to] = [lower[row] ?? 0, upper[row] ?? 0];
    // A first time of 0 is not known, and an event at 0 has no logarithm.
    if (to <= 0 || (from < 0 && Number.isFinite(from))) return { ok: false, reason: 'timeNotPositive', row };
    const start = entry?.[row] ?? 0;
    if (entry !== undefined && !(start < to && start <= Math.max(0, from)))
      return { ok: false, reason: 'entryNotBeforeExit', row };
  }
  if (entry !== undefined && entry.length !== lower.length) return { ok: false, reason: 'lengthsDiffer' };
  for (const { name, values } of covariates) {
    if (values.length !== lower.length) return { ok: false, reason: 'lengthsDiffer', covariate: name };
    const row = values.findIndex((value) => !Number.isFinite(value));
    if (row !== -1) return { ok: false, reason: 'covariateNotFinite', row, covariate: name };
  }
  return undefined;
}

const lnOrNone = (time: number): number => (time > 0 ? Math.log(time) : Number.NEGATIVE_INFINITY);

/**
 * Fits a model.
 *
 * @throws DomainError for a confidence outside (0, 1).
 */
export function parametricSurvival(
  columns: ParametricColumns,
  options: ParametricOptions = {},
): ParametricReading {
  const { distribution = 'weibull', confidence = 0.95 } = options;
  requireOpenProbability('confidence', confidence);
  const refused = refusalOf(columns);
  if (refused !== undefined) return refused;
  const { lower, upper, entry, covariates = [] } = columns;
  const observations: readonly Observation[] = Array.from(lower, (from, row) => ({
    from: lnOrNone(from),
    to: lnOrNone(upper[row] ?? 0),
    entry: lnOrNone(entry?.[row] ?? 0),
  }));
  const events = upper.reduce((sum, to) => sum + (Number.isFinite(to) ? 1 : 0), 0);
  if (events === 0) return { ok: false, reason: 'noEvents' };
  const errors = errorDistribution(distribution);
  const isScaleFree = distribution !== 'exponential';
  const fit = (values: readonly Float64Array[]): Maximum =>
    maximise(observations, [new Float64Array(lower.length).fill(1), ...values], errors, isScaleFree);
  const found = fit(covariates.map(({ values }) => values));
  if (!found.ok) return found;
  const none = covariates.length === 0 ? found : fit([]);
  if (!none.ok) return none;
  const { parameters, covariance, logLikelihood, iterations } = found;
  const z = criticalValue(confidence);
  const errorOf = (at: number): number => Math.sqrt(covariance[at]?.[at] ?? 0);
  const place = covariates.length + 1;
  const lnScale = isScaleFree ? (parameters[place] ?? 0) : 0;
  return {
    ok: true,
    model: {
      distribution,
      subjects: lower.length,
      events,
      coefficients: ['(intercept)', ...covariates.map(({ name }) => name)].map((name, at) => {
        const estimate = parameters[at] ?? 0;
        const standardError = errorOf(at);
        return {
          name,
          estimate,
          standardError,
          lower: estimate - z * standardError,
          upper: estimate + z * standardError,
          z: estimate / standardError,
          p: Math.min(1, 2 * normalUpper(Math.abs(estimate / standardError))),
        };
      }),
      scale: Math.exp(lnScale),
      lnScale,
      lnScaleError: isScaleFree ? errorOf(place) : null,
      covariance,
      logLikelihood,
      nullLogLikelihood: none.logLikelihood,
      confidence,
      iterations,
    },
  };
}
