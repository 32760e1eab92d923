import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type NumericRange, parseNumericRange } from './numeric-range.ts';
import { type ComparisonOperator, compareRange, divideRange, scaleRange } from './range-comparison.ts';

function range(text: string): NumericRange {
  const read = parseNumericRange(text);
  assert.ok(read.ok, text);
  return read.value;
}

const comparisons: readonly [text: string, ComparisonOperator, limit: number, 'met' | 'unmet' | 'unknown'][] =
  [
    ['20', '>', 20, 'unmet'],
    ['20', '>=', 20, 'met'],
    ['20', '<=', 20, 'met'],
    ['20', '<', 20, 'unmet'],
    ['20', '=', 20, 'met'],
    ['20', '=', 21, 'unmet'],
    ['45-70', '>', 20, 'met'],
    ['45-70', '<=', 55, 'unknown'],
    ['45-70', '>', 55, 'unknown'],
    ['45-70', '>=', 45, 'met'],
    ['45-70', '>', 45, 'unknown'],
    ['45-70', '<', 45, 'unmet'],
    ['45-70', '<=', 45, 'unknown'],
    ['45-70', '=', 50, 'unknown'],
    ['45-70', '=', 71, 'unmet'],
    ['<95', '<', 95, 'met'],
    ['<95', '<=', 95, 'met'],
    ['<95', '>=', 95, 'unmet'],
    ['<95', '>', 10, 'unknown'],
    ['<95', '=', 95, 'unmet'],
    ['<=2', '<', 2, 'unknown'],
    ['<=2', '>', 2, 'unmet'],
    ['<=2', '>=', 2, 'unknown'],
    ['>20', '>', 20, 'met'],
    ['>20', '<=', 20, 'unmet'],
    ['>20', '>=', 21, 'unknown'],
    ['>=1,200', '>=', 1200, 'met'],
    ['>=1,200', '>', 1200, 'unknown'],
    ['>=1,200', '<', 1200, 'unmet'],
  ];
for (const [text, op, limit, truth] of comparisons)
  test(`${text} ${op} ${limit} is ${truth}`, () => assert.equal(compareRange(range(text), op, limit), truth));

const operators = ['<', '<=', '>', '>=', '='] as const;
const holds = (value: number, op: ComparisonOperator, limit: number): boolean => {
  switch (op) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
  }
};

test('every possible value agrees with the verdict, and unknown means that values disagree', () => {
  const grid = Array.from({ length: 49 }, (_, index) => index / 4 - 1);
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 0, max: 10 })),
      fc.option(fc.integer({ min: 0, max: 10 })),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 0, max: 10 }),
      fc.constantFrom(...operators),
      (low, high, lowOpen, highOpen, limit, op) => {
        fc.pre(low === null || high === null || low < high || (low === high && !lowOpen && !highOpen));
        const possible = grid.filter(
          (value) =>
            (low === null || (lowOpen ? value > low : value >= low)) &&
            (high === null || (highOpen ? value < high : value <= high)),
        );
        const verdicts = new Set(possible.map((value) => holds(value, op, limit)));
        const expected = verdicts.size === 2 ? 'unknown' : verdicts.has(true) ? 'met' : 'unmet';
        assert.equal(compareRange({ low, high, lowOpen, highOpen }, op, limit), expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a limit that is met exactly stays met through a division', () => {
  assert.deepEqual(divideRange(range('2.1'), 1.4), { ...range('1.5'), printed: '1.5' });
  assert.equal(compareRange(divideRange(range('2.1'), 1.4), '<=', 1.5), 'met');
  assert.equal(compareRange(divideRange(range('2.11'), 1.4), '<=', 1.5), 'unmet');
});

test('scaling keeps open ends, says what it computed, and refuses what is not positive', () => {
  assert.deepEqual(scaleRange(range('<95'), 2), { ...range('<190'), printed: '<190' });
  assert.deepEqual(scaleRange(range('45-70'), 0.1), { ...range('4.5-7'), printed: '4.5-7' });
  for (const factor of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => scaleRange(range('1'), factor), RangeError);
    assert.throws(() => divideRange(range('1'), factor), RangeError);
  }
});
