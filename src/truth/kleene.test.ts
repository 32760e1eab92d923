/**
 * Kleene's strong three-valued logic: its tables in full (S. C. Kleene, Introduction to Metamathematics, 1952,
 * section 64, where met is t, unmet is f and unknown is u), and the laws that follow from them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { all, any, atLeast, negate, type Truth } from './index.ts';

const truths = ['met', 'unmet', 'unknown'] as const;
const truth = fc.constantFrom<Truth>(...truths);
const list = fc.array(truth, { maxLength: 8 });

/** [a, b, a and b, a or b], for all nine pairs. */
const table: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
  ['met', 'met', 'met', 'met'],
  ['met', 'unmet', 'unmet', 'met'],
  ['met', 'unknown', 'unknown', 'met'],
  ['unmet', 'met', 'unmet', 'met'],
  ['unmet', 'unmet', 'unmet', 'unmet'],
  ['unmet', 'unknown', 'unmet', 'unknown'],
  ['unknown', 'met', 'unknown', 'met'],
  ['unknown', 'unmet', 'unmet', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
];

test('the tables of conjunction and disjunction, every pair', () => {
  assert.equal(new Set(table.map(([a, b]) => `${a} ${b}`)).size, truths.length ** 2);
  for (const [a, b, both, either] of table) {
    assert.equal(all([a, b]), both, `${a} and ${b}`);
    assert.equal(any([a, b]), either, `${a} or ${b}`);
  }
});

test('the table of negation: unknown is not no', () => {
  assert.deepEqual(truths.map(negate), ['unmet', 'met', 'unknown']);
});

test('the empty conjunction is met, the empty disjunction unmet', () => {
  assert.equal(all([]), 'met');
  assert.equal(any([]), 'unmet');
});

const counts: readonly (readonly [number, readonly Truth[], Truth])[] = [
  [0, [], 'met'],
  [0, ['unmet'], 'met'],
  [1, [], 'unmet'],
  [1, ['unknown'], 'unknown'],
  [2, ['met', 'met', 'unmet'], 'met'],
  [2, ['met', 'unknown', 'unmet'], 'unknown'],
  [2, ['met', 'unmet', 'unmet'], 'unmet'],
  [2, ['unknown', 'unknown', 'unmet'], 'unknown'],
  [2, ['unknown', 'unmet', 'unmet'], 'unmet'],
  [3, ['met', 'met', 'unknown'], 'unknown'],
  [3, ['met', 'met', 'met'], 'met'],
];
for (const [count, parts, expected] of counts) {
  test(`at least ${count} of [${parts.join(', ')}] is ${expected}`, () => {
    assert.equal(atLeast(count, parts), expected);
  });
}

test('De Morgan, double negation, and that the order of the parts does not matter', () => {
  fc.assert(
    fc.property(list, (parts) => {
      assert.equal(negate(all(parts)), any(parts.map(negate)));
      assert.equal(negate(any(parts)), all(parts.map(negate)));
      assert.deepEqual(parts.map(negate).map(negate), parts);
      assert.equal(all(parts.toReversed()), all(parts));
      assert.equal(any(parts.toReversed()), any(parts));
    }),
  );
});

test('both distribute over each other, and absorb', () => {
  fc.assert(
    fc.property(truth, truth, truth, (a, b, c) => {
      assert.equal(all([a, any([b, c])]), any([all([a, b]), all([a, c])]));
      assert.equal(any([a, all([b, c])]), all([any([a, b]), any([a, c])]));
      assert.equal(all([a, any([a, b])]), a);
      assert.equal(any([a, all([a, b])]), a);
    }),
  );
});

test('at least one is any, at least all of them is all, and the count is the complement of its negation', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 8 }), (parts, count) => {
      assert.equal(atLeast(1, parts), any(parts));
      assert.equal(atLeast(parts.length, parts), all(parts));
      // At least k of n hold exactly when not at least n - k + 1 fail.
      assert.equal(atLeast(count, parts), negate(atLeast(parts.length - count + 1, parts.map(negate))));
    }),
  );
});

test('monotone in information: settling an unknown part never turns a decided answer', () => {
  const settled = fc.constantFrom<Truth>('met', 'unmet');
  fc.assert(
    fc.property(list, fc.array(settled, { minLength: 8, maxLength: 8 }), fc.nat(8), (parts, news, count) => {
      const known = parts.map((part, index) => (part === 'unknown' ? (news[index] ?? part) : part));
      for (const combine of [all, any, (of: readonly Truth[]) => atLeast(count, of)]) {
        const before = combine(parts);
        if (before !== 'unknown') assert.equal(combine(known), before);
        assert.notEqual(combine(known), 'unknown');
      }
    }),
  );
});

test('unknown means that both answers are still possible', () => {
  fc.assert(
    fc.property(list, fc.nat(8), (parts, count) => {
      const filled = (by: Truth) => parts.map((part) => (part === 'unknown' ? by : part));
      for (const combine of [all, any, (of: readonly Truth[]) => atLeast(count, of)]) {
        const isOpen = combine(filled('met')) !== combine(filled('unmet'));
        assert.equal(combine(parts) === 'unknown', isOpen);
      }
    }),
  );
});
