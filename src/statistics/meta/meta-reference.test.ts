/**
 * Meta-analysis against metafor 3.8-1, where the data folder is present: effect sizes and moment estimates to 1e-10, iterated
 * ones to the 1e-6 at which metafor stops.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquareQuantile } from '../chi-square.ts';
import { normalUpperQuantile } from '../normal.ts';
import {
  numbersOf,
  type Reference,
  referencesOf,
  absent as skip,
  tableOf,
} from '../reference-values.fixture.ts';
import {
  binomialNormal,
  cumulativeEffects,
  type EffectSize,
  harmonicMean,
  leaveOneOut,
  mantelHaenszel,
  type PooledEffect,
  type PooledTest,
  type PredictionRule,
  petoOddsRatio,
  proportionEffect,
  proportionMeasures,
  qProfile,
  randomEffects,
  type StudyArms,
  type StudyProportion,
  shareOf,
  shrunkenEffects,
  tauEstimators,
  twoArmEffects,
  twoArmMeasures,
} from './index.ts';

const near = (found: number | null, wanted: unknown, tolerance: number, name: string): void => {
  if (wanted === null) return;
  assert.ok(typeof wanted === 'number' && found !== null, name);
  const scale = Math.max(1e-3, Math.abs(wanted));
  // A root that was found to 1e-4 only is off by as much near 0 too.
  const slack = tolerance >= 1e-2 ? 1e-3 : 0;
  assert.ok(Math.abs(found - wanted) <= tolerance * scale + slack, `${name}: ${found} for ${wanted}`);
};
const nearAll = (
  found: readonly (number | null)[],
  wanted: unknown,
  tolerance: number,
  name: string,
): void => {
  const all = numbersOf(wanted);
  assert.equal(found.length, all.length, name);
  all.forEach((each, at) => {
    near(found[at] ?? null, each, tolerance, `${name} ${at}`);
  });
};

const files: Readonly<Record<string, string>> = {
  nec: 'nec_response_table_seed004.csv',
  nec_IP: 'nec_response_table_seed004.csv',
  pritz: 'dat_pritz1997.csv',
  debruin: 'dat_debruin2009.csv',
};

const sharesOf = (name: string): readonly StudyProportion[] =>
  tableOf(files[name] ?? '')
    .filter(({ regimen = '' }) => name !== 'nec_IP' || regimen === 'IP')
    .map((row) => ({ count: Number(row['xi']), of: Number(row['ni']) }));

const armsOf = (name: string): readonly StudyArms[] =>
  name === 'bcg'
    ? tableOf('dat_bcg.csv').map((row) => ({
        treated: { count: Number(row['tpos']), of: Number(row['tpos']) + Number(row['tneg']) },
        control: { count: Number(row['cpos']), of: Number(row['cpos']) + Number(row['cneg']) },
      }))
    : tableOf('dat_nielweise2007.csv').map((row) => ({
        treated: { count: Number(row['ai']), of: Number(row['n1i']) },
        control: { count: Number(row['ci']), of: Number(row['n2i']) },
      }));

const measureIn = (text: string) => proportionMeasures.find((each) => text.split('_').includes(each));
const armMeasureIn = (text: string) => twoArmMeasures.find((each) => text.split('_').includes(each));
const datasetIn = (id: string): string =>
  Object.keys(files)
    .toSorted((one, two) => two.length - one.length)
    .find((name) => id.includes(`_${name}`)) ?? '';
const defined = (effects: readonly (EffectSize | null)[]): readonly EffectSize[] =>
  effects.filter((effect) => effect !== null);

/** `rma_nec_PLO_REML_knha`: the estimator and the test behind the measure. */
function howOf(id: string) {
  const parts = id.split('_');
  const estimator = tauEstimators.find((each) => parts.includes(each));
  const asked: PooledTest = parts.includes('knha') ? 'knha' : 'z';
  assert.ok(estimator !== undefined, id);
  return { estimator, test: asked };
}

