/** Every answer on small, empty, tied and emptied data is numbers, null or a named reason: never NaN, never infinity unsaid. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  kaplanMeier,
  landmarkDifference,
  logRank,
  logRankTrend,
  nelsonAalen,
  restrictedMean,
  type SurvivalColumns,
  survivalAt,
  survivalIntervalTypes,
  survivalQuantile,
} from '../survival/index.ts';
import {
  type CoxColumns,
  coxCurve,
  coxRegression,
  coxResiduals,
  firthRegression,
  proportionalHazardsTest,
  schoenfeldResiduals,
} from './index.ts';

/** Paths of numbers that are none. */
function notFinite(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (value === null || typeof value !== 'object') return [];
  const entries = ArrayBuffer.isView(value) ? Object.entries({ ...value }) : Object.entries(value);
  return entries.flatMap(([key, each]) => notFinite(each, `${path}.${key}`));
}
const assertNumbers = (value: unknown, path: string): void => assert.deepEqual(notFinite(value, path), []);

const row = fc.record({
  time: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0.01, max: 20, noNaN: true })),
  event: fc.constantFrom(0, 1),
  stay: fc.constantFrom(0.1, 0.5, 1),
  x: fc.constantFrom(0, 1, 2, 3, 1e5),
  z: fc.constantFrom(-1, 0, 1),
  stratum: fc.constantFrom(0, 1),
});
const rows = fc.array(row, { maxLength: 9 });
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const survivalOf = (given: readonly Row[], isLate: boolean): SurvivalColumns => ({
  time: Float64Array.from(given, ({ time }) => time),
  event: Uint8Array.from(given, ({ event }) => event),
  ...(isLate ? { entry: Float64Array.from(given, ({ time, stay }) => time - time * stay) } : {}),
});
const modelColumns = (given: readonly Row[], isLate: boolean): CoxColumns => ({
  ...survivalOf(given, isLate),
  covariates: [
    { name: 'x', values: Float64Array.from(given, ({ x }) => x) },
    { name: 'z', values: Float64Array.from(given, ({ z }) => z) },
  ],
  strata: given.map(({ stratum }) => stratum),
});

const weights = [
  { kind: 'log-rank' },
  { kind: 'gehan' },
  { kind: 'tarone-ware' },
  { kind: 'peto-peto' },
  { kind: 'modified-peto-peto' },
  { kind: 'fleming-harrington', rho: 0.5, gamma: 0.5 },
  { kind: 'fleming-harrington', rho: 0, gamma: 1 },
] as const;

suite('numbers, null or a reason', () => {
  test('curves and what is read from them', () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (one, other, isLate) => {
        const [first, second] = [one, other].map((each) => kaplanMeier(survivalOf(each, isLate)));
        assertNumbers(nelsonAalen(survivalOf(one, isLate)), 'hazard');
        for (const interval of survivalIntervalTypes) {
          const read = kaplanMeier(survivalOf(one, isLate), { interval });
          if (!read.ok) continue;
          const { relativeError, ...curve } = read.curve;
          assertNumbers(curve, interval);
          // The error of log S is the one number that may be infinite, where S is 0.
          for (const [at, error] of relativeError.entries())
            assert.ok(Number.isFinite(error) || (error > 0 && curve.survival[at] === 0), `error ${error}`);
          for (const time of [-1, 0, 2, 50]) {
            assertNumbers(survivalAt(read.curve, time), 'at');
            assertNumbers(restrictedMean(read.curve, time), 'mean');
          }
          for (const share of [0.1, 0.5, 0.9]) assertNumbers(survivalQuantile(read.curve, share), 'quantile');
          if (first?.ok === true && second?.ok === true)
            assertNumbers(landmarkDifference(first.curve, second.curve, 2, interval), 'landmark');
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  test('comparisons with every weight', () => {
    fc.assert(
      fc.property(rows, rows, rows, fc.boolean(), (one, other, third, isLate) => {
        const groups = [one, other, third].map((each) => survivalOf(each, isLate));
        for (const weight of weights) {
          assertNumbers(logRank([groups], weight), weight.kind);
          assertNumbers(logRank([groups, groups.toReversed()], weight), weight.kind);
          assertNumbers(logRankTrend([groups], [1, 2, 3], weight), weight.kind);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  test('models and what is read from them', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (given, isLate) => {
        const columns = modelColumns(given, isLate);
        for (const ties of ['efron', 'breslow'] as const)
          assertNumbers(firthRegression(columns, { ties }), ties);
        for (const ties of ['efron', 'breslow', 'exact'] as const) {
          const read = coxRegression(columns, { ties, aliased: 'drop' });
          assertNumbers(read, ties);
          if (!read.ok) continue;
          const { model } = read;
          assertNumbers(proportionalHazardsTest(columns, model), 'test');
          assertNumbers(coxResiduals(columns, model), 'residuals');
          assertNumbers(schoenfeldResiduals(columns, model), 'Schoenfeld');
          for (const x of [0, 2, 1e5, -1e8])
            for (const stratum of [0, 1])
              assertNumbers(coxCurve(columns, model, { covariates: { x, z: 1 }, stratum }), `curve at ${x}`);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  test('an entry that never was is refused, as it would make all times one', () => {
    const entry = Float64Array.of(0, Number.NEGATIVE_INFINITY);
    const read = kaplanMeier({ time: Float64Array.of(1, 2), event: Uint8Array.of(1, 1), entry });
    assert.deepEqual(read, { ok: false, reason: 'timeNotFinite', row: 1 });
  });
});
