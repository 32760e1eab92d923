/** Stage at its most recent statement; metastatic disease is stage IV. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const extent = (...list: readonly object[]) => ({ extent: list });
const late: Criterion = { stage: { is: ['III', 'IV'] } };

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, late, 'notRecorded'],
  ['stage III', extent({ extent: 'locallyAdvanced', stage: 'III' }), late, 'met'],
  ['stage I', extent({ extent: 'localised', stage: 'I' }), late, 'unmet'],
  ['metastatic without a stage', extent({ extent: 'metastatic' }), late, 'met'],
  ['metastatic is not stage II', extent({ extent: 'metastatic' }), { stage: { is: ['II'] } }, 'unmet'],
  ['localised without a stage', extent({ extent: 'localised' }), late, 'notRecorded'],
  [
    'stage II, later metastatic',
    extent({ extent: 'localised', stage: 'II', date: '2005' }, { extent: 'metastatic', date: '2012' }),
    late,
    'met',
  ],
  [
    'metastatic, with an older stage after it in the file',
    extent({ extent: 'metastatic', date: '2012' }, { extent: 'localised', stage: 'II', date: '2005' }),
    late,
    'met',
  ],
  [
    'metastatic, then a stage printed again',
    extent({ extent: 'metastatic', stage: 'IV', date: '2005' }, { extent: 'unknown', date: '2012' }),
    late,
    'met',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer shows the stage', () => {
  assert.deepEqual(askRow(['', extent({ extent: 'localised', stage: 'I' }), late, '']).data, ['stage I']);
  assert.deepEqual(askRow(['', extent({ extent: 'metastatic' }), late, '']).data, ['metastatic disease']);
});

const printed: readonly (readonly [Criterion, string])[] = [[late, 'stage III or IV']];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
