import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, nearest } from './nearest.ts';

const distances: readonly [a: string, b: string, number][] = [
  ['', '', 0],
  ['abc', 'abc', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['ba', 'ab', 1],
  ['creatinien', 'creatinine', 1],
];
for (const [a, b, distance] of distances)
  test(`from '${a}' to '${b}': ${distance}`, () => assert.equal(editDistance(a, b), distance));

test('distance is symmetric, and zero only for equals', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      assert.equal(editDistance(a, b), editDistance(b, a));
      assert.equal(editDistance(a, b) === 0, a === b);
    }),
  );
});

test('the nearest name is near or none', () => {
  assert.equal(nearest('SEROTONNIN', ['gastrin', 'serotonin']), 'serotonin');
  assert.equal(nearest('xyz', ['gastrin', 'serotonin']), undefined);
  assert.equal(nearest('', ['gastrin']), undefined);
});
