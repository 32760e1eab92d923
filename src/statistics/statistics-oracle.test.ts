/**
 * The room against two committed oracles: R (statistics-core.json) and 60-digit arithmetic by mpmath
 * (statistics-extreme.json), each printed by the script it names. Tolerances are relative.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as statistics from './index.ts';

interface Topic {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}
interface Oracle {
  readonly source: string;
  readonly script: string;
  readonly topics: Readonly<Record<string, Topic>>;
}

const oracles = ['statistics-core', 'statistics-extreme'].map(
  (name) => JSON.parse(readFileSync(new URL(`./oracle/${name}.json`, import.meta.url), 'utf8')) as Oracle,
);
const topics = oracles.flatMap((oracle) => Object.entries(oracle.topics));

/**
 * Where R 4.2.2 is wrong by more than the tolerance: lgamma beside its zeros, log-scale qnorm before R 4.3 and one
 * log-scale pbeta. Each point is in the mpmath oracle, which decides; here R has to be off by less than 1e-6.
 */
const departuresOfR: Readonly<Record<string, readonly string[]>> = {
  lgamma: ['0.999', '1.0009999999999999', '1.9990000000000001', '2.0001000000000002'].map(
    (x) => `${Number(x)}`,
  ),
  qnormLn: ['-100000000', '-100000', '-2000'],
  pbeta: ['0.72, 5000, 17.5'],
};

/** How one topic is computed here: from its arguments to the columns that follow them. */
interface Computation {
  readonly arguments: number;
  readonly tolerance: number;
  /** Where the value passes through 0: the size from which the tolerance is relative. */
  readonly floor?: number;
  readonly compute: (...args: [number, number, number]) => readonly number[];
}

const s = statistics;
const computations: Readonly<Record<string, Computation>> = {
  lgamma: { arguments: 1, tolerance: 1e-14, compute: (x) => [s.lnGamma(x)] },
  lbeta: { arguments: 2, tolerance: 1e-13, floor: 1, compute: (a, b) => [s.lnBeta(a, b)] },
  pnorm: {
    arguments: 1,
    tolerance: 1e-12,
    compute: (z) => [s.normalCdf(z), s.normalUpper(z), s.normalLnCdf(z), s.normalLnUpper(z)],
  },
  qnorm: { arguments: 1, tolerance: 1e-12, compute: (p) => [s.normalQuantile(p), s.normalUpperQuantile(p)] },
  qnormLn: {
    arguments: 1,
    tolerance: 1e-12,
    compute: (p) => [s.normalQuantileOfLn(p), s.normalUpperQuantileOfLn(p)],
  },
  pbeta: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, a, b) => [
      s.betaCdf(x, a, b),
      s.betaUpper(x, a, b),
      s.betaLnCdf(x, a, b),
      s.betaLnUpper(x, a, b),
    ],
  },
  qbeta: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (p, a, b) => [s.betaQuantile(p, a, b), s.betaUpperQuantile(p, a, b)],
  },
  pgamma: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (x, a) => [
      s.incompleteGammaLower(a, x),
      s.incompleteGammaUpper(a, x),
      s.lnIncompleteGammaLower(a, x),
      s.lnIncompleteGammaUpper(a, x),
    ],
  },
  qgamma: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (p, a) => [s.gammaQuantile(p, a), s.gammaUpperQuantile(p, a)],
  },
  pt: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (t, df) => [
      s.studentsTCdf(t, df),
      s.studentsTUpper(t, df),
      s.studentsTLnCdf(t, df),
      s.studentsTLnUpper(t, df),
    ],
  },
  qt: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (p, df) => [s.studentsTQuantile(p, df), s.studentsTUpperQuantile(p, df)],
  },
  pchisq: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (x, df) => [
      s.chiSquareCdf(x, df),
      s.chiSquareUpper(x, df),
      s.chiSquareLnCdf(x, df),
      s.chiSquareLnUpper(x, df),
    ],
  },
  qchisq: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (p, df) => [s.chiSquareQuantile(p, df), s.chiSquareUpperQuantile(p, df)],
  },
  pf: { arguments: 3, tolerance: 1e-12, compute: (f, a, b) => [s.fCdf(f, a, b), s.fUpper(f, a, b)] },
  dbinom: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (k, n, p) => [s.binomialMass(k, n, p), s.binomialLnMass(k, n, p)],
  },
  pbinom: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (k, n, p) => [
      s.binomialCdf(k, n, p),
      s.binomialAtLeast(k, n, p),
      s.binomialLnCdf(k, n, p),
      s.binomialLnAtLeast(k, n, p),
    ],
  },
  'binom.test': {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, n, p) => {
      const { less, greater, twoSided } = s.binomialTest(x, n, p);
      return [less, greater, twoSided];
    },
  },
  proportion: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, n, confidence) =>
      [
        s.clopperPearson(x, n, confidence),
        s.wilson(x, n, { confidence }),
        s.wilson(x, n, { confidence, continuityCorrection: true }),
      ].flatMap(({ lower, upper }) => [lower, upper]),
  },
  lnGamma: { arguments: 1, tolerance: 1e-15, compute: (x) => [s.lnGamma(x)] },
  normal: { arguments: 1, tolerance: 1e-14, compute: (z) => [s.normalLnCdf(z), s.normalLnUpper(z)] },
  normalQuantile: { arguments: 1, tolerance: 1e-14, compute: (lnP) => [s.normalQuantileOfLn(lnP)] },
  beta: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, a, b) => [s.lnIncompleteBetaLower(x, a, b), s.lnIncompleteBetaUpper(x, a, b)],
  },
  gamma: {
    arguments: 2,
    tolerance: 1e-13,
    compute: (x, a) => [s.lnIncompleteGammaLower(a, x), s.lnIncompleteGammaUpper(a, x)],
  },
  'poisson.test': {
    arguments: 2,
    tolerance: 1e-12,
    compute: (count, confidence) => {
      const { lower, upper } = s.poissonInterval(count, confidence);
      return [lower, upper];
    },
  },
};

test('each oracle names its software and the script that prints it', () => {
  assert.deepEqual(
    oracles.map(({ source, script }) => [/^\S+( version)? \d+\.\d+/.test(source), script]),
    [
      [true, 'scripts/oracle/statistics-core.R'],
      [true, 'scripts/oracle/statistics-extreme.py'],
    ],
  );
});

test('every topic of the oracles is compared', () => {
  assert.deepEqual(topics.map(([name]) => name).sort(), Object.keys(computations).sort());
});

for (const [name, { columns, rows }] of topics) {
  test(`${name}: ${rows.length} points`, () => {
    const computation = computations[name];
    assert.ok(computation !== undefined && rows.length > 5);
    const faults = rows.flatMap((row) => {
      const [first = 0, second = 0, third = 0] = row;
      const values = computation.compute(first, second, third);
      const expected = row.slice(computation.arguments);
      assert.equal(values.length, expected.length);
      const args = row.slice(0, computation.arguments).join(', ');
      const tolerance = departuresOfR[name]?.includes(args) ? 1e-6 : computation.tolerance;
      return expected.flatMap((wanted, index) => {
        const value = values[index] ?? Number.NaN;
        const error = Math.abs(value - wanted);
        const scale = Math.max(computation.floor ?? 0, Math.abs(wanted));
        // Below the smallest normal double the expected number itself has lost digits.
        if (error <= tolerance * scale || error < 2 ** -1022) return [];
        return [
          `${columns[computation.arguments + index]}(${args}) = ${value}, not ${wanted}: ${error / scale}`,
        ];
      });
    });
    assert.deepEqual(faults, []);
  });
}
