/** A course of treatment and a decision at several clocks: what came of them is seen only when it was known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePatientDate } from '../units/index.ts';
import { recordWith } from './example-cases.fixture.ts';
import { type CaseRecord, type CutCase, cutCase } from './index.ts';

function cutAt(record: CaseRecord, text: string): CutCase {
  const parsed = parsePatientDate(text);
  assert.ok(parsed.ok, text);
  return cutCase(record, { kind: 'at', date: parsed.value, label: text });
}

const courseCase = recordWith({
  therapies: [
    {
      id: 'a',
      kind: 'systemic',
      printed: 'imatinib 400 mg',
      drugs: ['imatinib'],
      start: '2012-07',
      end: '2013-02',
      cycles: '7',
      durationMonths: '7',
      stopReason: 'progression',
      note: 'Stopped for progression.',
      doseEvents: [{ event: 'reduction', reason: 'oedema', date: '2012-09' }],
      outcomes: [
        { response: 'PR', date: '2012-10' },
        { response: 'PD', date: '2013-02' },
      ],
    },
    {
      id: 'b',
      kind: 'systemic',
      printed: 'octreotide',
      drugs: ['octreotide'],
      start: '2011',
      stopReason: 'toxicity',
    },
  ],
});

const courseRows: readonly (readonly [string, readonly string[], string, string[], number])[] = [
  ['2012-06', ['b'], 'unstated', [], 0],
  ['2012-07', ['a', 'b'], 'unstated', [], 0],
  ['2012-10', ['a', 'b'], 'unstated', ['PR'], 1],
  ['2013-01', ['a', 'b'], 'unstated', ['PR'], 1],
  ['2013-02', ['a', 'b'], 'progression', ['PR', 'PD'], 1],
];
for (const [clock, courses, stopReason, responses, doseEvents] of courseRows) {
  test(`a course at ${clock}: ${courses.join(' and ')} begun, stopped for ${stopReason}, [${responses.join(', ')}]`, () => {
    const { record } = cutAt(courseCase, clock);
    assert.deepEqual(
      record.therapies.map(({ id }) => id),
      courses,
    );
    const course = record.therapies.find(({ id }) => id === 'a');
    if (course === undefined) return;
    assert.equal(course.stopReason, stopReason);
    assert.deepEqual(
      course.outcomes.map(({ response }) => response),
      responses,
    );
    assert.equal(course.doseEvents.length, doseEvents);
    const isOver = stopReason !== 'unstated';
    for (const field of ['end', 'cycles', 'durationMonths', 'note'] as const)
      assert.equal(course[field] !== undefined, isOver, field);
  });
}

test('a reason for stopping without a date is not seen, and is counted', () => {
  const { record, left } = cutAt(courseCase, '2013-02');
  assert.equal(record.therapies.find(({ id }) => id === 'b')?.stopReason, 'unstated');
  assert.deepEqual(left.undated, [{ list: 'therapies.end', count: 1 }]);
});

test('a decision is seen without what came of it later', () => {
  const decided = recordWith({
    decisions: [
      {
        id: 'd',
        recommendation: 'imatinib',
        date: '2012-07',
        signatures: [
          { by: 'A', role: 'oncologist', date: '2012-07' },
          { by: 'B', role: 'pathologist', date: '2012-09' },
        ],
        implemented: { status: 'yes', date: '2012-08' },
        outcome: { printed: 'response', date: '2012-10' },
      },
    ],
  });
  const [decision] = cutAt(decided, '2012-07').record.decisions;
  assert.deepEqual(
    decision?.signatures.map(({ by }) => by),
    ['A'],
  );
  assert.deepEqual([decision?.implemented, decision?.outcome], [undefined, undefined]);
  assert.equal(cutAt(decided, '2012-07').left.later, 3);
  assert.equal(cutAt(decided, '2012-08').record.decisions[0]?.implemented?.status, 'yes');
});

test('cutting twice at one clock changes nothing, and the record that was cut is left as it was', () => {
  const before = JSON.stringify(courseCase);
  const once = cutAt(courseCase, '2012-10').record;
  assert.deepEqual(cutAt(once, '2012-10').record, once);
  assert.equal(JSON.stringify(courseCase), before);
});
