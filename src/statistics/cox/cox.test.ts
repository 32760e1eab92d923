/** Models without an answer are named, covariates dropped where asked, and residuals add up. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertSameModel, columns, type GivenColumns, modelOf } from './cox-columns.fixture.ts';
import {
  type CoxColumns,
  type CoxOptions,
  coxCurve,
  coxRegression,
  coxResiduals,
  proportionalHazardsTest,
  schoenfeldResiduals,
} from './index.ts';

/** Eight subjects with an estimate in every method. */
const some: GivenColumns = {
  time: [1, 2, 2, 3, 4, 5, 5, 6],
  event: [1, 1, 1, 0, 1, 1, 0, 1],
  x: [
    [1, 0, 1, 1, 0, 1, 0, 0],
    [0.3, 1.7, 0.9, 2.2, 1.1, 0.2, 0.6, 1.5],
  ],
};

suite('data without a model', () => {
  const rows: readonly (readonly [string, CoxColumns, CoxOptions, object])[] = [
    ['nobody', columns({ time: [], event: [], x: [[]] }), {}, { reason: 'noSubjects' }],
    ['no covariate', columns({ ...some, x: [] }), {}, { reason: 'noCovariates' }],
    [
      'a covariate too short',
      columns({ ...some, x: [[1, 2]] }),
      {},
      { reason: 'lengthsDiffer', covariates: ['x1'] },
    ],
    [
      'a covariate that is not there',
      columns({ ...some, x: [[1, 2, Number.NaN, 1, 0, 1, 0, 1]] }),
      {},
      { reason: 'covariateNotFinite', row: 2, covariates: ['x1'] },
    ],
    [
      'a weight of 0',
      columns({ ...some, weights: [1, 1, 1, 1, 0, 1, 1, 1] }),
      {},
      { reason: 'weightNotAboveZero', row: 4 },
    ],
    ['strata too few', columns({ ...some, strata: [1, 2] }), {}, { reason: 'lengthsDiffer' }],
    [
      'entry at the exit but for rounding',
      columns({ ...some, entry: [0, 0, 0, 0, 0, 0, 0, 6 - 1e-12] }),
      {},
      { reason: 'entryNotBeforeExit', row: 7 },
    ],
    ['all censored', columns({ ...some, event: [0, 0, 0, 0, 0, 0, 0, 0] }), {}, { reason: 'noEvents' }],
    ['one subject', columns({ time: [3], event: [1], x: [[2]] }), {}, { reason: 'noComparison' }],
    [
      'all events at one time',
      columns({ time: [2, 2, 2], event: [1, 1, 1], x: [[1, 2, 4]] }),
      {},
      { reason: 'noComparison' },
    ],
    [
      'every event alone in its risk set',
      columns({ time: [1, 2, 3], event: [1, 1, 1], entry: [0, 1, 2], x: [[1, 2, 4]] }),
      {},
      { reason: 'noComparison' },
    ],
    [
      'a constant covariate',
      columns({ ...some, x: [some.x[0] ?? [], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]] }),
      {},
      { reason: 'constantCovariates', covariates: ['x2'] },
    ],
    [
      'a covariate constant in each stratum',
      columns({
        ...some,
        strata: ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'],
        x: [some.x[1] ?? [], [0.1, 0.7, 0.1, 0.7, 0.1, 0.7, 0.1, 0.7]],
      }),
      {},
      { reason: 'constantCovariates', covariates: ['x2'] },
    ],
    [
      'a covariate that is a sum of others',
      columns({
        ...some,
        x: [...some.x, (some.x[1] ?? []).map((value, at) => 3 * value - (some.x[0]?.[at] ?? 0))],
      }),
      {},
      { reason: 'aliasedCovariates', covariates: ['x3'] },
    ],
    [
      'weights with exact ties',
      columns({ ...some, weights: [1, 2, 1, 1, 1, 1, 1, 1] }),
      { ties: 'exact' },
      { reason: 'weightsWithExactTies' },
    ],
    ['robust exact ties', columns(some), { ties: 'exact', robust: true }, { reason: 'robustWithExactTies' }],
    ['one cluster', columns({ ...some, clusters: [1, 1, 1, 1, 1, 1, 1, 1] }), {}, { reason: 'oneCluster' }],
  ];
  for (const [what, given, options, expected] of rows)
    test(what, () => assert.deepEqual(coxRegression(given, options), { ok: false, ...expected }));

  test('a name given twice', () => {
    const given = columns(some);
    const [first] = given.covariates;
    assert.ok(first);
    assert.deepEqual(coxRegression({ ...given, covariates: [first, first] }), {
      ok: false,
      reason: 'covariateNamesRepeat',
      covariates: ['x1'],
    });
  });
  test('the exact likelihood of very many ties is refused before it is begun', () => {
    const length = 40_000;
    const numbers = Array.from({ length }, (_, at) => at);
    const given = columns({
      time: numbers.map((at) => 1 + (at % 2)),
      event: numbers.map((at) => 1 - (at % 2)),
      x: [numbers.map((at) => at % 7)],
    });
    assert.deepEqual(coxRegression(given, { ties: 'exact' }), { ok: false, reason: 'exactTooCostly' });
  });
});

