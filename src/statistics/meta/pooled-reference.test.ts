/** Pooled effects against metafor 3.8-1, where the data folder is present: every value of every reference. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesOf, absent as skip, tableOf } from '../reference-values.fixture.ts';
import { usualTolerance } from './brent-root.fixture.ts';
import {
  betweenStudyVariance,
  type EffectSize,
  hazardRatioEffect,
  type PooledEffect,
  type PoolingOptions,
  randomEffects,
  shareOf,
  twoArmEffects,
} from './index.ts';
import {
  answersOf,
  armMeasureIn,
  armsOf,
  assertAnswers,
  backTransformed,
  closedForm,
  datasetIn,
  defined,
  effectsOf,
  howOf,
  inlineShares,
  iterated,
  measureIn,
  sharesAnswers,
  sharesOf,
} from './meta-reference.fixture.ts';
import { pooledWith } from './random-effects.ts';
import { fisherScoringOfR, pauleMandelOfR, squaresAt } from './stopped-as-metafor.fixture.ts';

/**
 * The pooled effect to compare. Paule and Mandel's tau2 here is the root itself; where metafor's search stops short of it, the
 * root must lie within the tolerance of that search, and everything else is compared at the place where it stops.
 */
function comparable(effects: readonly EffectSize[], options: PoolingOptions, id: string): PooledEffect {
  const read = randomEffects(effects, options);
  assert.ok(read.ok, id);
  if (options.estimator !== 'PM') return read.pooled;
  const { tau2 } = read.pooled;
  if (tau2 > 0)
    assert.ok(Math.abs(squaresAt(effects, tau2) - (effects.length - 1)) < 1e-10, `${id}: no root`);
  const stopped = pauleMandelOfR(effects);
  assert.ok(Math.abs(stopped.tau2 - tau2) <= usualTolerance, `${id}: ${stopped.tau2} for ${tau2}`);
  return pooledWith(effects, stopped, options);
}

const closed = ['EE', 'DL', 'HE', 'SJ'];
const toleranceOf = (id: string): number => (closed.includes(howOf(id).estimator) ? closedForm : iterated);

test('pooled shares, by every estimator and test', { skip }, () => {
  const references = referencesOf('meta-proportions');
  for (const reference of references) {
    const { id } = reference;
    const measure = measureIn(id);
    assert.ok(measure !== undefined, id);
    const shares = sharesOf(datasetIn(id));
    const pooled = comparable(effectsOf(shares, measure, 'only0'), howOf(id), id);
    const answers = { ...answersOf(pooled), ...sharesAnswers(pooled, measure, shares) };
    assertAnswers(reference, answers, toleranceOf(id));
  }
  assert.equal(references.length, 179);
});

test('pooled effects of two arms', { skip }, () => {
  for (const reference of referencesOf('meta-two-arm')) {
    const measure = armMeasureIn(reference.id);
    assert.ok(measure !== undefined, reference.id);
    const effects = defined(twoArmEffects(armsOf('bcg'), measure));
    const pooled = comparable(effects, howOf(reference.id), reference.id);
    assertAnswers(reference, answersOf(pooled), toleranceOf(reference.id));
  }
});

test('corrected cells', { skip }, () => {
  for (const reference of referencesOf('meta-zero-cells')) {
    const rule = reference.id.endsWith('if0all') ? 'if0all' : 'all';
    const effects = twoArmEffects(armsOf('nielweise'), 'OR', rule);
    const pooled = comparable(defined(effects), { estimator: 'DL' }, reference.id);
    const answers = {
      ...answersOf(pooled),
      yi: effects.map((each) => each?.effect),
      vi: effects.map((each) => each?.variance),
    };
    assertAnswers(reference, answers, closedForm);
  }
});

// These were made with the usual stop of metafor's Fisher scoring, which the same steps meet.
test('prediction intervals by each rule', { skip }, () => {
  for (const reference of referencesOf('meta-prediction-interval')) {
    const { id } = reference;
    const rule = (['normal', 'k-1', 'k-2'] as const).find((each) => id.endsWith(each));
    assert.ok(rule !== undefined, id);
    const options = { ...howOf(id), prediction: rule };
    const effects = effectsOf(sharesOf(datasetIn(id)), 'PLO');
    const pooled =
      options.estimator === 'REML'
        ? pooledWith(effects, fisherScoringOfR(effects), options)
        : comparable(effects, options, id);
    const answers = {
      ...answersOf(pooled),
      ...backTransformed(pooled, (effect) => shareOf(effect, 'PLO', 1)),
    };
    assertAnswers(reference, answers, toleranceOf(id));
  }
});

test('hazard ratios', { skip }, () => {
  const effects = tableOf('hr_pool.csv').map(({ hr, lo, hi }) => {
    const read = hazardRatioEffect({ hazardRatio: Number(hr), lower: Number(lo), upper: Number(hi) });
    assert.ok(read.ok);
    return read.effect;
  });
  for (const reference of referencesOf('meta-hr')) {
    const pooled = comparable(effects, howOf(reference.id), reference.id);
    assertAnswers(reference, { ...answersOf(pooled), ...backTransformed(pooled, Math.exp) }, closedForm);
  }
});

test('edges: one study, equal studies, empty and full cells', { skip }, () => {
  const references = referencesOf('meta-edge').filter(({ id }) => !id.endsWith('GLMM'));
  assert.equal(references.length, 22);
  for (const reference of references) {
    const { id } = reference;
    const measure = measureIn(id);
    assert.ok(measure !== undefined, id);
    const shares = inlineShares(reference);
    const pooled = comparable(effectsOf(shares, measure), howOf(id), id);
    const answers = { ...answersOf(pooled), ...sharesAnswers(pooled, measure, shares) };
    assertAnswers(reference, answers, toleranceOf(id));
  }
});

test('Paule-Mandel and empirical Bayes have one root', { skip }, () => {
  const effects = effectsOf(sharesOf('nec'), 'PLO');
  assert.equal(betweenStudyVariance(effects, 'PM').tau2, betweenStudyVariance(effects, 'EB').tau2);
});
