/** Intervals of counts: facts a tumour board quotes, the definitions, and counts that are no proportion. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  binomialAtLeast,
  binomialCdf,
  chiSquareUpper,
  clopperPearson,
  normalUpperQuantile,
  poissonInterval,
  proportionInterval,
  wilson,
} from './index.ts';

const close = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${actual}, not ${expected}`);

const quoted: readonly (readonly [number, number, string, string])[] = [
  [0, 2, '0.0', '84.2'],
  [0, 4, '0.0', '60.2'],
  [4, 6, '22.3', '95.7'],
  [7, 17, '18.4', '67.1'],
  [100, 500, '16.6', '23.8'],
  [17, 17, '80.5', '100.0'],
];
for (const [successes, trials, lower, upper] of quoted) {
  test(`exact: ${successes} of ${trials} is ${lower} to ${upper}%`, () => {
    const interval = clopperPearson(successes, trials);
    assert.equal((100 * interval.lower).toFixed(1), lower);
    assert.equal((100 * interval.upper).toFixed(1), upper);
  });
}

/** Newcombe 1998 (PMID 9595616), table I: 95% limits by methods 3 (score), 4 (corrected score) and 5 (exact). */
const newcombe: readonly (readonly [number, number, readonly string[]])[] = [
  [81, 263, ['0.2553', '0.3662', '0.2535', '0.3682', '0.2527', '0.3676']],
  [15, 148, ['0.0624', '0.1605', '0.0598', '0.1644', '0.0578', '0.1617']],
  [0, 20, ['0.0000', '0.1611', '0.0000', '0.2005', '0.0000', '0.1684']],
  [1, 29, ['0.0061', '0.1718', '0.0018', '0.1963', '0.0009', '0.1776']],
];
for (const [successes, trials, limits] of newcombe) {
  test(`Newcombe's table: ${successes} of ${trials}`, () => {
    const intervals = [
      wilson(successes, trials),
      wilson(successes, trials, { continuityCorrection: true }),
      clopperPearson(successes, trials),
    ];
    assert.deepEqual(
      intervals.flatMap(({ lower, upper }) => [lower.toFixed(4), upper.toFixed(4)]),
      limits,
    );
  });
}

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
const level = fc.double({ min: 0.5, max: 0.9999, noNaN: true });

test('the exact limits leave half the error in each tail, which is their definition', () => {
  fc.assert(
    fc.property(counts, level, ([successes, trials], confidence) => {
      const { lower, upper } = clopperPearson(successes, trials, confidence);
      const tail = (1 - confidence) / 2;
      // Near 1 the limit itself is rounded, and with it the tail; the mirrored count covers that side.
      if (successes > 0 && lower < 0.99) close(binomialAtLeast(successes, trials, lower), tail, 1e-10);
      if (successes < trials && upper < 0.99) close(binomialCdf(successes, trials, upper), tail, 1e-10);
    }),
  );
});

test('the exact interval covers at least as often as it says', () => {
  for (const trials of [1, 4, 17, 36]) {
    const intervals = Array.from({ length: trials + 1 }, (_, successes) => clopperPearson(successes, trials));
    for (let truth = 0.01; truth < 1; truth += 0.01) {
      const covered = intervals.reduce((sum, { lower, upper }, successes) => {
        const below = successes === 0 ? 0 : binomialCdf(successes - 1, trials, truth);
        return lower <= truth && truth <= upper ? sum + binomialCdf(successes, trials, truth) - below : sum;
      }, 0);
      assert.ok(covered >= 0.95 - 1e-12, `${trials} trials, truth ${truth}: ${covered}`);
    }
  }
});

test('the score limits solve the score equation', () => {
  fc.assert(
    fc.property(counts, level, ([successes, trials], confidence) => {
      const { lower, upper } = wilson(successes, trials, { confidence });
      const z = normalUpperQuantile((1 - confidence) / 2);
      const score = (p: number): number => (successes - trials * p) / Math.sqrt(trials * p * (1 - p));
      if (successes > 0) assert.ok(Math.abs(score(lower) - z) < 1e-8 * Math.max(1, z));
      if (successes < trials) assert.ok(Math.abs(score(upper) + z) < 1e-8 * Math.max(1, z));
    }),
  );
});

