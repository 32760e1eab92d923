/** How scripts/oracle/meta.R is computed here. */
import assert from 'node:assert/strict';
import {
  cumulativeEffects,
  type EffectSize,
  leaveOneOut,
  mantelHaenszel,
  type PooledTest,
  petoOddsRatio,
  proportionEffect,
  proportionMeasures,
  randomEffects,
  type StudyArms,
  shrunkenEffects,
  tauEstimators,
  twoArmEffects,
  twoArmMeasures,
} from './index.ts';
import { synthesisComputations } from './meta-synthesis-computations.fixture.ts';
import type { Answers, Computation, Given } from './oracle-cases.fixture.ts';

const named = <Name extends string>(names: readonly Name[], text: string): Name => {
  const found = names.find((each) => each === text);
  assert.ok(found !== undefined, text);
  return found;
};
const tests: readonly PooledTest[] = ['z', 'knha', 'adhoc'];

const effectsOf = (given: Given): readonly EffectSize[] => {
  const variances = given.list('variance');
  return given.list('effect').map((effect, at) => ({ effect, variance: variances[at] ?? 0 }));
};
const armsOf = (given: Given): readonly StudyArms[] => {
  const [treatedOf, control, controlOf] = [
    given.list('treatedOf'),
    given.list('control'),
    given.list('controlOf'),
  ];
  return given.list('treated').map((count, at) => ({
    treated: { count, of: treatedOf[at] ?? 0 },
    control: { count: control[at] ?? 0, of: controlOf[at] ?? 0 },
  }));
};
const listed = (effects: readonly (EffectSize | null)[]): Answers => ({
  effect: effects.map((each) => each?.effect ?? null),
  variance: effects.map((each) => each?.variance ?? null),
});
const estimates = (read: readonly ReturnType<typeof randomEffects>[]): Answers => ({
  estimate: read.map((each) => (each.ok ? each.pooled.estimate : null)),
});
const closed = { tolerance: 1e-10, floor: 1e-3 };

/** @public */
export const metaComputations: Readonly<Record<string, Computation>> = {
  ...synthesisComputations,
  'escalc of shares': {
    ...closed,
    compute: (given) => {
      const of = given.list('of');
      const measure = named(proportionMeasures, given.text('measure'));
      return listed(
        given.list('count').map((count, at) => proportionEffect({ count, of: of[at] ?? 0 }, measure)),
      );
    },
  },
  rma: {
    tolerance: 1e-8,
    floor: 1e-2,
    compute: (given) => {
      const read = randomEffects(effectsOf(given), {
        estimator: named(tauEstimators, given.text('method')),
        test: named(tests, given.text('test')),
      });
      assert.ok(read.ok);
      const { pooled } = read;
      return {
        estimate: pooled.estimate,
        error: pooled.standardError,
        lower: pooled.lower,
        upper: pooled.upper,
        p: pooled.p,
        tau2: pooled.tau2,
        tau2Error: pooled.tau2Error,
        q: pooled.q,
        qP: pooled.qP,
        i2: pooled.i2Percent / 100,
        h2: pooled.h2,
        predictionLower: pooled.prediction?.lower ?? null,
        predictionUpper: pooled.prediction?.upper ?? null,
      };
    },
  },
  'escalc of two arms': {
    ...closed,
    compute: (given) => listed(twoArmEffects(armsOf(given), named(twoArmMeasures, given.text('measure')))),
  },
  'rma.mh': {
    ...closed,
    compute: (given) => {
      const found = mantelHaenszel(armsOf(given));
      assert.ok(found !== null);
      return { estimate: found.estimate, error: found.standardError, lower: found.lower, upper: found.upper };
    },
  },
  'rma.peto': {
    ...closed,
    compute: (given) => {
      const found = petoOddsRatio(armsOf(given));
      assert.ok(found !== null);
      return { estimate: found.estimate, error: found.standardError, lower: found.lower, upper: found.upper };
    },
  },
  leave1out: { tolerance: 1e-8, floor: 1e-2, compute: (given) => estimates(leaveOneOut(effectsOf(given))) },
  cumul: { tolerance: 1e-8, floor: 1e-2, compute: (given) => estimates(cumulativeEffects(effectsOf(given))) },
  blup: {
    tolerance: 1e-8,
    floor: 1e-2,
    compute: (given) => {
      const found = shrunkenEffects(effectsOf(given));
      return {
        estimate: found.map(({ estimate }) => estimate),
        error: found.map(({ standardError }) => standardError),
      };
    },
  },
};
