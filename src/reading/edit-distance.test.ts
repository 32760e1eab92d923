/** The distance by its definition, and the suggestions that people need. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, nearestWord } from './index.ts';

const distances: readonly (readonly [string, string, number])[] = [
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['ca', 'ac', 1],
  // The optimal string alignment does not edit a transposed pair again; the unrestricted distance is 2.
  ['ca', 'abc', 3],
  ['a cat', 'an abct', 4],
];

for (const [a, b, expected] of distances) {
  test(`editDistance(${JSON.stringify(a)}, ${JSON.stringify(b)}) is ${expected}`, () => {
    assert.equal(editDistance(a, b), expected);
    assert.equal(editDistance(b, a), expected);
  });
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

test('the distance is 0 for equal words alone, and lies between the difference and the greater of the lengths', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      assert.equal(distance === 0, a === b);
      assert.ok(distance >= Math.abs(a.length - b.length) && distance <= Math.max(a.length, b.length));
    }),
  );
});

const keys = ['ki67Percent', 'mitosesPer2mm2', 'site', 'sites', 'stage', 'grade', 'dateOfBirth', 'id'];
const suggestions: readonly (readonly [string, string | undefined])[] = [
  ['ki67Precent', 'ki67Percent'],
  ['ki67_percent', 'ki67Percent'],
  ['Ki-67 percent', 'ki67Percent'],
  ['KI67PERCENT', 'ki67Percent'],
  ['ki67', 'ki67Percent'],
  ['siet', 'site'],
  ['stie', 'site'],
  ['garde', 'grade'],
  ['ID', 'id'],
  ['Sites', 'sites'],
  ['di', undefined],
  ['x', undefined],
  ['', undefined],
  ['colour', undefined],
  ['prognosis', undefined],
  ['k'.repeat(100_000), undefined],
];

for (const [wrong, expected] of suggestions) {
  test(`the nearest word to ${JSON.stringify(wrong.slice(0, 20))} is ${expected ?? 'none'}`, () => {
    assert.equal(nearestWord(wrong, keys), expected);
  });
}

test('a beginning that fits two words names neither', () => {
  assert.equal(nearestWord('therapy', ['therapyLine', 'therapyIntent']), undefined);
});
