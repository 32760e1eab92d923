/** Time from the end of the last platinum to the progression after it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const courses = (...list: readonly object[]) => ({
  therapies: list.map((each, index) => ({
    id: `t${index}`,
    kind: 'systemic',
    printed: 'platinum-etoposide',
    start: '2010',
    drugs: ['cisplatin', 'etoposide'],
    ...each,
  })),
});
const complete = { complete: [{ list: 'therapies' }] };
const progressed = (end: string, date: string) => ({ end, outcomes: [{ response: 'PD', date }] });
const sensitive: Criterion = { platinumFreeIntervalMonths: { atLeast: 3 } };
const resistant: Criterion = { platinumFreeIntervalMonths: { below: 3 } };

const rows: readonly AnswerRow[] = [
  ['nothing recorded', {}, sensitive, 'notRecorded'],
  [
    'no platinum, in a complete list',
    { ...courses({ drugs: ['everolimus'] }), ...complete },
    sensitive,
    'unmet',
  ],
  [
    'a treatment not named, in a complete list',
    { ...courses({ drugs: [] }), ...complete },
    sensitive,
    'notRecorded',
  ],
  ['progression six months later', courses(progressed('2011-01-01', '2011-07-01')), sensitive, 'met'],
  ['progression two months later', courses(progressed('2011-01-01', '2011-03-01')), sensitive, 'unmet'],
  [
    'progression two months later is resistant',
    courses(progressed('2011-01-01', '2011-03-01')),
    resistant,
    'met',
  ],
  [
    'progression at the end is resistant',
    courses({ end: '2011-01', stopReason: 'progression' }),
    resistant,
    'met',
  ],
  ['progression at the end, no date needed', courses({ stopReason: 'progression' }), sensitive, 'unmet'],
  ['dates that leave it open', courses(progressed('2011', '2011-07')), sensitive, 'dateUnknown'],
  ['no progression yet', courses({ end: '2011-01', stopReason: 'completed' }), sensitive, 'dateUnknown'],
  ['no end recorded', courses({ outcomes: [{ response: 'PD', date: '2011' }] }), sensitive, 'notRecorded'],
  [
    'carboplatin is a platinum',
    courses({ ...progressed('2011-01-01', '2011-07-01'), drugs: ['carboplatin'] }),
    sensitive,
    'met',
  ],
  [
    'the platinum that ended last counts, wherever it stands',
    courses(progressed('2012-01-01', '2012-07-01'), progressed('2011-01-01', '2011-02-01')),
    sensitive,
    'met',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the course, and what to record', () => {
  const asked = askRow(['', courses({ end: '2011-01', stopReason: 'completed' }), sensitive, '']);
  assert.deepEqual(asked.data, ['platinum-etoposide']);
  assert.equal(asked.settledBy, 'record when the platinum ended and when the disease progressed after it');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [sensitive, 'platinum-free interval at least 3 months'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
