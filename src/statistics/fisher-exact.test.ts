/** The exact test of two by two tables against sums written out by logarithms of factorials, over random and extreme tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fisherExact, fisherExactP, lnGamma, type TwoByTwo } from './index.ts';

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** Probabilities of each first cell given the margins, at an odds ratio. */
function given([[a, b], [c, d]]: TwoByTwo, odds: number): ReadonlyMap<number, number> {
  const [least, most] = [Math.max(0, a - d), Math.min(a + b, a + c)];
  const counts = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  const lns = counts.map(
    (count) => lnChoose(a + c, count) + lnChoose(b + d, a + b - count) + count * Math.log(odds),
  );
  const largest = Math.max(...lns);
  const weights = lns.map((ln) => Math.exp(ln - largest));
  const total = weights.reduce((sum, each) => sum + each, 0);
  return new Map(counts.map((count, at) => [count, (weights[at] ?? 0) / total]));
}

const near = (actual: number, wanted: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - wanted) <= tolerance * Math.abs(wanted), `${actual}, not ${wanted}`);

const cell = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300 }));
const tables = fc
  .tuple(fc.tuple(cell, cell), fc.tuple(cell, cell))
  .filter((table) => table.flat().some((count) => count > 0));

test('p, and at the limits the tails that were asked for, at the estimate the mean that was seen', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(0.8, 0.95, 0.999), (table, confidence) => {
      const { p, oddsRatio, lower, upper } = fisherExact(table, confidence);
      const [[a]] = table;
      const none = given(table, 1);
      const limit = (none.get(a) ?? 0) * (1 + 1e-7);
      near(
        p,
        [...none.values()].reduce((sum, each) => (each <= limit ? sum + each : sum), 0),
        1e-9,
      );
      assert.equal(fisherExactP(table), p);
      const tail = (1 - confidence) / 2;
      if (lower > 0)
        near(
          [...given(table, lower)].reduce((sum, [count, each]) => (count >= a ? sum + each : sum), 0),
          tail,
          1e-9,
        );
      if (upper !== null)
        near(
          [...given(table, upper)].reduce((sum, [count, each]) => (count <= a ? sum + each : sum), 0),
          tail,
          1e-9,
        );
      if (oddsRatio !== null && oddsRatio > 0)
        near(
          [...given(table, oddsRatio)].reduce((sum, [count, each]) => sum + count * each, 0),
          a,
          1e-9,
        );
    }),
    { numRuns: 200 },
  );
});

test('tables as unlikely as a number can say, and beyond', () => {
  const exact = (n: number): number => 2 * Math.exp(-lnChoose(2 * n, n));
  for (const n of [100, 400, 500, 520, 530])
    near(
      fisherExactP([
        [n, 0],
        [0, n],
      ]),
      exact(n),
      1e-9,
    );
  assert.equal(
    fisherExactP([
      [2000, 0],
      [0, 2000],
    ]),
    0,
  );
});

test('a table of millions is answered', () => {
  const { p, lower, upper } = fisherExact([
    [1_000_000, 2_000_000],
    [1_001_000, 2_000_000],
  ]);
  assert.ok(p > 0 && p < 1 && lower < 1 && upper !== null && upper < 1.01);
});