suite('covariates that depend on others', () => {
  test('are dropped as R does where asked, the later one first', () => {
    const x = [...some.x, (some.x[0] ?? []).map((value) => 1 - value), [2, 2, 2, 2, 2, 2, 2, 2]];
    const own = modelOf(columns({ ...some, x }), { aliased: 'drop' });
    const plain = modelOf(columns(some));
    assert.deepEqual(own.dropped, ['x3', 'x4']);
    assert.deepEqual(own.coefficients, plain.coefficients);
    assert.equal(own.likelihoodRatio.degreesOfFreedom, 2);
  });
});

test('near-equal times are one', () => {
  const own = modelOf(columns({ ...some, time: [1, 0.1 + 0.2, 0.3, 3, 4, 5, 5, 6] }), { ties: 'breslow' });
  const tied = modelOf(columns({ ...some, time: [1, 0.3, 0.3, 3, 4, 5, 5, 6] }), { ties: 'breslow' });
  assert.equal(own.logLikelihood, tied.logLikelihood);
});

test('a covariate far from 0 loses nothing', () => {
  const [first = [], second = []] = some.x;
  const near = modelOf(columns(some));
  const far = modelOf(columns({ ...some, x: [first, second.map((value) => value + 2 ** 40)] }));
  const rounded = modelOf(columns({ ...some, x: [first, second.map((value) => value + 2 ** 40 - 2 ** 40)] }));
  assertSameModel(rounded, far);
  assert.ok(
    Math.abs((near.coefficients[0]?.coefficient ?? 0) - (far.coefficients[0]?.coefficient ?? 0)) < 1e-3,
  );
});

test('subjects of a very high hazard that leave the risk set leave nothing behind', () => {
  const time = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const x = [41, 40, 40.5, 39, 42, 41.5, 1, 2, 1.5, 0.5, 2.5, 1];
  const entry = [0, 0, 0, 0, 0, 0, 6.5, 6.5, 6.5, 6.5, 6.5, 6.5];
  const all = { time, event: time.map(() => 1), x: [x], entry };
  // The same two groups in strata of their own: their risk sets never meet.
  const parted = { ...all, strata: time.map((each) => (each <= 6 ? 1 : 2)) };
  assertSameModel(modelOf(columns(all)), modelOf(columns(parted)));
});

suite('after the model', () => {
  const given = columns({ ...some, entry: [0, 0, 1, 0, 2, 1, 0, 3] });
  const model = modelOf(given);
  test('martingale residuals and score residuals sum to 0', () => {
    const read = coxResiduals(given, model);
    assert.ok(read.ok);
    const { martingale, score } = read.residuals;
    for (const column of [martingale, ...score])
      assert.ok(Math.abs(column.reduce((sum, value) => sum + value, 0)) < 1e-10);
  });
  test('other columns than the model had are named', () => {
    const other = columns({ ...some, x: [some.x[0] ?? []] });
    const refusal = { ok: false, reason: 'otherColumns' };
    assert.deepEqual(coxResiduals(other, model), refusal);
    assert.deepEqual(schoenfeldResiduals(other, model), refusal);
    assert.deepEqual(proportionalHazardsTest(other, model), refusal);
    assert.deepEqual(coxCurve(other, model, { covariates: { x1: 0, x2: 0 } }), refusal);
  });
  test('a curve needs every covariate and a known stratum', () => {
    assert.deepEqual(coxCurve(given, model, { covariates: { x1: 0 } }), {
      ok: false,
      reason: 'covariateMissing',
      covariates: ['x2'],
    });
    const covariates = { x1: 0, x2: 1 };
    assert.deepEqual(coxCurve(given, model, { covariates, stratum: 'b' }), {
      ok: false,
      reason: 'stratumUnknown',
    });
    const parted = { ...given, strata: ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'] };
    assert.deepEqual(coxCurve(parted, model, { covariates }), { ok: false, reason: 'stratumMissing' });
    assert.deepEqual(coxCurve(given, model, { covariates: { x1: 1e9, x2: 1e9 } }).ok, false);
  });
  test('the exact likelihood has no score residuals', () => {
    const exact = modelOf(given, { ties: 'exact' });
    assert.deepEqual(coxResiduals(given, exact), { ok: false, reason: 'exactTies' });
    assert.deepEqual(schoenfeldResiduals(given, exact), { ok: false, reason: 'exactTies' });
  });
  test('proportional hazards: one event time, and a logarithm of 0, have no test', () => {
    const single = columns({ time: [2, 2, 3, 3], event: [1, 1, 0, 0], x: [[1, 0, 1, 0]] });
    assert.deepEqual(proportionalHazardsTest(single, modelOf(single)), { ok: false, reason: 'oneEventTime' });
    const atZero = columns({ ...some, time: [0, 2, 2, 3, 4, 5, 5, 6] });
    assert.deepEqual(proportionalHazardsTest(atZero, modelOf(atZero), { transform: 'log' }), {
      ok: false,
      reason: 'timeNotAboveZero',
    });
  });
});
