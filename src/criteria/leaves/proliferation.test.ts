/** Ki-67 and mitoses against a limit: a range has to lie on one side, and so has every count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const counts = (...percents: readonly string[]) => ({
  pathology: percents.map((percent, index) => ({ id: `p${index}`, ki67: [{ status: 'counted', percent }] })),
});
const status = (of: string) => ({ pathology: [{ id: 'p', ki67: [{ status: of }] }] });
const above55: Criterion = { ki67Percent: { above: 55 } };
const upTo20: Criterion = { ki67Percent: { atMost: 20 } };
const mitoses = (count: string, per: object = { areaMm2: 2 }) => ({
  diagnoses: [{ id: 'd', printed: 'neuroendocrine tumour', year: 2020 }],
  primary: [{ site: 'pancreas', certainty: 'established' }],
  pathology: [{ id: 'p', differentiation: 'well', mitoses: [{ status: 'counted', count, per }] }],
});
const upTo2: Criterion = { mitosesPer2mm2: { below: 2 } };

const rows: readonly AnswerRow[] = [
  ['not counted', {}, above55, 'notRecorded'],
  ['failed', status('failed'), above55, 'failedOrInsufficient'],
  ['pending', status('pending'), above55, 'pending'],
  ['not tested', status('notTested'), above55, 'notRecorded'],
  ['at the limit', counts('20%'), upTo20, 'met'],
  ['above the limit', counts('20.1%'), upTo20, 'unmet'],
  ['censored below the limit', counts('<3%'), upTo20, 'met'],
  ['censored above the limit', counts('>50%'), upTo20, 'unmet'],
  ['45-70% against 55%', counts('45-70%'), above55, 'rangeSpansLimit'],
  ['60-70% against 55%', counts('60-70%'), above55, 'met'],
  ['45-55% against 55%', counts('45-55%'), above55, 'unmet'],
  ['two counts on one side', counts('5%', '15%'), upTo20, 'met'],
  ['two counts on two sides', counts('5%', '40%'), upTo20, 'rangeSpansLimit'],
  [
    'a count beside one that failed',
    { pathology: [{ id: 'p', ki67: [{ status: 'failed' }, { status: 'counted', percent: '5%' }] }] },
    upTo20,
    'met',
  ],

  ['mitoses not counted', {}, upTo2, 'notRecorded'],
  ['1 per 2 mm2', mitoses('1'), upTo2, 'met'],
  ['2 per 2 mm2', mitoses('2'), upTo2, 'unmet'],
  ['1 per 1 mm2 is 2 per 2 mm2', mitoses('1', { areaMm2: 1 }), upTo2, 'unmet'],
  ['10 per 20 mm2 is 1 per 2 mm2', mitoses('10', { areaMm2: 20 }), upTo2, 'met'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer shows the counts as printed, and what to count', () => {
  assert.deepEqual(askRow(['', counts('45%-70%'), above55, '']).data, ['Ki-67 45%-70%']);
  assert.equal(
    askRow(['', {}, above55, '']).settledBy,
    'count Ki-67 in at least 500 cells of an adequate specimen',
  );
  assert.deepEqual(askRow(['', mitoses('1'), upTo2, '']).data, ['mitoses 1']);
});

const printed: readonly (readonly [Criterion, string])[] = [
  [above55, 'Ki-67 above 55%'],
  [{ ki67Percent: { above: 20, atMost: 55 } }, 'Ki-67 above 20% and at most 55%'],
  [upTo2, 'mitoses below 2 per 2 mm2'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
