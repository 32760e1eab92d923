/** Doses as printed, and the dose for a body surface. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Dose, doseForSurface, dosesAgree, readDose } from './dose.ts';

const doses: readonly (readonly [text: string, read: Omit<Dose, 'printed'>])[] = [
  ['400 mg daily', { amount: 400, unit: 'mg', dailyTotal: 400 }],
  ['400 mg/d', { amount: 400, unit: 'mg', dailyTotal: 400 }],
  ['400 mg once daily', { amount: 400, unit: 'mg', dailyTotal: 400, timesPerDay: 1 }],
  ['400 mg twice daily', { amount: 400, unit: 'mg', dailyTotal: 800, timesPerDay: 2 }],
  ['30 mg every 4 weeks', { amount: 30, unit: 'mg', everyDays: 28 }],
  ['130 mg/m2/day', { amount: 130, unit: 'mg/m2', dailyTotal: 130 }],
  ['2 mg/kg', { amount: 2, unit: 'mg/kg' }],
  ['10 mg every other day', { amount: 10, unit: 'mg', everyDays: 2 }],
  ['7.4 GBq', { amount: 7.4, unit: 'GBq' }],
  ['AUC 5', { amount: 5, unit: 'AUC' }],
  ['1,000 mg', { amount: 1000, unit: 'mg' }],
];

for (const [text, read] of doses) {
  test(`"${text}"`, () => {
    assert.deepEqual(readDose(text).value, { printed: text, ...read });
  });
}

for (const text of [
  '',
  '400',
  'mg',
  '-5 mg',
  '0 mg',
  '400 mgs',
  '400 mg/week',
  '1234567 mg',
  '30 mg every 4 weeksx',
  '400 mg daily or so',
  '5 mL',
  'x'.repeat(500),
]) {
  test(`"${text.slice(0, 20)}" is not a dose`, () => {
    const { value, issues } = readDose(text);
    assert.equal(value, undefined);
    assert.equal(issues[0]?.code, 'unparsable-quantity');
  });
}

test('doses agree unless they say different things', () => {
  const read = (text: string): Dose => readDose(text).value ?? assert.fail(text);
  assert.ok(dosesAgree(read('400 mg'), read('400 mg daily')));
  assert.ok(!dosesAgree(read('400 mg daily'), read('400 mg twice daily')));
  assert.ok(!dosesAgree(read('30 mg every 4 weeks'), read('30 mg every 2 weeks')));
  assert.ok(!dosesAgree(read('400 mg'), read('400 mg/m2')));
});

test('the dose for a surface is the product, and refuses what no patient has', () => {
  assert.equal(doseForSurface(100, 1.8).value, 180);
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 3000, noNaN: true }),
      fc.double({ min: 0.2, max: 3.9, noNaN: true }),
      (dose, m2) => {
        assert.equal(doseForSurface(dose, m2).value, dose * m2);
      },
    ),
  );
  for (const [dose, m2] of [
    [0, 1.8],
    [-1, 1.8],
    [Number.NaN, 1.8],
    [Number.POSITIVE_INFINITY, 1.8],
    [100, 0],
    [100, 18],
    [100, Number.NaN],
  ] as const) {
    assert.equal(doseForSurface(dose, m2).issues[0]?.code, 'wrong-value');
  }
});