function assertPooled(
  pooled: PooledEffect,
  expected: Reference['expected'],
  tolerance: number,
  id: string,
): void {
  near(pooled.estimate, expected['est'], tolerance, `${id} est`);
  near(pooled.standardError, expected['se'], tolerance, `${id} se`);
  if (expected['ci'] !== undefined)
    nearAll([pooled.lower, pooled.upper], expected['ci'], tolerance, `${id} ci`);
  if (expected['z'] !== undefined && expected['z'] !== null && Math.abs(Number(expected['est'])) > 1e-9)
    near(pooled.statistic, expected['z'], tolerance, `${id} z`);
  if (expected['p'] !== undefined && Math.abs(Number(expected['est'])) > 1e-9)
    near(pooled.p, expected['p'], Math.max(1e-6, tolerance), `${id} p`);
  near(pooled.tau2, expected['tau2'], tolerance, `${id} tau2`);
  if (expected['se_tau2'] !== undefined)
    near(pooled.tau2Error, expected['se_tau2'], tolerance, `${id} se of tau2`);
  if (expected['I2'] !== undefined)
    near(pooled.i2Percent, expected['I2'], Math.max(1e-5, tolerance), `${id} I2`);
  if (expected['H2'] !== undefined) near(pooled.h2, expected['H2'], tolerance, `${id} H2`);
  if (expected['Q'] !== undefined) near(pooled.q, expected['Q'], 1e-10, `${id} Q`);
  if (expected['Qp'] !== undefined) near(pooled.qP, expected['Qp'], 1e-9, `${id} p of Q`);
  if (expected['pi'] !== undefined)
    nearAll(
      [pooled.prediction?.lower ?? null, pooled.prediction?.upper ?? null],
      expected['pi'],
      tolerance,
      `${id} pi`,
    );
}

/** metafor ends its search for the root of Paule and Mandel at 1.2e-4 (`uniroot`); empirical Bayes has the same root, to 1e-7. */
const toleranceOf = (estimator: string): number =>
  ['EE', 'DL', 'HE', 'SJ'].includes(estimator) ? 1e-9 : estimator === 'PM' ? 2e-2 : 1e-7;

test('effect sizes', { skip }, () => {
  for (const { id, expected } of referencesOf('meta-escalc')) {
    const shareMeasure = measureIn(id);
    const armMeasure = armMeasureIn(id);
    const effects =
      shareMeasure === undefined
        ? armMeasure === undefined
          ? []
          : twoArmEffects(armsOf('bcg'), armMeasure)
        : sharesOf(datasetIn(id)).map((each) => proportionEffect(each, shareMeasure, 'only0'));
    nearAll(
      effects.map((each) => each?.effect ?? null),
      expected['yi'],
      1e-12,
      id,
    );
    nearAll(
      effects.map((each) => each?.variance ?? null),
      expected['vi'],
      1e-12,
      id,
    );
  }
});

test('pooled shares, by every estimator and test', { skip }, () => {
  let compared = 0;
  for (const { id, expected } of referencesOf('meta-proportions')) {
    const measure = measureIn(id);
    if (measure === undefined || !id.startsWith('rma_')) continue;
    const shares = sharesOf(datasetIn(id));
    const how = howOf(id);
    const read = randomEffects(defined(shares.map((each) => proportionEffect(each, measure, 'only0'))), how);
    assert.ok(read.ok, id);
    const tolerance = toleranceOf(how.estimator);
    assertPooled(read.pooled, expected, tolerance, id);
    const size = harmonicMean(shares.map(({ of }) => of));
    const back = (effect: number): number => shareOf(effect, measure, size);
    if (expected['est_bt'] !== undefined)
      near(back(read.pooled.estimate), expected['est_bt'], tolerance, `${id} share`);
    if (expected['ci_bt'] !== undefined)
      nearAll(
        [back(read.pooled.lower), back(read.pooled.upper)],
        expected['ci_bt'],
        tolerance,
        `${id} share ci`,
      );
    compared += 1;
  }
  assert.ok(compared >= 170, String(compared));
});

