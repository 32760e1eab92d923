/** Contrasts against metafor (scripts/oracle/contrast.R), and the rules that no number shows: who is left out, and why. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  armContrasts,
  type ContrastMeasure,
  type ContrastReading,
  contrastMeasures,
  contrastOf,
  hazardContrasts,
  mantelHaenszel,
  type NamedArms,
  petoOddsRatio,
  poolContrasts,
  tauEstimators,
} from './index.ts';
import { type Answers, type Computation, comparedOracle, type Given } from './oracle-cases.fixture.ts';

const armsOf = (given: Given): readonly NamedArms[] =>
  given.list('treated').map((count, at) => ({
    study: `study ${at}`,
    treated: { count, of: given.list('treatedOf')[at] ?? 0 },
    control: { count: given.list('control')[at] ?? 0, of: given.list('controlOf')[at] ?? 0 },
  }));

function answersOf(readings: readonly ContrastReading[], measure: ContrastMeasure, given: Given): Answers {
  const estimator = tauEstimators.find((each) => each === given.text('method'));
  assert.ok(estimator !== undefined);
  const read = poolContrasts(readings, { estimator, test: 'adhoc', prediction: 'k-2' });
  assert.ok(read.ok && read.heterogeneity !== null);
  const { pooled, heterogeneity, weightsPercent, withoutEach } = read;
  const back = (effect: number): number => contrastOf(effect, measure);
  return {
    k: pooled.studies,
    estimate: back(pooled.estimate),
    lower: back(pooled.lower),
    upper: back(pooled.upper),
    q: heterogeneity.q,
    qP: heterogeneity.qP,
    tau2: pooled.tau2,
    tau2Lower: heterogeneity.tau2.lower,
    tau2Upper: heterogeneity.tau2.upper,
    i2: heterogeneity.i2Percent.estimate,
    i2Lower: heterogeneity.i2Percent.lower,
    i2Upper: heterogeneity.i2Percent.upper,
    predictionLower: pooled.prediction === null ? null : back(pooled.prediction.lower),
    predictionUpper: pooled.prediction === null ? null : back(pooled.prediction.upper),
    weight: weightsPercent,
    without: withoutEach.map((each) => back(each.pooled.estimate)),
    withoutTau2: withoutEach.map((each) => each.pooled.tau2),
  };
}

const computations: Readonly<Record<string, Computation>> = {
  'contrast of arms': {
    tolerance: 1e-6,
    floor: 1e-3,
    compute: (given) => {
      const measure = contrastMeasures.find((each) => each === given.text('measure'));
      assert.ok(measure !== undefined && measure !== 'HR');
      return answersOf(armContrasts(armsOf(given), measure), measure, given);
    },
  },
  'contrast of hazards': {
    tolerance: 1e-6,
    floor: 1e-3,
    compute: (given) => {
      const [lower, upper, p] = [given.openList('lower'), given.openList('upper'), given.openList('p')];
      const studies = given.list('hazardRatio').map((hazardRatio, at) => {
        const [low, high] = [lower[at] ?? null, upper[at] ?? null];
        const interval = low === null || high === null ? undefined : { lower: low, upper: high };
        return { study: `study ${at}`, hazardRatio, interval, p: p[at] ?? undefined };
      });
      return answersOf(hazardContrasts(studies), 'HR', given);
    },
  },
  'odds ratios beside': {
    tolerance: 1e-10,
    floor: 1e-3,
    compute: (given) => {
      const shown = (pooled: ReturnType<typeof mantelHaenszel>) =>
        pooled === null ? [] : [pooled.estimate, pooled.lower, pooled.upper].map(Math.exp);
      const studies = armsOf(given);
      return { mantelHaenszel: shown(mantelHaenszel(studies)), peto: shown(petoOddsRatio(studies)) };
    },
  },
};

suite('metafor', () => {
  const { script, cases } = comparedOracle('contrast', computations);
  assert.equal(script, 'scripts/oracle/contrast.R');
  for (const called of Object.keys(computations)) {
    const own = cases.filter((each) => each.function === called);
    test(`${called}: ${own.length} cases`, () => {
      assert.ok(own.length > 0);
      const faults = own.filter(({ error, tolerance }) => !(error <= tolerance));
      assert.deepEqual(
        faults.map(({ where, error }) => `${where}: ${error}`),
        [],
      );
    });
  }
});

const made = (study: string, [a, one, c, two]: readonly [number, number, number, number]): NamedArms => ({
  study,
  treated: { count: a, of: one },
  control: { count: c, of: two },
});

test('studies without events have no ratio, but a difference; empty cells are named', () => {
  const studies = [
    made('usual', [3, 20, 8, 21]),
    made('no treated event', [0, 20, 8, 21]),
    made('no event', [0, 20, 0, 21]),
    made('events only', [20, 20, 21, 21]),
  ];
  const rows = [
    ['OR', [false, true, 'noEvents', 'onlyEvents']],
    ['RR', [false, true, 'noEvents', 'onlyEvents']],
    ['RD', [false, true, true, true]],
    ['AS', [false, false, false, false]],
  ] as const;
  for (const [measure, wanted] of rows)
    assert.deepEqual(
      armContrasts(studies, measure).map((each) => (each.ok ? each.halfAdded : each.reason)),
      wanted,
      measure,
    );
});

test('hazard ratios without a usable error say so', () => {
  const rows = [
    ['noError', { hazardRatio: 0.7 }],
    ['outsideInterval', { hazardRatio: 0.7, interval: { lower: 0.8, upper: 1.2 } }],
    ['boundsReversed', { hazardRatio: 0.7, interval: { lower: 1.2, upper: 0.5 } }],
    ['notPositive', { hazardRatio: 0, p: 0.5 }],
    ['errorUnknown', { hazardRatio: 1, p: 0.5 }],
    ['notAProbability', { hazardRatio: 0.7, p: 1.5 }],
  ] as const;
  for (const [reason, given] of rows) {
    const [read] = hazardContrasts([{ study: 'A', ...given }]);
    assert.equal(read?.ok === false && read.reason, reason);
  }
});

test('one study and none are refused, EE has no scatter', () => {
  const one = armContrasts([made('A', [3, 20, 8, 21])], 'OR');
  const [first, none] = [poolContrasts(one), poolContrasts([])];
  assert.equal(!first.ok && first.reason, 'singleStudy');
  assert.equal(!none.ok && none.reason, 'noStudies');
  const two = armContrasts([made('A', [3, 20, 8, 21]), made('B', [4, 25, 9, 24])], 'OR');
  const read = poolContrasts(two, { estimator: 'EE' });
  assert.ok(read.ok);
  assert.equal(read.heterogeneity, null);
  assert.deepEqual(read.withoutEach, []);
});
