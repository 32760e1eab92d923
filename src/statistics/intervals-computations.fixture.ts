/** How the R functions of scripts/oracle/intervals.R are computed here. */
import assert from 'node:assert/strict';
import {
  type CensoringIntervals,
  parametricDistributions,
  parametricSurvival,
  predictedTime,
  turnbull,
  turnbullAt,
} from './index.ts';
import type { Answers, Computation, Given } from './oracle-cases.fixture.ts';

/** Missing bounds are infinite. */
const columnsOf = (given: Given): CensoringIntervals => ({
  lower: Float64Array.from(given.openList('lower'), (bound) => bound ?? Number.NEGATIVE_INFINITY),
  upper: Float64Array.from(given.openList('upper'), (bound) => bound ?? Number.POSITIVE_INFINITY),
});

function estimateOf(given: Given) {
  const read = turnbull(columnsOf(given));
  assert.ok(read.ok);
  return read.estimate;
}

/** Survival where the estimate says it; elsewhere R's own number, which has to lie within the bounds. */
const survivalOf =
  (slack: number) =>
  (given: Given, wanted: Answers): readonly number[] => {
    const estimate = estimateOf(given);
    const expected = wanted['survival'];
    assert.ok(expected !== null && typeof expected === 'object');
    return given.list('at').map((time, at) => {
      const { least, most } = turnbullAt(estimate, time);
      const its = expected[at] ?? 0;
      return least !== most && its >= least - slack && its <= most + slack ? its : least;
    });
  };

const regression: Computation = {
  tolerance: 1e-8,
  floor: 1e-3,
  compute: (given) => {
    const distribution = parametricDistributions.find((name) => name === given.text('distribution'));
    assert.ok(distribution);
    const covariates = ['x', 'g'].map((name) => ({ name, values: Float64Array.from(given.list(name)) }));
    const read = parametricSurvival({ ...columnsOf(given), covariates }, { distribution });
    assert.ok(read.ok);
    const { model } = read;
    return {
      coefficients: model.coefficients.map(({ estimate }) => estimate),
      covariance: model.covariance.flat(),
      lnScale: model.lnScale,
      logLikelihood: model.logLikelihood,
      nullLogLikelihood: model.nullLogLikelihood,
      quantiles: [0.1, 0.5, 0.9].map((p) => predictedTime(model, [0.5, 1], p)?.time ?? null),
    };
  },
};

/** @public */
export const intervalsComputations: Readonly<Record<string, Computation>> = {
  'self-consistency in R': {
    tolerance: 1e-5,
    floor: 1,
    compute: (given, wanted) => ({
      logLikelihood: estimateOf(given).logLikelihood,
      survival: survivalOf(1e-6)(given, wanted),
    }),
  },
  // R stops where a step moves survival by less than 5e-5, short of the maximum, and puts the probability of an interval at its middle.
  'survfit, interval2': {
    tolerance: 5e-3,
    floor: 1,
    compute: (given, wanted) => ({ survival: survivalOf(5e-3)(given, wanted) }),
  },
  'survreg, right-censored': regression,
  'survreg, left-, right- and interval-censored': regression,
  'optim, Weibull with delayed entry': {
    tolerance: 1e-5,
    floor: 1,
    compute: (given) => {
      const read = parametricSurvival({
        ...columnsOf(given),
        entry: Float64Array.from(given.list('entry')),
        covariates: [{ name: 'x', values: Float64Array.from(given.list('x')) }],
      });
      assert.ok(read.ok);
      const { coefficients, lnScale, logLikelihood } = read.model;
      return { parameters: [...coefficients.map(({ estimate }) => estimate), lnScale], logLikelihood };
    },
  },
};
