/**
 * Performance status as ECOG; a Karnofsky value stands for the ECOG values that it may be.
 * The scales as in Oken 1982 and Buccheri 1996: 90 and 70 lie between two ECOG values.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const ecog = (value: string, date?: string) => ({
  scale: 'ECOG',
  value,
  ...(date === undefined ? {} : { date }),
});
const kps = (value: string) => ({ performance: [{ scale: 'KPS', value }] });
const stated = (...performance: readonly object[]) => ({ performance });
const karnofsky70: Criterion = { karnofskyPercent: { atLeast: 70 } };
const upTo = (limit: number): Criterion => ({ ecog: { atMost: limit } });

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, upTo(1), 'notRecorded'],
  ['ECOG at the limit', stated(ecog('1')), upTo(1), 'met'],
  ['ECOG above', stated(ecog('2')), upTo(1), 'unmet'],
  ['ECOG 0-1', stated(ecog('0-1')), upTo(1), 'met'],
  ['ECOG 1-2', stated(ecog('1-2')), upTo(1), 'rangeSpansLimit'],
  ['the most recent counts', stated(ecog('3', '2012'), ecog('0', '2010')), upTo(1), 'unmet'],
  ['KPS 100 is ECOG 0', kps('100'), upTo(0), 'met'],
  ['KPS 90 may be ECOG 0 or 1', kps('90'), upTo(0), 'rangeSpansLimit'],
  ['KPS 90 is at most ECOG 1', kps('90'), upTo(1), 'met'],
  ['KPS 80 is ECOG 1', kps('80'), upTo(0), 'unmet'],
  ['KPS 80 is at most ECOG 1', kps('80'), upTo(1), 'met'],
  ['KPS 70 may be ECOG 1 or 2', kps('70'), upTo(1), 'rangeSpansLimit'],
  ['KPS 70 is at most ECOG 2', kps('70'), upTo(2), 'met'],
  ['KPS 60 is ECOG 2', kps('60'), upTo(1), 'unmet'],
  ['KPS 50 is ECOG 2', kps('50'), upTo(2), 'met'],
  ['KPS 40 is ECOG 3', kps('40'), upTo(2), 'unmet'],
  ['KPS 20 is ECOG 4', kps('20'), { ecog: { atLeast: 4 } }, 'met'],
  ['KPS 0 is ECOG 5', kps('0'), { ecog: { atLeast: 5 } }, 'met'],
  ['KPS 70-80 is ECOG 1 to 2', kps('70-80'), upTo(1), 'rangeSpansLimit'],
  ['KPS at least 80 is at most ECOG 1', kps('>=80'), upTo(1), 'met'],
  ['KPS below 50 is at least ECOG 2', kps('<50'), upTo(1), 'unmet'],

  ['Karnofsky not recorded', {}, karnofsky70, 'notRecorded'],
  ['KPS at the limit', kps('70'), karnofsky70, 'met'],
  ['KPS below', kps('60'), karnofsky70, 'unmet'],
  ['ECOG 0 is KPS 90 or 100', stated(ecog('0')), { karnofskyPercent: { atLeast: 90 } }, 'met'],
  ['ECOG 1 is KPS 70 to 90', stated(ecog('1')), karnofsky70, 'met'],
  ['ECOG 1 may be KPS 90', stated(ecog('1')), { karnofskyPercent: { atLeast: 90 } }, 'rangeSpansLimit'],
  ['ECOG 2 may be KPS 70', stated(ecog('2')), karnofsky70, 'rangeSpansLimit'],
  ['ECOG 2 is at least KPS 50', stated(ecog('2')), { karnofskyPercent: { atLeast: 50 } }, 'met'],
  ['ECOG 3 is below KPS 50', stated(ecog('3')), { karnofskyPercent: { below: 50 } }, 'met'],
  ['ECOG at most 1 is at least KPS 70', stated(ecog('<=1')), karnofsky70, 'met'],
  ['ECOG at least 3 is below KPS 50', stated(ecog('>=3')), { karnofskyPercent: { below: 50 } }, 'met'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer shows the scale that was recorded, and asks for ECOG', () => {
  assert.deepEqual(askRow(['', kps('70'), upTo(1), '']).data, ['KPS 70']);
  assert.equal(askRow(['', kps('70'), upTo(1), '']).settledBy, 'record the performance status as ECOG');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [upTo(2), 'ECOG at most 2'],
  [karnofsky70, 'Karnofsky at least 70%'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
