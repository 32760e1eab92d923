import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  certainlyAtOrBefore,
  compareDates,
  type DateOrder,
  daysBetween,
  monthsFromDays,
  shiftToCalendar,
} from './date-order.ts';
import { formatPatientDate, type PatientDate, parsePatientDate } from './patient-date.ts';

function date(text: string): PatientDate {
  const read = parsePatientDate(text);
  assert.ok(read.ok, text);
  return read.value;
}

const orders: readonly [a: string, b: string, DateOrder][] = [
  ['2012-05', '2012-06', 'before'],
  ['2012-06', '2012-05', 'after'],
  ['2012-06-15', '2012-06-15', 'same'],
  ['2012-06', '2012-06', 'overlapping'],
  ['2012', '2012-06-15', 'overlapping'],
  ['..2012-06', '2012-07', 'before'],
  ['2012-06..', '2012-07', 'overlapping'],
  ['2012-06..', '2012-05', 'after'],
  ['day 1', 'day 2', 'before'],
  ['day 28', '2012', 'incomparable'],
];
for (const [a, b, order] of orders)
  test(`${a} against ${b} is ${order}`, () => assert.equal(compareDates(date(a), date(b)), order));

const clocks: readonly [text: string, clock: string, boolean | 'incomparable'][] = [
  ['2012-06', '2012-07', true],
  ['2012-07', '2012-07', true],
  ['2012-07-31', '2012-07', true],
  ['2012-08', '2012-07', false],
  ['2012', '2012-07', false],
  ['..2012-06', '2012-07', true],
  ['2012-06..', '2012-07', false],
  ['2012-06', '2012-07..', false],
  ['2012-06..', '2012-07..', false],
  ['day 28', 'day 28', true],
  ['day 28', '2012-07', 'incomparable'],
];
for (const [text, clock, seen] of clocks)
  test(`a clock at ${clock} and an event at ${text}: ${seen}`, () =>
    assert.equal(certainlyAtOrBefore(date(text), date(clock)), seen));

const shifts: readonly [text: string, anchor: string, on: string][] = [
  ['day 28', '2009-08-01', '2009-08-29'],
  ['day 28', '2009-08', '2009-08-29..2009-09-28'],
  ['day 21..28', '2009-08', '2009-08-22..2009-09-28'],
  ['day -1', '2012-03-01', '2012-02-29'],
  ['day 57..', '2012-01-01', '2012-02-27..'],
  ['day 1', '..2012-06-01', '..2012-06-02'],
  ['2012-06', '2009-08', '2012-06'],
];
for (const [text, anchor, on] of shifts)
  test(`${text} from ${anchor} is ${on}`, () => {
    const shifted = shiftToCalendar(date(text), date(anchor));
    assert.equal(formatPatientDate(shifted), on);
    assert.equal(shifted.printed, text);
  });

test('an anchor that is not on the calendar moves nothing', () => {
  assert.deepEqual(shiftToCalendar(date('day 3'), date('day 5')), date('day 3'));
});

test('distances have both bounds, and none across axes', () => {
  assert.deepEqual(daysBetween(date('2012-06-01'), date('2012-06-15')), { least: 14, most: 14 });
  assert.deepEqual(daysBetween(date('2012-06'), date('2012-07-01')), { least: 1, most: 30 });
  assert.deepEqual(daysBetween(date('2012-06..'), date('2012-07-01')), { least: null, most: 30 });
  assert.deepEqual(daysBetween(date('day 0'), date('day -14')), { least: -14, most: -14 });
  assert.equal(daysBetween(date('day 0'), date('2012')), 'incomparable');
});

test('a month is 365.25 / 12 days', () => {
  assert.equal(monthsFromDays(365.25), 12);
  assert.equal(monthsFromDays(0), 0);
});

const interval = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20), fc.constantFrom('none', 'low', 'high'))
  .map(
    ([start, length, open]): PatientDate => ({
      axis: 'anchor',
      earliest: open === 'low' ? null : start,
      latest: open === 'high' ? null : start + length,
      printed: '',
    }),
  );
const opposite: Readonly<Record<DateOrder, DateOrder>> = {
  before: 'after',
  after: 'before',
  same: 'same',
  overlapping: 'overlapping',
  incomparable: 'incomparable',
};

test('order is antisymmetric and transitive, and never contradicts the days', () => {
  fc.assert(
    fc.property(interval, interval, interval, (a, b, c) => {
      assert.equal(compareDates(b, a), opposite[compareDates(a, b)]);
      if (compareDates(a, b) === 'before' && compareDates(b, c) === 'before')
        assert.equal(compareDates(a, c), 'before');
      const between = daysBetween(a, b);
      assert.notEqual(between, 'incomparable');
      if (between === 'incomparable') return;
      assert.equal(compareDates(a, b) === 'before', between.least !== null && between.least > 0);
      if (compareDates(a, b) === 'before' && b.latest !== null) assert.equal(certainlyAtOrBefore(a, b), true);
    }),
  );
});

test('days between are the negative of the way back', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const there = daysBetween(a, b);
      const back = daysBetween(b, a);
      assert.ok(there !== 'incomparable' && back !== 'incomparable');
      const negative = (value: number | null) => (value === null ? null : 0 - value);
      assert.deepEqual(there, { least: negative(back.most), most: negative(back.least) });
    }),
  );
});
