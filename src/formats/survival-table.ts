/**
 * A table with one subject a row as survival columns: time, event, and where named entry, group and stratum. What counts as
 * an event is said by the cells (1/0, true/false, yes/no) or by the caller; rows without a time or an event are left out and
 * counted.
 */
import type { Issue, Reading } from '../reading/index.ts';
import type { SurvivalColumns } from '../statistics/index.ts';
import { isRowInComment, repeatedColumn, rowInCommentMessage } from './comment-row.ts';
import { DelimitedTable, type TableRow } from './delimited-table.ts';
import { IssueLog } from './issue-log.ts';
import { isEmptyCell, isEventCell, isOpenEvent, numberOfCell, openEventMessage } from './survival-cells.ts';

/** Names of the columns. */
export interface SurvivalTableColumns {
  readonly time: string;
  readonly event: string;
  /** The cell that means the event; absent where the cells are 1/0, true/false or yes/no. */
  readonly eventIs?: string;
  readonly entry?: string;
  readonly group?: string;
  readonly stratum?: string;
}

/** Survival data by stratum and group. */
export interface SurvivalTable {
  /** Names of the groups in the order met; one empty name where no column of groups was named. */
  readonly groups: readonly string[];
  readonly strata: readonly string[];
  /** Columns of each stratum and group, in these orders. */
  readonly columns: readonly (readonly SurvivalColumns[])[];
  readonly subjects: number;
  readonly leftOut: number;
}

interface Subject {
  readonly time: number;
  readonly event: number;
  readonly entry: number | undefined;
  readonly group: string;
  readonly stratum: string;
}

interface Places {
  readonly time: number;
  readonly event: number;
  readonly entry: number | undefined;
  readonly group: number | undefined;
  readonly stratum: number | undefined;
}

function subjectOf({ cells }: TableRow, at: Places, eventIs: string | undefined): Subject | string {
  const cell = (place: number | undefined): string =>
    place === undefined ? '' : (cells[place] ?? '').trim();
  const [timeText, eventText, entryText] = [cell(at.time), cell(at.event), cell(at.entry)];
  if (isEmptyCell(timeText) || isEmptyCell(eventText)) return 'the time or the event is missing';
  const time = numberOfCell(timeText);
  if (!Number.isFinite(time)) return `"${timeText.slice(0, 40)}" is no time`;
  const isEvent = isEventCell(eventText, eventIs);
  const entry = at.entry === undefined ? undefined : numberOfCell(entryText);
  if (entry !== undefined && !Number.isFinite(entry))
    return `"${entryText.slice(0, 40)}" is no time of entry`;
  if (entry !== undefined && entry >= time)
    return 'entry is not before the exit; the subject was never at risk';
  if (at.group !== undefined && isEmptyCell(cell(at.group))) return 'the group is missing';
  if (at.stratum !== undefined && isEmptyCell(cell(at.stratum))) return 'the stratum is missing';
  return { time, event: isEvent ? 1 : 0, entry, group: cell(at.group), stratum: cell(at.stratum) };
}

function columnsOf(subjects: readonly Subject[], isDelayed: boolean): SurvivalColumns {
  return {
    time: Float64Array.from(subjects, ({ time }) => time),
    event: Uint8Array.from(subjects, ({ event }) => event),
    ...(isDelayed ? { entry: Float64Array.from(subjects, ({ entry }) => entry ?? 0) } : {}),
  };
}

/** Reads a table: comma, semicolon or tab between the cells, a header line first. */
export function readSurvivalTable(text: string, named: SurvivalTableColumns): Reading<SurvivalTable> {
  const log = new IssueLog();
  const table: DelimitedTable = new DelimitedTable(log, {
    onComment: ({ text: line, number }) => {
      if (!isRowInComment(table.header, line)) return;
      leftOut += 1;
      log.add({ code: 'row-malformed', severity: 'warning', message: rowInCommentMessage, line: number });
    },
  });
  const subjects: Subject[] = [];
  let places: Places | undefined;
  let leftOut = 0;
  const missing = (name: string): Issue => ({
    code: 'column-missing',
    severity: 'error',
    message: `the header has no column "${name}"; it has ${table.header?.columns.slice(0, 30).join(', ') ?? 'none'}`,
    line: table.header?.line ?? 1,
  });
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const row = table.row({ text: line, number: index + 1 });
    if (row === undefined) continue;
    if (places === undefined) {
      const columns = table.header?.columns ?? [];
      const find = (name: string | undefined): number | undefined =>
        name === undefined ? undefined : columns.indexOf(name);
      const wanted = [named.time, named.event, named.entry, named.group, named.stratum];
      const lacking = wanted.filter((name) => name !== undefined && !columns.includes(name));
      if (lacking.length > 0) return { value: undefined, issues: lacking.map((name) => missing(name ?? '')) };
      const repeated = wanted.filter(
        (name) => columns.indexOf(name ?? '') !== columns.lastIndexOf(name ?? ''),
      );
      if (repeated.length > 0)
        return {
          value: undefined,
          issues: repeated.map((name) => repeatedColumn(name ?? '', table.header?.line ?? 1)),
        };
      places = {
        time: columns.indexOf(named.time),
        event: columns.indexOf(named.event),
        entry: find(named.entry),
        group: find(named.group),
        stratum: find(named.stratum),
      };
    }
    const eventText = (row.cells[places.event] ?? '').trim();
    if (isOpenEvent(eventText, named.eventIs)) {
      const message = openEventMessage(named.event, eventText);
      return {
        value: undefined,
        issues: [{ code: 'wrong-value', severity: 'error', message, line: row.line }],
      };
    }
    const subject = subjectOf(row, places, named.eventIs);
    if (typeof subject !== 'string') subjects.push(subject);
    else {
      leftOut += 1;
      log.add({
        code: 'row-malformed',
        severity: 'warning',
        message: `${subject}; left out`,
        line: row.line,
      });
    }
  }
  if (subjects.length === 0) {
    const message = 'no row holds a time and an event';
    return { value: undefined, issues: [...log.issues, { code: 'input-empty', severity: 'error', message }] };
  }
  const groups = [...new Set(subjects.map(({ group }) => group))];
  const strata = [...new Set(subjects.map(({ stratum }) => stratum))];
  const columns = strata.map((stratum) =>
    groups.map((group) =>
      columnsOf(
        subjects.filter((each) => each.stratum === stratum && each.group === group),
        named.entry !== undefined,
      ),
    ),
  );
  return { value: { groups, strata, columns, subjects: subjects.length, leftOut }, issues: log.issues };
}
