/** Laws that the distributions obey everywhere, and what they do at the edges of their domains. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as s from './index.ts';

const close = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(actual), Math.abs(expected)),
    `${actual}, not ${expected}`,
  );
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Positive numbers over many orders of magnitude. */
const scale = (min: number, max: number) => between(Math.log(min), Math.log(max)).map(Math.exp);
const shape = scale(1e-3, 1e5);
const degrees = scale(0.5, 1e6);
const probability = scale(1e-250, 0.999999);

test('ln gamma: recurrence and duplication', () => {
  fc.assert(
    fc.property(scale(1e-8, 1e8), (x) => {
      const rise = s.lnGamma(x + 1) - s.lnGamma(x);
      assert.ok(Math.abs(rise - Math.log(x)) <= 1e-14 * Math.max(1, Math.abs(s.lnGamma(x))));
      const doubled = s.lnGamma(x) + s.lnGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI);
      assert.ok(Math.abs(s.lnGamma(2 * x) - doubled) <= 1e-14 * Math.max(1, Math.abs(s.lnGamma(2 * x))));
    }),
  );
  assert.equal(s.lnGamma(1), 0);
  assert.equal(s.lnGamma(2), 0);
});

test('normal: symmetry, complement, rise', () => {
  fc.assert(
    fc.property(between(-37, 37), between(0.001, 1), (z, step) => {
      assert.equal(s.normalCdf(-z), s.normalUpper(z));
      close(s.normalCdf(z) + s.normalUpper(z), 1, 1e-15);
      assert.ok(s.normalLnCdf(z + step) >= s.normalLnCdf(z));
      assert.ok(s.normalLnUpper(z + step) <= s.normalLnUpper(z));
    }),
  );
});

test('normal: quantiles undo tails, also far below the smallest double', () => {
  fc.assert(
    fc.property(probability, scale(1e-3, 1e9), (p, size) => {
      close(s.normalCdf(s.normalQuantile(p)), p, 1e-12);
      close(s.normalUpper(s.normalUpperQuantile(p)), p, 1e-12);
      assert.equal(s.normalQuantile(p) + s.normalUpperQuantile(p), 0);
      close(s.normalLnCdf(s.normalQuantileOfLn(-size)), -size, 1e-12);
      close(s.normalLnUpper(s.normalUpperQuantileOfLn(-size)), -size, 1e-12);
    }),
  );
  assert.equal(s.normalQuantile(0.5), 0);
});

test('incomplete beta: mirrored, complementary, rising', () => {
  fc.assert(
    fc.property(between(1, 1023), shape, shape, (parts, a, b) => {
      const x = parts / 1024;
      const lower = s.lnIncompleteBetaLower(x, a, b);
      close(s.lnIncompleteBetaUpper(1 - x, b, a), lower, 1e-9);
      close(Math.exp(lower) + Math.exp(s.lnIncompleteBetaUpper(x, a, b)), 1, 1e-13);
      assert.ok(s.lnIncompleteBetaLower(Math.min(1, x * 1.001), a, b) >= lower);
    }),
  );
});

test('incomplete beta: step of the first shape (DLMF 8.17.20)', () => {
  fc.assert(
    fc.property(between(0.001, 0.999), scale(0.01, 3e4), scale(0.01, 3e4), (x, a, b) => {
      const drop = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - s.lnBeta(a, b) - Math.log(a));
      const difference = s.incompleteBetaLower(x, a, b) - s.incompleteBetaLower(x, a + 1, b);
      assert.ok(Math.abs(difference - drop) <= 1e-15 + 1e-13 * Math.max(a, b) * drop);
    }),
  );
});

test('incomplete gamma: complementary, rising, step of the shape (DLMF 8.8.5)', () => {
  fc.assert(
    fc.property(shape, scale(0.01, 10), (a, ratio) => {
      const x = a * ratio;
      close(s.incompleteGammaLower(a, x) + s.incompleteGammaUpper(a, x), 1, 1e-14);
      assert.ok(s.lnIncompleteGammaLower(a, x * 1.001) >= s.lnIncompleteGammaLower(a, x));
      assert.ok(s.lnIncompleteGammaUpper(a, x * 1.001) <= s.lnIncompleteGammaUpper(a, x));
      const rise = Math.exp(a * Math.log(x) - x - s.lnGamma(a + 1));
      const difference = s.incompleteGammaUpper(a + 1, x) - s.incompleteGammaUpper(a, x);
      assert.ok(Math.abs(difference - rise) <= 1e-15 + 1e-13 * Math.max(1, a) * rise);
    }),
  );
});

