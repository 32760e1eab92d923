/** Meta-analysis: what must hold for any studies, and the edges that have no answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  betweenStudyVariance,
  binomialNormal,
  proportionEffect,
  randomEffects,
  shareOf,
  tauEstimators,
} from './index.ts';
import { weightedFit } from './weighted-sums.ts';

const shares = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 80 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([of, share]) => ({
      of,
      count: Math.round(of * share),
    })),
  { minLength: 2, maxLength: 12 },
);

test('the order of studies does not matter, and every number is finite', () => {
  fc.assert(
    fc.property(shares, fc.constantFrom(...tauEstimators), (studies, estimator) => {
      const effects = studies
        .map((study) => proportionEffect(study, 'PLO'))
        .filter((effect) => effect !== null);
      const [one, other] = [effects, effects.toReversed()].map((each) =>
        randomEffects(each, { estimator, test: 'adhoc' }),
      );
      assert.ok(one?.ok === true && other?.ok === true);
      assert.ok(Math.abs(one.pooled.estimate - other.pooled.estimate) < 1e-7);
      for (const value of [
        one.pooled.estimate,
        one.pooled.lower,
        one.pooled.upper,
        one.pooled.tau2,
        one.pooled.q,
      ])
        assert.ok(Number.isFinite(value));
      assert.ok(one.pooled.tau2 >= 0 && one.pooled.lower <= one.pooled.estimate);
    }),
  );
});

test('the adhoc error is never below that of z', () => {
  fc.assert(
    fc.property(shares, (studies) => {
      const effects = studies
        .map((study) => proportionEffect(study, 'PLO'))
        .filter((effect) => effect !== null);
      const z = randomEffects(effects, { estimator: 'DL' });
      const adhoc = randomEffects(effects, { estimator: 'DL', test: 'adhoc' });
      assert.ok(z.ok && adhoc.ok);
      assert.ok(adhoc.pooled.standardError >= z.pooled.standardError - 1e-12);
    }),
  );
});

test('the mirror image of every share gives the mirrored estimate', () => {
  fc.assert(
    fc.property(shares, (studies) => {
      const [one, other] = [
        binomialNormal(studies),
        binomialNormal(studies.map(({ count, of }) => ({ count: of - count, of }))),
      ];
      assert.equal(one.ok, other.ok);
      if (!one.ok || !other.ok) return;
      assert.ok(Math.abs(one.fit.estimate + other.fit.estimate) < 1e-4 * (1 + Math.abs(one.fit.estimate)));
      assert.ok(Number.isFinite(one.fit.standardError) && one.fit.tau2 >= 0);
    }),
    { numRuns: 30 },
  );
});

test('studies that scatter no more than chance have no variance between them', () => {
  const read = binomialNormal([
    { count: 10, of: 20 },
    { count: 20, of: 40 },
  ]);
  assert.ok(read.ok);
  assert.equal(read.fit.tau2, 0);
  assert.equal(read.fit.estimate, 0);
  // 1 / sqrt(60 / 4)
  assert.ok(Math.abs(read.fit.standardError - 0.2581988897471611) < 1e-12);
});

test('no maximum, no studies and no counts are named', () => {
  const reason = (studies: Parameters<typeof binomialNormal>[0]): string => {
    const read = binomialNormal(studies);
    return read.ok ? 'a fit' : read.reason;
  };
  assert.equal(reason([]), 'noStudies');
  assert.equal(reason([{ count: 0, of: 10 }]), 'noEvents');
  assert.equal(
    reason([
      { count: 10, of: 10 },
      { count: 3, of: 3 },
    ]),
    'onlyEvents',
  );
  assert.equal(reason([{ count: 1.5, of: 10 }]), 'notACount');
  assert.deepEqual(randomEffects([]), { ok: false, reason: 'noStudies' });
  assert.deepEqual(randomEffects([{ effect: 1, variance: 0 }]), { ok: false, reason: 'varianceNotPositive' });
});

test('shares come back from every scale', () => {
  for (const measure of ['PR', 'PLN', 'PLO', 'PAS', 'PFT'] as const) {
    const effect = proportionEffect({ count: 7, of: 17 }, measure);
    assert.ok(effect !== null);
    assert.ok(Math.abs(shareOf(effect.effect, measure, 17) - 7 / 17) < 1e-12, measure);
  }
});

test('no tau2 of either likelihood lies below that of 0, 0.01, 0.1 and 1', () => {
  const study = fc.record({
    effect: fc.double({ min: -3, max: 3, noNaN: true }),
    variance: fc.double({ min: 0.001, max: 9, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(study, { minLength: 3, maxLength: 8 }), fc.boolean(), (effects, isRestricted) => {
      const height = (tau2: number): number => {
        const weights = effects.map(({ variance }) => 1 / (variance + tau2));
        const { squares, weight } = weightedFit(effects, weights);
        const spread = weights.reduce((sum, w) => sum - Math.log(w), 0);
        return -spread - squares - (isRestricted ? Math.log(weight) : 0);
      };
      const { tau2 } = betweenStudyVariance(effects, isRestricted ? 'REML' : 'ML');
      for (const other of [0, 0.01, 0.1, 1])
        assert.ok(height(tau2) >= height(other) - 1e-9, `${tau2} ${other}`);
    }),
    { numRuns: 1000 },
  );
});

/** metafor 3.8-1 sets 0 here, with a warning; its own `logLik` is -4.195 at 0 and at 1, and -4.070 at 0.6. */
test('of two peaks of the restricted likelihood the higher is taken', () => {
  const variances = [0.001, 0.001, 2.471261682976007, 0.25724616497610403];
  const effects = [0, 0, 0, -1.678320386949373].map((effect, at) => ({
    effect,
    variance: variances[at] ?? 0,
  }));
  const { tau2 } = betweenStudyVariance(effects, 'REML');
  assert.ok(tau2 > 0.4 && tau2 < 0.8, String(tau2));
  const { squaresOfSquares, trace } = weightedFit(
    effects,
    effects.map(({ variance }) => 1 / (variance + tau2)),
  );
  assert.ok(Math.abs(squaresOfSquares - trace) < 1e-9);
});
