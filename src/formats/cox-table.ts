/**
 * A table as the columns of a proportional hazards model: one subject a row, or one interval of a subject. A covariate whose
 * cells are all numbers is a number; one whose cells are all text, or that is named as a factor, is a category, with one
 * column of 0 and 1 for each level but the first. Rows that lack a value are left out and counted.
 */
import type { Issue, Reading } from '../reading/index.ts';
import type { CoxColumns, CoxCovariate } from '../statistics/index.ts';
import { isRowInComment, repeatedColumn, rowInCommentMessage } from './comment-row.ts';
import { DelimitedTable, type TableRow } from './delimited-table.ts';
import { IssueLog } from './issue-log.ts';
import { isEmptyCell, isEventCell, isOpenEvent, numberOfCell, openEventMessage } from './survival-cells.ts';

/** Names of the columns. */
export interface CoxTableColumns {
  readonly time: string;
  readonly event: string;
  /** The cell that means the event; absent where the cells are 1/0, true/false or yes/no. */
  readonly eventIs?: string;
  readonly entry?: string;
  readonly covariates: readonly string[];
  /** Covariates that are categories although their cells are numbers. */
  readonly factors?: readonly string[];
  /** Of a factor the level that the others are compared with; the first in order when absent. */
  readonly references?: Readonly<Record<string, string>>;
  readonly strata?: string;
  readonly clusters?: string;
  readonly weights?: string;
}

/** One covariate of the table with the columns it became. */
export interface CoxTerm {
  readonly name: string;
  /** Names of the model's covariates: `name` itself, or `name=level`. */
  readonly covariates: readonly string[];
  /** The level the others are compared with; absent for numbers. */
  readonly reference?: string;
}

/** The columns with what was read. */
export interface CoxTable {
  readonly columns: CoxColumns;
  readonly terms: readonly CoxTerm[];
  /** The line of the file of each row of the columns. */
  readonly lines: readonly number[];
  readonly leftOut: number;
}

/** A row with its cells by the name of the column. */
interface Row {
  readonly line: number;
  readonly cell: (name: string) => string;
}

const error = (code: Issue['code'], message: string, line?: number): Issue => ({
  code,
  severity: 'error',
  message,
  ...(line === undefined ? {} : { line }),
});

/** Why a row is no subject, or undefined. */
function faultOf({ cell }: Row, named: CoxTableColumns): string | undefined {
  if (isEmptyCell(cell(named.time)) || isEmptyCell(cell(named.event)))
    return 'the time or the event is missing';
  const time = numberOfCell(cell(named.time));
  if (!Number.isFinite(time)) return `"${cell(named.time).slice(0, 40)}" is no time`;
  if (named.entry !== undefined) {
    const entry = numberOfCell(cell(named.entry));
    if (!Number.isFinite(entry)) return `"${cell(named.entry).slice(0, 40)}" is no time of entry`;
    if (entry >= time) return 'entry is not before the exit; the subject was never at risk';
  }
  for (const name of [named.strata, named.clusters, ...named.covariates])
    if (name !== undefined && isEmptyCell(cell(name))) return `${name} is missing`;
  if (named.weights !== undefined && !(numberOfCell(cell(named.weights)) > 0))
    return `"${cell(named.weights).slice(0, 40)}" is no weight above 0`;
  return undefined;
}

/** Levels in order: numbers by size, text by its letters, the reference first. */
function levelsOf(cells: readonly string[], reference: string | undefined): readonly string[] {
  const levels = [...new Set(cells)];
  const isNumeric = levels.every((level) => Number.isFinite(numberOfCell(level)));
  levels.sort((a, b) => (isNumeric ? Number(a) - Number(b) : a < b ? -1 : 1));
  return reference === undefined ? levels : [reference, ...levels.filter((level) => level !== reference)];
}

/** A covariate as columns, or what is wrong with it. */
function termOf(
  name: string,
  rows: readonly Row[],
  named: CoxTableColumns,
): { readonly term: CoxTerm; readonly covariates: readonly CoxCovariate[] } | Issue {
  const cells = rows.map(({ cell }) => cell(name));
  const text = cells.findIndex((cell) => !Number.isFinite(numberOfCell(cell)));
  const reference = named.references?.[name];
  const isFactor = named.factors?.includes(name) === true || reference !== undefined;
  if (text < 0 && !isFactor)
    return {
      term: { name, covariates: [name] },
      covariates: [{ name, values: Float64Array.from(cells, numberOfCell) }],
    };
  if (!isFactor && cells.some((cell) => Number.isFinite(numberOfCell(cell))))
    return error(
      'wrong-value',
      `the column "${name}" holds numbers and "${(cells[text] ?? '').slice(0, 40)}"; empty the cells that are no number, or name it as a factor (--factors)`,
      rows[text]?.line,
    );
  if (reference !== undefined && !cells.includes(reference))
    return error('wrong-value', `the column "${name}" has no "${reference.slice(0, 40)}" to compare with`);
  const [first = '', ...levels] = levelsOf(cells, reference);
  const covariates = levels.map((level) => ({
    name: `${name}=${level}`,
    values: Float64Array.from(cells, (cell) => (cell === level ? 1 : 0)),
  }));
  if (covariates.length === 0)
    return error('wrong-value', `the column "${name}" holds "${first.slice(0, 40)}" only`);
  return { term: { name, covariates: covariates.map((each) => each.name), reference: first }, covariates };
}

