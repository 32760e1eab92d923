/** How the regressions, funnels and models of counts in scripts/oracle/meta.R are computed here. */
import assert from 'node:assert/strict';
import {
  betaBinomial,
  binomialNormal,
  type EffectSize,
  type FunnelTest,
  funnelAsymmetry,
  heterogeneity,
  influence,
  type MetaRegression,
  metaRegression,
  type PooledTest,
  predictedEffect,
  type StudyProportion,
  type SubgroupAnalysis,
  subgroupAnalysis,
  type TauEstimator,
  tauEstimators,
  trimAndFill,
  trimAndFillEstimators,
} from './index.ts';
import type { Answers, Computation, Given } from './oracle-cases.fixture.ts';

const tests: readonly PooledTest[] = ['z', 'knha', 'adhoc'];
const sides = ['left', 'right'] as const;

const effectsOf = (given: Given): readonly EffectSize[] => {
  const variances = given.list('variance');
  return given.list('effect').map((effect, at) => ({ effect, variance: variances[at] ?? 0 }));
};
const sharesOf = (given: Given): readonly StudyProportion[] => {
  const sizes = given.list('of');
  return given.list('count').map((count, at) => ({ count, of: sizes[at] ?? 0 }));
};
const howOf = (given: Given): { readonly estimator: TauEstimator; readonly test: PooledTest } => {
  const estimator = given.has('method')
    ? tauEstimators.find((each) => each === given.text('method'))
    : 'REML';
  const test = tests.find((each) => each === given.text('test'));
  assert.ok(estimator !== undefined && test !== undefined);
  return { estimator, test };
};

function regressionOf(given: Given): MetaRegression {
  const read = metaRegression(
    effectsOf(given),
    [
      { kind: 'number', name: 'year', values: given.list('year') },
      { kind: 'factor', name: 'line', values: given.texts('line') },
    ],
    howOf(given),
  );
  assert.ok(read.ok);
  return read.regression;
}

function groupsOf(given: Given, tau2: 'own' | 'common'): SubgroupAnalysis {
  const read = subgroupAnalysis(effectsOf(given), given.texts('line'), { ...howOf(given), tau2 });
  assert.ok(read.ok);
  return read.analysis;
}

function asymmetryOf(given: Given, funnelTest: FunnelTest): Answers {
  const { test } = howOf(given);
  const read = funnelAsymmetry(effectsOf(given), { funnelTest, measure: 'PLO', asReproduction: true, test });
  assert.ok(read.ok);
  const { statistic, degrees, p, limit } = read.asymmetry;
  return {
    statistic,
    degrees,
    p,
    limit: limit?.estimate ?? null,
    lower: limit?.lower ?? null,
    upper: limit?.upper ?? null,
  };
}

const iterated = { tolerance: 1e-8, floor: 1e-2 };

