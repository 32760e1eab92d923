/** Doses as printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dose, dosesAgree, readDose } from './dose.ts';

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
  [
    '130 mg/m2/day intravenously [IV] 3 days',
    { amount: 130, unit: 'mg/m2', dailyTotal: 130, route: 'intravenous', dayCount: 3 },
  ],
  [
    '45 mg/m2/day IV on days 2 and 3 by continuous infusion',
    {
      amount: 45,
      unit: 'mg/m2',
      dailyTotal: 45,
      route: 'intravenous',
      days: [2, 3],
      infusion: 'continuous',
    },
  ],
  [
    '100 mg/m2/day IV on days 1–3',
    { amount: 100, unit: 'mg/m2', dailyTotal: 100, route: 'intravenous', days: [1, 2, 3] },
  ],
  ['80 mg/m2 IV on the first day', { amount: 80, unit: 'mg/m2', route: 'intravenous', days: [1] }],
  ['75 mg/m2 on days 1, 8 and 15', { amount: 75, unit: 'mg/m2', days: [1, 8, 15] }],
  ['30 mg intramuscularly every 4 weeks', { amount: 30, unit: 'mg', route: 'intramuscular', everyDays: 28 }],
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
  '45 mg/m2 on days 3-1',
  '45 mg/m2 on days 2 and 2',
  '45 mg/m2 on day',
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
