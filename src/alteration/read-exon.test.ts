/** Exons at a place of a text, with what is written onto them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exonAt } from './read-exon.ts';

const rows: readonly (readonly [text: string, from: number, to: number, change: string | undefined])[] = [
  ['exon 11', 11, 11, undefined],
  ['Exon 11', 11, 11, undefined],
  ['EXON 11', 11, 11, undefined],
  ['exon11', 11, 11, undefined],
  ['exon-11', 11, 11, undefined],
  ['ex11', 11, 11, undefined],
  ['exons 18-21', 18, 21, undefined],
  ['exons 18 to 21', 18, 21, undefined],
  ['ex19del', 19, 19, 'deletion'],
  ['exon 20 ins', 20, 20, 'insertion'],
  ['ex20ins', 20, 20, 'insertion'],
  ['ex8dup', 8, 8, 'duplication'],
  ['ex14skip', 14, 14, 'skipping'],
  ['e14', 14, 14, undefined],
];

for (const [text, from, to, change] of rows)
  test(`${text} is exon ${from} to ${to}, ${change}`, () => {
    const found = exonAt(text, 0);
    assert.deepEqual(found?.exons, { from, to });
    assert.equal(found.change, change);
    assert.equal(found.length, text.length);
  });

for (const text of ['E20', 'E746', 'exon', 'exon 0', 'exon 21-18', 'ex19delX', 'exonic 11', '11'])
  test(`${JSON.stringify(text)} is no exon`, () => {
    assert.equal(exonAt(text, 0), undefined);
  });

test('an exon is found at its place only', () => {
  assert.deepEqual(exonAt('KIT exon 11', 4)?.exons, { from: 11, to: 11 });
  assert.equal(exonAt('KIT exon 11', 0), undefined);
});
