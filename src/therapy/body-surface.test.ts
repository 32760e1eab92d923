/** Body surface by two formulas against values of R 4.2, and the sizes that are refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type BodySize, bodySurfaceM2, readBody } from './body-surface.ts';

/** sqrt(h * w / 3600) and exp(log(0.007184) + 0.425 log w + 0.725 log h), computed in R with 15 digits. */
const surfaces = [
  [180, 80, 2, 1.99642102227504],
  [170, 70, 1.81811868577262, 1.80970780175325],
  [155, 48.5, 1.44505863010621, 1.44809496577274],
  [192, 121, 2.54034118443435, 2.49427019304346],
] as const;

for (const [heightCm, weightKg, mosteller, duBois] of surfaces) {
  test(`${heightCm} cm and ${weightKg} kg by both formulas`, () => {
    assert.ok(Math.abs(bodySurfaceM2('mosteller', heightCm, weightKg) - mosteller) < 1e-13);
    assert.ok(Math.abs(bodySurfaceM2('du-bois', heightCm, weightKg) - duBois) < 1e-13);
    const { value } = readBody({ heightCm, weightKg, formula: 'du-bois' });
    assert.deepEqual([value?.surface?.by, value?.otherSurface?.by], ['du-bois', 'mosteller']);
    assert.equal(value?.otherSurface?.m2, bodySurfaceM2('mosteller', heightCm, weightKg));
  });
}

test('Mosteller is the formula where none is named', () => {
  assert.deepEqual(readBody({ heightCm: 180, weightKg: 80 }).value?.surface, { m2: 2, by: 'mosteller' });
});

test('a surface is taken as given, with or without a weight', () => {
  assert.deepEqual(readBody({ bodySurfaceAreaM2: 1.73 }).value, { surface: { m2: 1.73, by: 'given' } });
  assert.deepEqual(readBody({ bodySurfaceAreaM2: 1.73, weightKg: 70 }).value, {
    surface: { m2: 1.73, by: 'given' },
    weightKg: 70,
  });
  assert.deepEqual(readBody({ weightKg: 70 }).value, { weightKg: 70 });
  assert.deepEqual(readBody({}).value, {});
});

const refusals: readonly (readonly [what: string, size: BodySize, says: RegExp])[] = [
  ['a height in metres', { heightCm: 1.75, weightKg: 70 }, /1\.75 m is 175 cm/],
  ['height and weight exchanged', { heightCm: 80, weightKg: 180 }, /each other’s place/],
  ['a height of no adult', { heightCm: 300, weightKg: 80 }, /between 100 and 250 cm/],
  ['a height alone', { heightCm: 175 }, /Give the weight too/],
  ['a weight of no adult', { heightCm: 175, weightKg: 7 }, /between 25 and 350 kg/],
  ['a weight in grams', { weightKg: 70_000 }, /Check the value and its unit/],
  ['a body mass index under 8', { heightCm: 200, weightKg: 26 }, /body mass index of 6\.5/],
  ['a body mass index over 120', { heightCm: 120, weightKg: 200 }, /body mass index of 138\.9/],
  ['a surface in cm2', { bodySurfaceAreaM2: 18_000 }, /between 0\.8 and 4 m2/],
  ['no surface', { bodySurfaceAreaM2: 0 }, /between 0\.8 and 4 m2/],
  ['a surface that is no number', { bodySurfaceAreaM2: Number.NaN }, /between 0\.8 and 4 m2/],
  [
    'a surface and a height',
    { bodySurfaceAreaM2: 1.8, heightCm: 180, weightKg: 80 },
    /A body surface and a height are both given/,
  ],
];

for (const [what, size, says] of refusals) {
  test(`${what} is refused with a reason`, () => {
    const { value, issues } = readBody(size);
    assert.equal(value, undefined);
    assert.equal(issues[0]?.code, 'wrong-value');
    assert.match(issues[0]?.message ?? '', says);
  });
}

test('the surface grows with height and weight, and the formulas stay near each other in adults', () => {
  const height = fc.double({ min: 140, max: 210, noNaN: true });
  const weight = fc.double({ min: 40, max: 150, noNaN: true });
  fc.assert(
    fc.property(height, weight, (h, w) => {
      for (const formula of ['mosteller', 'du-bois'] as const) {
        assert.ok(bodySurfaceM2(formula, h + 1, w) > bodySurfaceM2(formula, h, w));
        assert.ok(bodySurfaceM2(formula, h, w + 1) > bodySurfaceM2(formula, h, w));
      }
      const ratio = bodySurfaceM2('mosteller', h, w) / bodySurfaceM2('du-bois', h, w);
      assert.ok(ratio > 0.9 && ratio < 1.2, `${h} cm, ${w} kg: ${ratio}`);
    }),
  );
});

test('no size makes the reader throw, and a body comes without an issue', () => {
  const any = fc.option(fc.oneof(fc.double(), fc.double({ min: 0, max: 400 })), { nil: undefined });
  fc.assert(
    fc.property(any, any, any, (surface, height, weight) => {
      const size = {
        ...(surface === undefined ? {} : { bodySurfaceAreaM2: surface }),
        ...(height === undefined ? {} : { heightCm: height }),
        ...(weight === undefined ? {} : { weightKg: weight }),
      };
      const { value, issues } = readBody(size);
      assert.equal(value === undefined, issues.length > 0);
    }),
  );
});
