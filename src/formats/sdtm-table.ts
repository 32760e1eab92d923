/**
 * Tables of CDISC's Study Data Tabulation Model as CSV: rows read by the names of their variables. Which variables a domain
 * needs is checked once; a row that cannot be cut into cells is an error.
 */
import type { Issue } from '../reading/index.ts';
import { DelimitedTable } from './delimited-table.ts';
import type { IssueLog } from './issue-log.ts';

/** One row; `text` is empty where the table has no such variable. */
export interface SdtmRow {
  readonly line: number;
  text(variable: string): string;
  /** True where the table has this variable. */
  has(variable: string): boolean;
}

/** The rows of a table; undefined, with issues in the log, where it lacks a variable of `needed`. */
export function sdtmRows(
  content: string,
  needed: readonly string[],
  log: IssueLog,
): readonly SdtmRow[] | undefined {
  const table = new DelimitedTable(log, { comment: '' });
  const rows: SdtmRow[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  for (const [index, line] of content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const row = table.row({ text: line, number: index + 1 });
    const { header } = table;
    if (header === undefined) continue;
    if (places === undefined) {
      places = new Map(header.columns.map((name, at) => [name.toUpperCase(), at]));
      const missing = missingVariables(needed, places, header.line);
      for (const issue of missing) log.add(issue);
      if (missing.length > 0) return undefined;
    }
    if (row === undefined) continue;
    const own = places;
    rows.push({
      line: row.line,
      text: (variable) => {
        const cell = (row.cells[own.get(variable) ?? -1] ?? '').trim();
        return cell === 'NA' ? '' : cell;
      },
      has: (variable) => own.has(variable),
    });
  }
  if (rows.length === 0) log.add({ code: 'input-empty', severity: 'error', message: 'the table has no row' });
  return log.errors > 0 ? undefined : rows;
}

function missingVariables(
  needed: readonly string[],
  places: ReadonlyMap<string, number>,
  line: number,
): readonly Issue[] {
  return needed
    .filter((name) => !places.has(name))
    .map((name) => ({
      code: 'column-missing',
      severity: 'error',
      message: `the table has no variable ${name}; it has ${[...places.keys()].slice(0, 30).join(', ')}`,
      line,
    }));
}