for (const method of ['clopper-pearson', 'wilson', 'wilson-corrected'] as const) {
  test(`${method}: holds the estimate, mirrors, widens with confidence, moves with the count`, () => {
    fc.assert(
      fc.property(counts, level, ([successes, trials], confidence) => {
        const of = (x: number, n: number, wanted: number) => {
          const reading = proportionInterval(x, n, method, wanted);
          assert.ok(reading.ok);
          return reading.interval;
        };
        const interval = of(successes, trials, confidence);
        assert.equal(interval.method, method);
        assert.equal(interval.confidence, confidence);
        assert.ok(0 <= interval.lower && interval.lower <= interval.estimate);
        assert.ok(interval.estimate <= interval.upper && interval.upper <= 1);
        const mirror = of(trials - successes, trials, confidence);
        assert.ok(Math.abs(mirror.lower - (1 - interval.upper)) < 1e-13);
        const wider = of(successes, trials, (1 + confidence) / 2);
        assert.ok(wider.lower <= interval.lower && wider.upper >= interval.upper);
        if (successes < trials) {
          const next = of(successes + 1, trials, confidence);
          assert.ok(next.lower > interval.lower || next.lower === 1);
          assert.ok(next.upper >= interval.upper);
        }
      }),
    );
  });
}

test('the default is the exact 95% interval', () => {
  assert.deepEqual(proportionInterval(4, 6), { ok: true, interval: clopperPearson(4, 6, 0.95) });
});

const impossible: readonly (readonly [number, number, string])[] = [
  [0, 0, 'noTrials'],
  [1, 0, 'successesExceedTrials'],
  [5, 4, 'successesExceedTrials'],
  [-1, 4, 'notACount'],
  [1, -4, 'notACount'],
  [1.5, 4, 'notACount'],
  [1, 4.5, 'notACount'],
  [Number.NaN, 4, 'notACount'],
  [1, Number.POSITIVE_INFINITY, 'notACount'],
  [1, 2 ** 60, 'notACount'],
];
for (const [successes, trials, reason] of impossible) {
  test(`${successes} of ${trials}: ${reason}`, () => {
    assert.deepEqual(proportionInterval(successes, trials), { ok: false, reason });
    assert.throws(() => clopperPearson(successes, trials), RangeError);
    assert.throws(() => wilson(successes, trials), RangeError);
  });
}

test('a confidence outside (0, 1) is a bug of the caller', () => {
  for (const confidence of [0, 1, 95, Number.NaN]) {
    assert.throws(() => proportionInterval(1, 2, 'wilson', confidence), RangeError);
    assert.throws(() => poissonInterval(1, confidence), RangeError);
  }
});

test('counts as large as a safe integer keep their interval', () => {
  const trials = Number.MAX_SAFE_INTEGER;
  for (const successes of [0, 1, 1000, (trials - 1) / 2, trials - 1, trials]) {
    const { estimate, lower, upper } = clopperPearson(successes, trials);
    assert.ok(lower <= estimate && estimate <= upper && upper - lower < 3e-8);
  }
});

test('the exact Poisson limits leave half the error in each tail', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), level, (count, confidence) => {
      const { lower, upper, estimate } = poissonInterval(count, confidence);
      assert.ok(lower <= estimate && estimate <= upper);
      // P(N <= n) with mean m is P(chi-square with 2 n + 2 degrees of freedom > 2 m).
      close(chiSquareUpper(2 * upper, 2 * count + 2), (1 - confidence) / 2, 1e-10);
      if (count > 0) close(1 - chiSquareUpper(2 * lower, 2 * count), (1 - confidence) / 2, 1e-10);
    }),
  );
  assert.equal(poissonInterval(0).upper.toFixed(3), '3.689');
});
