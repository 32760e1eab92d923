/** Regression and groups: what must hold for any studies, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  betweenStudyVariance,
  type EffectSize,
  type Moderator,
  metaRegression,
  predictedEffect,
  randomEffects,
  subgroupAnalysis,
  tauEstimators,
} from './index.ts';
import { regressionModel } from './weighted-regression.ts';
import { commonMean } from './weighted-sums.ts';

const study = fc.record({
  effect: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 4, noNaN: true }),
});
const several = fc.array(study, { minLength: 6, maxLength: 14 });
const close = (one: number, other: number, tolerance = 1e-8): boolean =>
  Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));
const numbered = (effects: readonly EffectSize[], of: (at: number) => number): Moderator => ({
  kind: 'number',
  name: 'year',
  values: effects.map((_, at) => of(at)),
});

test('a regression on an intercept alone has the forms of a common mean', () => {
  fc.assert(
    fc.property(several, (effects) => {
      const weights = effects.map(({ variance }) => 1 / variance);
      const model = regressionModel([Float64Array.from(effects, () => 1)]);
      const [one, other] = [model.fit(effects, weights), commonMean.fit(effects, weights)];
      for (const name of ['weight', 'squares', 'squaresOfSquares', 'trace', 'traceOfSquare'] as const)
        assert.ok(close(one[name], other[name]), name);
      const [own, usual] = [model.traces(effects, weights), commonMean.traces(effects, weights)];
      assert.ok(close(own.withVariance, usual.withVariance) && close(own.mixed, usual.mixed));
      for (const estimator of tauEstimators)
        assert.ok(
          close(
            betweenStudyVariance(effects, estimator, model).tau2,
            betweenStudyVariance(effects, estimator).tau2,
            1e-6,
          ),
          estimator,
        );
    }),
  );
});

test('where years begin changes the intercept and nothing else', () => {
  fc.assert(
    fc.property(several, fc.constantFrom(...tauEstimators), (effects, estimator) => {
      const [one, other] = [0, 2000].map((start) =>
        metaRegression(effects, [numbered(effects, (at) => start + ((at * 7) % 5))], {
          estimator,
          test: 'adhoc',
        }),
      );
      assert.ok(one?.ok === true && other?.ok === true);
      const [slope, same] = [one.regression.coefficients[1], other.regression.coefficients[1]];
      assert.ok(close(slope?.estimate ?? 0, same?.estimate ?? 1, 1e-6));
      assert.ok(close(slope?.standardError ?? 0, same?.standardError ?? 1, 1e-6));
      assert.ok(close(one.regression.tau2, other.regression.tau2, 1e-6));
      const [here, there] = [
        predictedEffect(one.regression, { year: 3 }),
        predictedEffect(other.regression, { year: 2003 }),
      ];
      assert.ok(here.ok && there.ok && close(here.predicted.estimate, there.predicted.estimate, 1e-6));
    }),
  );
});

test('groups whose common tau2 is that of all are the fitted values of the regression', () => {
  fc.assert(
    fc.property(several, (effects) => {
      const groups = effects.map((_, at) => (at % 3 === 0 ? 'NET' : 'NEC'));
      const read = subgroupAnalysis(effects, groups, { tau2: 'common', test: 'knha' });
      const regression = metaRegression(effects, [{ kind: 'factor', name: 'group', values: groups }], {
        test: 'knha',
      });
      assert.ok(read.ok && regression.ok);
      for (const { group, pooled } of read.analysis.groups) {
        const expected = predictedEffect(regression.regression, { group });
        assert.ok(expected.ok);
        assert.ok(close(pooled.estimate, expected.predicted.estimate));
        assert.ok(close(pooled.standardError, expected.predicted.standardError));
      }
    }),
  );
});

test('each group by itself is pooled as if alone', () => {
  fc.assert(
    fc.property(several, (effects) => {
      const groups = effects.map((_, at) => `group ${at % 2}`);
      const read = subgroupAnalysis(effects, groups, { test: 'adhoc' });
      assert.ok(read.ok);
      for (const { group, pooled } of read.analysis.groups) {
        const alone = randomEffects(
          effects.filter((_, at) => groups[at] === group),
          { test: 'adhoc' },
        );
        assert.deepEqual(alone, { ok: true, pooled });
      }
      const { between } = read.analysis;
      assert.ok(between !== null && between.statistic >= 0 && between.p >= 0 && between.p <= 1);
    }),
  );
});

test('what no regression can be made of is refused by name', () => {
  const effects = [0.1, 0.4, 0.2, 0.9, 0.5].map((effect) => ({ effect, variance: 0.2 }));
  const year = numbered(effects, (at) => at);
  const reason = (moderators: readonly Moderator[], studies = effects) => {
    const read = metaRegression(studies, moderators);
    return read.ok ? 'a fit' : { ...read, ok: undefined };
  };
  const factor = (values: readonly string[], reference?: string): Moderator => ({
    kind: 'factor',
    name: 'line',
    values,
    ...(reference === undefined ? {} : { reference }),
  });
  const refused: readonly (readonly [ReturnType<typeof reason>, object])[] = [
    [reason([]), { reason: 'noModerators', term: '' }],
    [reason([year], []), { reason: 'noStudies' }],
    [
      reason(
        [year],
        effects.map(({ effect }) => ({ effect, variance: 0 })),
      ),
      { reason: 'varianceNotPositive' },
    ],
    [reason([year], effects.slice(1)), { reason: 'lengthDiffers', term: 'year' }],
    [reason([numbered(effects, () => Number.NaN)]), { reason: 'notANumber', term: 'year' }],
    [reason([factor(['first', 'first', 'first', 'first', 'first'])]), { reason: 'oneLevel', term: 'line' }],
    [
      reason([factor(['first', 'second', 'first', 'second', 'first'], 'third')]),
      { reason: 'unknownReference', term: 'line' },
    ],
    [reason([numbered(effects, () => 2019)]), { reason: 'collinear', term: 'year' }],
    [
      reason([year, { kind: 'number', name: 'twice', values: effects.map((_, at) => 2 * at) }]),
      { reason: 'collinear', term: 'twice' },
    ],
    [reason([year, factor(['a', 'b', 'c', 'd', 'a'])]), { reason: 'tooFewStudies', studies: 5, needed: 6 }],
  ];
  for (const [found, wanted] of refused) assert.deepEqual(found, { ...wanted, ok: undefined });
  const read = metaRegression(effects, [factor(['first', 'second', 'first', 'second', 'first'])]);
  assert.ok(read.ok);
  assert.deepEqual(predictedEffect(read.regression, {}), {
    ok: false,
    reason: 'missingModerator',
    term: 'line',
  });
  assert.deepEqual(predictedEffect(read.regression, { line: 'third' }), {
    ok: false,
    reason: 'unknownValue',
    term: 'line',
  });
  const groups = (names: readonly string[]) => {
    const analysed = subgroupAnalysis(effects, names, { tau2: 'common' });
    return analysed.ok ? 'groups' : analysed.reason;
  };
  assert.equal(groups(['a', 'b']), 'lengthDiffers');
  assert.equal(groups(['a', 'a', 'a', 'a', 'a']), 'oneGroup');
  assert.equal(groups(['a', 'b', 'c', 'd', 'e']), 'tooFewStudies');
});

test('a year is no larger or smaller than it is: effects on a line are found on it', () => {
  const years = [1998, 2003, 2009, 2011, 2018, 2020];
  const effects = years.map((year) => ({ effect: -40 + 0.02 * year, variance: 0.3 }));
  const read = metaRegression(effects, [{ kind: 'number', name: 'year', values: years }], { test: 'knha' });
  assert.ok(read.ok);
  const [intercept, slope] = read.regression.coefficients;
  assert.ok(close(intercept?.estimate ?? 0, -40, 1e-10) && close(slope?.estimate ?? 0, 0.02, 1e-12));
  assert.equal(read.regression.tau2, 0);
});
