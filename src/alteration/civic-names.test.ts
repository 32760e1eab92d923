/**
 * The names of variants in the predictive evidence of CIViC (export of 2022-05-30, CC0): how many are read, and that what
 * is read is printed and read back to the same. What they mean is scored against blind labels elsewhere.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { notationText } from './notation-text.ts';
import { readNotation } from './read-notation.ts';

const data = process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const path = join(data, 'civic', 'civic_predictive_2022-05-30.tsv');
const skip = existsSync(path) ? false : `no reference data at ${path}`;

function pairs(): readonly (readonly [gene: string, variant: string])[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const cells = (line: string): readonly string[] => line.split('\t').map((cell) => cell.replaceAll('"', ''));
  const head = cells(lines[0] ?? '');
  const [gene, variant] = [head.indexOf('gene'), head.indexOf('variant')];
  const distinct = new Map(
    lines.slice(1).map((line) => {
      const row = cells(line);
      const pair = [row[gene] ?? '', row[variant] ?? ''] as const;
      return [pair.join('\t'), pair];
    }),
  );
  return [...distinct.values()].filter(([, name]) => name !== '');
}

test('of the distinct names at least 94% are read', { skip }, () => {
  const all = pairs();
  const read = all.filter(([gene, variant]) => readNotation(variant, { gene }).value !== undefined);
  assert.ok(all.length > 700);
  assert.ok(read.length / all.length >= 0.94, `${read.length} of ${all.length}`);
});

test('what is read of them is printed, and read back from its text alone', { skip }, () => {
  for (const [gene, variant] of pairs()) {
    const { value } = readNotation(variant, { gene });
    if (value === undefined) continue;
    const text = notationText(value);
    const again = readNotation(text);
    assert.ok(again.value !== undefined, `${gene} ${variant}: ${text}: ${again.issues[0]?.message}`);
    assert.equal(notationText(again.value), text, `${gene} ${variant}`);
  }
});
