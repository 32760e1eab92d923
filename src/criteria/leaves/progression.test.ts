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

const onOngoing: Criterion = { progression: { onOngoing: true } };
const ongoing = (more: object = {}) => ({
  id: 'now',
  kind: 'systemic',
  printed: 'entrectinib',
  drugs: ['entrectinib'],
  start: '2012-02-01',
  ongoing: '2012-06-01',
  ...more,
});
const under = (course: object, ...more: readonly object[]) => ({ therapies: [course, ...more] });
const over = {
  id: 'past',
  kind: 'systemic',
  printed: 'x',
  start: '2010',
  end: '2011',
  stopReason: 'progression',
};
const pd = (date?: string) => ({ outcomes: [{ response: 'PD', ...(date === undefined ? {} : { date }) }] });

const ongoingRows: readonly AnswerRow[] = [
  ['nothing recorded', {}, onOngoing, 'notRecorded'],
  ['a progression and no ongoing treatment recorded', grew('2012-03'), onOngoing, 'notRecorded'],
  ['a treatment that is over', { ...grew('2012-03'), ...under(over) }, onOngoing, 'notRecorded'],
  [
    'every treatment of a complete list is over',
    { ...grew('2012-03'), ...under(over), complete: [{ list: 'therapies' }] },
    onOngoing,
    'unmet',
  ],
  ['progression after its start', { ...grew('2012-03'), ...under(ongoing()) }, onOngoing, 'met'],
  ['progression on the day of its start', { ...grew('2012-02-01'), ...under(ongoing()) }, onOngoing, 'met'],
  ['progression before its start', { ...grew('2011-12'), ...under(ongoing()) }, onOngoing, 'unmet'],
  [
    'progression under the treatment before',
    under(ongoing(), { ...over, ...pd('2011') }),
    onOngoing,
    'unmet',
  ],
  [
    'one before and one after',
    { ...grew('2012-03'), ...under(ongoing(), { ...over, ...pd('2011') }) },
    onOngoing,
    'met',
  ],
  [
    'progression in the year of its start',
    { ...grew('2012'), ...under(ongoing()) },
    onOngoing,
    'dateUnknown',
  ],
  ['progression without a date', { ...grew(), ...under(ongoing()) }, onOngoing, 'dateUnknown'],
  ['its own outcome, without a date', under(ongoing(pd())), onOngoing, 'met'],
  [
    'on another axis of time',
    { ...grew('day 30'), anchor: { event: 'the operation' }, ...under(ongoing()) },
    onOngoing,
    'dateUnknown',
  ],
  ['no progression recorded', under(ongoing()), onOngoing, 'notRecorded'],
  [
    'stable since its start',
    {
      extent: [{ extent: 'metastatic', growth: { status: 'stable' }, date: '2012-05' }],
      ...under(ongoing()),
    },
    onOngoing,
    'unmet',
  ],
  [
    'stable before its start says nothing of it',
    { extent: [{ extent: 'metastatic', growth: { status: 'stable' }, date: '2011' }], ...under(ongoing()) },
    onOngoing,
    'notRecorded',
  ],
  [
    'after the start of one of two',
    { ...grew('2012-03'), ...under(ongoing(), ongoing({ id: 'new', start: '2012-05' })) },
    onOngoing,
    'met',
  ],
  [
    'waiting is no treatment',
    { ...grew('2012-03'), ...under(ongoing({ kind: 'observation', drugs: [] })) },
    onOngoing,
    'notRecorded',
  ],
  [
    'at a board before its end',
    { ...grew('2012-03'), ...under({ ...over, start: '2012-02-01', end: '2013-05' }) },
    onOngoing,
    'met',
    '2012-07',
  ],
  [
    'on it, outside the window',
    { ...grew('2012-03'), ...under(ongoing()) },
    { progression: { onOngoing: true, withinMonths: 1 } },
    'unmet',
    '2012-07',
  ],
  [
    'on it, within the window',
    { ...grew('2012-03'), ...under(ongoing()) },
    { progression: { onOngoing: true, withinMonths: 12 } },
    'met',
    '2012-07',
  ],
];

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

for (const row of [...rows, ...ongoingRows]) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer shows the progression and the treatment', () => {
  const row: AnswerRow = ['', { ...grew('2012-03'), ...under(ongoing()) }, onOngoing, ''];
  assert.deepEqual(askRow(row).data, ['progressive disease', 'entrectinib, going on']);
});

test('what would settle it', () => {
  assert.equal(askRow(['', {}, ever, '']).settledBy, 'compare with earlier imaging');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [ever, 'progressive disease'],
  [within12, 'progression within 12 months'],
  [onOngoing, 'progression during the ongoing treatment'],
  [
    { progression: { onOngoing: true, withinMonths: 12 } },
    'progression within 12 months during the ongoing treatment',
  ],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
