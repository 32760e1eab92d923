import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedTimeValue, readPrintedLimits } from './printed-interval.ts';

const ends = (text: string) => {
  const limits = readPrintedLimits(text);
  return limits === undefined ? undefined : [limits.lower.value, limits.upper.value, limits.upper.open];
};

test('two limits as papers print them', () => {
  assert.deepEqual(ends('5–36+'), [5, 36, true]);
  assert.deepEqual(ends('11.7–25'), [11.7, 25, false]);
  assert.deepEqual(ends('range, 2–9 months'), [2, 9, false]);
  assert.deepEqual(ends('range, 3.5 to 17 months'), [3.5, 17, false]);
  assert.deepEqual(ends('8.9 months–NE'), [8.9, undefined, true]);
  assert.deepEqual(ends('95% CI 17.80–64.60'), [17.8, 64.6, false]);
  assert.deepEqual(ends('(95% CI 1.29-3.20)'), [1.29, 3.2, false]);
  for (const none of ['NA', 'range NA', '', '5', 'up to 12', '2–9–11'])
    assert.equal(ends(none), undefined, none);
});

test('a time that is still running is a bound', () => {
  assert.deepEqual(printedTimeValue('36+'), { value: 36, open: true });
  assert.deepEqual(printedTimeValue('6.50'), { value: 6.5, open: false });
  assert.equal(printedTimeValue('NR'), undefined);
});
