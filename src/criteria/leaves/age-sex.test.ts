/** Age in completed years, sex and pregnancy: what is not stated is unknown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const patient = (fields: object) => ({ patient: { sex: 'notStated', ...fields } });
const years = (printed: string, date?: string) =>
  patient({ age: { years: printed, ...(date === undefined ? {} : { date }) } });
const adult: Criterion = { age: { atLeast: 18 } };
const pregnant: Criterion = { pregnancy: { is: 'pregnant' } };

const rows: readonly AnswerRow[] = [
  ['no age', {}, adult, 'notRecorded'],
  ['seventeen', years('17'), adult, 'unmet'],
  ['eighteen', years('18'), adult, 'met'],
  ['a decade across the limit', years('10-19'), adult, 'rangeSpansLimit'],
  ['a decade above it', years('40-49'), adult, 'met'],
  ['an age at most', years('<18'), adult, 'unmet'],
  ['17 in 2009, in 2012', years('17', '2009'), adult, 'met', '2012'],
  [
    'a date of birth, the day before the birthday',
    patient({ birth: '1994-07-15' }),
    adult,
    'unmet',
    '2012-07-14',
  ],
  ['a date of birth, on the birthday', patient({ birth: '1994-07-15' }), adult, 'met', '2012-07-15'],
  [
    'a year of birth, in the year of the birthday',
    patient({ birth: '1994' }),
    adult,
    'rangeSpansLimit',
    '2012-07',
  ],

  ['sex not stated', {}, { sex: { is: 'female' } }, 'notRecorded'],
  ['female', patient({ sex: 'female' }), { sex: { is: 'female' } }, 'met'],
  ['male', patient({ sex: 'male' }), { sex: { is: 'female' } }, 'unmet'],
  ['other', patient({ sex: 'other' }), { sex: { is: 'other' } }, 'met'],

  ['a man is not pregnant', patient({ sex: 'male' }), pregnant, 'unmet'],
  ['a woman, nothing stated', patient({ sex: 'female' }), pregnant, 'notRecorded'],
  ['pregnancy excluded', patient({ sex: 'female', pregnancy: 'excluded' }), pregnant, 'unmet'],
  ['pregnant', patient({ sex: 'female', pregnancy: 'pregnant' }), pregnant, 'met'],
  [
    'lactating is not pregnant, and does not exclude it',
    patient({ pregnancy: 'lactating' }),
    pregnant,
    'notRecorded',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer gives the age at the clock, and what to record', () => {
  assert.deepEqual(askRow(['', years('17', '2009-07-01'), adult, '', '2012-07-01']).data, ['age 20']);
  assert.equal(askRow(['', years('10-19'), adult, '']).settledBy, 'record the date of birth');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [adult, 'age at least 18 years'],
  [{ age: { atLeast: 18, below: 75 } }, 'age at least 18 and below 75 years'],
  [{ sex: { is: 'female' } }, 'female patient'],
  [pregnant, 'pregnant'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
