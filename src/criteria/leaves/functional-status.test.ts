/** Whether the tumour is functioning, and with which syndrome. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const stated = (...functionality: readonly object[]) => ({ functionality });
const functioning: Criterion = { functionalStatus: { is: 'functioning' } };
const silent: Criterion = { functionalStatus: { is: 'nonFunctioning' } };
const gastrinoma: Criterion = { functionalStatus: { is: 'functioning', syndrome: 'gastrinoma' } };

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, functioning, 'notRecorded'],
  ['unknown', stated({ status: 'unknown' }), silent, 'notRecorded'],
  ['functioning', stated({ status: 'functioning' }), functioning, 'met'],
  ['functioning is not silent', stated({ status: 'functioning' }), silent, 'unmet'],
  ['non-functioning', stated({ status: 'nonFunctioning' }), silent, 'met'],
  ['with the syndrome asked', stated({ status: 'functioning', syndrome: 'gastrinoma' }), gastrinoma, 'met'],
  ['with another syndrome', stated({ status: 'functioning', syndrome: 'insulinoma' }), gastrinoma, 'unmet'],
  ['with a syndrome not named', stated({ status: 'functioning' }), gastrinoma, 'notRecorded'],
  [
    'silent, later functioning',
    stated({ status: 'functioning', date: '2012' }, { status: 'nonFunctioning', date: '2010' }),
    functioning,
    'met',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('what would settle it', () => {
  assert.equal(
    askRow(['', stated({ status: 'functioning' }), gastrinoma, '']).settledBy,
    'name the syndrome',
  );
});

const printed: readonly (readonly [Criterion, string])[] = [
  [functioning, 'functioning tumour'],
  [silent, 'non-functioning tumour'],
  [gastrinoma, 'functioning tumour (gastrinoma)'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