/** The rows of a text that are subjects, or the issues that forbid it. */
function rowsOf(
  text: string,
  named: CoxTableColumns,
  log: IssueLog,
): { readonly rows: readonly Row[]; readonly leftOut: number } | { readonly issues: readonly Issue[] } {
  let leftOut = 0;
  const table: DelimitedTable = new DelimitedTable(log, {
    onComment: ({ text: line, number }) => {
      if (!isRowInComment(table.header, line)) return;
      leftOut += 1;
      log.add({ code: 'row-malformed', severity: 'warning', message: rowInCommentMessage, line: number });
    },
  });
  const { time, event, entry, strata, clusters, weights, covariates } = named;
  const wanted = [time, event, entry, strata, clusters, weights, ...covariates];
  const rows: Row[] = [];
  const read = (row: TableRow): Issue | undefined => {
    const columns = table.header?.columns ?? [];
    const cell = (name: string): string => (row.cells[columns.indexOf(name)] ?? '').trim();
    if (isOpenEvent(cell(event), named.eventIs))
      return error('wrong-value', openEventMessage(event, cell(event)), row.line);
    const own = { line: row.line, cell };
    const fault = faultOf(own, named);
    if (fault === undefined) rows.push(own);
    else {
      leftOut += 1;
      log.add({
        code: 'row-malformed',
        severity: 'warning',
        message: `${fault}; left out`,
        line: row.line,
      });
    }
    return undefined;
  };
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const row = table.row({ text: line, number: index + 1 });
    if (row === undefined) continue;
    const columns = table.header?.columns ?? [];
    const lacking = wanted.filter((name) => name !== undefined && !columns.includes(name));
    if (lacking.length > 0)
      return {
        issues: lacking.map((name) =>
          error(
            'column-missing',
            `the header has no column "${name ?? ''}"; it has ${columns.slice(0, 30).join(', ')}`,
            table.header?.line ?? 1,
          ),
        ),
      };
    const repeated = wanted.filter((name) => columns.indexOf(name ?? '') !== columns.lastIndexOf(name ?? ''));
    if (repeated.length > 0)
      return { issues: repeated.map((name) => repeatedColumn(name ?? '', table.header?.line ?? 1)) };
    const issue = read(row);
    if (issue !== undefined) return { issues: [issue] };
  }
  return { rows, leftOut };
}

/** Reads a table: comma, semicolon or tab between the cells, a header line first. */
export function readCoxTable(text: string, named: CoxTableColumns): Reading<CoxTable> {
  const log = new IssueLog();
  const unused = [...(named.factors ?? []), ...Object.keys(named.references ?? {})].filter(
    (name) => !named.covariates.includes(name),
  );
  if (unused.length > 0) {
    const message = `${unused.join(', ')}: named as a factor but not as a covariate`;
    return { value: undefined, issues: [error('wrong-value', message)] };
  }
  const read = rowsOf(text, named, log);
  if ('issues' in read) return { value: undefined, issues: [...log.issues, ...read.issues] };
  const { rows, leftOut } = read;
  if (rows.length === 0) {
    const issue = error('input-empty', 'no row holds a time, an event and every covariate');
    return { value: undefined, issues: [...log.issues, issue] };
  }
  const terms = named.covariates.map((name) => termOf(name, rows, named));
  const faults = terms.filter((term) => 'code' in term);
  if (faults.length > 0) return { value: undefined, issues: [...log.issues, ...faults] };
  const made = terms.filter((term) => 'term' in term);
  const numbers = (name: string): Float64Array =>
    Float64Array.from(rows, ({ cell }) => numberOfCell(cell(name)));
  const { time, event, entry, strata, clusters, weights } = named;
  const columns: CoxColumns = {
    time: numbers(time),
    event: Uint8Array.from(rows, ({ cell }) => (isEventCell(cell(event), named.eventIs) ? 1 : 0)),
    ...(entry === undefined ? {} : { entry: numbers(entry) }),
    ...(strata === undefined ? {} : { strata: rows.map(({ cell }) => cell(strata)) }),
    ...(clusters === undefined ? {} : { clusters: rows.map(({ cell }) => cell(clusters)) }),
    ...(weights === undefined ? {} : { weights: numbers(weights) }),
    covariates: made.flatMap(({ covariates }) => covariates),
  };
  return {
    value: { columns, terms: made.map(({ term }) => term), lines: rows.map(({ line }) => line), leftOut },
    issues: log.issues,
  };
}
