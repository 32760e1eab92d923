/** Reading with checks: a value exactly when no issue is an error, and parts printed alone as inside a description. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyVariant } from './hgvs-arbitrary.fixture.ts';
import { printHgvs, printNucleotideChange, printProteinDescription, readHgvs } from './index.ts';

const readings: readonly (readonly [text: string, hasValue: boolean, codes: readonly string[]])[] = [
  ['NM_000222.3(KIT):c.1727T>C', true, []],
  ['NM_000222(KIT):c.1727T>C', true, ['hgvs-rule']],
  ['NM_000222.3:c.1681_1679del', false, ['hgvs-rule']],
  ['NM_000222.3:c.1727T', false, ['unparsable-alteration']],
];

for (const [text, hasValue, codes] of readings) {
  test(`${text} ${hasValue ? 'has' : 'has no'} value`, () => {
    const { value, issues } = readHgvs(text);
    assert.equal(value !== undefined, hasValue);
    assert.deepEqual(
      issues.map(({ code }) => code),
      codes,
    );
  });
}

test('any description has a value exactly when no issue is an error', () => {
  fc.assert(
    fc.property(anyVariant, (variant) => {
      const { value, issues } = readHgvs(printHgvs(variant));
      assert.equal(
        value === undefined,
        issues.some(({ severity }) => severity === 'error'),
      );
    }),
  );
});

test('a change alone is printed as in its description', () => {
  fc.assert(
    fc.property(anyVariant, (variant) => {
      if (variant.kind === 'alleles') return;
      const alone =
        variant.kind === 'protein'
          ? printProteinDescription(variant.change, { letters: 'one' })
          : printNucleotideChange(variant.change, variant.type, { letters: 'one' });
      assert.ok(printHgvs(variant, { letters: 'one' }).endsWith(`${variant.type}.${alone}`));
    }),
  );
});
