/**
 * Tables as the data of figures: one row a patient, a time point or a study, by the heads that the CSV beside a figure has,
 * so that what was written can be read again. A unit in brackets (`time (months)`) is taken over. A cell that is no number
 * where one is needed refuses the table: it would be drawn wrongly.
 */
import type { Issue, Reading } from '../reading/index.ts';
import { DelimitedTable } from './delimited-table.ts';
import { type CellKind, type CellValue, cellValue, isEmpty, kindWords } from './figure-cells.ts';
import { IssueLog } from './issue-log.ts';
import { columnKey } from './table-header.ts';

/** Kinds of figure that a table can hold. */
export const tableFigureKinds = [
  'waterfall',
  'swimmer',
  'spider',
  'kaplan-meier',
  'forest',
  'marker-series',
] as const;
/** A kind of figure that a table can hold. */
export type TableFigureKind = (typeof tableFigureKinds)[number];

interface Field {
  readonly field: string;
  readonly kind: CellKind;
  readonly names: readonly string[];
  readonly isNeeded?: true;
  /** True where a row may leave the cell of a needed column empty. */
  readonly isOptional?: true;
}

const field = (name: string, kind: CellKind, names: readonly string[]): Field => ({
  field: name,
  kind,
  names,
});
const needed = (name: string, kind: CellKind, names: readonly string[]): Field => ({
  field: name,
  kind,
  names,
  isNeeded: true,
});

const neededColumn = (name: string, kind: CellKind, names: readonly string[]): Field => ({
  ...needed(name, kind, names),
  isOptional: true,
});

const patient = needed('id', 'text', ['patient', 'id', 'subject', 'case']);
const bestResponse = field('bestResponse', 'text', ['best response', 'response', 'bor']);

const fields: Readonly<Record<TableFigureKind, readonly Field[]>> = {
  waterfall: [
    patient,
    neededColumn('bestChangePercent', 'number', [
      'best change',
      'change',
      'bestchangepercent',
      'percent change',
    ]),
    bestResponse,
    field('confirmation', 'text', ['confirmation', 'confirmed']),
    field('hasNewLesion', 'boolean', ['new lesion', 'new lesions', 'hasnewlesion']),
  ],
  swimmer: [
    patient,
    needed('end', 'number', ['end', 'duration', 'time on treatment']),
    field('start', 'number', ['start']),
    field('endAtMost', 'number', ['end at most', 'endatmost']),
    field('group', 'text', ['group', 'arm']),
    field('isOngoing', 'boolean', ['on treatment', 'ongoing', 'isongoing']),
    bestResponse,
    field('progression', 'times', ['progression']),
    field('death', 'times', ['death']),
    field('events', 'events', ['events']),
    field('annotation', 'text', ['annotation']),
  ],
  spider: [
    patient,
    needed('time', 'number', ['time', 'day', 'week', 'month']),
    needed('changePercent', 'number', ['change', 'changepercent', 'percent change']),
    bestResponse,
    field('hasNewLesion', 'boolean', ['new lesion', 'new lesions', 'hasnewlesion']),
  ],
  'kaplan-meier': [
    needed('time', 'number', ['time', 'duration']),
    needed('hasEvent', 'event', ['event', 'status', 'hasevent']),
    field('entry', 'number', ['entry']),
    field('group', 'text', ['group', 'arm']),
    field('id', 'text', ['patient', 'id', 'subject']),
  ],
  forest: [
    needed('label', 'text', ['row', 'label', 'study', 'subgroup']),
    neededColumn('estimate', 'number', ['estimate', 'hr', 'or', 'rate']),
    field('lower', 'number', ['lower', 'lower limit']),
    field('upper', 'number', ['upper', 'upper limit']),
    field('group', 'text', ['group']),
    field('n', 'text', ['n', 'patients']),
    field('count', 'number', ['count', 'events']),
    field('of', 'number', ['of', 'out of']),
    field('predictionLower', 'number', ['prediction lower']),
    field('predictionUpper', 'number', ['prediction upper']),
    field('weightPercent', 'number', ['weight', 'weightpercent']),
    field('isSummary', 'boolean', ['summary', 'issummary']),
    field('printed', 'text', ['printed']),
    field('remark', 'text', ['remark']),
  ],
  'marker-series': [
    needed('label', 'text', ['series', 'analyte', 'marker']),
    needed('time', 'number', ['time', 'day', 'week', 'month']),
    needed('value', 'limit', ['value']),
    field('unit', 'text', ['unit']),
    field('timeAtMost', 'number', ['time at most', 'timeatmost']),
    field('bound', 'text', ['bound']),
    field('lowerLimit', 'number', ['lower limit']),
    field('upperLimit', 'number', ['upper limit', 'uln']),
    field('remark', 'text', ['remark']),
  ],
};

