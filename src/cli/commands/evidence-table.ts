/** `cajal evidence table`: a table of a paper, printed again from the data: its rows and columns, or one value a line. */
import {
  type ExhibitTable,
  exhibitTable,
  libraryWords,
  type Paper,
  type PrintedValue,
  printedSubject,
  type Study,
} from '../../evidence/index.ts';
import type { EvidenceTableOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { wholeLibrary } from './evidence-library.ts';
import { printCsv } from './print-csv.ts';
import { print, table } from './stats.ts';

const exhibitId = (asked: string): string => (/^\d+$/.test(asked) ? `Table ${asked}` : asked);

interface Cell {
  readonly study: Study;
  readonly value: PrintedValue;
}

/** The values that stand in a table, in the order of their lines. */
export function cellsOf(studies: readonly Study[], paper: Paper, exhibit: string): readonly Cell[] {
  const firstLine = ({ value }: Cell) => Number(/^\d+/.exec(value.place.lines ?? '')?.[0] ?? 0);
  return studies
    .flatMap((study) =>
      (study.printed?.values ?? [])
        .filter(({ place }) => place.document === paper.id && place.section === exhibit)
        .map((value) => ({ study, value })),
    )
    .toSorted((a, b) => firstLine(a) - firstLine(b));
}

const shownValue = (value: PrintedValue): string => {
  const interval = 'interval' in value && value.interval !== undefined ? ` (${value.interval})` : '';
  return `${value.value}${interval}`;
};

/** Words in lines no wider than `width`; a longer word has a line of its own, and "(n = 6)" is one word. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<!=)\s+(?!=)/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.length === 0 ? [''] : lines;
}

/** A row of cells, each wrapped in its own column. */
function wrappedRow(cells: readonly string[], width: number): readonly (readonly string[])[] {
  const columns = cells.map((cell) => wrapped(cell, width));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => columns.map((lines) => lines[at] ?? ''));
}

/** The table as the paper has it; lines of dashes, as wide as their columns, between rows that are wrapped. */
function gridOf({ headers, rows }: ExhibitTable): string {
  const width = headers.length > 6 ? 20 : 36;
  const wrappedRows = rows.map(({ cells }) =>
    wrappedRow(
      cells.map(({ text }) => text),
      width,
    ),
  );
  const isTall = wrappedRows.some((lines) => lines.length > 1);
  const head = wrappedRow(headers, width);
  const all = [...head, ...wrappedRows.flat()];
  const rule = headers.map((_, at) => '-'.repeat(Math.max(...all.map((line) => line[at]?.length ?? 0))));
  return table([...head, ...wrappedRows.flatMap((lines) => (isTall ? [rule, ...lines] : lines))]);
}

/** Prints a table of a paper. */
export function evidenceTableCommand(document: string, asked: string, options: EvidenceTableOptions): void {
  const { studies, papers } = wholeLibrary();
  const paper = papers.find(({ id }) => id === document);
  const refuse = (message: string) =>
    reportIssues([{ code: 'unknown-reference', severity: 'error', message, source: document }]);
  if (paper === undefined) {
    refuse(`is no paper of the library; there are ${papers.map(({ id }) => id).join(', ')}`);
    return;
  }
  const exhibit = exhibitId(asked);
  const found = paper.tables.find(({ id }) => id === exhibit);
  if (found === undefined) {
    const there = paper.tables.map(({ id }) => id).join(', ');
    refuse(`has no "${exhibit}"; it has ${there === '' ? 'no tables' : there}`);
    return;
  }
  const title = `${found.id}. ${found.words.replace(/^Table \d+[.:] /, '')}`;
  const again = exhibitTable(studies, paper, exhibit);
  if (!options.long && again !== undefined) {
    const rows = again.rows.map(({ cells }) => cells.map(({ text }) => text));
    if (options.csv) printCsv({ columns: again.headers, rows });
    else print([title, gridOf(again), ...again.notes].join('\n\n'));
    return;
  }
  const cells = cellsOf(studies, paper, exhibit);
  const head = ['study', 'group', 'what', 'as', 'printed', 'lines'];
  const rows = cells.map(({ study, value }) => [
    study.id,
    study.printed?.groups.find(({ id }) => id === value.group)?.words ?? value.group,
    libraryWords(printedSubject(value)),
    libraryWords(value.as),
    shownValue(value),
    value.place.lines ?? '',
  ]);
  if (options.csv) {
    printCsv({ columns: head, rows });
    return;
  }
  print(title);
  print(`columns: ${found.columns.map(({ header }) => header).join(' | ')}`);
  print('');
  print(table([head, ...rows]));
  print(`\n${new Set(cells.map(({ study }) => study.id)).size} studies, ${cells.length} values`);
}
