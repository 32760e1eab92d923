import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { civilDay, dayNumber, daysInMonth, formatDay } from './civil-day.ts';

const dayMilliseconds = 86_400_000;
const anyDay = fc.integer({ min: -40_000, max: 60_000 });

test('day numbers are those of ECMAScript dates in UTC', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = new Date(day * dayMilliseconds);
      assert.deepEqual(civilDay(day), {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      assert.equal(dayNumber(civilDay(day)), day);
      assert.equal(formatDay(day), date.toISOString().slice(0, 10));
    }),
  );
});

test('months have the days of the Gregorian calendar', () => {
  for (const year of [1900, 1999, 2000, 2012, 2023, 2100])
    for (let month = 1; month <= 12; month += 1)
      assert.equal(
        daysInMonth(year, month),
        new Date(Date.UTC(year, month, 0)).getUTCDate(),
        `${year}-${month}`,
      );
});

test('a day that is not whole is a fault', () => {
  assert.throws(() => formatDay(0.5), RangeError);
  assert.throws(() => formatDay(Number.NaN), RangeError);
});