/** A row with its line: fields by their names, and the cells of other columns. */
interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly others: Readonly<Record<string, string>>;
}

/** `time (months)` as its name and its unit. */
const headOf = (column: string): { readonly key: string; readonly unit: string | undefined } => {
  const match = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(column);
  return { key: columnKey(match?.[1] ?? column), unit: match?.[2] };
};

const without = (row: Row, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row.values).filter(([name]) => !names.includes(name)));

/** Rows under the same name, in the order met. */
const grouped = (
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] => [...Map.groupBy(rows, keyOf)];

const textIn = (row: Row, name: string): string => {
  const value = row.values[name];
  return typeof value === 'string' ? value : '';
};

const picked = (row: Row | undefined, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => (row?.values[name] === undefined ? [] : [[name, row.values[name]]])),
  );

/** The data of each kind from its rows. */
function dataOf(kind: TableFigureKind, rows: readonly Row[]): Record<string, unknown> {
  switch (kind) {
    case 'waterfall': {
      const annotationRows = [...new Set(rows.flatMap(({ others }) => Object.keys(others)))];
      return {
        annotationRows,
        patients: rows.map((row) => {
          const given = row.values['confirmation'];
          const confirmation = typeof given === 'string' ? given : '';
          const isConfirmed = /^(?:confirmed|yes|true|1)$/i.test(confirmation)
            ? true
            : /^(?:unconfirmed|no|false|0)$/i.test(confirmation)
              ? false
              : undefined;
          return {
            ...without(row, ['confirmation']),
            bestChangePercent: row.values['bestChangePercent'] ?? null,
            ...(isConfirmed === undefined ? {} : { isConfirmed }),
            annotations: row.others,
          };
        }),
      };
    }
    case 'swimmer':
      return {
        patients: rows.map((row) => {
          const events = (['progression', 'death'] as const).flatMap((name) => {
            const times = row.values[name];
            return typeof times === 'object' && 'times' in times
              ? times.times.map((at) => ({ at, kind: name }))
              : [];
          });
          const told = row.values['events'];
          const more = typeof told === 'object' && 'segments' in told ? told : { events: [], segments: [] };
          return {
            ...without(row, ['progression', 'death', 'events']),
            events: [...events, ...more.events],
            segments: more.segments,
          };
        }),
      };
    case 'spider':
      return {
        patients: grouped(rows, (row) => textIn(row, 'id')).map(([id, own]) => ({
          id,
          ...picked(own[0], ['bestResponse']),
          points: own.map((row) => picked(row, ['time', 'changePercent', 'hasNewLesion'])),
        })),
      };
    case 'kaplan-meier':
      return {
        groups: grouped(rows, (row) => textIn(row, 'group') || 'all').map(([label, own]) => ({
          label,
          subjects: own.map((row) => without(row, ['group'])),
        })),
      };
    case 'forest':
      return {
        rows: rows.map((row) => {
          const { predictionLower: lower, predictionUpper: upper, count, of } = row.values;
          const n = typeof count === 'number' && typeof of === 'number' ? `${count}/${of}` : row.values['n'];
          return {
            ...without(row, ['predictionLower', 'predictionUpper', 'count', 'of', 'n']),
            ...(n === undefined ? {} : { n }),
            ...(lower === undefined || upper === undefined ? {} : { prediction: [lower, upper] }),
          };
        }),
      };
    case 'marker-series':
      return {
        series: grouped(rows, ({ values }) =>
          JSON.stringify(['label', 'unit', 'lowerLimit', 'upperLimit'].map((name) => values[name] ?? null)),
        ).map(([, own]) => ({
          unit: 'unit not stated',
          ...picked(own[0], ['label', 'unit', 'lowerLimit', 'upperLimit']),
          points: own.map((row) => {
            const bound = row.values['bound'];
            const value = row.values['value'];
            return {
              ...picked(row, ['time', 'timeAtMost', 'value', 'remark']),
              ...(typeof value === 'object' && 'bound' in value ? value : {}),
              ...(bound === undefined
                ? {}
                : { bound: bound === '<' ? 'below' : bound === '>' ? 'above' : bound }),
            };
          }),
        })),
      };
  }
}

/** Rows that would be drawn wrongly: a patient counted twice, a row in no group, two best responses of one patient. */
function faultsOf(kind: TableFigureKind, rows: readonly Row[]): readonly { line: number; message: string }[] {
  const faults: { line: number; message: string }[] = [];
  const isGrouped = kind === 'kaplan-meier' && rows.some(({ values }) => values['group'] !== undefined);
  const first = new Map<string, Row>();
  for (const row of rows) {
    if (isGrouped && row.values['group'] === undefined)
      faults.push({ line: row.line, message: 'the group is missing, and other rows have one; name it' });
    const id = textIn(row, 'id');
    if (id === '') continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, row);
    else if (kind === 'spider') {
      if (row.values['bestResponse'] !== before.values['bestResponse'])
        faults.push({
          line: row.line,
          message: `the best response of "${id}" is another one in line ${before.line}; a patient has one`,
        });
    } else if (kind !== 'kaplan-meier' || (row.values['entry'] ?? 0) === (before.values['entry'] ?? 0))
      faults.push({
        line: row.line,
        message: `"${id}" stands in line ${before.line} already and would be counted twice; one row is one patient`,
      });
  }
  return faults;
}

