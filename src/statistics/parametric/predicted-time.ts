/** Quantiles of the time to the event, and survival, that a parametric model gives for values of its covariates. */
import { requireOpenProbability } from '../domain-error.ts';
import { criticalValue } from '../survival/index.ts';
import { errorDistribution } from './error-distribution.ts';
import type { ParametricModel } from './parametric-survival.ts';

/** A quantile of the time to the event, with the interval of its logarithm by the delta method. */
export interface PredictedTime {
  /** The share with the event by then. */
  readonly probability: number;
  readonly time: number;
  /** Of the logarithm of the time. */
  readonly lnError: number;
  readonly lower: number;
  readonly upper: number;
}

/** The linear predictor; undefined where the values are not one for each covariate. */
function predictorOf({ coefficients }: ParametricModel, values: readonly number[]): number | undefined {
  if (values.length !== coefficients.length - 1 || !values.every(Number.isFinite)) return undefined;
  return coefficients.reduce(
    (sum, { estimate }, at) => sum + estimate * (at === 0 ? 1 : (values[at - 1] ?? 0)),
    0,
  );
}

/**
 * The time by which a share has the event, for one value of each covariate; undefined where they are not so many numbers.
 *
 * @throws DomainError for a probability outside (0, 1).
 */
export function predictedTime(
  model: ParametricModel,
  values: readonly number[],
  probability = 0.5,
): PredictedTime | undefined {
  requireOpenProbability('probability', probability);
  const eta = predictorOf(model, values);
  if (eta === undefined) return undefined;
  const w = errorDistribution(model.distribution).quantile(probability);
  const slopes = [1, ...values, ...(model.lnScaleError === null ? [] : [model.scale * w])];
  const variance = slopes.reduce(
    (sum, one, row) =>
      sum +
      slopes.reduce((part, other, column) => part + one * other * (model.covariance[row]?.[column] ?? 0), 0),
    0,
  );
  const lnTime = eta + model.scale * w;
  const lnError = Math.sqrt(Math.max(0, variance));
  const half = criticalValue(model.confidence) * lnError;
  return {
    probability,
    time: Math.exp(lnTime),
    lnError,
    lower: Math.exp(lnTime - half),
    upper: Math.exp(lnTime + half),
  };
}

/** The probability of being free of the event at a time, for one value of each covariate; undefined as above. */
export function predictedSurvival(
  model: ParametricModel,
  values: readonly number[],
  time: number,
): number | undefined {
  const eta = predictorOf(model, values);
  if (eta === undefined || Number.isNaN(time)) return undefined;
  if (time <= 0) return 1;
  const z = (Math.log(time) - eta) / model.scale;
  return Math.exp(errorDistribution(model.distribution).lnBetween(z, Number.POSITIVE_INFINITY));
}
