/** What `cajal figure` is given, as data that can be drawn: a table, a figure file, or case files. */
import { globSync } from 'node:fs';
import { type CaseRecord, readCase } from '../../case/index.ts';
import {
  canBeZero,
  forestOfStudies,
  lollipopOfCases,
  markerSeriesOfCase,
  oncoprintOfCases,
  prevalenceOfCases,
  swimmerOfCases,
  timelineOfCase,
} from '../../cohort/index.ts';
import { type Study, study } from '../../evidence/index.ts';
import { type Drawable, type FigureKind, readFigure } from '../../figures/index.ts';
import { readFigureTable, tableFigureKinds } from '../../formats/index.ts';
import { geneOf } from '../../genes/index.ts';
import {
  hasErrors,
  type Issue,
  type Reading,
  readStructured,
  unpositionedDocument,
  validate,
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
  kind: FigureKind,
  data: object,
  options: FigureCommandOptions,
  source: string,
): Reading<Drawable> => readFigure(kind, unpositionedDocument({ ...data, ...frameOf(options) }, source));

/** The text of a table; undefined where the bytes are not UTF-8: letters would be lost. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tableFigure(
  kind: FigureKind,
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
  const text = textOf(bytes);
  if (text === undefined)
    return refused('holds bytes that are not UTF-8 text; save it as UTF-8', path, 'input-not-text');
  const read = readFigureTable(text, tableKind);
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
  kind: FigureKind,
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
      if (options.zero !== undefined && !canBeZero(first, options.zero))
        return `the course "${options.zero}" has no first day in the calendar, so nothing can be counted from it`;
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
    case 'lollipop':
    case 'mutation-prevalence': {
      if (options.gene === undefined) return 'say which gene: --gene KIT';
      const gene = geneOf(options.gene);
      if (gene === undefined) return `the gene "${options.gene}" is not known`;
      return kind === 'lollipop'
        ? lollipopOfCases(records, gene, options.treatment)
        : prevalenceOfCases(records, gene.symbol);
    }
    case 'oncoprint':
      return oncoprintOfCases(records, options.treatment);
    case 'waterfall':
    case 'spider':
    case 'kaplan-meier':
    case 'forest':
    case 'adverse-events':
    case 'chromosome-arms':
    case 'funnel':
      return `a ${kind} is not drawn from case files; give a figure file or a table`;
  }
}

/** The data of a figure from studies; the sentence says why there are none. */
const dataOfStudies = (kind: FigureKind, studies: readonly Study[]): object | string =>
  kind === 'forest'
    ? (forestOfStudies(studies) ?? 'none of the studies counts objective responses')
    : `studies draw a forest, not a ${kind}`;

/** File names; a pattern that no shell has filled in (`case-*.yaml`) stands for the files that it fits. */
const filesOf = (given: readonly string[]): readonly string[] =>
  given.flatMap((path) => {
    if (!path.includes('*')) return [path];
    const found = globSync(path).sort();
    return found.length === 0 ? [path] : found;
  });

/**
 * Reads what the figure is drawn from.
 *
 * @public for the tests of the command
 */
export function readFigureInput(
  kind: FigureKind,
  given: readonly string[],
  options: FigureCommandOptions,
): Reading<Drawable> {
  const paths = filesOf(given);
  const issues: Issue[] = [];
  const records: CaseRecord[] = [];
  const studies: Study[] = [];
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
    if (head === 'study/1') {
      const read = validate(document, study);
      issues.push(...read.issues);
      if (read.value !== undefined) studies.push(read.value);
      continue;
    }
    if (head !== 'figure/1')
      return refused(
        `begins with none of "cajal: figure/1", "cajal: case/1" and "cajal: study/1"; say what the file is in its first line`,
        path,
        'unknown-version',
      );
    if (paths.length > 1) return refused('give one figure file, or several case files', path);
    const named = document.value;
    if (typeof named === 'object' && named !== null && 'kind' in named && named.kind !== kind)
      return refused(`is of the kind "${String(named.kind)}", and a ${kind} is asked for`, path);
    const frame = frameOf(options);
    const read =
      Object.keys(frame).length === 0 ? readFigure(kind, document) : withFrame(kind, document, frame);
    return { value: read.value, issues: [...issues, ...read.issues] };
  }
  const twice = records.find(({ id }, at) => records.findIndex((each) => each.id === id) !== at);
  if (twice !== undefined)
    return refused(
      `two of the files are of the record "${twice.id}"; give each once`,
      paths.join(', '),
      'duplicate-id',
    );
  if (hasErrors(issues)) return { value: undefined, issues };
  if (studies.length > 0 && records.length > 0)
    return refused('give case files or study files, not both', paths.join(', '));
  const data = studies.length > 0 ? dataOfStudies(kind, studies) : dataOfCases(kind, records, options);
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
  kind: FigureKind,
  document: Parameters<typeof readFigure>[1],
  given: Readonly<Record<string, string>>,
): Reading<Drawable> {
  const value = typeof document.value === 'object' && document.value !== null ? document.value : {};
  return readFigure(kind, { ...document, value: { ...value, ...given } });
}
