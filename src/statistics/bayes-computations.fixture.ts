/** How scripts/oracle/bayes.R is computed here. */
import assert from 'node:assert/strict';
import {
  type BasketCounts,
  type BorrowingMethod,
  betaBinomialPosterior,
  betaBinomialPredictive,
  effectiveSampleSize,
  hierarchicalModel,
  mixturePosterior,
  multisourceExchangeability,
  operatingCharacteristics,
  predictiveProbability,
} from './index.ts';
import type { Computation, Given } from './oracle-cases.fixture.ts';

const closed = { tolerance: 1e-10, floor: 1e-3 };
const countsOf = (given: Given): BasketCounts => ({
  responses: given.number('responses'),
  patients: given.number('patients'),
});
const basketsOf = (given: Given): readonly BasketCounts[] => {
  const patients = given.list('patients');
  return given.list('responses').map((responses, at) => ({ responses, patients: patients[at] ?? 0 }));
};
const priorOf = (given: Given) => ({ a: given.number('a'), b: given.number('b') });
const mixtureOf = (given: Given) => {
  const [a, b] = [given.list('a'), given.list('b')];
  return given.list('weights').map((weight, at) => ({ weight, a: a[at] ?? 0, b: b[at] ?? 0 }));
};
const normalOf = (given: Given, name: string) => {
  const [mean = 0, sd = 1] = given.list(name);
  return { mean, sd };
};

const hierarchical: Computation = {
  tolerance: 1e-7,
  floor: 1e-2,
  compute: (given) => {
    const exchangeable = given.number('exchangeable');
    const read = hierarchicalModel(basketsOf(given), {
      threshold: given.number('threshold'),
      mu: normalOf(given, 'mu'),
      tau: { kind: 'half-normal', scale: given.number('scale') },
      nonExchangeable: exchangeable < 1 ? { exchangeable, apart: normalOf(given, 'apart') } : null,
    });
    assert.ok(read.ok);
    const { model } = read;
    const summaries = model.baskets.map(({ summary }) => summary);
    return {
      lnMarginal: model.lnMarginal,
      mean: summaries.map(({ mean }) => mean),
      sd: summaries.map(({ sd }) => sd),
      above: summaries.map(({ aboveThreshold }) => aboveThreshold),
      mu: model.mu.mean,
      tau: model.tau.mean,
    };
  },
};

const declaredBy = (method: BorrowingMethod): Computation => ({
  ...closed,
  compute: (given) => {
    const read = operatingCharacteristics({
      patients: given.list('patients'),
      scenarios: [given.list('rates')],
      threshold: given.number('threshold'),
      cutoff: given.number('cutoff'),
      method,
    });
    assert.ok(read.ok);
    const [scenario] = read.scenarios;
    assert.ok(scenario !== undefined);
    return { declared: [...scenario.baskets.map(({ declared }) => declared), scenario.anyFalsePositive] };
  },
});

/** @public */
export const bayesComputations: Readonly<Record<string, Computation>> = {
  'qbeta and pbeta of a posterior': {
    ...closed,
    compute: (given) => {
      const threshold = given.number('threshold');
      const read = betaBinomialPosterior(countsOf(given), priorOf(given), { threshold });
      assert.ok(read.ok);
      const { summary, lnMarginal } = read.posterior;
      return {
        mean: summary.mean,
        sd: summary.sd,
        lower: summary.equalTailed.lower,
        median: summary.median,
        upper: summary.equalTailed.upper,
        above: summary.aboveThreshold,
        lnMarginal,
      };
    },
  },
  'integrate, further responses': {
    ...closed,
    compute: (given) => {
      const read = betaBinomialPredictive(countsOf(given), given.number('further'), priorOf(given));
      assert.ok(read.ok);
      return { masses: read.masses };
    },
  },
  'pbeta over further responses': {
    ...closed,
    compute: (given) => {
      const read = predictiveProbability(countsOf(given), {
        patients: given.number('total'),
        threshold: given.number('threshold'),
        cutoff: given.number('cutoff'),
      });
      assert.ok(read.ok);
      return { probability: read.probability };
    },
  },
  'uniroot of a mixture': {
    ...closed,
    compute: (given) => {
      const threshold = given.number('threshold');
      const read = mixturePosterior(mixtureOf(given), countsOf(given), { threshold });
      assert.ok(read.ok);
      const { mixture, summary } = read.posterior;
      return {
        weights: mixture.map(({ weight }) => weight),
        mean: summary.mean,
        lower: summary.equalTailed.lower,
        median: summary.median,
        upper: summary.equalTailed.upper,
        above: summary.aboveThreshold,
      };
    },
  },
  'effective sample size, its definitions': {
    ...closed,
    compute: (given) => {
      const read = effectiveSampleSize(mixtureOf(given));
      assert.ok(read.ok);
      const { moment, morita, elir } = read.size;
      return { moment, morita, elir };
    },
  },
  'all exchangeability matrices': {
    ...closed,
    compute: (given) => {
      const read = multisourceExchangeability(basketsOf(given), {
        prior: priorOf(given),
        exchangeable: given.number('exchangeable'),
        threshold: given.number('threshold'),
      });
      assert.ok(read.ok);
      const { model } = read;
      const found = model.baskets.filter((each) => each.kind === 'posterior');
      return {
        exchangeability: model.exchangeability.flat(),
        likeliest: model.likeliestProbability,
        mean: found.map(({ summary }) => summary.mean),
        above: found.map(({ summary }) => summary.aboveThreshold),
        median: found.map(({ summary }) => summary.median),
        size: found.map(({ expectedPatients }) => expectedPatients),
      };
    },
  },
  'declared over all outcomes, alone': declaredBy({ kind: 'unborrowed' }),
  'declared over all outcomes, exchangeability': declaredBy({ kind: 'exchangeability' }),
  'integrate, hierarchical model': hierarchical,
  'integrate, EXNEX': hierarchical,
};
