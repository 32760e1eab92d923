/**
 * Every number that the papers print is held by the library: in each line of each table, and of the running text, each
 * number that is no part of a name (KIF11, Ki-67) stands in a value, an interval, a fact, a reference or a caption of the
 * library that cites this line. What is not held is listed with its reason in test/printed-numbers.tsv.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { freeNumbersOf, linesOf, numbersOf } from '../evidence/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.env['CAJAL_SEEDS'] ?? join(home, '..', 'shared', 'seeds');
const skip = existsSync(folder) ? false : `the papers are not at ${folder}`;
const papers = ['000', '001', '002', '003', '004'] as const;

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a record, without its place and the notes of a curator. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(' ');
  if (!isMapping(value)) return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return Object.entries(value)
    .map(([key, each]) => (key === 'place' || key === 'note' ? '' : wordsOf(each)))
    .join(' ');
}

/** Every record of a document that has a place, with its words. */
function placed(value: unknown): readonly { readonly place: Mapping; readonly words: string }[] {
  if (Array.isArray(value)) return value.flatMap(placed);
  if (!isMapping(value)) return [];
  const place = value['place'];
  const own = isMapping(place) ? [{ place, words: wordsOf(value) }] : [];
  return [...own, ...Object.values(value).flatMap(placed)];
}

/** Numbers held for each line of each paper, under "004:268". */
function heldNumbers(): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  for (const kind of ['studies', 'papers']) {
    for (const name of readdirSync(join(home, 'knowledge', kind))) {
      const document: unknown = parse(readFileSync(join(home, 'knowledge', kind, name), 'utf8'));
      for (const { place, words } of placed(document)) {
        const { document: paper, lines } = place;
        if (typeof paper !== 'string' || typeof lines !== 'string') continue;
        for (const line of linesOf(lines)) {
          const key = `${paper}:${line}`;
          const numbers = held.get(key) ?? new Set<string>();
          for (const number of numbersOf(words)) numbers.add(number);
          held.set(key, numbers);
        }
      }
    }
  }
  return held;
}

const held = heldNumbers();
const explained = readFileSync(join(home, 'test', 'printed-numbers.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'));
const isExplained = (paper: string, line: number, number: string): boolean =>
  explained.some((row) => row[0] === paper && row[1] === String(line) && row[2] === number);

interface Printed {
  readonly line: number;
  readonly number: string;
}

function printedIn(paper: string): readonly Printed[] {
  const name = readdirSync(folder).find((each) => each.startsWith(`${paper}_`));
  assert.ok(name !== undefined, `paper ${paper} is not in ${folder}`);
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.flatMap((text, index) => freeNumbersOf(text).map((number) => ({ line: index + 1, number })));
}

const isHeld = (paper: string, { line, number }: Printed): boolean =>
  held.get(`${paper}:${line}`)?.has(number) ?? false;

/** The lines of the tables of a paper, by table. */
function tablesOf(paper: string): readonly { readonly id: string; readonly lines: ReadonlySet<number> }[] {
  const file: unknown = parse(readFileSync(join(home, 'knowledge', 'papers', `${paper}.yaml`), 'utf8'));
  const tables: unknown = isMapping(file) ? file['tables'] : undefined;
  return (Array.isArray(tables) ? tables : []).filter(isMapping).map((each) => ({
    id: String(each['id']),
    lines: linesOf(String(each['lines'])),
  }));
}

for (const paper of papers)
  suite(`paper ${paper}`, { skip }, () => {
    for (const { id, lines } of tablesOf(paper))
      test(`every number in the cells of ${id} is held for its line`, () => {
        const numbers = printedIn(paper).filter(({ line }) => lines.has(line));
        assert.ok(numbers.length > 10, `only ${numbers.length} numbers`);
        const missing = numbers.filter(
          (each) => !isHeld(paper, each) && !isExplained(paper, each.line, each.number),
        );
        assert.deepEqual(missing, []);
      });

    test('every number of the running text is held for its line', () => {
      const inTable = tablesOf(paper);
      const numbers = printedIn(paper).filter(({ line }) => !inTable.some(({ lines }) => lines.has(line)));
      const missing = numbers.filter(
        (each) => !isHeld(paper, each) && !isExplained(paper, each.line, each.number),
      );
      assert.deepEqual(missing, []);
    });
  });

test('what is listed as not held is printed there and not held', { skip }, () => {
  for (const [paper = '', line, number, reason = ''] of explained) {
    const one = printedIn(paper).find((each) => String(each.line) === line && each.number === number);
    assert.ok(one, `${paper}:${line} has no ${number}`);
    assert.ok(!isHeld(paper, one), `${paper}:${line} ${number} is held`);
    assert.ok(reason.length > 15, `${paper}:${line} ${number}`);
  }
});
