/** A table of a paper printed again from the library: the paper's columns, one row as the paper has it, each cell with its lines. */
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { type CellKind, exhibitCell } from './exhibit-cell.ts';
import { exhibitColumn } from './exhibit-column.ts';
import { type ExhibitRow, exhibitRowKind, exhibitRows, exhibitValues, firstLine } from './exhibit-row.ts';

export interface ExhibitCell {
  readonly text: string;
  /** Citations of the lines of the paper that the cell is composed from. */
  readonly lines: readonly string[];
}

export interface ExhibitTable {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly study: string; readonly cells: readonly ExhibitCell[] }[];
}

const citations = (values: readonly PrintedValue[]): readonly string[] => [
  ...new Set(values.flatMap(({ place }) => place.lines ?? [])),
];

/** `Moertel (1991) [16]`: author of the citation, year and reference as the table prints them. */
function reportText({ study, values }: ExhibitRow): string {
  const fact = (name: string) => values.find((each) => each.what === 'fact' && each.name === name);
  const year = /\d{4}/.exec(fact('year')?.value ?? '')?.[0];
  const reference = /\[[\d, –-]+\]/.exec(fact('reference number')?.value ?? '')?.[0];
  const author = study.citation.authors?.split(/[ ,]/)[0] ?? study.id;
  return [author, year === undefined ? undefined : `(${year})`, reference]
    .filter((part) => part !== undefined)
    .join(' ');
}

function adverseEventCells({ about, values }: ExhibitRow): readonly ExhibitCell[] {
  const cell = (as: 'count' | 'percent', graded: boolean): ExhibitCell => {
    const own = values.filter(
      (each) => each.what === 'toxicity' && each.as === as && (each.grades !== undefined) === graded,
    );
    return { text: own.map(({ value }) => value).join('; '), lines: citations(own) };
  };
  return [
    { text: about ?? '', lines: [] },
    cell('count', false),
    cell('percent', false),
    cell('count', true),
    cell('percent', true),
  ];
}

/** Values that stand with the sites: a total that is part of the words of the sites ("GEP (21; pancreas, 10"). */
function standsWithSites(value: PrintedValue, values: readonly PrintedValue[]): boolean {
  const { text } = value.place;
  if (value.what !== 'patients' || text === undefined) return false;
  return values.some(
    (each) => each.what === 'part' && each.scheme === 'site' && (each.place.text ?? '').includes(text),
  );
}

/** A table of one study has headers that say what a single value is: "Sex", "PS". */
function cellKind(values: readonly PrintedValue[], header: string, byStudy: boolean): CellKind {
  const isSingle = values.length === 1 && values.every(({ what }) => what === 'fact' || what === 'baseline');
  if (!byStudy && isSingle) return 'plain';
  return /^(summary|outcome)/i.test(header) ? 'summary' : 'composed';
}

function rowCells(row: ExhibitRow, headers: readonly string[], byStudy: boolean): readonly ExhibitCell[] {
  const { study, values } = row;
  const groups = study.printed?.groups ?? [];
  const sites = headers.findIndex((header) => /primary site/i.test(header));
  const columns = headers.map((): PrintedValue[] => []);
  for (const value of values.toSorted((a, b) => firstLine(a) - firstLine(b))) {
    const at = sites >= 0 && standsWithSites(value, values) ? sites : exhibitColumn(value, headers);
    columns[at]?.push(value);
  }
  return columns.map((own, at) => {
    const header = headers[at] ?? '';
    if (at === 0 && byStudy) return { text: reportText(row), lines: citations(own) };
    if (/^pt\.? ?no/i.test(header)) {
      const words = groups.find(({ id }) => id === row.about)?.words.split(':')[0] ?? row.about ?? '';
      return { text: words, lines: citations(own) };
    }
    return { text: exhibitCell(own, values, groups, cellKind(own, header, byStudy)), lines: citations(own) };
  });
}

/** The table; undefined where the paper has none of that name. */
export function exhibitTable(
  studies: readonly Study[],
  paper: Paper,
  exhibit: string,
): ExhibitTable | undefined {
  const found = paper.tables.find(({ id }) => id === exhibit);
  if (found === undefined) return undefined;
  const headers = found.columns.map(({ header }) => header);
  const kind = exhibitRowKind(exhibitValues(studies, paper, exhibit), headers);
  const rows = exhibitRows(studies, paper, exhibit, headers).map((row) => ({
    study: row.study.id,
    cells: kind === 'adverseEvent' ? adverseEventCells(row) : rowCells(row, headers, kind === 'study'),
  }));
  return { headers, rows };
}
