/** What `cajal figure` is given, as data that can be drawn: a table, a figure file, or case files. */
import { type CaseRecord, readCase } from '../../case/index.ts';
import { markerSeriesOfCase, swimmerOfCases, timelineOfCase } from '../../cohort/index.ts';
import { type Drawable, type DrawnFigureKind, readFigure } from '../../figures/index.ts';
import { readFigureTable, tableFigureKinds } from '../../formats/index.ts';
import {
  hasErrors,
  type Issue,
  type Reading,
  readStructured,
  unpositionedDocument,
} from '../../reading/index.ts';
import type { FigureCommandOptions } from '../figure-options.ts';
import { readFileOrIssue } from '../outcome.ts';

const isTable = (path: string): boolean => /\.(?:csv|tsv|tab|txt)$/i.test(path);

const refused = (message: string, source: string, code: Issue['code'] = 'wrong-value'): Reading<never> => ({
  value: undefined,
  issues: [{ code, severity: 'error', message, source }],
});

/** Fields that the command line sets over those of the input. */
const frameOf = (options: FigureCommandOptions): Readonly<Record<string, string>> => ({
  ...(options.title === undefined ? {} : { title: options.title }),
  ...(options.cutOff === undefined ? {} : { cutOff: options.cutOff }),
  ...(options.source === undefined ? {} : { source: options.source }),
});

const drawn = (
  kind: DrawnFigureKind,
  data: object,
  options: FigureCommandOptions,
  source: string,
): Reading<Drawable> => readFigure(kind, unpositionedDocument({ ...data, ...frameOf(options) }, source));

function tableFigure(
  kind: DrawnFigureKind,
  path: string,
  bytes: Uint8Array,
  options: FigureCommandOptions,
): Reading<Drawable> {
  const tableKind = tableFigureKinds.find((each) => each === kind);
  if (tableKind === undefined)
    return refused(
      `a ${kind} is not drawn from a table; give a figure file (YAML or JSON)${kind === 'timeline' ? ' or a case file' : ''}. Tables draw: ${tableFigureKinds.join(', ')}`,
      path,
    );
  const read = readFigureTable(new TextDecoder('utf-8').decode(bytes), tableKind);
  const issues = read.issues.map((issue) => ({ ...issue, source: path }));
  if (read.value === undefined) return { value: undefined, issues };
  const { data, timeUnit } = read.value;
  const isTimed = ['swimmer', 'spider', 'kaplan-meier', 'marker-series'].includes(kind);
  const figure = drawn(
    kind,
    {
      title: path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''),
      source: path.replace(/^.*[\\/]/, ''),
      ...(isTimed && timeUnit !== undefined ? { timeUnit } : {}),
      ...(kind === 'kaplan-meier' ? { endpoint: options.endpoint ?? 'Share without the event' } : {}),
      ...(kind === 'forest' ? { measure: 'Estimate', method: 'as given in the table' } : {}),
      ...(kind === 'marker-series' && options.log ? { scale: 'log' } : {}),
      ...data,
    },
    options,
    path,
  );
  return { value: figure.value, issues: [...issues, ...figure.issues] };
}

/** The data of a figure from records; the sentence says why there are none. */
function dataOfCases(
  kind: DrawnFigureKind,
  records: readonly CaseRecord[],
  options: FigureCommandOptions,
): object | string {
  const zero = options.zero === undefined ? {} : { zero: options.zero };
  const scale = options.log ? { scale: 'log' as const } : {};
  const [first, second] = records;
  switch (kind) {
    case 'timeline':
    case 'marker-series': {
      if (first === undefined || second !== undefined) return `a ${kind} is of one case; give one file`;
      if (options.zero !== undefined && !first.therapies.some(({ id }) => id === options.zero))
        return `the record has no course "${options.zero}"; it has ${first.therapies.map(({ id }) => id).join(', ')}`;
      const make = kind === 'timeline' ? timelineOfCase : markerSeriesOfCase;
      return (
        make(first, { ...zero, ...scale }) ??
        (kind === 'timeline'
          ? 'no fact of the record has a date that an axis could show'
          : 'the record has no laboratory value with a number and a date')
      );
    }
    case 'swimmer': {
      if (options.treatment === undefined)
        return 'say which treatment: --treatment pembrolizumab, or a class of drugs such as pd-1-inhibitor';
      const { data, leftOut } = swimmerOfCases(records, options.treatment);
      return (
        data ??
        `no record has a course of "${options.treatment}" with a duration: ${leftOut.map(({ id, because }) => `${id}: ${because}`).join('; ')}`
      );
    }
    default:
      return `a ${kind} is not drawn from case files; give a figure file or a table`;
  }
}

/** Reads what the figure is drawn from. */
export function readFigureInput(
  kind: DrawnFigureKind,
  paths: readonly string[],
  options: FigureCommandOptions,
): Reading<Drawable> {
  const issues: Issue[] = [];
  const records: CaseRecord[] = [];
  for (const path of paths) {
    const file = readFileOrIssue(path);
    issues.push(...file.issues);
    if (file.bytes === undefined) continue;
    if (isTable(path)) {
      if (paths.length > 1) return refused('give one table, or several case files', path);
      return tableFigure(kind, path, file.bytes, options);
    }
    const structured = readStructured(file.bytes, { source: path });
    issues.push(...structured.issues);
    const document = structured.value;
    if (document === undefined) continue;
    const head =
      typeof document.value === 'object' && document.value !== null && 'cajal' in document.value
        ? String(document.value.cajal)
        : '';
    if (head.startsWith('case/')) {
      const read = readCase(file.bytes, { source: path });
      issues.push(...read.issues.filter(({ severity }) => severity === 'error'));
      if (read.value !== undefined) records.push(read.value.record);
      continue;
    }
    if (head !== 'figure/1')
      return refused(
        `begins with neither "cajal: figure/1" nor "cajal: case/1"; say what the file is in its first line`,
        path,
        'unknown-version',
      );
    if (paths.length > 1) return refused('give one figure file, or several case files', path);
    const named = document.value;
    if (typeof named === 'object' && named !== null && 'kind' in named && named.kind !== kind)
      return refused(`is a ${String(named.kind)}, and a ${kind} is asked for`, path);
    const given = frameOf(options);
    const read =
      Object.keys(given).length === 0 ? readFigure(kind, document) : withFrame(kind, document, given);
    return { value: read.value, issues: [...issues, ...read.issues] };
  }
  if (hasErrors(issues)) return { value: undefined, issues };
  const data = dataOfCases(kind, records, options);
  if (typeof data === 'string')
    return {
      value: undefined,
      issues: [...issues, { code: 'wrong-value', severity: 'error', message: data }],
    };
  const read = drawn(kind, data, options, paths.join(', '));
  return { value: read.value, issues: [...issues, ...read.issues] };
}

/** A figure file with fields of the command line over its own; its faults keep their places. */
function withFrame(
  kind: DrawnFigureKind,
  document: Parameters<typeof readFigure>[1],
  given: Readonly<Record<string, string>>,
): Reading<Drawable> {
  const value = typeof document.value === 'object' && document.value !== null ? document.value : {};
  return readFigure(kind, { ...document, value: { ...value, ...given } });
}