test('Paule-Mandel and empirical Bayes have one root', { skip }, () => {
  const effects = defined(sharesOf('nec').map((each) => proportionEffect(each, 'PLO')));
  const [one, other] = (['PM', 'EB'] as const).map((estimator) => randomEffects(effects, { estimator }));
  assert.ok(one?.ok === true && other?.ok === true);
  assert.equal(one.pooled.tau2, other.pooled.tau2);
});

test('pooled effects of two arms', { skip }, () => {
  for (const { id, expected } of referencesOf('meta-two-arm')) {
    const measure = armMeasureIn(id);
    assert.ok(measure !== undefined, id);
    const effects = twoArmEffects(armsOf('bcg'), measure);
    if (id.startsWith('escalc')) {
      nearAll(
        effects.map((each) => each?.effect ?? null),
        expected['yi'],
        1e-12,
        id,
      );
      nearAll(
        effects.map((each) => each?.variance ?? null),
        expected['vi'],
        1e-12,
        id,
      );
      continue;
    }
    const how = howOf(id);
    const read = randomEffects(defined(effects), how);
    assert.ok(read.ok, id);
    assertPooled(read.pooled, expected, toleranceOf(how.estimator), id);
  }
});

// Made with metafor's usual stop of 1e-5.
test('prediction intervals by each rule', { skip }, () => {
  for (const { id, expected } of referencesOf('meta-prediction-interval')) {
    const rule = (['normal', 'k-1', 'k-2'] as const).find((each): each is PredictionRule & typeof each =>
      id.endsWith(each),
    );
    assert.ok(rule !== undefined, id);
    const how = howOf(id);
    const shares = sharesOf(datasetIn(id));
    const read = randomEffects(defined(shares.map((each) => proportionEffect(each, 'PLO'))), {
      ...how,
      prediction: rule,
    });
    assert.ok(read.ok && read.pooled.prediction !== null, id);
    nearAll(
      [read.pooled.prediction.lower, read.pooled.prediction.upper],
      expected['pi'],
      Math.max(1e-5, toleranceOf(how.estimator)),
      id,
    );
  }
});

test('edges: one study, equal studies, empty and full cells', { skip }, () => {
  for (const { id, input, expected } of referencesOf('meta-edge')) {
    const measure = measureIn(id);
    if (measure === undefined) continue;
    const counts = numbersOf(input?.['xi']);
    const sizes = numbersOf(input?.['ni']);
    const shares = counts.map((count, at) => ({ count: count ?? 0, of: sizes[at] ?? 0 }));
    const how = howOf(id);
    const read = randomEffects(defined(shares.map((each) => proportionEffect(each, measure))), how);
    assert.ok(read.ok, id);
    const { pooled } = read;
    near(pooled.estimate, expected['est'], 1e-6, `${id} est`);
    near(pooled.standardError, expected['se'], 1e-6, `${id} se`);
    near(pooled.tau2, expected['tau2'], 1e-5, `${id} tau2`);
  }
});

test('without each study, one after the other, and drawn together', { skip }, () => {
  const effectsOf = (id: string) =>
    defined(sharesOf(datasetIn(id)).map((each) => proportionEffect(each, 'PLO')));
  const estimates = (read: readonly ReturnType<typeof randomEffects>[]) =>
    read.map((each) => (each.ok ? each.pooled.estimate : null));
  for (const { id, expected } of referencesOf('meta-leave-one-out'))
    nearAll(estimates(leaveOneOut(effectsOf(id))), expected['est'], 1e-5, id);
  for (const { id, expected } of referencesOf('meta-cumulative'))
    nearAll(estimates(cumulativeEffects(effectsOf(id))), expected['est'], 1e-5, id);
  for (const { id, expected } of referencesOf('meta-blup')) {
    const found = shrunkenEffects(effectsOf(id));
    nearAll(
      found.map(({ estimate }) => estimate),
      expected['pred'],
      1e-5,
      `${id} pred`,
    );
    nearAll(
      found.map(({ standardError }) => standardError),
      expected['se'],
      1e-5,
      `${id} se`,
    );
  }
});

