/** Parametric models in closed form, columns without an answer, and rules that hold for all. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  type ParametricColumns,
  parametricDistributions,
  parametricSurvival,
  predictedSurvival,
  predictedTime,
} from './index.ts';

const never = Number.POSITIVE_INFINITY;
const columns = (pairs: readonly (readonly [number, number])[]): ParametricColumns => ({
  lower: Float64Array.from(pairs, ([from]) => from),
  upper: Float64Array.from(pairs, ([, to]) => to),
});
const some = columns([
  [2, 2],
  [3, 3],
  [5, never],
  [7, 7],
]);
const values = (...of: number[]) => [{ name: 'x', values: Float64Array.from(of) }];

suite('no answer has a name', () => {
  const rows: readonly (readonly [string, ParametricColumns, string])[] = [
    ['nobody', columns([]), 'noSubjects'],
    ['an event at 0', columns([[0, 0]]), 'timeNotPositive'],
    ['a time below 0', columns([[-2, 3]]), 'timeNotPositive'],
    [
      'nobody seen with the event',
      columns([
        [1, never],
        [2, never],
      ]),
      'noEvents',
    ],
    ['one exact time: a scale of nothing', columns([[3, 3]]), 'noMaximum'],
    [
      'all tied',
      columns([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
      'noMaximum',
    ],
    [
      'a covariate twice',
      { ...some, covariates: [...values(1, 2, 3, 4), ...values(2, 4, 6, 8)] },
      'collinear',
    ],
    ['a constant', { ...some, covariates: values(1, 1, 1, 1) }, 'collinear'],
    ['no number', { ...some, covariates: values(1, 1, Number.NaN, 1) }, 'covariateNotFinite'],
    ['too short', { ...some, covariates: values(1, 1) }, 'lengthsDiffer'],
    ['a group without events', { ...some, covariates: values(0, 0, 1, 0) }, 'noMaximum'],
    ['entry at exit', { ...some, entry: Float64Array.of(0, 3, 0, 0) }, 'entryNotBeforeExit'],
  ];
  for (const [what, given, reason] of rows)
    test(what, () => {
      const read = parametricSurvival(given);
      assert.equal(read.ok ? undefined : read.reason, reason);
    });
  test('values that are not one for each covariate', () => {
    const read = parametricSurvival(some);
    assert.ok(read.ok);
    assert.equal(predictedTime(read.model, [1]), undefined);
    assert.equal(predictedSurvival(read.model, [1], 3), undefined);
  });
});

test('exponential times: the rate is events by time at risk, from entry on', () => {
  const late = { ...some, entry: Float64Array.of(1, 0, 2, 0) };
  for (const [given, atRisk] of [
    [some, 17],
    [late, 14],
  ] as const) {
    const read = parametricSurvival(given, { distribution: 'exponential' });
    assert.ok(read.ok);
    const { coefficients, lnScaleError, events } = read.model;
    assert.ok(Math.abs((coefficients[0]?.estimate ?? 0) - Math.log(atRisk / 3)) < 1e-12);
    assert.ok(Math.abs((coefficients[0]?.standardError ?? 0) - 1 / Math.sqrt(3)) < 1e-12);
    assert.deepEqual([lnScaleError, events], [null, 3]);
  }
});

test('one of whom nothing is known changes nothing', () => {
  const [read, more] = [
    parametricSurvival(
      columns([
        [2, 2],
        [3, 3],
        [5, never],
      ]),
    ),
    parametricSurvival(
      columns([
        [2, 2],
        [0, never],
        [3, 3],
        [5, never],
      ]),
    ),
  ];
  assert.ok(read.ok && more.ok);
  assert.ok(Math.abs(read.model.logLikelihood - more.model.logLikelihood) < 1e-10);
});

test('lognormal times without censoring: mean and spread of the logarithms', () => {
  const read = parametricSurvival(columns([2, 3, 5, 7].map((time) => [time, time] as const)), {
    distribution: 'lognormal',
  });
  assert.ok(read.ok);
  const logs = [2, 3, 5, 7].map(Math.log);
  const mean = logs.reduce((sum, each) => sum + each, 0) / 4;
  const spread = Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 4);
  assert.ok(Math.abs((read.model.coefficients[0]?.estimate ?? 0) - mean) < 1e-12);
  assert.ok(Math.abs(read.model.scale - spread) < 1e-10);
});

const pairs = fc.array(
  fc
    .tuple(
      fc.double({ min: 0.5, max: 30, noNaN: true }),
      fc.double({ min: 0.5, max: 9, noNaN: true }),
      fc.nat(4),
    )
    .map(([from, width, kind]): readonly [number, number] => [
      kind === 0 ? 0 : from,
      kind === 1 ? never : kind === 2 ? from : from + width,
    ]),
  { minLength: 6, maxLength: 25 },
);

test('a model or a reason, never NaN; the unit of time moves the intercept alone', () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom(...parametricDistributions), (given, distribution) => {
      const read = parametricSurvival(columns(given), { distribution });
      const scaled = parametricSurvival(columns(given.map(([from, to]) => [7 * from, 7 * to] as const)), {
        distribution,
      });
      assert.equal(read.ok, scaled.ok);
      if (!(read.ok && scaled.ok)) return;
      const [own, other] = [read.model, scaled.model];
      const [first, second] = [own.coefficients[0], other.coefficients[0]];
      assert.ok(
        first && second && Number.isFinite(first.standardError) && Number.isFinite(own.logLikelihood),
      );
      assert.ok(Math.abs(second.estimate - first.estimate - Math.log(7)) < 1e-6);
      assert.ok(Math.abs(own.scale - other.scale) < 1e-6 * own.scale);
      const median = predictedTime(own, []);
      assert.ok(median && median.lower <= median.time && median.time <= median.upper);
      assert.ok(Math.abs((predictedSurvival(own, [], median.time) ?? 0) - 0.5) < 1e-9);
    }),
    { numRuns: 150 },
  );
});
