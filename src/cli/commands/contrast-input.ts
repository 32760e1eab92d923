/** The studies of `cajal stats contrast`: two arms of counts, or hazard ratios with what their error is told by. */
import { readSubjectColumns, type SubjectRow } from '../../formats/index.ts';
import {
  armContrasts,
  type ContrastMeasure,
  type ContrastReading,
  hazardContrasts,
  type NamedArms,
  type NamedHazardRatio,
} from '../../statistics/index.ts';
import type { ContrastCommandOptions } from '../contrast-command.ts';
import { reportIssues } from '../outcome.ts';
import { readWholeText } from './whole-file.ts';

/** The studies read: what stands in the table, and the effects. */
export interface ContrastStudies {
  readonly measure: ContrastMeasure;
  /** Empty with hazard ratios. */
  readonly arms: readonly NamedArms[];
  /** What each study printed, in words: `3/20 v 8/21`, `0.72 (0.5 to 1.04)`. */
  readonly given: readonly string[];
  readonly contrasts: readonly ContrastReading[];
  /** Rows that could not be read. */
  readonly leftOut: number;
}

const refuse = (message: string, source?: string, line?: number): undefined => {
  reportIssues([
    {
      code: 'wrong-value',
      severity: 'error',
      message,
      ...(source === undefined ? {} : { source }),
      ...(line === undefined ? {} : { line }),
    },
  ]);
  return undefined;
};

type Columns =
  | { readonly kind: 'arms'; readonly columns: readonly [string, string, string, string] }
  | {
      readonly kind: 'hazards';
      readonly hazardRatio: string;
      readonly bounds: readonly [string, string] | undefined;
      readonly p: string | undefined;
    };

/** The columns asked for, or why they do not make studies. */
function columnsOf(options: ContrastCommandOptions): Columns | string {
  const { treatedCount, treatedOf, controlCount, controlOf, hazardRatio, lower, upper, p } = options;
  const counts = [treatedCount, treatedOf, controlCount, controlOf];
  const hasCounts = counts.some((each) => each !== undefined);
  if (hazardRatio !== undefined) {
    if (hasCounts) return 'counts or hazard ratios, not both; leave out the columns of one of them';
    if ((lower === undefined) !== (upper === undefined))
      return 'an interval has two bounds; name both columns, --lower and --upper';
    const bounds = lower === undefined || upper === undefined ? undefined : ([lower, upper] as const);
    if (bounds === undefined && p === undefined)
      return 'the error of a hazard ratio comes from its interval or its p; name --lower and --upper, or --p';
    return { kind: 'hazards', hazardRatio, bounds, p };
  }
  if (lower !== undefined || upper !== undefined || p !== undefined)
    return 'an interval or p needs its hazard ratio; name the column, --hazard-ratio';
  if (
    treatedCount === undefined ||
    treatedOf === undefined ||
    controlCount === undefined ||
    controlOf === undefined
  )
    return 'two arms need --treated-count, --treated-of, --control-count and --control-of; hazard ratios need --hazard-ratio';
  return { kind: 'arms', columns: [treatedCount, treatedOf, controlCount, controlOf] };
}

const isShare = (count: number, of: number): boolean =>
  Number.isSafeInteger(count) && Number.isSafeInteger(of) && count >= 0 && of >= 1 && count <= of;

interface Asked {
  readonly path: string;
  readonly study: string;
}

function readArms(
  rows: readonly SubjectRow[],
  columns: readonly [string, string, string, string],
  { path, study }: Asked,
): readonly NamedArms[] | undefined {
  const arms: NamedArms[] = [];
  for (const { line, numbers, labels } of rows) {
    const [a = Number.NaN, one = Number.NaN, c = Number.NaN, two = Number.NaN] = columns.map(
      (column) => numbers[column] ?? Number.NaN,
    );
    for (const [count, of] of [
      [a, one],
      [c, two],
    ] as const)
      if (!isShare(count, of))
        return refuse(`${count} of ${of} is no share of patients; correct the row`, path, line);
    arms.push({
      study: labels[study] ?? '',
      treated: { count: a, of: one },
      control: { count: c, of: two },
    });
  }
  return arms;
}

function readHazards(
  rows: readonly SubjectRow[],
  { hazardRatio, bounds, p }: Extract<Columns, { kind: 'hazards' }>,
  study: string,
  confidence: number,
): readonly NamedHazardRatio[] {
  return rows.map(({ numbers, labels }) => {
    const [lower, upper] = (bounds ?? []).map((column) => numbers[column] ?? undefined);
    const ofP = p === undefined ? undefined : (numbers[p] ?? undefined);
    return {
      study: labels[study] ?? '',
      hazardRatio: numbers[hazardRatio] ?? Number.NaN,
      interval: lower === undefined || upper === undefined ? undefined : { lower, upper, confidence },
      p: ofP,
    };
  });
}

const hazardText = ({ hazardRatio, interval, p }: NamedHazardRatio): string =>
  interval === undefined
    ? `${hazardRatio}${p === undefined ? '' : `, p ${p}`}`
    : `${hazardRatio} (${interval.lower} to ${interval.upper})`;

/** Reads the table; undefined where it cannot be read, with its issues written. */
export function contrastStudiesOf(
  path: string,
  options: ContrastCommandOptions,
): ContrastStudies | undefined {
  const columns = columnsOf(options);
  if (typeof columns === 'string') return refuse(columns);
  const { study, measure } = options;
  const isHazards = columns.kind === 'hazards';
  if (isHazards && measure !== undefined && measure !== 'HR')
    return refuse(`hazard ratios are no ${measure}; leave --measure out`);
  if (!isHazards && (measure === undefined || measure === 'HR'))
    return refuse('say what the counts are compared by: --measure OR, RR, RD or AS');
  const text = readWholeText(path);
  if (text === undefined) return undefined;
  const numbers = isHazards ? [columns.hazardRatio] : columns.columns;
  const openNumbers = isHazards
    ? [...(columns.bounds ?? []), ...(columns.p === undefined ? [] : [columns.p])]
    : [];
  const read = readSubjectColumns(text, { numbers, openNumbers, labels: [study] });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  if (read.value === undefined) return undefined;
  const { rows, leftOut } = read.value;
  if (isHazards) {
    const hazards = readHazards(rows, columns, study, options.printedConfidence);
    return {
      measure: 'HR',
      arms: [],
      given: hazards.map(hazardText),
      contrasts: hazardContrasts(hazards),
      leftOut,
    };
  }
  const arms = readArms(rows, columns.columns, { path, study });
  if (arms === undefined || measure === undefined || measure === 'HR') return undefined;
  return {
    measure,
    arms,
    given: arms.map(
      ({ treated, control }) => `${treated.count}/${treated.of} v ${control.count}/${control.of}`,
    ),
    contrasts: armContrasts(arms, measure),
    leftOut,
  };
}
