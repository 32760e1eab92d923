/** Samples and tables with nothing to compare, values by hand, and rules that hold for every sample. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  fisherExact,
  fisherExactTable,
  kendall,
  sampleQuantile,
  spearman,
  tTest,
  wilcoxonRankSum,
  wilcoxonSignedRank,
} from './index.ts';

const reason = (read: { readonly ok: boolean; readonly reason?: string }): string | undefined =>
  read.ok ? undefined : read.reason;

suite('no answer has a name', () => {
  test('two samples', () => {
    assert.equal(reason(wilcoxonRankSum([], [1])), 'noValues');
    assert.equal(reason(wilcoxonRankSum([1], [Number.NaN])), 'notFinite');
    assert.equal(reason(wilcoxonRankSum([2, 2], [2, 2])), 'allEqual');
    assert.equal(
      reason(wilcoxonRankSum(new Float64Array(900), Float64Array.of(1), { exact: true })),
      undefined,
    );
    const many = Float64Array.from({ length: 3000 }, (_, at) => at);
    assert.equal(reason(wilcoxonRankSum(many, many, { exact: true })), 'tooLargeForExact');
    assert.equal(reason(tTest([1], [2, 3])), 'tooFewValues');
    assert.equal(reason(tTest([1, 1], [2, 2])), 'noVariation');
    assert.equal(reason(tTest([1, Number.POSITIVE_INFINITY], [2, 2])), 'notFinite');
  });
  test('paired differences', () => {
    assert.equal(reason(wilcoxonSignedRank([])), 'noDifferences');
    assert.equal(reason(wilcoxonSignedRank([0, 0])), 'noDifferences');
    assert.equal(reason(wilcoxonSignedRank([1, Number.NaN])), 'notFinite');
    const many = Float64Array.from({ length: 1500 }, (_, at) => at + 1);
    assert.equal(reason(wilcoxonSignedRank(many, { exact: true })), 'tooLargeForExact');
  });
  test('correlations', () => {
    for (const correlation of [kendall, spearman]) {
      assert.equal(reason(correlation([1, 2, 3], [1, 2])), 'lengthsDiffer');
      assert.equal(reason(correlation([1, 2], [1, 2])), 'fewerThanThreePairs');
      assert.equal(reason(correlation([1, 1, 1], [1, 2, 3])), 'allEqual');
      assert.equal(reason(correlation([1, Number.NaN, 1], [1, 2, 3])), 'notFinite');
    }
  });
  test('tables', () => {
    assert.equal(reason(fisherExactTable([[1, 2]])), 'notATable');
    assert.equal(reason(fisherExactTable([[1, 2], [3]])), 'notATable');
    assert.equal(
      reason(
        fisherExactTable([
          [1, 2],
          [3, 0.5],
        ]),
      ),
      'notACount',
    );
    assert.equal(
      reason(
        fisherExactTable([
          [0, 0],
          [0, 0],
        ]),
      ),
      'emptyTable',
    );
    const wide = Array.from({ length: 6 }, (_, row) => Array.from({ length: 6 }, (__, at) => 20 + row + at));
    assert.equal(reason(fisherExactTable(wide)), 'tooLarge');
  });
  test('a table with one row that is not empty has p 1', () => {
    assert.deepEqual(
      fisherExactTable([
        [1, 2, 3],
        [0, 0, 0],
      ]),
      { ok: true, p: 1 },
    );
  });
  test('an empty sample has no quantile, and a value that is none is refused', () => {
    assert.equal(sampleQuantile([], 0.5), null);
    assert.throws(() => sampleQuantile([1, Number.NaN], 0.5), RangeError);
  });
});

test('perfect order: tau and rho of 1 with the p of one permutation of all, twice', () => {
  const rising = [1, 2, 3, 4, 5];
  for (const correlation of [kendall, spearman]) {
    const read = correlation(rising, rising);
    assert.ok(read.ok);
    assert.ok(Math.abs(read.correlation.estimate - 1) < 1e-15);
    assert.ok(Math.abs(read.correlation.p - 2 / 120) < 1e-12);
  }
});

test('rank sum, exact with ties: by enumeration of the pairs of four', () => {
  // Ranks 1, 2.5, 2.5, 4; the first sample drew 1 and 2.5, as 2 of 6 pairs do; as far up lie 2 of 6.
  const read = wilcoxonRankSum([1, 3], [3, 5], { exact: true });
  assert.ok(read.ok);
  assert.ok(Math.abs(read.test.p - 4 / 6) < 1e-12 && Math.abs(read.test.less - 2 / 6) < 1e-12);
});

test('signed ranks, exact with ties: by the signs of three, two of them tied', () => {
  // Ranks 1.5, 1.5 and 3, all positive: one of 8 ways as high, one as low.
  const read = wilcoxonSignedRank([2, 2, 5, 0], { exact: true });
  assert.ok(read.ok);
  const { statistic, p, pairs, zeros } = read.test;
  assert.deepEqual([statistic, p, pairs, zeros], [6, 0.25, 3, 1]);
});

const values = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 9 });
test('exchanged samples and a larger unit change no rank test', () => {
  fc.assert(
    fc.property(values, values, fc.boolean(), (a, b, exact) => {
      const [one, other] = [wilcoxonRankSum(a, b, { exact }), wilcoxonRankSum(b, a, { exact })];
      const scaled = wilcoxonRankSum(
        a.map((each) => 3 * each),
        b.map((each) => 3 * each),
        { exact },
      );
      assert.equal(one.ok, other.ok);
      if (!(one.ok && other.ok && scaled.ok)) return;
      assert.ok(Math.abs(one.test.p - other.test.p) < 1e-12 && one.test.p === scaled.test.p);
      assert.ok(Math.abs(one.test.less - other.test.greater) < 1e-12);
      assert.equal(one.test.statistic + other.test.statistic, a.length * b.length);
      assert.ok(one.test.p > 0 && one.test.p <= 1);
    }),
  );
});

const cell = fc.integer({ min: 0, max: 9 });
test('tables: two by two as Fisher, and neither order nor transposition matters', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 3 }), (rows) => {
      const own = fisherExactTable(rows);
      if (!own.ok) return;
      const turned = fisherExactTable([0, 1, 2].map((at) => rows.map((row) => row[2 - at] ?? 0)));
      assert.ok(turned.ok && Math.abs(own.p - turned.p) < 1e-9);
      assert.ok(own.p > 0 && own.p <= 1);
      const [[a, b] = [0, 0], [c, d] = [0, 0]] = rows;
      const two = fisherExactTable([
        [a, b],
        [c, d],
      ]);
      if (two.ok)
        assert.ok(
          Math.abs(
            two.p -
              fisherExact([
                [a, b],
                [c, d],
              ]).p,
          ) < 1e-10,
        );
    }),
    { numRuns: 60 },
  );
});

test('turned signs and a larger unit change no signed rank test', () => {
  fc.assert(
    fc.property(values, fc.boolean(), (given, exact) => {
      const [one, turned] = [
        wilcoxonSignedRank(given, { exact }),
        wilcoxonSignedRank(
          given.map((each) => -3 * each),
          { exact },
        ),
      ];
      assert.equal(one.ok, turned.ok);
      if (!(one.ok && turned.ok)) return;
      assert.ok(Math.abs(one.test.p - turned.test.p) < 1e-12 && one.test.p > 0 && one.test.p <= 1);
      assert.ok(Math.abs(one.test.less - turned.test.greater) < 1e-12);
    }),
  );
});

test('quantiles rise with the probability and stay within the sample', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(2, 6, 7), (given, type) => {
      const found = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(
        (p) => sampleQuantile(given, p, type) ?? Number.NaN,
      );
      assert.deepEqual([found[0], found.at(-1)], [Math.min(...given), Math.max(...given)]);
      assert.ok(found.every((each, at) => at === 0 || each >= (found[at - 1] ?? 0)));
    }),
  );
});
