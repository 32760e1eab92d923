/** Products of decimals: exact, and rounded half up to whole milligrams. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { milligramsOf } from './milligrams.ts';

const products = [
  [[130, 1.8], 234, 234],
  [[130, 1.85], 240.5, 241],
  [[45, 1.73], 77.85, 78],
  [[100, 1.005], 100.5, 101],
  [[2, 70.25], 140.5, 141],
  [[37.5], 37.5, 38],
  [[400, 1, 2, 28], 22_400, 22_400],
  [[0.1, 0.2, 3], 0.06, 0],
] as const;

for (const [factors, exactMg, roundedMg] of products) {
  test(`${factors.join(' * ')} mg`, () => {
    assert.deepEqual(milligramsOf(...factors), { exactMg, roundedMg });
  });
}

test('any product of hundredths is the one of whole numbers', () => {
  const hundredths = fc.integer({ min: 1, max: 300_000 });
  fc.assert(
    fc.property(hundredths, hundredths, (a, b) => {
      const whole = BigInt(a) * BigInt(b);
      const { exactMg, roundedMg } = milligramsOf(a / 100, b / 100);
      assert.equal(exactMg, Number(whole) / 10_000);
      assert.equal(BigInt(roundedMg), (whole + 5000n) / 10_000n);
    }),
  );
});

for (const factor of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e-7, 1e21]) {
  test(`${factor} is no factor of a dose`, () => {
    assert.throws(() => milligramsOf(100, factor), RangeError);
  });
}
