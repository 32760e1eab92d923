/** Meta-analysis: what must hold for any studies, and the edges that have no answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gaussHermite } from './gauss-hermite.ts';
import { binomialNormal, proportionEffect, randomEffects, shareOf, tauEstimators } from './index.ts';

test('quadrature is exact for polynomials: moments of the normal', () => {
  for (const n of [5, 20, 31, 61]) {
    const moment = (power: number): number =>
      gaussHermite(n).reduce((sum, { x, weight }) => sum + weight * (Math.SQRT2 * x) ** power, 0) /
      Math.sqrt(Math.PI);
    [1, 0, 1, 0, 3, 0, 15, 0, 105].forEach((wanted, power) => {
      assert.ok(
        Math.abs(moment(power) - wanted) < 1e-11 * Math.max(1, wanted),
        `${n} nodes, moment ${power}`,
      );
    });
  }
});

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
