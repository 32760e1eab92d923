/** How much studies differ, and intervals that are never narrower; hazard ratios as printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalUpper } from '../normal.ts';
import {
  betweenStudyVariance,
  hazardRatioEffect,
  hazardRatioEffectOfP,
  heterogeneity,
  heterogeneityVerdict,
  randomEffects,
  tauEstimators,
} from './index.ts';

const several = fc.array(
  fc.record({
    effect: fc.double({ min: -3, max: 3, noNaN: true }),
    variance: fc.double({ min: 0.01, max: 4, noNaN: true }),
  }),
  { minLength: 2, maxLength: 12 },
);

test('the adhoc interval holds that of z, by every estimator', () => {
  fc.assert(
    fc.property(several, fc.constantFrom(...tauEstimators), (effects, estimator) => {
      const [z, adhoc] = (['z', 'adhoc'] as const).map((how) =>
        randomEffects(effects, { estimator, test: how }),
      );
      assert.ok(z?.ok === true && adhoc?.ok === true);
      assert.ok(adhoc.pooled.lower <= z.pooled.lower + 1e-12 && adhoc.pooled.upper >= z.pooled.upper - 1e-12);
    }),
  );
});

test('steps of REML that would go to and fro over the peak reach it', () => {
  const variances = [0.01, 0.1, 0.3, 0.5, 1, 2, 0.02, 0.1, 0.3, 0.5];
  const effects = variances.map((variance, at) => ({ effect: at === 0 ? 0.8 : 0, variance }));
  const { tau2, standardError } = betweenStudyVariance(effects, 'REML');
  // metafor 3.8.1: "did not converge"; this is what it prints with control = list(stepadj = 0.5, threshold = 1e-12).
  assert.ok(Math.abs(tau2 - 0.112222523891235) < 1e-11);
  assert.ok(Math.abs((standardError ?? 0) - 0.11750185801) < 1e-10);
});

test('the interval of Knapp and Hartung alone can be narrower', () => {
  const alike = [0.1, 0.1001, 0.0999, 0.1].map((effect) => ({ effect, variance: 0.5 }));
  const [z, knha] = (['z', 'knha'] as const).map((how) => randomEffects(alike, { test: how }));
  assert.ok(z?.ok === true && knha?.ok === true);
  assert.ok(knha.pooled.upper - knha.pooled.lower < z.pooled.upper - z.pooled.lower);
});

test('limits are in order, I2 and H2 go with tau2, and Q decides whether 0 is among them', () => {
  fc.assert(
    fc.property(several, (effects) => {
      const read = heterogeneity(effects, 'PM');
      assert.ok(read.ok);
      const { tau2, i2Percent, h2, tau } = read.heterogeneity;
      for (const { estimate, lower, upper } of [tau2, i2Percent, h2, tau]) {
        assert.ok(lower <= upper && lower >= 0);
        assert.ok(estimate >= lower - 1e-9 && estimate <= upper + 1e-9);
      }
      assert.ok(i2Percent.upper <= 100 && h2.lower >= 1);
    }),
  );
});

test('I2 has a verdict from five studies on', () => {
  assert.deepEqual(heterogeneityVerdict(95, 4), {
    ok: false,
    reason: 'tooFewStudies',
    studies: 4,
    needed: 5,
  });
  const sizes = [0, 40, 41, 60, 61, 90, 91].map((i2) => {
    const verdict = heterogeneityVerdict(i2, 5);
    return verdict.ok ? verdict.size : verdict.reason;
  });
  assert.deepEqual(sizes, [
    'unimportant',
    'unimportant',
    'moderate',
    'moderate',
    'substantial',
    'substantial',
    'considerable',
  ]);
  const one = { effect: 1, variance: 1 };
  assert.deepEqual(heterogeneity([]), { ok: false, reason: 'noStudies' });
  assert.deepEqual(heterogeneity([one]), { ok: false, reason: 'singleStudy' });
  assert.deepEqual(heterogeneity([{ ...one, variance: 0 }, one]), {
    ok: false,
    reason: 'varianceNotPositive',
  });
});

test('a hazard ratio comes back from its own interval and from its p', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 0.95, noNaN: true }),
      fc.double({ min: 0.05, max: 0.8, noNaN: true }),
      (hazardRatio, error) => {
        const effect = Math.log(hazardRatio);
        const reach = 1.959963984540054 * error;
        const read = hazardRatioEffect({
          hazardRatio,
          lower: Math.exp(effect - reach),
          upper: Math.exp(effect + reach),
        });
        assert.ok(read.ok);
        assert.ok(Math.abs(Math.sqrt(read.effect.variance) - error) < 1e-12 && read.offCentre < 1e-9);
        const p = 2 * normalUpper(Math.abs(effect) / error);
        // Below the smallest normal number a p has lost its digits.
        if (p < 1e-300) return;
        const ofP = hazardRatioEffectOfP({ hazardRatio, p });
        assert.ok(ofP.ok && Math.abs(Math.sqrt(ofP.effect.variance) / error - 1) < 1e-9);
      },
    ),
  );
});

test('what is no hazard ratio is refused by name, and a lopsided interval shows', () => {
  const reason = (hazardRatio: number, lower: number, upper: number): string => {
    const read = hazardRatioEffect({ hazardRatio, lower, upper });
    return read.ok ? 'an effect' : read.reason;
  };
  assert.equal(reason(0, 0.5, 1), 'notPositive');
  assert.equal(reason(0.7, -0.1, 1), 'notPositive');
  assert.equal(reason(0.7, 1.1, 0.5), 'boundsReversed');
  assert.equal(reason(0.4, 0.5, 1.1), 'outsideInterval');
  const printed = hazardRatioEffect({ hazardRatio: 0.72, lower: 0.5, upper: 1.04 });
  assert.ok(printed.ok && printed.offCentre < 0.02);
  const misprinted = hazardRatioEffect({ hazardRatio: 0.52, lower: 0.5, upper: 1.04 });
  assert.ok(misprinted.ok && misprinted.offCentre > 0.8);
  const ofP = (hazardRatio: number, p: number): string => {
    const read = hazardRatioEffectOfP({ hazardRatio, p });
    return read.ok ? 'an effect' : read.reason;
  };
  assert.equal(ofP(-1, 0.5), 'notPositive');
  assert.equal(ofP(0.5, 0), 'notAProbability');
  assert.equal(ofP(1, 0.9), 'errorUnknown');
  assert.equal(ofP(0.7, 1), 'errorUnknown');
});
