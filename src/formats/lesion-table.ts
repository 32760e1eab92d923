/**
 * Plain tables of lesions, one row for each lesion at each time point: patient, lesion, organ, kind (target, non-target,
 * new), node, day or date, size. A table with a row that cannot be read is refused as a whole, because a row left out would
 * change the sum of the others.
 */
import type { Issue, Reading } from '../reading/index.ts';
import type { LesionRecord } from '../response/index.ts';
import type { PatientDate } from '../units/index.ts';
import { isRowInComment } from './comment-row.ts';
import { DelimitedTable } from './delimited-table.ts';
import { IssueLog } from './issue-log.ts';
import { type LesionColumn, LesionRowReader, lesionColumns } from './lesion-row-reader.ts';
import { type LesionRow, lesionRecords } from './lesion-rows.ts';
import { columnKey, type TableHeader } from './table-header.ts';

/** What a caller knows that the table does not say. */
export interface LesionTableOptions {
  /** The first day of treatment, where the table has dates and no column `start`. */
  readonly start?: PatientDate;
}

/** The records of a table. */
export interface LesionTable {
  readonly records: readonly LesionRecord[];
  readonly rows: number;
  /** Where day 0 is the day of the first scan, because no start of treatment is given. */
  readonly countedFromBaseline: readonly string[];
}

function rowOf(reader: LesionRowReader, line: number): LesionRow | undefined {
  const patient = reader.text('patient');
  const lesion = reader.text('lesion');
  if (patient === '') return reader.refuse('patient', 'the patient is empty; give every row its patient');
  if (lesion === '')
    return reader.refuse('lesion', 'the lesion is empty; give every lesion a name of its own');
  const kind = reader.kind();
  const isNode = reader.isNode();
  const state = reader.state();
  const date = reader.date(reader.text('day') === '' && reader.place('date') !== undefined ? 'date' : 'day');
  const start = reader.text('start') === '' ? undefined : reader.date('start');
  const traits = reader.traits();
  const density = reader.number('density');
  const uptake = reader.number('uptake');
  const treatment = reader.text('treatment');
  if (density === null || uptake === null) return undefined;
  if (kind === undefined || isNode === undefined || state === undefined) return undefined;
  if (date === undefined || traits === undefined) return undefined;
  const organ = reader.text('organ');
  return {
    patient,
    lesion,
    kind,
    isNode,
    ...(organ === '' ? {} : { organ }),
    traits,
    date,
    ...(start === undefined ? {} : { start }),
    state,
    ...(density === undefined ? {} : { density }),
    ...(uptake === undefined ? {} : { uptake }),
    ...(treatment === '' ? {} : { treatment }),
    line,
  };
}

/** Reads a table: comma, semicolon or tab between the cells, a header line first. */
export function readLesionTable(text: string, options: LesionTableOptions = {}): Reading<LesionTable> {
  const log = new IssueLog();
  // A patient '#1' begins a row, not a comment; a row left out would change the sum.
  const table: DelimitedTable = new DelimitedTable(log, {
    onComment: ({ text: line, number }) => {
      if (!isRowInComment(table.header, line)) return;
      log.add({
        code: 'row-malformed',
        severity: 'error',
        message: "a row begins with '#', which marks a comment; take the mark off, or the row out",
        line: number,
      });
    },
  });
  const rows: LesionRow[] = [];
  let isChecked = false;
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const row = table.row({ text: line, number: index + 1 });
    const { header } = table;
    if (row === undefined || header === undefined) continue;
    if (!isChecked) {
      isChecked = true;
      const wrong = [...missingColumns(header), ...repeatedColumns(header)];
      if (wrong.length > 0) return { value: undefined, issues: wrong };
    }
    const read = rowOf(new LesionRowReader(header, row.cells, line, row.line, log), row.line);
    if (read !== undefined) rows.push(read);
  }
  if (rows.length === 0 && log.errors === 0)
    log.add({ code: 'input-empty', severity: 'error', message: 'no row holds a lesion' });
  if (log.errors > 0) return { value: undefined, issues: log.issues };
  const read = lesionRecords(rows, options.start);
  const value = read.value === undefined ? undefined : { ...read.value, rows: rows.length };
  return { value, issues: [...log.issues, ...read.issues] };
}

function missingColumns(header: TableHeader): readonly Issue[] {
  const has = (name: LesionColumn): boolean => header.find(...lesionColumns[name]) !== undefined;
  const lacking = [
    ...(['patient', 'lesion', 'kind'] as const).filter((name) => !has(name)),
    ...(has('day') || has('date') ? [] : ['day or date']),
    ...(has('size') || has('sizeMillimetres') || has('sizeCentimetres') ? [] : ['size, size_mm or size_cm']),
  ];
  return lacking.map((name) => ({
    code: 'column-missing',
    severity: 'error',
    message: `the header has no column ${name}; it has ${header.columns.slice(0, 30).join(', ')}`,
    line: header.line,
  }));
}

/** Which of two columns with one meaning holds is not for the reader to choose. */
function repeatedColumns({ columns, line }: TableHeader): readonly Issue[] {
  const { size, sizeMillimetres, sizeCentimetres, ...others } = lesionColumns;
  const meanings = [...Object.values(others), [...size, ...sizeMillimetres, ...sizeCentimetres]];
  return meanings.flatMap((names): readonly Issue[] => {
    const keys = new Set(names.map(columnKey));
    const found = columns.filter((column) => keys.has(columnKey(column)));
    if (found.length < 2) return [];
    const message = `the header has ${found.length} columns for one thing: ${found.join(', ')}; keep one of them`;
    return [{ code: 'wrong-value', severity: 'error', message, line }];
  });
}