test('series, fraction and quadrature meet where one takes over from another', () => {
  // The logarithm of the smaller tail: that of the larger one inherits its absolute error.
  const beta = (x: number, a: number, b: number): number =>
    Math.min(s.lnIncompleteBetaLower(x, a, b), s.lnIncompleteBetaUpper(x, a, b));
  const gamma = (x: number, a: number): number =>
    Math.min(s.lnIncompleteGammaLower(a, x), s.lnIncompleteGammaUpper(a, x));
  const last = 3000;
  const next = 3000.0000000000005;
  for (const x of [0.01, 0.3, 0.5, 0.52, 0.9]) {
    close(beta(x, last, last), beta(x, next, next), 1e-14);
    close(gamma(2 * x * last, last), gamma(2 * x * last, next), 1e-14);
    close(beta(x, 0.09999999999999999, 3), beta(x, 0.1, 3), 1e-14);
    close(gamma(x, 0.09999999999999999), gamma(x, 0.1), 1e-14);
  }
});

test('t whose square is beyond all numbers: quantiles undo tails', () => {
  for (const [p, df] of [
    [3.3e-78, 0.5],
    [1e-150, 0.5],
    [1e-30, 0.1],
  ] as const)
    close(s.studentsTUpper(s.studentsTUpperQuantile(p, df), df), p, 1e-11);
});

test('beta, chi-square, gamma and t: quantiles undo tails', () => {
  fc.assert(
    fc.property(probability, scale(0.1, 1e4), scale(0.1, 1e4), degrees, (p, a, b, df) => {
      const low = s.betaQuantile(p, a, b);
      // Near 1 the quantile itself is rounded, and with it the tail.
      if (low > 1e-290 && low < 0.9) close(s.betaCdf(low, a, b), p, 1e-10);
      const high = s.betaUpperQuantile(p, a, b);
      if (high > 1e-290 && high < 0.9) close(s.betaUpper(high, a, b), p, 1e-10);
      const squared = s.chiSquareQuantile(p, df);
      if (squared > 1e-290) close(s.chiSquareCdf(squared, df), p, 1e-9);
      close(s.chiSquareUpper(s.chiSquareUpperQuantile(p, df), df), p, 1e-9);
      close(s.incompleteGammaUpper(a, s.gammaUpperQuantile(p, a)), p, 1e-9);
      if (p > 1e-100) close(s.studentsTCdf(s.studentsTQuantile(p, df), df), p, 1e-11);
    }),
  );
});

test('distributions that are special cases of one another', () => {
  fc.assert(
    fc.property(between(0.01, 30), degrees, between(1e-300, 1), (t, df, p) => {
      close(2 * s.studentsTUpper(t, df), s.fUpper(t * t, 1, df), 1e-11);
      close(s.chiSquareUpper(t * t, 1), 2 * s.normalUpper(t), 1e-12);
      close(s.chiSquareUpper(t, 2), Math.exp(-t / 2), 1e-13);
      close(s.betaCdf(p, 1, 1), p, 1e-12);
      close(s.studentsTUpper(t, 1), Math.atan2(1, t) / Math.PI, 1e-13);
      assert.equal(s.studentsTCdf(-t, df), s.studentsTUpper(t, df));
    }),
  );
});

test('binomial: masses add up to the tails', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(80), between(0, 1), (trials, at, p) => {
      const successes = Math.min(at, trials);
      const mass = (count: number): number => s.binomialMass(count, trials, p);
      const sum = (from: number, to: number): number =>
        Array.from({ length: to - from + 1 }, (_, index) => mass(from + index)).reduce((a, b) => a + b, 0);
      const tails = [
        [s.binomialCdf(successes, trials, p), sum(0, successes)],
        [s.binomialAtLeast(successes, trials, p), sum(successes, trials)],
      ] as const;
      // Numbers nearer to 0 have fewer digits than the others.
      for (const [tail, total] of tails) if (total > 1e-300) close(tail, total, 1e-12);
      const test = s.binomialTest(successes, trials, p);
      assert.ok(test.twoSided >= Math.min(test.less, test.greater) && test.twoSided <= 1);
    }),
    { examples: [[76, 62, 0.000004523729641395648]] },
  );
});