test('the interval of tau2 by Q-profile', { skip }, () => {
  for (const { id, expected } of referencesOf('meta-tau2-ci')) {
    const effects = defined(sharesOf('debruin').map((each) => proportionEffect(each, 'PLO')));
    const degrees = effects.length - 1;
    const { lower, upper } = qProfile(
      effects,
      chiSquareQuantile(0.025, degrees),
      chiSquareQuantile(0.975, degrees),
    );
    const [, low, high] = numbersOf(expected['tau2']);
    near(lower, low, 1e-4, id);
    near(upper, high, 1e-4, id);
  }
});

test('Mantel-Haenszel, Peto, corrected cells and hazard ratios', { skip }, () => {
  for (const { id, expected } of referencesOf('meta-mantel-haenszel')) {
    const found = mantelHaenszel(armsOf('nielweise'));
    assert.ok(found !== null);
    near(found.estimate, expected['est'], 1e-12, id);
    near(found.standardError, expected['se'], 1e-12, id);
    nearAll([found.lower, found.upper], expected['ci'], 1e-12, id);
  }
  for (const { id, expected } of referencesOf('meta-peto')) {
    const found = petoOddsRatio(armsOf(id.includes('bcg') ? 'bcg' : 'nielweise'));
    near(found?.estimate ?? null, expected['est'], 1e-12, id);
    near(found?.standardError ?? null, expected['se'], 1e-12, id);
  }
  for (const { id, expected } of referencesOf('meta-zero-cells')) {
    const effects = twoArmEffects(armsOf('nielweise'), 'OR', id.endsWith('if0all') ? 'if0all' : 'all');
    nearAll(
      effects.map((each) => each?.effect ?? null),
      expected['yi'],
      1e-12,
      id,
    );
    nearAll(
      effects.map((each) => each?.variance ?? null),
      expected['vi'],
      1e-12,
      id,
    );
  }
  for (const { id, expected } of referencesOf('meta-hr')) {
    const effects = tableOf('hr_pool.csv').map(({ hr, lo, hi }) => ({
      effect: Math.log(Number(hr)),
      variance: ((Math.log(Number(hi)) - Math.log(Number(lo))) / (2 * normalUpperQuantile(0.025))) ** 2,
    }));
    const how = howOf(id);
    const read = randomEffects(effects, how);
    assert.ok(read.ok);
    assertPooled(read.pooled, expected, 1e-9, id);
  }
});

/** The head of the reference file gives 1e-5 for these models: metafor's maximisation stops there. */
test('binomial-normal models', { skip }, () => {
  const compare = (shares: readonly StudyProportion[], { id, expected }: Reference): void => {
    const read = binomialNormal(shares);
    assert.ok(read.ok, id);
    assert.ok(Math.abs(read.fit.estimate - Number(expected['est'])) < 1.5e-5, id);
    near(read.fit.standardError, expected['se'], 1e-5, `${id} se`);
    near(read.fit.tau2, expected['tau2'], 2e-5, `${id} tau2`);
  };
  for (const reference of referencesOf('meta-glmm')) compare(sharesOf('pritz'), reference);
  for (const reference of referencesOf('meta-edge').filter(({ id }) => id.includes('GLMM'))) {
    const sizes = numbersOf(reference.input?.['ni']);
    compare(
      numbersOf(reference.input?.['xi']).map((count, at) => ({ count: count ?? 0, of: sizes[at] ?? 0 })),
      reference,
    );
  }
});
