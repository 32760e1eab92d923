/**
 * A table of a paper printed again from the library: the paper's columns, one row as the paper has it, each cell with
 * the words of the paper and their lines. Codes of the paper (NA, UPS, SI) stay as printed.
 */
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { exhibitColumn } from './exhibit-column.ts';
import { type ExhibitRow, exhibitRowKind, exhibitRows, exhibitValues, firstLine } from './exhibit-row.ts';
import { rowWords } from './exhibit-words.ts';

export interface ExhibitCell {
  readonly text: string;
  /** Citations of the lines of the paper that the cell is composed from. */
  readonly lines: readonly string[];
}

export interface ExhibitTable {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly study: string; readonly cells: readonly ExhibitCell[] }[];
  /** Notes under the table that a letter in its cells refers to: "a No distinction between WDNET and PDNEC". */
  readonly notes: readonly string[];
}

const citations = (values: readonly PrintedValue[]): readonly string[] => [
  ...new Set(values.flatMap(({ place }) => place.lines ?? [])),
];

/** The words of a row before its first number: "Skin rash" of "Skin rash 3 17.6". */
const wordsBeforeNumbers = (text: string): string => /^[^\d]*/u.exec(text)?.[0].trim() ?? '';

function adverseEventCells({ about, values }: ExhibitRow): readonly ExhibitCell[] {
  const cell = (as: 'count' | 'percent', graded: boolean): ExhibitCell => {
    const own = values.filter(
      (each) => each.what === 'toxicity' && each.as === as && (each.grades !== undefined) === graded,
    );
    return { text: own.map(({ value }) => value).join('; '), lines: citations(own) };
  };
  const term = wordsBeforeNumbers(values[0]?.place.text ?? '');
  return [
    { text: term === '' ? (about ?? '') : term, lines: [] },
    cell('count', false),
    cell('percent', false),
    cell('count', true),
    cell('percent', true),
  ];
}

/**
 * In a table of one study a header says what a single value is ("Sex", "PS"): only the value is the cell, whatever its
 * place has beside it.
 */
function groupCells(row: ExhibitRow, headers: readonly string[]): readonly ExhibitCell[] {
  const groups = row.study.printed?.groups ?? [];
  const columns = headers.map((_, at) =>
    row.values.filter((value) => exhibitColumn(value, headers).at === at),
  );
  const isPlain = (own: readonly PrintedValue[]) =>
    own.length === 1 && own.every(({ what }) => what === 'fact' || what === 'baseline');
  const composed = rowWords(columns.filter((own) => !isPlain(own)).flat(), headers);
  return columns.map((own, at) => {
    if (/^pt\.? ?no/i.test(headers[at] ?? '')) {
      const words = groups.find(({ id }) => id === row.about)?.words.split(':')[0] ?? row.about ?? '';
      return { text: words, lines: citations(own) };
    }
    const cell = composed[at];
    if (isPlain(own) || cell === undefined) return { text: own[0]?.value ?? '', lines: citations(own) };
    return { text: cell.words, lines: citations(cell.values) };
  });
}

const studyCells = ({ values }: ExhibitRow, headers: readonly string[]): readonly ExhibitCell[] =>
  rowWords(
    values.toSorted((a, b) => firstLine(a) - firstLine(b)),
    headers,
  ).map(({ words, values: own }) => ({ text: words, lines: citations(own) }));

/** Facts under the last row that begin with a letter of reference: "aNo distinction", the mark set apart. */
const notesOf = (values: readonly PrintedValue[], rows: readonly ExhibitRow[]): readonly string[] => [
  ...new Set(
    values.flatMap((value) => {
      const [, mark, note] = /^([a-e])(\p{Lu}.*)$/u.exec(value.value) ?? [];
      const isInRow = rows.some((row) => row.values.includes(value));
      return value.what !== 'fact' || note === undefined || isInRow ? [] : [`${mark} ${note}`];
    }),
  ),
];

/** The table; undefined where the paper has none of that name. */
export function exhibitTable(
  studies: readonly Study[],
  paper: Paper,
  exhibit: string,
): ExhibitTable | undefined {
  const found = paper.tables.find(({ id }) => id === exhibit);
  if (found === undefined) return undefined;
  const headers = found.columns.map(({ header }) => header);
  const placed = exhibitValues(studies, paper, exhibit);
  const kind = exhibitRowKind(placed, headers);
  const cells = (row: ExhibitRow): readonly ExhibitCell[] => {
    switch (kind) {
      case 'adverseEvent':
        return adverseEventCells(row);
      case 'group':
        return groupCells(row, headers);
      case 'study':
        return studyCells(row, headers);
    }
  };
  const rows = exhibitRows(studies, paper, exhibit, headers);
  return {
    headers,
    rows: rows.map((row) => ({ study: row.study.id, cells: cells(row) })),
    notes: notesOf(
      placed.map(({ value }) => value),
      rows,
    ),
  };
}