test('every valid argument has a number, at the edges too', () => {
  const edges = [1e-280, 1e-10, 0.09999, 0.1, 0.5, 1, 2, 3000, 3001, 1e7, 1e16];
  for (const a of edges) {
    assert.ok(Number.isFinite(s.lnGamma(a)));
    for (const x of [0, 1e-300, 0.5, 1, 17, a, a + 1, 1e16, 1e300]) {
      const values = [
        s.incompleteGammaLower(a, x),
        s.incompleteGammaUpper(a, x),
        s.chiSquareUpper(x, 2 * Math.min(a, 5e15)),
      ];
      for (const value of values) assert.ok(value >= 0 && value <= 1, `gamma ${a} ${x}: ${value}`);
      if (a >= 1e-279) assert.ok(s.studentsTUpper(x, a) <= 0.5);
    }
    for (const p of [1e-300, 0.3, 0.5, 1 - 2 ** -53]) {
      const quantile = s.gammaQuantile(p, a);
      assert.ok(quantile >= 0 && Number.isFinite(quantile), `gamma quantile ${p} ${a}: ${quantile}`);
      const upper = s.gammaUpperQuantile(p, a);
      assert.ok(upper >= 0 && Number.isFinite(upper), `gamma upper quantile ${p} ${a}: ${upper}`);
    }
    for (const b of edges) {
      for (const x of [0, 1e-300, 1e-16, 0.25, 0.5, 0.999, 1 - 2 ** -53, 1]) {
        for (const value of [
          s.betaCdf(x, a, b),
          s.betaUpper(x, a, b),
          s.betaQuantile(x, a, b),
          s.betaUpperQuantile(x, a, b),
        ])
          assert.ok(value >= 0 && value <= 1, `beta ${x} ${a} ${b}: ${value}`);
      }
    }
  }
});

test('logarithms of tails go on where the tails underflow', () => {
  assert.equal(s.normalUpper(40), 0);
  close(s.normalLnUpper(40), -804.6084420137538, 1e-14);
  close(s.binomialLnAtLeast(10_000, 10_000, 0.01), 10_000 * Math.log(0.01), 1e-13);
  close(s.chiSquareLnUpper(1e6, 2), -5e5, 1e-14);
});

const outside: readonly (readonly [string, () => number])[] = [
  ['shape 0', () => s.betaCdf(0.5, 0, 1)],
  ['shape NaN', () => s.lnGamma(Number.NaN)],
  ['shape infinite', () => s.incompleteGammaLower(Number.POSITIVE_INFINITY, 1)],
  ['shape beyond 1e16', () => s.chiSquareCdf(1, 1e17)],
  ['x above 1', () => s.betaUpper(1.1, 1, 1)],
  ['x below 0', () => s.chiSquareUpper(-1, 1)],
  ['density at 0', () => s.betaLnDensity(0, 0.5, 1)],
  ['z NaN', () => s.normalCdf(Number.NaN)],
  ['normal quantile of 0', () => s.normalQuantile(0)],
  ['normal quantile of 1', () => s.normalUpperQuantile(1)],
  ['ln of a probability above 1', () => s.normalQuantileOfLn(0.1)],
  ['chi-square quantile of 1', () => s.chiSquareQuantile(1, 3)],
  ['t quantile of 1', () => s.studentsTQuantile(1, 3)],
  ['t quantile beyond every double', () => s.studentsTQuantile(1e-300, 0.01)],
  ['fractional count', () => s.binomialMass(1.5, 4, 0.5)],
  ['probability above 1', () => s.binomialCdf(1, 4, 1.5)],
  ['test of more successes than trials', () => s.binomialTest(5, 4, 0.5).less],
  ['negative Poisson count', () => s.poissonInterval(-1).lower],
];
for (const [name, call] of outside) {
  test(`outside the domain: ${name}`, () => {
    assert.throws(call, (error) => error instanceof RangeError && error instanceof s.DomainError);
  });
}
