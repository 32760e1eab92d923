/**
 * A table with one subject a row, read by the names of its columns: numbers and labels that have to be there, and numbers that
 * may be open. A row that lacks one, or holds something else in its place, is left out and counted.
 */
import type { Issue, Reading } from '../reading/index.ts';
import { DelimitedTable } from './delimited-table.ts';
import { IssueLog } from './issue-log.ts';
import { isEmptyCell, numberOfCell } from './survival-cells.ts';

/** Names of columns, by what they hold. */
export interface SubjectColumnNames {
  readonly numbers?: readonly string[];
  /** Numbers that may be empty: an empty cell is null. */
  readonly openNumbers?: readonly string[];
  readonly labels?: readonly string[];
}

/** One row. */
export interface SubjectRow {
  readonly line: number;
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** The rows that can be used, and how many cannot. */
export interface SubjectRows {
  readonly rows: readonly SubjectRow[];
  readonly leftOut: number;
}

const infinite = /^([+-])?inf(?:inity)?$/i;

/** The number of a cell, null for an open one, or undefined. */
function numberOf(cell: string, mayBeOpen: boolean): number | null | undefined {
  const number = numberOfCell(cell);
  if (!Number.isNaN(number)) return number;
  return mayBeOpen && (isEmptyCell(cell) || infinite.test(cell)) ? null : undefined;
}

type Named = Required<SubjectColumnNames>;

function rowOf(
  line: number,
  cellOf: (name: string) => string,
  { numbers, openNumbers, labels }: Named,
): SubjectRow | string {
  const read: Record<string, number | null> = {};
  for (const name of [...numbers, ...openNumbers]) {
    const cell = cellOf(name);
    const value = numberOf(cell, openNumbers.includes(name));
    if (value === undefined)
      return isEmptyCell(cell) ? `"${name}" is missing` : `"${cell.slice(0, 40)}" in "${name}" is no number`;
    read[name] = value;
  }
  const said: Record<string, string> = {};
  for (const name of labels) {
    const cell = cellOf(name);
    if (isEmptyCell(cell)) return `"${name}" is missing`;
    said[name] = cell;
  }
  return { line, numbers: read, labels: said };
}

/** Reads a table: comma, semicolon or tab between the cells, a header line first. */
export function readSubjectColumns(text: string, names: SubjectColumnNames): Reading<SubjectRows> {
  const named: Named = {
    numbers: names.numbers ?? [],
    openNumbers: names.openNumbers ?? [],
    labels: names.labels ?? [],
  };
  const log = new IssueLog();
  const table = new DelimitedTable(log);
  const rows: SubjectRow[] = [];
  let leftOut = 0;
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const row = table.row({ text: line, number: index + 1 });
    const columns = table.header?.columns ?? [];
    if (row === undefined) {
      if (table.header === undefined) continue;
      const lacking = Object.values(named)
        .flat()
        .filter((name) => !columns.includes(name));
      if (lacking.length === 0) continue;
      const issues = lacking.map((name): Issue => {
        const message = `the header has no column "${name}"; it has ${columns.slice(0, 30).join(', ')}`;
        return { code: 'column-missing', severity: 'error', message, line: table.header?.line ?? 1 };
      });
      return { value: undefined, issues };
    }
    const read = rowOf(row.line, (name) => (row.cells[columns.indexOf(name)] ?? '').trim(), named);
    if (typeof read !== 'string') rows.push(read);
    else {
      leftOut += 1;
      log.add({ code: 'row-malformed', severity: 'warning', message: `${read}; left out`, line: row.line });
    }
  }
  if (rows.length === 0) {
    const message = 'no row holds what the columns named have to hold';
    return { value: undefined, issues: [...log.issues, { code: 'input-empty', severity: 'error', message }] };
  }
  return { value: { rows, leftOut }, issues: log.issues };
}
