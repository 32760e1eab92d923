/** Funnels and influence: what is refused, and what must hold for any studies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type EffectSize,
  type FunnelMeasure,
  funnelAsymmetry,
  influence,
  leaveOneOut,
  trimAndFill,
  trimAndFillEstimators,
} from './index.ts';

const study = fc.record({
  effect: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 4, noNaN: true }),
});
const several = fc.uniqueArray(study, {
  minLength: 10,
  maxLength: 16,
  selector: ({ variance }) => variance,
});
const tests = ['egger', 'eggerMixed', 'begg'] as const;
const made = (studies: number): readonly EffectSize[] =>
  Array.from({ length: studies }, (_, at) => ({ effect: Math.sin(at), variance: 0.1 + 0.05 * at }));

test('under ten studies, and where errors are made from effects, there is no funnel', () => {
  for (const funnelTest of tests)
    for (const measure of ['PLO', 'PR', 'PLN', 'PAS', 'PFT', 'OR', 'HR'] satisfies FunnelMeasure[]) {
      const isShare = ['PLO', 'PR', 'PLN'].includes(measure);
      const [ten, nine] = [10, 9].map((studies) => funnelAsymmetry(made(studies), { funnelTest, measure }));
      assert.equal(ten?.ok, !isShare, measure);
      assert.ok(nine !== undefined && !nine.ok);
      assert.equal(nine.reason, isShare ? 'errorMadeFromEffect' : 'fewerThanTenStudies');
      const printed = funnelAsymmetry(made(9), { funnelTest, measure, asReproduction: true });
      assert.ok(printed.ok);
      const caveats = ['fewerThanTenStudies'];
      assert.deepEqual(printed.asymmetry.caveats, isShare ? ['errorMadeFromEffect', ...caveats] : caveats);
      assert.equal(trimAndFill(made(9), { measure }).ok, false);
    }
});

test('without different errors there is no slope and no rank', () => {
  const equal = made(12).map(({ effect }) => ({ effect, variance: 0.2 }));
  for (const funnelTest of tests)
    assert.deepEqual(funnelAsymmetry(equal, { funnelTest, measure: 'HR' }), {
      ok: false,
      reason: 'equalErrors',
    });
  assert.deepEqual(trimAndFill(equal, { measure: 'HR' }), { ok: false, reason: 'sideUnknown' });
  assert.equal(trimAndFill(equal, { measure: 'HR', side: 'left' }).ok, true);
});

test('too few to fit, and no variance', () => {
  const asReproduction = true;
  assert.deepEqual(funnelAsymmetry(made(2), { funnelTest: 'egger', measure: 'HR', asReproduction }), {
    ok: false,
    reason: 'tooFewToFit',
  });
  const flat = made(12).map(({ effect }) => ({ effect, variance: 0 }));
  assert.deepEqual(funnelAsymmetry(flat, { funnelTest: 'begg', measure: 'HR' }), {
    ok: false,
    reason: 'varianceNotPositive',
  });
  assert.deepEqual(trimAndFill([], { measure: 'HR' }), { ok: false, reason: 'noStudies' });
  assert.deepEqual(trimAndFill(made(1), { measure: 'HR' }), { ok: false, reason: 'singleStudy' });
  assert.deepEqual(influence(made(1)), { ok: false, reason: 'singleStudy' });
});

test('the mirrored funnel lacks as many studies on the other side', () => {
  fc.assert(
    fc.property(several, fc.constantFrom(...trimAndFillEstimators), (effects, missing) => {
      const mirrored = effects.map(({ effect, variance }) => ({ effect: -effect, variance }));
      const [one, other] = [
        trimAndFill(effects, { measure: 'HR', missing, side: 'left', estimator: 'DL' }),
        trimAndFill(mirrored, { measure: 'HR', missing, side: 'right', estimator: 'DL' }),
      ];
      assert.equal(one.ok, other.ok);
      if (!one.ok || !other.ok) return;
      assert.equal(one.trimmed.missing, other.trimmed.missing);
      assert.ok(Math.abs(one.trimmed.pooled.estimate + other.trimmed.pooled.estimate) < 1e-9);
      assert.equal(one.trimmed.pooled.studies, effects.length + one.trimmed.missing);
    }),
  );
});

test('the slope of the mirrored funnel is the mirrored slope', () => {
  fc.assert(
    fc.property(several, fc.constantFrom(...tests), (effects, funnelTest) => {
      const mirrored = effects.map(({ effect, variance }) => ({ effect: -effect, variance }));
      const [one, other] = [effects, mirrored].map((each) =>
        funnelAsymmetry(each, { funnelTest, measure: 'other' }),
      );
      assert.ok(one?.ok === true && other?.ok === true);
      assert.ok(Math.abs(one.asymmetry.statistic + other.asymmetry.statistic) < 1e-6);
      assert.ok(Math.abs(one.asymmetry.p - other.asymmetry.p) < 1e-6);
    }),
  );
});

test('influence is leaving one out', () => {
  fc.assert(
    fc.property(several, fc.constantFrom('z', 'knha', 'adhoc'), (effects, how) => {
      const read = influence(effects, { test: how });
      const without = leaveOneOut(effects, { test: how });
      assert.ok(read.ok);
      assert.ok(
        Math.abs(read.studies.reduce((sum, { weightPercent }) => sum + weightPercent, 0) - 100) < 1e-9,
      );
      for (const [at, { tau2Without, qWithout, dfbetas }] of read.studies.entries()) {
        const left = without[at];
        assert.ok(left?.ok === true);
        assert.equal(tau2Without, left.pooled.tau2);
        assert.equal(qWithout, left.pooled.q);
        assert.ok(dfbetas === null || Number.isFinite(dfbetas));
      }
    }),
  );
});
