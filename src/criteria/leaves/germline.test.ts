/** Whether an alteration is germline: a tumour-only result leaves it unknown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, evaluate, printCriterion } from '../index.ts';
import { type AnswerRow, askRow, subjectWith } from '../subject.fixture.ts';

const brca = (origin: string, more: object = {}) => ({
  findings: [{ id: 'b', gene: 'ATM', alteration: 'R337C', status: 'positive', origin, ...more }],
});
const germline: Criterion = { germline: { genes: ['BRCA2', 'ATM'] } };

const rows: readonly AnswerRow[] = [
  ['nothing found', {}, germline, 'notRecorded'],
  ['germline', brca('germline'), germline, 'met'],
  ['somatic', brca('somatic'), germline, 'unmet'],
  ['origin unknown', brca('unknown'), germline, 'notRecorded'],
  ['stated as not tested', brca('unknown', { status: 'notTested' }), germline, 'notTested'],
  ['negative', brca('germline', { status: 'negative' }), germline, 'notRecorded'],
  ['another gene', brca('germline'), { germline: { genes: ['MEN1'] } }, 'notRecorded'],
  ['the gene in small letters', brca('germline'), { germline: { genes: ['atm'] } }, 'met'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the test that would settle it, and the topic', () => {
  assert.equal(askRow(['', {}, germline, '']).settledBy, 'test BRCA2, ATM in blood');
  assert.equal(askRow(['', brca('unknown'), germline, '']).settledBy, 'test the same alteration in blood');
  assert.equal(evaluate(germline, subjectWith()).leaf?.topic, 'germline:BRCA2');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [germline, 'germline alteration of BRCA2 or ATM'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
