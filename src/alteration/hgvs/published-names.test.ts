/**
 * Triples of genomic, coding and protein descriptions of published variants (the gcp tables, ext.tsv and reject of
 * biocommons/hgvs at e074aee, Apache-2.0) are read, and printed again exactly. The files are not part of this project.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { issueOfFault, parseHgvs, printHgvs } from './index.ts';

const data =
  process.env['CAJAL_DATA'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data');
const folder = join(data, 'hgvs');
const skip = existsSync(folder) ? false : `no ${folder}: set CAJAL_DATA to the folder of test data`;

/** Positions outside a non-coding transcript, which HGVS does not number; they stand among the alternative names. */
const beyondTranscript = /:n\.[-*]/;

function descriptionsOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => {
      const [, g = '', c = '', p = '', , alternatives = ''] = line.split('\t');
      return [g, c, p, ...alternatives.split('|')];
    })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !beyondTranscript.test(text));
}

const tables =
  skip === false ? [...readdirSync(join(folder, 'gcp')).map((name) => `gcp/${name}`), 'ext.tsv'] : [];

for (const table of tables) {
  test(`every description of ${table} is read and printed as it stands`, () => {
    const texts = descriptionsOf(join(folder, table));
    assert.ok(texts.length >= 10);
    for (const text of texts) {
      const { value, fault } = parseHgvs(text);
      assert.equal(fault && issueOfFault(fault).message, undefined, text);
      assert.ok(value !== undefined);
      // The tables spell the stop `*` and `Ter`, also in one name; it is printed as `Ter`.
      const written = value.type === 'p' ? text.replaceAll('*', 'Ter') : text;
      assert.equal(printHgvs(value, { removed: 'keep' }), written);
      const canonical = printHgvs(value);
      const again = parseHgvs(canonical).value;
      assert.ok(again !== undefined, canonical);
      assert.equal(printHgvs(again), canonical);
    }
  });
}

test('positions outside a non-coding transcript are not read', { skip }, () => {
  const texts = readFileSync(join(folder, 'gcp/noncoding.tsv'), 'utf8')
    .split(/[\t\n|]/)
    .filter((text) => beyondTranscript.test(text));
  assert.ok(texts.length > 10);
  for (const text of texts) assert.equal(parseHgvs(text).value, undefined, text);
});

test('what is listed as no HGVS is not read', { skip }, () => {
  const texts = readFileSync(join(folder, 'reject'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/^#/, '').split(/\s/)[0] ?? '')
    .filter((text) => text.includes(':'));
  assert.ok(texts.length > 0);
  for (const text of texts) assert.equal(parseHgvs(text).value, undefined, text);
});
