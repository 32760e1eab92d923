/**
 * Each table of the papers printed again from the library, compared cell by cell with the text of the paper: every
 * number of a cell stands in the lines that the cell cites, and every number of the lines of a row stands in a cell
 * that cites its line, as often in the row as the paper prints it. Digits of names (KIF11, G3, Pt-04) are no numbers.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type ExhibitTable,
  exhibitTable,
  freeNumbersOf,
  linesOf,
  type Paper,
  type Study,
} from '../evidence/index.ts';
import { linesOfPaper, papers, skip, studies } from './papers-of-the-library.fixture.ts';

/** What a table printed again has that the paper has not, and the other way round, one sentence each. */
function differences({ headers, rows }: ExhibitTable, text: readonly string[]): readonly string[] {
  return rows.flatMap(({ study, cells }) => {
    const held = new Map<number, Set<string>>();
    const notThere = cells.flatMap((cell, at) => {
      const lines = cell.lines.flatMap((citation) => [...linesOf(citation)]);
      const numbers = freeNumbersOf(cell.text);
      for (const line of lines) {
        const before = held.get(line) ?? new Set<string>();
        held.set(line, new Set([...before, ...numbers]));
      }
      const printed = new Set(lines.flatMap((line) => freeNumbersOf(text[line - 1] ?? '')));
      return numbers
        .filter((number) => !printed.has(number))
        .map((number) => `${study}: ${number} under "${headers[at]}" is not printed there`);
    });
    const [from, to] = [Math.min(...held.keys()), Math.max(...held.keys())];
    const notHeld = text.slice(from - 1, to).flatMap((words, index) =>
      freeNumbersOf(words)
        .filter((number) => held.get(from + index)?.has(number) !== true)
        .map((number) => `${study}: ${number} of line ${from + index} is in no cell`),
    );
    return [...notThere, ...notHeld];
  });
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Numbers that the cells of a row print more or less often than the lines of the row, digits or words. */
function countDifferences({ rows }: ExhibitTable, text: readonly string[]): readonly string[] {
  return rows.flatMap(({ study, cells }) => {
    const cited = cells.flatMap(({ lines }) => lines.flatMap((citation) => [...linesOf(citation)]));
    const words = text.slice(Math.min(...cited) - 1, Math.max(...cited));
    const printed = words.flatMap(freeNumbersOf);
    const inWords = words
      .flatMap((line) => line.toLowerCase().split(/[^a-z]+/u))
      .map((word) => String(numberWords.indexOf(word)));
    const again = cells.flatMap((cell) => freeNumbersOf(cell.text));
    return [...new Set([...printed, ...again])].flatMap((number) => {
      const times = (list: readonly string[]) => list.filter((each) => each === number).length;
      const [least, most] = [times(printed), times(printed) + times(inWords)];
      const found = times(again);
      return found < least || found > most ? [`${study}: ${number} ${found} times, printed ${least}`] : [];
    });
  });
}

const tableOf = (paper: Paper, id: string, from: readonly Study[] = studies): ExhibitTable => {
  const found = exhibitTable(from, paper, id);
  assert.ok(found, `${paper.id} has no ${id}`);
  return found;
};

const expectedRows: Readonly<Record<string, number>> = {
  '002 Table 1': 18,
  '002 Table 2': 13,
  '003 Table 1': 4,
  '004 Table 1': 5,
  '004 Table 2': 2,
  '004 Table 3': 7,
  '004 Table 4': 4,
  '004 Table 5': 4,
};

for (const paper of papers)
  for (const { id } of paper.tables)
    suite(`paper ${paper.id}, ${id}`, { skip }, () => {
      const text = linesOfPaper(paper.id);

      test('has the rows and columns of the paper', () => {
        const { headers, rows } = tableOf(paper, id);
        assert.equal(rows.length, expectedRows[`${paper.id} ${id}`]);
        for (const { cells } of rows) assert.equal(cells.length, headers.length);
      });

      test('has the numbers of the paper, cell by cell', () => {
        assert.deepEqual(differences(tableOf(paper, id), text), []);
      });

      test('prints each number of a row as often as the paper does', () => {
        assert.deepEqual(countDifferences(tableOf(paper, id), text), []);
      });

      test('a number that is altered is missed in its line', () => {
        const [study] = tableOf(paper, id).rows;
        const altered = studies.map((each): Study => {
          if (each.id !== study?.study || each.printed === undefined) return each;
          const values = each.printed.values.map((value) =>
            value.what !== 'fact' && value.place.section === id && /^\d/.test(value.value)
              ? { ...value, value: '1234' }
              : value,
          );
          return { ...each, printed: { ...each.printed, values } };
        });
        assert.ok(differences(tableOf(paper, id, altered), text).length > 1);
      });
    });

test('a cell of responses reads as the paper prints it', () => {
  const paper = papers.find(({ id }) => id === '004');
  assert.ok(paper);
  const { headers, rows } = tableOf(paper, 'Table 1');
  const cell = (study: string, header: string) =>
    rows.find((row) => row.study === study)?.cells[headers.indexOf(header)]?.text;
  assert.equal(cell('moertel-1991', 'First author (year) [ref]'), 'Moertel (1991) [16]');
  assert.match(cell('moertel-1991', 'RR, %') ?? '', /NEC, 67 \(CR, 17; PR, 50; stable, 33; PD, 0\)$/);
  assert.equal(cell('iwasa-2010', 'Median OS (range), mo'), '5.8 (2.5–15)');
  assert.match(
    cell('iwasa-2010', 'Toxicities (%)') ?? '',
    /^Grade 3–4 neutropenia \(90\); grade 3–4 leukopenia \(71\)/,
  );
});