/** What was read: the data of a figure, without title and the other fields of its frame. */
export interface FigureTableData {
  readonly data: Readonly<Record<string, unknown>>;
  /** The unit of time that a head names. */
  readonly timeUnit: string | undefined;
}

/** Reads a table as the data of a figure: comma, semicolon or tab between the cells, a header line first. */
export function readFigureTable(text: string, kind: TableFigureKind): Reading<FigureTableData> {
  const log = new IssueLog();
  const table: DelimitedTable = new DelimitedTable(log, {
    onComment: ({ number, text: comment }) => {
      if (table.header !== undefined)
        log.add({
          code: 'row-malformed',
          severity: 'warning',
          message: `begins with # and is read as a comment, not as a row: "${comment.slice(0, 40)}"`,
          line: number,
        });
    },
  });
  const rows: Row[] = [];
  let places: ReadonlyMap<Field, number> | undefined;
  let others: readonly (readonly [number, string])[] = [];
  let timeUnit: string | undefined;
  let isRefused = false;
  const refuse = (issue: Omit<Issue, 'severity'>): void => {
    isRefused = true;
    log.add({ ...issue, severity: 'error' });
  };
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const row = table.row({ text: line, number: index + 1 });
    if (row === undefined) continue;
    if (places === undefined) {
      const heads = (table.header?.columns ?? []).map(headOf);
      const found = fields[kind].flatMap((each) => {
        const at = heads.findIndex(({ key }) => each.names.some((name) => columnKey(name) === key));
        return at === -1 ? [] : [[each, at] as const];
      });
      places = new Map(found);
      timeUnit = found
        .map(([each, at]) => (['time', 'end'].includes(each.field) ? heads[at]?.unit : undefined))
        .find((unit) => unit !== undefined);
      const taken = new Set(found.map(([, at]) => at));
      others = (table.header?.columns ?? []).flatMap((name, at) =>
        taken.has(at) || name.trim() === '' ? [] : [[at, name.trim()] as const],
      );
      for (const each of fields[kind].filter(
        (one) => one.isNeeded === true && !found.some(([have]) => have === one),
      ))
        refuse({
          code: 'column-missing',
          message: `a ${kind} needs a column "${each.names[0]}" (or ${each.names.slice(1).join(', ')}); the header has ${(table.header?.columns ?? []).slice(0, 30).join(', ')}`,
          line: table.header?.line ?? 1,
        });
      if (isRefused) break;
      if (kind !== 'waterfall' && others.length > 0)
        log.add({
          code: 'column-unused',
          severity: 'info',
          message: `not used by a ${kind}: ${others.map(([, name]) => name).join(', ')}`,
          line: table.header?.line ?? 1,
        });
    }
    const values: Record<string, CellValue> = {};
    for (const [each, at] of places) {
      const cell = (row.cells[at] ?? '').trim();
      if (isEmpty(cell)) {
        if (each.isNeeded === true && each.isOptional !== true)
          refuse({
            code: 'wrong-value',
            message: `the cell in the column "${each.names[0]}" is empty; fill it in or take the row out`,
            line: row.line,
          });
        continue;
      }
      const value = cellValue(cell, each.kind);
      if (value === undefined)
        refuse({
          code: 'wrong-value',
          message: `"${cell.slice(0, 40)}" in the column "${each.names[0]}" is not ${kindWords[each.kind]}; correct it or leave the cell empty`,
          line: row.line,
        });
      else values[each.field] = value;
    }
    const told = others.flatMap(([at, name]) => {
      const cell = (row.cells[at] ?? '').trim();
      return isEmpty(cell) ? [] : [[name, cell] as const];
    });
    rows.push({ line: row.line, values, others: Object.fromEntries(told) });
  }
  if (isRefused) return { value: undefined, issues: log.issues };
  for (const fault of faultsOf(kind, rows)) refuse({ code: 'wrong-value', ...fault });
  if (isRefused) return { value: undefined, issues: log.issues };
  if (rows.length === 0)
    return {
      value: undefined,
      issues: [...log.issues, { code: 'input-empty', severity: 'error', message: 'the table has no rows' }],
    };
  return { value: { data: dataOf(kind, rows), timeUnit }, issues: log.issues };
}