export const synthesisComputations: Readonly<Record<string, Computation>> = {
  'rma, mods': {
    ...iterated,
    compute: (given) => {
      const { coefficients, tau2, tau2Error, residual, moderators, r2Percent } = regressionOf(given);
      return {
        estimate: coefficients.map(({ estimate }) => estimate),
        error: coefficients.map(({ standardError }) => standardError),
        lower: coefficients.map(({ lower }) => lower),
        upper: coefficients.map(({ upper }) => upper),
        p: coefficients.map(({ p }) => p),
        tau2,
        tau2Error,
        q: residual.q,
        qP: residual.qP,
        i2: residual.i2Percent / 100,
        h2: residual.h2,
        moderators: moderators?.statistic ?? null,
        moderatorsP: moderators?.p ?? null,
        r2: r2Percent === null ? null : r2Percent / 100,
      };
    },
  },
  'predict.rma, newmods': {
    ...iterated,
    compute: (given) => {
      const read = predictedEffect(regressionOf(given), { year: 2015, line: 'later' });
      assert.ok(read.ok);
      const { estimate, standardError, lower, upper, prediction } = read.predicted;
      return {
        estimate,
        error: standardError,
        lower,
        upper,
        predictionLower: prediction?.lower ?? null,
        predictionUpper: prediction?.upper ?? null,
      };
    },
  },
  'rma by group, tau2 of each': {
    ...iterated,
    compute: (given) => {
      const { groups, between } = groupsOf(given, 'own');
      return {
        estimate: groups.map(({ pooled }) => pooled.estimate),
        error: groups.map(({ pooled }) => pooled.standardError),
        tau2: groups.map(({ pooled }) => pooled.tau2),
        between: between?.statistic ?? null,
        p: between?.p ?? null,
      };
    },
  },
  'rma by group, one tau2': {
    ...iterated,
    compute: (given) => {
      const { groups, between } = groupsOf(given, 'common');
      return {
        estimate: groups.map(({ pooled }) => pooled.estimate),
        error: groups.map(({ pooled }) => pooled.standardError),
        lower: groups.map(({ pooled }) => pooled.lower),
        upper: groups.map(({ pooled }) => pooled.upper),
        tau2: groups.map(({ pooled }) => pooled.tau2),
        between: between?.statistic ?? null,
        p: between?.p ?? null,
      };
    },
  },
  influence: {
    ...iterated,
    compute: (given) => {
      const read = influence(effectsOf(given), howOf(given));
      assert.ok(read.ok);
      const { studies } = read;
      return {
        rstudent: studies.map(({ rstudent }) => rstudent),
        dffits: studies.map(({ dffits }) => dffits),
        cook: studies.map(({ cooksDistance }) => cooksDistance),
        covariance: studies.map(({ covarianceRatio }) => covarianceRatio),
        tau2: studies.map(({ tau2Without }) => tau2Without),
        q: studies.map(({ qWithout }) => qWithout),
        hat: studies.map(({ hat }) => hat),
        weight: studies.map(({ weightPercent }) => weightPercent),
        dfbetas: studies.map(({ dfbetas }) => dfbetas),
        influential: studies.map(({ isInfluential }) => Number(isInfluential)),
      };
    },
  },
  'regtest, rma': { ...iterated, compute: (given) => asymmetryOf(given, 'eggerMixed') },
  'regtest, lm': { tolerance: 1e-9, floor: 1e-2, compute: (given) => asymmetryOf(given, 'egger') },
  ranktest: { tolerance: 1e-12, floor: 1e-2, compute: (given) => asymmetryOf(given, 'begg') },
  'confint, tau2': {
    ...iterated,
    compute: (given) => {
      const read = heterogeneity(effectsOf(given));
      assert.ok(read.ok);
      const { tau2, tau, i2Percent, h2 } = read.heterogeneity;
      return {
        tau2: [tau2.estimate, tau2.lower, tau2.upper],
        tau: [tau.estimate, tau.lower, tau.upper],
        i2: [i2Percent.estimate, i2Percent.lower, i2Percent.upper].map((value) => value / 100),
        h2: [h2.estimate, h2.lower, h2.upper],
      };
    },
  },
  trimfill: {
    ...iterated,
    compute: (given) => {
      const missing = trimAndFillEstimators.find((each) => each === given.text('missing'));
      const side = sides.find((each) => each === given.text('side'));
      assert.ok(missing !== undefined);
      const read = trimAndFill(effectsOf(given), {
        measure: 'PLO',
        asReproduction: true,
        estimator: 'DL',
        missing,
        ...(side === undefined ? {} : { side }),
      });
      assert.ok(read.ok);
      const { trimmed } = read;
      return {
        missing: trimmed.missing,
        error: trimmed.missingError,
        isLeft: Number(trimmed.side === 'left'),
        p: trimmed.p,
        filled: trimmed.filled.map(({ effect }) => effect),
        estimate: trimmed.pooled.estimate,
        limitLower: trimmed.pooled.lower,
        limitUpper: trimmed.pooled.upper,
        tau2: trimmed.pooled.tau2,
      };
    },
  },
  'optim, beta-binomial': {
    tolerance: 1e-6,
    floor: 1,
    compute: (given) => {
      const read = betaBinomial(sharesOf(given));
      assert.ok(read.ok);
      const { estimate, rho, logLikelihood, likelihoodRatio, profile } = read.fit;
      return {
        estimate,
        rho,
        height: logLikelihood,
        statistic: likelihoodRatio.statistic,
        lower: profile.lower,
        upper: profile.upper,
      };
    },
  },
  'optimHess, beta-binomial': {
    tolerance: 1e-5,
    floor: 1,
    compute: (given) => {
      const read = betaBinomial(sharesOf(given));
      assert.ok(read.ok);
      return { error: read.fit.standardError, rhoError: read.fit.rhoError };
    },
  },
  'optim, binomial-normal': {
    tolerance: 1e-5,
    floor: 1,
    compute: (given) => {
      const read = binomialNormal(sharesOf(given));
      assert.ok(read.ok);
      const { estimate, tau2, logLikelihood } = read.fit;
      return { estimate, tau: Math.sqrt(tau2), height: logLikelihood };
    },
  },
};
