/** What may stand after `--at`, and the age of the patient there. */
import assert from 'node:assert/strict';
import * as files from 'node:fs';
import { test } from 'node:test';
import { exitCodeOf } from '../reading/index.ts';
import { exampleFiles, readGood, recordWith } from './example-cases.fixture.ts';
import { ageAtClock, type CaseRecord, type Clock, clockAt } from './index.ts';

const calendarCase = recordWith({
  decisionPoints: [
    { id: 'first-visit', date: '2011-03', label: 'First visit', question: 'What is it?' },
    { id: '2012-07', date: '2012-07-15', label: 'Board', question: 'Which treatment?' },
  ],
});
const dayCase = recordWith({
  anchor: { event: 'start of imatinib' },
  decisionPoints: [{ id: 'before', date: 'day -1', label: 'Before', question: 'Which?' }],
});

const good: readonly (readonly [string, CaseRecord, string, string, string])[] = [
  ['a decision point by its id', calendarCase, 'first-visit', '2011-03', 'First visit'],
  ['an id that looks like a date is the decision point', calendarCase, '2012-07', '2012-07-15', 'Board'],
  ['a month', calendarCase, '2012-06', '2012-06', '2012-06'],
  ['a day', calendarCase, '2012-06-15', '2012-06-15', '2012-06-15'],
  ['some time up to a year', calendarCase, '..2012', '..2012', '..2012'],
  ['a day from the anchor', dayCase, 'day 28', 'day 28', 'day 28'],
];
for (const [name, record, text, date, label] of good) {
  test(`${name}: ${text}`, () => {
    const { value, issues } = clockAt(record, text);
    assert.deepEqual(issues, []);
    assert.ok(value?.kind === 'at');
    assert.deepEqual([value.date.printed, value.label], [date, label]);
  });
}

test('nothing after it: the whole record', () => {
  assert.deepEqual(clockAt(calendarCase, undefined), { value: { kind: 'now' }, issues: [] });
});

const bad: readonly (readonly [string, CaseRecord, string, RegExp])[] = [
  [
    'an unknown event',
    calendarCase,
    'second-visit',
    /"second-visit" is neither .* Its decision points: first-visit, 2012-07\./,
  ],
  ['a date without an end', calendarCase, '2012-06..', /neither a date nor a decision point/],
  ['nothing but spaces', calendarCase, ' ', /neither a date nor a decision point/],
  [
    'an event of a record without any',
    recordWith({}),
    'board',
    /The record has no decision points: give a date\./,
  ],
  [
    'a calendar date for a record in days',
    dayCase,
    '2012-07',
    /count days from the start of imatinib: write one as "day 28"\. Its decision points: before\./,
  ],
  [
    'a day for a record on the calendar',
    calendarCase,
    'day 28',
    /stand on the calendar: write one as "2012-07"/,
  ],
];
for (const [name, record, text, says] of bad) {
  test(`${name}: ${text}`, () => {
    const { value, issues } = clockAt(record, text);
    assert.equal(value, undefined);
    assert.equal(issues.length, 1);
    assert.equal(issues[0]?.code, 'decision-point-unknown');
    assert.equal(exitCodeOf('decision-point-unknown'), 4);
    assert.match(issues[0]?.message ?? '', says);
  });
}

test('an anchor with a calendar date takes both', () => {
  const record = recordWith({
    anchor: { event: 'start', calendar: '2012-07-01' },
    symptoms: [{ term: 'pain', status: 'present', date: 'day 3' }],
  });
  for (const text of ['2012-07', 'day 3']) assert.equal(clockAt(record, text).value?.kind, 'at');
});

test('paper 000 at a month: the board of July 2012', () => {
  const file = exampleFiles(files).find(({ name }) => name === 'net-kit-exon11.yaml');
  const { value } = clockAt(readGood(file?.text ?? '', 'net-kit-exon11.yaml').record, '2012-07');
  assert.equal(value?.kind, 'at');
});

const at = (record: CaseRecord, text: string): Clock => {
  const { value } = clockAt(record, text);
  assert.ok(value !== undefined, text);
  return value;
};
const born = (patient: object, more: object = {}) =>
  recordWith({ patient: { sex: 'female', ...patient }, ...more });
const anchored = { anchor: { event: 'start', calendar: '2012-07-01' } };

/** [what is recorded, the record, the clock, the age printed]. */
const ages: readonly (readonly [string, CaseRecord, string | undefined, string | undefined])[] = [
  ['no age', born({}), '2012', undefined],
  ['a day of birth', born({ birth: '1961-03-15' }), '2012-03-14', '50'],
  ['a day of birth, on the birthday', born({ birth: '1961-03-15' }), '2012-03-15', '51'],
  ['a year of birth', born({ birth: '1961' }), '2012-06-01', '50-51'],
  ['an age without a date', born({ age: { years: '28' } }), '2012', '28'],
  ['an age, at the same month', born({ age: { years: '48', date: '2009-08-01' } }), '2009-08-01', '48'],
  ['an age, three years later', born({ age: { years: '48', date: '2009-08-01' } }), '2012-08-01', '51'],
  [
    'an age, on some day of a later month',
    born({ age: { years: '48', date: '2009-08' } }),
    '2012-07',
    '50-51',
  ],
  ['an age, before it was printed', born({ age: { years: '48', date: '2009-08-01' } }), '2008-08-01', '47'],
  ['a decade, ten years later', born({ age: { years: '40-49', date: '2000-01-01' } }), '2010-01-01', '50-59'],
  [
    'an age at least, ten years later',
    born({ age: { years: '>=70', date: '2000-01-01' } }),
    '2010-01-01',
    '80 or more',
  ],
  ['an age, now', born({ age: { years: '48', date: '2009-08' } }), undefined, '48'],
  ['a day of birth that lies after the clock', born({ birth: '2015' }), '2012', undefined],
  [
    'an age on the calendar, the clock in days',
    born({ age: { years: '48', date: '2012-07-01' } }, anchored),
    'day 365',
    '49',
  ],
];
for (const [name, record, clock, expected] of ages) {
  test(`age: ${name}: ${expected ?? 'none'}`, () => {
    const when: Clock = clock === undefined ? { kind: 'now' } : at(record, clock);
    assert.equal(ageAtClock(record, when)?.printed, expected);
  });
}

test('a date that is not in the calendar is said to be impossible', () => {
  const { value, issues } = clockAt(calendarCase, '2012-02-30');
  assert.equal(value, undefined);
  assert.equal(issues[0]?.code, 'impossible-date');
});
