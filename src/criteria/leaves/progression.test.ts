/** Progressive disease, ever or within a window before the board. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const grew = (date?: string) => ({
  extent: [
    { extent: 'metastatic', growth: { status: 'progressing' }, ...(date === undefined ? {} : { date }) },
  ],
});
const outcome = (response: string, date: string) => ({
  therapies: [
    {
      id: 'a',
      kind: 'systemic',
      printed: 'x',
      drugs: ['everolimus'],
      start: '2010',
      outcomes: [{ response, date }],
    },
  ],
});
const ever: Criterion = { progression: {} };
const within12: Criterion = { progression: { withinMonths: 12 } };

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, ever, 'notRecorded'],
  ['growth stated', grew(), ever, 'met'],
  ['stable stated', { extent: [{ extent: 'metastatic', growth: { status: 'stable' } }] }, ever, 'unmet'],
  ['progression under treatment', outcome('PD', '2012'), ever, 'met'],
  ['response under treatment says nothing of it', outcome('PR', '2012'), ever, 'notRecorded'],
  [
    'progression by assessment',
    { assessments: [{ id: 'a', criteria: 'RECIST 1.1', response: 'PD', date: '2012' }] },
    ever,
    'met',
  ],
  ['within the window', grew('2012-01-15'), within12, 'met', '2012-07-01'],
  ['before the window', grew('2010-01'), within12, 'unmet', '2012-07'],
  [
    'the most recent progression counts',
    { ...grew('2012-06'), ...outcome('PD', '2010') },
    within12,
    'met',
    '2012-07',
  ],
  ['across the edge of the window', grew('2011'), within12, 'dateUnknown', '2012-07'],
  ['a window without a clock', grew('2012-01'), within12, 'dateUnknown'],
  ['progression after the clock', grew('2013'), ever, 'notRecorded', '2012-07'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('what would settle it', () => {
  assert.equal(askRow(['', {}, ever, '']).settledBy, 'compare with earlier imaging');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [ever, 'progressive disease'],
  [within12, 'progression within 12 months'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
