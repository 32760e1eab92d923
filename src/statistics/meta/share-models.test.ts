/** Models of counts: what must hold for any shares, and the edges, each answered or refused with a bound. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chiSquareUpperQuantile } from '../chi-square.ts';
import { clopperPearson } from '../clopper-pearson.ts';
import { betaBinomialPoint, factorCounts } from './beta-binomial-likelihood.ts';
import {
  betaBinomial,
  binomialNormal,
  proportionEffect,
  proportionMeasures,
  randomEffects,
  type StudyProportion,
  shareOf,
  shareScatter,
  summedShare,
} from './index.ts';

const models = { betaBinomial, binomialNormal };
const of = (counts: readonly (readonly [number, number])[]): readonly StudyProportion[] =>
  counts.map(([count, size]) => ({ count, of: size }));

const refused: Readonly<Record<string, readonly [string, readonly StudyProportion[]]>> = {
  'no study': ['noStudies', []],
  'half a patient': ['notACount', of([[1.5, 10]])],
  'more than all': ['notACount', of([[11, 10]])],
  'no event': [
    'noEvents',
    of([
      [0, 10],
      [0, 12],
      [0, 8],
    ]),
  ],
  'events only': [
    'onlyEvents',
    of([
      [10, 10],
      [12, 12],
    ]),
  ],
  'one study': ['singleStudy', of([[7, 17]])],
  'one study without event': ['noEvents', of([[0, 17]])],
  'all or nothing': [
    'allOrNothing',
    of([
      [0, 10],
      [12, 12],
      [0, 4],
    ]),
  ],
  'single patients': [
    'allOrNothing',
    of([
      [0, 1],
      [1, 1],
      [1, 1],
    ]),
  ],
};

for (const [name, pool] of Object.entries(models))
  for (const [edge, [reason, studies]] of Object.entries(refused))
    test(`${name}, ${edge}: refused with the exact interval of the sum`, () => {
      const read = pool(studies);
      assert.ok(!read.ok);
      assert.equal(read.reason, reason);
      const isCounted = reason !== 'noStudies' && reason !== 'notACount';
      const [count, size] = [
        studies.reduce((sum, each) => sum + each.count, 0),
        studies.reduce((sum, each) => sum + each.of, 0),
      ];
      assert.deepEqual(read.bound, isCounted ? { ...clopperPearson(count, size), count, of: size } : null);
    });

const answered: Readonly<Record<string, readonly StudyProportion[]>> = {
  'two equal studies': of([
    [5, 10],
    [5, 10],
  ]),
  'equal shares': of([
    [5, 10],
    [10, 20],
    [20, 40],
  ]),
};

for (const [name, pool] of Object.entries(models))
  for (const [edge, studies] of Object.entries(answered))
    test(`${name}, ${edge}: no variance between them, and the error of one large study`, () => {
      const read = pool(studies);
      assert.ok(read.ok);
      const size = studies.reduce((sum, each) => sum + each.of, 0);
      assert.equal(read.fit.atBoundary, true);
      assert.equal(read.fit.estimate, 0);
      assert.ok(Math.abs(read.fit.standardError - 2 / Math.sqrt(size)) < 1e-12);
    });

test('two studies that differ are answered by either model', () => {
  for (const pool of Object.values(models)) {
    const read = pool(
      of([
        [1, 10],
        [9, 10],
      ]),
    );
    assert.ok(read.ok && !read.fit.atBoundary);
    assert.ok(Math.abs(read.fit.estimate) < 1e-9);
  }
});

test('on a scale of shares every edge is answered, but the double arcsine alone needs no half', () => {
  const edges = {
    ...answered,
    zero: of([
      [0, 10],
      [0, 12],
    ]),
    full: of([
      [10, 10],
      [12, 12],
    ]),
    one: of([[7, 17]]),
  };
  for (const [edge, studies] of Object.entries(edges))
    for (const measure of proportionMeasures) {
      const effects = studies
        .map((each) => proportionEffect(each, measure))
        .filter((effect) => effect !== null);
      const read = randomEffects(effects, { test: 'adhoc' });
      assert.ok(read.ok, `${edge} ${measure}`);
      const share = shareOf(read.pooled.estimate, measure, 10);
      assert.ok(share >= 0 && share <= 1 && read.pooled.standardError > 0, `${edge} ${measure}`);
    }
});

const shares = fc
  .array(
    fc
      .tuple(fc.integer({ min: 2, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([size, share]) => ({
        of: size,
        count: Math.round(size * share),
      })),
    { minLength: 2, maxLength: 8 },
  )
  .filter((studies) => studies.some(({ count, of: size }) => count > 0 && count < size));

test('the beta-binomial fit is a maximum, its profile falls to the quantile, and its mirror is mirrored', () => {
  fc.assert(
    fc.property(shares, (studies) => {
      const read = betaBinomial(studies);
      const mirror = betaBinomial(studies.map(({ count, of: size }) => ({ count: size - count, of: size })));
      assert.ok(read.ok && mirror.ok);
      const { estimate, rho, logLikelihood, lower, upper, profile, likelihoodRatio } = read.fit;
      assert.ok(Math.abs(estimate + mirror.fit.estimate) < 1e-6 * (1 + Math.abs(estimate)));
      assert.ok(Math.abs(rho - mirror.fit.rho) < 1e-6);
      assert.ok(rho >= 0 && rho < 1 && lower < estimate && upper > estimate);
      assert.ok(profile.lower < estimate && profile.upper > estimate);
      assert.ok(likelihoodRatio.p >= 0 && likelihoodRatio.p <= 1);
      const factors = factorCounts(studies);
      const height = (odds: number, r: number): number =>
        betaBinomialPoint(factors, 1 / (1 + Math.exp(-odds)), r / (1 - r)).value;
      for (const odds of [estimate - 0.3, estimate, estimate + 0.3])
        for (let r = 0; r < 1; r += 0.08) assert.ok(height(odds, r) <= logLikelihood + 1e-9, `${odds} ${r}`);
      const floor = logLikelihood - chiSquareUpperQuantile(0.05, 1) / 2;
      for (const limit of [profile.lower, profile.upper]) {
        // The curve along rho at the limit touches the floor and stays below it elsewhere.
        let top = Number.NEGATIVE_INFINITY;
        for (let r = 0; r < 400; r += 1) top = Math.max(top, height(limit, (r / 400) ** 2));
        assert.ok(top <= floor + 1e-6 && top > floor - 1e-2, `${top} for ${floor}`);
      }
    }),
    { numRuns: 12 },
  );
});

test('the derivatives of the beta-binomial likelihood are its slopes', () => {
  const factors = factorCounts(
    of([
      [3, 11],
      [7, 17],
      [0, 9],
    ]),
  );
  const h = 1e-6;
  for (const [p, theta] of [
    [0.3, 0.2],
    [0.6, 0.01],
    [0.1, 3],
  ] as const) {
    const at = betaBinomialPoint(factors, p, theta);
    const [right, left] = [
      betaBinomialPoint(factors, p + h, theta),
      betaBinomialPoint(factors, p - h, theta),
    ];
    const [up, down] = [betaBinomialPoint(factors, p, theta + h), betaBinomialPoint(factors, p, theta - h)];
    const near = (slope: number, wanted: number) =>
      assert.ok(Math.abs(slope - wanted) < 1e-4 * (1 + Math.abs(wanted)), `${slope} for ${wanted}`);
    near((right.value - left.value) / (2 * h), at.byP);
    near((up.value - down.value) / (2 * h), at.byTheta);
    near((right.byP - left.byP) / (2 * h), at.byPP);
    near((up.byP - down.byP) / (2 * h), at.byPTheta);
    near((up.byTheta - down.byTheta) / (2 * h), at.byThetaTheta);
  }
});

test('the scatter of equal shares is 0, and of no common share there is none', () => {
  assert.deepEqual(
    shareScatter(
      of([
        [5, 10],
        [10, 20],
      ]),
    ),
    {
      likelihoodRatio: 0,
      likelihoodRatioP: 1,
      wald: 0,
      waldP: 1,
      degrees: 1,
    },
  );
  assert.equal(
    shareScatter(
      of([
        [0, 10],
        [0, 20],
      ]),
    ),
    null,
  );
  assert.equal(shareScatter([]), null);
});

test('the rule of three: no event in n leaves shares to about 3.7 / n', () => {
  const found = summedShare(
    of([
      [0, 40],
      [0, 60],
    ]),
  );
  assert.ok(found !== null && found.lower === 0 && Math.abs(found.upper - (1 - 0.025 ** 0.01)) < 1e-12);
});
