import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalText, readCanonicalText } from './canonical-text.ts';
import type { Criterion } from './criterion.ts';

const leaf: fc.Arbitrary<Criterion> = fc.constantFrom<Criterion>(
  { grade: { atMost: 'G2' } },
  { alteration: { gene: 'KIT', exon: 11 } },
  { comorbidity: { term: 'a "quoted" } term; with ) signs' } },
  { ki67Percent: { above: 20 } },
);

const tree = fc.letrec<{ node: Criterion }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((of) => ({ atLeast: { count: 1, of } })),
  ),
})).node;

test('the text reads back to a criterion of the same text', () => {
  fc.assert(
    fc.property(tree, (criterion) => {
      const text = canonicalText(criterion);
      const read = readCanonicalText(text);
      assert.deepEqual(read.issues, []);
      assert.ok(read.value);
      assert.equal(canonicalText(read.value), text);
    }),
  );
});

test('the order of parts does not matter, their grouping does', () => {
  const a: Criterion = { grade: { atMost: 'G2' } };
  const b: Criterion = { ki67Percent: { above: 20 } };
  assert.equal(canonicalText({ all: [a, b] }), canonicalText({ all: [b, a] }));
  assert.notEqual(canonicalText({ all: [a, { not: b }] }), canonicalText({ not: { all: [a, b] } }));
});

test('any text is answered, never thrown', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { value, issues } = readCanonicalText(text);
      assert.equal(
        value === undefined,
        issues.some((issue) => issue.severity === 'error'),
      );
    }),
  );
});

const refused: readonly (readonly [string, number])[] = [
  ['all(', 5],
  ['grade {"atMost":"G2"', 7],
  ['grade {"atMost":"G2"} and more', 22],
  ['grade {atMost}', 7],
];
for (const [text, column] of refused) {
  test(`${text} is refused at column ${column}`, () =>
    assert.equal(readCanonicalText(text).issues[0]?.column, column));
}

test('a leaf that does not exist is refused with its name', () => {
  assert.match(readCanonicalText('grad {"atMost":"G2"}').issues[0]?.message ?? '', /grad/);
});
