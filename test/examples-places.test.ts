/**
 * The published examples say where each of their facts is printed. This test opens the papers and looks: every place
 * names a paper that exists and lines that it has, and words that are cited stand in those lines.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { citedLines } from '../src/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const examples = join(root, 'examples');
const papers = process.env['CAJAL_SEEDS'] ?? join(root, '..', 'shared', 'seeds');
const skip = existsSync(papers) ? false : `the papers are not at ${papers}`;

type Path = readonly (string | number)[];
type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every mapping of a document with the path that leads to it. */
function mappings(value: unknown, path: Path = []): { readonly path: Path; readonly mapping: Mapping }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => mappings(each, [...path, index]));
  if (!isMapping(value)) return [];
  const below = Object.entries(value).flatMap(([key, each]) => mappings(each, [...path, key]));
  return [{ path, mapping: value }, ...below];
}

const files = readdirSync(examples).filter((name) => name.endsWith('.yaml'));
const read = (name: string): unknown => parse(readFileSync(join(examples, name), 'utf8'));
const isPublished = (document: unknown): boolean =>
  isMapping(document) && isMapping(document['provenance']) && document['provenance']['kind'] === 'published';

/** The lines of a paper, or undefined when there is no such paper. */
function paperLines(document: string): readonly string[] | undefined {
  const file = /^\d{3}$/.test(document)
    ? readdirSync(papers).find((name) => name.startsWith(`${document}_`) && name.endsWith('.txt'))
    : undefined;
  return file === undefined ? undefined : readFileSync(join(papers, file), 'utf8').split('\n');
}

/** Whether words stand in lines; a line may end inside a word, with or without a hyphen that belongs to it. */
function stands(words: string, lines: readonly string[]): boolean {
  const patternOf = (character: string): string => {
    if (character === ' ') return String.raw`\s+`;
    if (character === '-') return String.raw`-\s*`;
    return character.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`);
  };
  const brokenWord = String.raw`(?:-[ \t]*\n\s*)?`;
  const pattern = words.trim().replaceAll(/\s+/g, ' ').split('').map(patternOf).join(brokenWord);
  return new RegExp(pattern).test(lines.join('\n'));
}

/** What is wrong with one place, or undefined. */
function fault(place: Mapping): string | undefined {
  const { document, lines: citation, text } = place;
  if (typeof document !== 'string') return 'names no document';
  const lines = paperLines(document);
  if (lines === undefined) return `names ${document}, which is not a paper`;
  if (typeof citation !== 'string') return 'cites no lines';
  const cited = citedLines(lines, citation);
  if (cited === undefined) return `cites lines ${citation}, which paper ${document} does not have`;
  if (typeof text === 'string' && !stands(text, cited))
    return `"${text}" is not in lines ${citation} of paper ${document}`;
  return undefined;
}

test('every place of the examples is where the paper prints it', { skip }, () => {
  const faults: string[] = [];
  let count = 0;
  for (const name of files) {
    for (const { path, mapping } of mappings(read(name))) {
      if (path.at(-1) !== 'place') continue;
      count += 1;
      const found = fault(mapping);
      if (found !== undefined) faults.push(`${name} ${path.join('.')}: ${found}`);
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(count > 500, `only ${count} places were found`);
});

/** The age has the place of the patient. */
test('every dated fact of a published example has its place', () => {
  const without = files
    .filter((name) => isPublished(read(name)))
    .flatMap((name) =>
      mappings(read(name))
        .filter(({ path }) => path.join('.') !== 'patient.age')
        .filter(({ mapping }) => ('date' in mapping || 'start' in mapping) && !('place' in mapping))
        .map(({ path }) => `${name} ${path.join('.')}`),
    );
  assert.deepEqual(without, []);
});

test('every record of the papers is there once, and what is invented says so', () => {
  const count = (pattern: RegExp): number => files.filter((name) => pattern.test(name)).length;
  assert.equal(count(/^net-/), 2);
  assert.equal(count(/^kit-basket-pt-(0[1-9]|1[0-8])\.yaml$/), 18);
  assert.equal(count(/^checkpoint-[1-4]-/), 4);
  assert.equal(count(/^prrt-/), 2);
  assert.deepEqual(
    files.filter((name) => !isPublished(read(name))),
    files.filter((name) => name.startsWith('synthetic-')),
  );
});

test('the check itself sees each kind of fault', { skip }, () => {
  const paper = { document: '000', lines: '129-132' };
  assert.equal(
    fault({ ...paper, text: 'Targeted sequencing of the tumor DNA revealed an activating mutation' }),
    undefined,
  );
  assert.match(fault({ ...paper, text: 'V560D' }) ?? '', /is not in lines/);
  assert.match(fault({ ...paper, lines: '900' }) ?? '', /does not have/);
  assert.match(fault({ ...paper, document: '009' }) ?? '', /not a paper/);
  assert.match(fault({ document: '000' }) ?? '', /cites no lines/);
});
