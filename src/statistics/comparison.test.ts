/** Comparisons where there is nothing to compare, and rules that hold for every table. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  benjaminiHochberg,
  chiSquareTest,
  cochranArmitage,
  fisherExact,
  holm,
  mcNemar,
  midP,
  newcombeDifference,
  proportionInterval,
} from './index.ts';

suite('nothing to compare', () => {
  test('tables', () => {
    assert.deepEqual(chiSquareTest([[1, 2]]), { ok: false, reason: 'notATable' });
    assert.deepEqual(chiSquareTest([[1, 2], [3]]), { ok: false, reason: 'notATable' });
    assert.deepEqual(
      chiSquareTest([
        [1, 0],
        [3, 0],
      ]),
      { ok: false, reason: 'emptyMargin' },
    );
    assert.deepEqual(
      chiSquareTest([
        [1, -1],
        [3, 2],
      ]),
      { ok: false, reason: 'notACount' },
    );
  });
  test('Fisher: an empty row leaves every odds ratio possible, p is 1', () => {
    const { p, lower, upper } = fisherExact([
      [0, 0],
      [3, 4],
    ]);
    assert.deepEqual([p, lower, upper], [1, 0, null]);
  });
  test('Fisher refuses what are no counts', () => {
    assert.throws(
      () =>
        fisherExact([
          [1, 2],
          [3, 0.5],
        ]),
      RangeError,
    );
    assert.throws(
      () =>
        fisherExact([
          [0, 0],
          [0, 0],
        ]),
      RangeError,
    );
  });
  test('no pair that changed', () => assert.deepEqual(mcNemar(0, 0), { chiSquare: 0, p: 1, exactP: 1 }));
  test('no trend', () => {
    assert.deepEqual(cochranArmitage([{ successes: 1, trials: 2 }]), {
      ok: false,
      reason: 'fewerThanTwoGroups',
    });
    const none = { successes: 0, trials: 5 };
    assert.deepEqual(cochranArmitage([none, none]), { ok: false, reason: 'noVariation' });
    assert.deepEqual(cochranArmitage([none, { successes: 6, trials: 5 }]), {
      ok: false,
      reason: 'notAProportion',
    });
  });
});

const cell = fc.integer({ min: 0, max: 30 });
test('Fisher: transposed and turned tables have the same p, and the interval holds the estimate', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      fc.pre(a + b + c + d > 0);
      const own = fisherExact([
        [a, b],
        [c, d],
      ]);
      const close = (p: number): boolean => Math.abs(p - own.p) <= 1e-9;
      assert.ok(
        close(
          fisherExact([
            [a, c],
            [b, d],
          ]).p,
        ) &&
          close(
            fisherExact([
              [c, d],
              [a, b],
            ]).p,
          ),
      );
      assert.ok(own.p > 0 && own.p <= 1);
      const ratio = own.oddsRatio ?? Number.POSITIVE_INFINITY;
      assert.ok(
        own.lower <= ratio * (1 + 1e-9) && ratio <= (own.upper ?? Number.POSITIVE_INFINITY) * (1 + 1e-9),
      );
    }),
    { numRuns: 60 },
  );
});

test('every interval of a proportion holds the estimate and turns with the counts', () => {
  const methods = ['clopper-pearson', 'wilson', 'jeffreys', 'mid-p', 'agresti-coull', 'wald'] as const;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.constantFrom(...methods), (n, k, method) => {
      const x = Math.min(k, n);
      const own = proportionInterval(x, n, method);
      const turned = proportionInterval(n - x, n, method);
      assert.ok(own.ok && turned.ok);
      assert.ok(own.interval.lower <= x / n + 1e-12 && own.interval.upper >= x / n - 1e-12);
      assert.ok(Math.abs(own.interval.lower - (1 - turned.interval.upper)) < 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('mid-P lies within Clopper and Pearson', () => {
  for (const [x, n] of [
    [0, 4],
    [4, 6],
    [17, 17],
  ] as const) {
    const exact = proportionInterval(x, n);
    assert.ok(exact.ok);
    const { lower, upper } = midP(x, n);
    assert.ok(lower >= exact.interval.lower && upper <= exact.interval.upper);
  }
});

test('the difference of equal proportions is 0 with 0 inside', () => {
  const { difference, lower, upper } = newcombeDifference(
    { successes: 3, trials: 9 },
    { successes: 3, trials: 9 },
  );
  assert.ok(difference === 0 && lower < 0 && upper > 0);
});

test('Holm and Benjamini-Hochberg, as R p.adjust prints them', () => {
  const p = [0.01, 0.04, 0.03, 0.005];
  const close = (actual: readonly number[], wanted: readonly number[]): void =>
    assert.ok(
      actual.every((each, at) => Math.abs(each - (wanted[at] ?? 0)) < 1e-15),
      String(actual),
    );
  close(holm(p), [0.03, 0.06, 0.06, 0.02]);
  close(benjaminiHochberg(p), [0.02, 0.04, 0.04, 0.02]);
});
