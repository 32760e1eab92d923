/**
 * The library and a second, independent reading of the five papers (test/second-reading): they agree on at least 99 of
 * 100 values in every paper, and every difference that is left is explained in test/second-reading/differences.tsv. The
 * tables of the second reading are as they were written, before the library was seen.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type ComparedPaper,
  compareSecondReading,
  readSecondReading,
  readSecondReadingGroups,
  type SecondReadingGroups,
  type Study,
  secondReadingAgreement,
  secondReadingGroup,
  withPrinted,
} from '../evidence/index.ts';
import { compileKnowledge, knowledgeFiles } from '../knowledge/index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const readings = join(home, 'test', 'second-reading');
const read = (name: string): string => readFileSync(join(readings, name), 'utf8');
const papers = ['000', '001', '002', '003', '004'] as const;

const compiled = compileKnowledge(knowledgeFiles(join(home, 'knowledge'))).value;
assert.ok(compiled, 'the library is read without an error');
const studies: readonly Study[] = withPrinted(compiled.content.studies, compiled.printed.printed);
const groups: SecondReadingGroups =
  readSecondReadingGroups(read('groups.tsv'), 'groups.tsv').value ?? new Map<string, readonly string[]>();
const rowsOf = (paper: string) => readSecondReading(read(`paper-${paper}.tsv`), paper).value ?? [];
const compared: readonly ComparedPaper[] = papers.map((paper) =>
  compareSecondReading(paper, rowsOf(paper), studies, groups),
);

/** Every difference under the key of its explanation: paper, row of the reading, value of the library. */
const found = compared.flatMap(({ paper, rows, onlyInLibrary }) => [
  ...rows.flatMap(({ row, held, differs }) =>
    held === undefined || differs.length > 0 ? [`${paper} ${row.at} -`] : [],
  ),
  ...onlyInLibrary.map(({ study, lines, value }) => `${paper} - ${study} ${lines} ${value}`),
]);
const explained = read('differences.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

for (const { paper, rows } of compared)
  test(`paper ${paper}: the readings agree on at least 99 of 100 prints`, () => {
    const { rows: all, onPrint } = secondReadingAgreement(rows);
    assert.ok(all > 50);
    assert.ok(onPrint / all >= 0.99, `${onPrint} of ${all}`);
  });

test('over all papers they agree on study, patients, quantity and interval of more than 98 of 100 values', () => {
  const { rows, onPrint, onMeaning } = secondReadingAgreement(compared.flatMap((each) => each.rows));
  assert.equal(rows, 1717);
  assert.ok(onPrint / rows >= 0.99, `${onPrint} of ${rows} prints`);
  assert.ok(onMeaning / rows >= 0.98, `${onMeaning} of ${rows} meanings`);
});

suite('differences', () => {
  test('each is explained, and nothing else is', () => {
    const keys = explained.map(([paper, row, library]) => `${paper} ${row} ${library}`);
    assert.deepEqual([...keys].sort(), [...found].sort());
  });

  test('each explanation is a sentence', () => {
    for (const [paper, row, , reason = ''] of explained)
      assert.match(reason, /^["[\d\p{L}].{20,}\.$/u, `${paper} ${row}`);
  });

  test('a number that is altered in the reading is found', () => {
    const rows = rowsOf('004');
    const altered = rows.map((row) => (row.at === 43 ? { ...row, printed: '19.5' } : row));
    const { rows: again } = compareSecondReading('004', altered, studies, groups);
    assert.equal(again.find(({ row }) => row.at === 43)?.held, undefined);
  });

  test('a value that is moved to other patients is found', () => {
    const moved = rowsOf('004').map((row) =>
      row.study === 'mitry-1999' && row.lines === '323' ? { ...row, group: 'PDNEC' } : row,
    );
    const { rows: again } = compareSecondReading('004', moved, studies, groups);
    const one = again.find(({ row }) => row.study === 'mitry-1999' && row.lines === '323');
    assert.deepEqual(one?.differs, ['group']);
  });
});

test('the words for patients are those of the reading, and their groups are in the library', () => {
  const used = new Set(papers.flatMap((paper) => rowsOf(paper).map(secondReadingGroup)));
  const known = new Set(
    studies.flatMap(({ id, printed }) => (printed?.groups ?? []).map((group) => `${id}:${group.id}`)),
  );
  for (const [words, meant] of groups) {
    assert.ok(used.has(words), words);
    for (const each of meant) assert.ok(known.has(each), `${words}: ${each}`);
  }
});
