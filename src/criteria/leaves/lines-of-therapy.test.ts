/** The number of earlier systemic lines: what is recorded is a lower bound unless the list is complete. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const courses = (...list: readonly object[]) => ({
  therapies: list.map((each, index) => ({
    id: `t${index}`,
    kind: 'systemic',
    printed: 'x',
    drugs: ['everolimus'],
    ...each,
  })),
});
const complete = { complete: [{ list: 'therapies' }] };
const atLeast = (lines: number): Criterion => ({ linesOfTherapy: { atLeast: lines } });
const atMost = (lines: number): Criterion => ({ linesOfTherapy: { atMost: lines } });

const rows: readonly AnswerRow[] = [
  ['nothing recorded', {}, atLeast(1), 'notRecorded'],
  ['none, in a complete list', complete, atLeast(1), 'unmet'],
  ['none, in a complete list, at most none', complete, atMost(0), 'met'],
  ['one course', courses({}), atLeast(1), 'met'],
  ['one course may be one of several', courses({}), atLeast(2), 'notRecorded'],
  ['one course, at most one', courses({}), atMost(1), 'notRecorded'],
  ['one course, in a complete list, at most one', { ...courses({}), ...complete }, atMost(1), 'met'],
  ['two courses, at most one', courses({}, {}), atMost(1), 'unmet'],
  ['a third line says that there were three', courses({ line: 3 }), atLeast(3), 'met'],
  [
    'two courses of one line are one line',
    { ...courses({ line: 1 }, { line: 1 }), ...complete },
    atMost(1),
    'met',
  ],
  ['a numbered and an unnumbered course', courses({ line: 1 }, {}), atLeast(2), 'met'],
  [
    'the third line and two unnumbered before it are three',
    { ...courses({ line: 3 }, {}, {}), ...complete },
    atMost(3),
    'met',
  ],
  ['surgery is no line', { ...courses({ kind: 'surgery' }), ...complete }, atMost(0), 'met'],
  ['PRRT is a line', courses({ kind: 'prrt' }), atLeast(1), 'met'],
  [
    'a course after the clock is none',
    { ...courses({ start: '2013' }), complete: [{ list: 'therapies', date: '2011' }] },
    atMost(0),
    'met',
    '2012',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer says whether the number is a lower bound', () => {
  assert.deepEqual(askRow(['', courses({}), atLeast(1), '']).data, ['at least 1 earlier systemic line']);
  assert.deepEqual(askRow(['', { ...courses({}, {}), ...complete }, atLeast(1), '']).data, [
    '2 earlier systemic lines',
  ]);
});

test('a question without a number, or between none, is refused', () => {
  for (const linesOfTherapy of [{}, { atLeast: 3, atMost: 1 }])
    assert.equal(criterion.safeParse({ linesOfTherapy }).success, false);
});

const printed: readonly (readonly [Criterion, string])[] = [
  [atLeast(2), 'at least 2 earlier systemic lines'],
  [atLeast(1), 'at least 1 earlier systemic line'],
  [{ linesOfTherapy: { atLeast: 1, atMost: 2 } }, 'at least 1 and at most 2 earlier systemic lines'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
