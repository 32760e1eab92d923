/**
 * Every cell of every table of the papers has the words and numbers of the paper, in the order of print, and no others:
 * the cells printed again from the library are compared with cells read from the text of the paper by itself.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  exhibitTable,
  freeNumbersOf,
  linesOf,
  type Paper,
  type PrintedValue,
  type Study,
} from '../evidence/index.ts';
import { cellDifferences, paperTable } from './paper-table.fixture.ts';
import { linesOfPaper, papers, skip, studies } from './papers-of-the-library.fixture.ts';

/** What is printed in or about a table and is not compared word by word, with the reason. */
const notCompared: readonly (readonly [string, string])[] = [
  [
    'punctuation and brackets',
    'values that are held apart are joined with "; ", whatever stands between them in print',
  ],
  ['hyphens and line breaks', 'they follow the width of the columns of the paper'],
  [
    'rows of abbreviations under a table',
    'they are definitions of the paper, held in its own file, and no cells',
  ],
  ['Tables 6 and 7 of paper 004', 'the paper refers to Table 7, and neither is printed in it'],
];

/** Every word of every cell of a table that differs. */
function differences(paperId: string, id: string, from: readonly Study[]): readonly string[] {
  const paper = papers.find((each) => each.id === paperId);
  const again = paper === undefined ? undefined : exhibitTable(from, paper, id);
  const printed = paperTable(`${paperId} ${id}`, linesOfPaper(paperId));
  assert.ok(again !== undefined && printed !== undefined, `${paperId} ${id} is not read`);
  assert.equal(again.rows.length, printed.length, `rows of ${paperId} ${id}`);
  return again.rows.flatMap(({ study, cells }, row) =>
    again.headers.flatMap((header, at) =>
      cellDifferences(printed[row]?.[at] ?? '', cells[at]?.text ?? '').map(
        (difference) => `${study}, ${header}, row ${row + 1}: ${difference}`,
      ),
    ),
  );
}

const intervalOf = (value: PrintedValue): string => ('interval' in value ? (value.interval ?? '') : '');
const gradesOf = (value: PrintedValue): string => (value.what === 'toxicity' ? (value.grades ?? '') : '');

/** What the papers print before a number of each category of response. */
const responseLabels: Readonly<Partial<Record<PrintedValue['what'], string>>> = {
  completeResponse: 'CR',
  partialResponse: 'PR',
  stableDisease: 'SD|stable',
  progressiveDisease: 'PD|progression',
  notEvaluable: 'NE|NA|unassessable',
};

/** Responses and adverse events of a table whose number does not stand beside its label in their words. */
function misplacedNumbers(paper: Paper, id: string): readonly string[] {
  const said = (value: PrintedValue): string => `${value.what} ${value.value} in "${value.place.text}"`;
  return studies.flatMap(({ id: study, printed }) =>
    (printed?.values ?? [])
      .filter(({ place }) => place.document === paper.id && place.section === id)
      .flatMap((value) => {
        const { text = '' } = value.place;
        const number = value.value.replaceAll('.', String.raw`\.`);
        const label = responseLabels[value.what];
        if (label !== undefined)
          return new RegExp(`(?:${label}),? (?:[\\d.]+ vs\\. )?${number}(?![\\d.]*\\d)`, 'u').test(text)
            ? []
            : [`${study}: ${said(value)}`];
        if (value.what !== 'toxicity' || value.term === 'any toxicity' || !text.includes('(')) return [];
        const last = value.term.endsWith('adverse events')
          ? 'events|AE'
          : (value.term.split(/[ /]/u).at(-1) ?? '');
        return new RegExp(`(?:${last})s? \\(${number}(?![\\d.]*\\d)`, 'iu').test(text)
          ? []
          : [`${study}: ${value.term}, ${said(value)}`];
      }),
  );
}

/** Numbers of cells that no value of the study holds in those lines, so that the words alone say them. */
function unheldNumbers(paper: Paper, id: string): readonly string[] {
  return (exhibitTable(studies, paper, id)?.rows ?? []).flatMap(({ study, cells }) => {
    const values = studies.find((each) => each.id === study)?.printed?.values ?? [];
    return cells.flatMap(({ text, lines }) => {
      const cited = new Set(lines.flatMap((citation) => [...linesOf(citation)]));
      const held = values
        .filter(({ place }) => place.document === paper.id && place.section === id)
        .filter(({ place }) => [...linesOf(place.lines ?? '0')].some((line) => cited.has(line)))
        .flatMap((value) => [value.value, intervalOf(value), gradesOf(value)].flatMap(freeNumbersOf));
      return freeNumbersOf(text)
        .filter((number) => !held.includes(number))
        .map((number) => `${study}: ${number} of "${text}"`);
    });
  });
}

test('every table that a paper prints is a table of the library', { skip }, () => {
  const inText = ['000', '001', '002', '003', '004'].flatMap((id) =>
    linesOfPaper(id).flatMap((line) => {
      const name = /^(Table \d+)[.:]/.exec(line)?.[1];
      return name === undefined ? [] : [`${id} ${name}`];
    }),
  );
  const held = papers.flatMap(({ id, tables }) => tables.map((table) => `${id} ${table.id}`));
  assert.deepEqual(held.toSorted(), [...new Set(inText)].toSorted());
  assert.ok(notCompared.every(([, reason]) => reason.length > 20));
});

for (const paper of papers)
  for (const { id, columns } of paper.tables)
    suite(`paper ${paper.id}, ${id}`, { skip }, () => {
      test('has the words and numbers of the paper, cell by cell', () => {
        assert.deepEqual(differences(paper.id, id, studies), []);
      });

      test('has no number that only its words hold', () => {
        assert.deepEqual(unheldNumbers(paper, id), []);
      });

      test('has each number beside its own label', () => {
        assert.deepEqual(misplacedNumbers(paper, id), []);
      });

      test('the cells of the paper were read whole', () => {
        for (const row of paperTable(`${paper.id} ${id}`, linesOfPaper(paper.id)) ?? [])
          assert.equal(row.length, columns.length, row.join(' | '));
      });
    });

test('the comparison itself sees each kind of difference', () => {
  assert.deepEqual(cellDifferences('PR, 50; NA, 16.7', 'PR, 50; NE, 16.7'), ['changed "NA" to "NE"']);
  assert.deepEqual(cellDifferences('NEC-Pancreatic (4)', 'NEC-Pancreatic (4); streptozocin'), [
    'additional "streptozocin"',
  ]);
  assert.deepEqual(cellDifferences('PDNEC: First line (n = 6)', 'First line (n = 6)'), ['missing "PDNEC"']);
  assert.deepEqual(cellDifferences('9.1 (PR, 9.4)', '9.4 (PR, 9.1)'), [
    'missing "9.1 PR"',
    'additional "PR 9.1"',
  ]);
  assert.deepEqual(cellDifferences('nonhema- tologic (45)', 'nonhematologic, 45'), []);
  assert.deepEqual(cellDifferences('platinum- based', 'platinum-based'), []);
  assert.deepEqual(cellDifferences('‑', ''), ['missing "‑"']);
});
