/** `cajal stats`: curves, comparisons and proportions of a table, each with its method named. */
import { readSurvivalTable, type SurvivalTable } from '../../formats/index.ts';
import {
  type KaplanMeierCurve,
  kaplanMeier,
  type LogRankWeight,
  logRank,
  type ProportionMethod,
  proportionInterval,
  type SurvivalColumns,
  survivalAt,
  survivalIntervalTypes,
  survivalQuantile,
} from '../../statistics/index.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import type {
  KaplanMeierCommandOptions,
  LogRankCommandOptions,
  ProportionCommandOptions,
  SurvivalOptions,
} from '../stats-options.ts';
import { readWholeText } from './whole-file.ts';

/** The table of a survival command, or undefined with its issues reported. */
export function tableOf(path: string, options: SurvivalOptions, stratum?: string): SurvivalTable | undefined {
  const text = readWholeText(path);
  if (text === undefined) return undefined;
  const { time, event, eventIs, entry, group } = options;
  const read = readSurvivalTable(text, {
    time,
    event,
    ...(eventIs === undefined ? {} : { eventIs }),
    ...(entry === undefined ? {} : { entry }),
    ...(group === undefined ? {} : { group }),
    ...(stratum === undefined ? {} : { stratum }),
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  return read.value;
}

const digits = 4;
/**
 * Four significant digits, of large numbers all before the point, or `not reached`.
 * @public
 */
export const shown = (value: number | null | undefined): string => {
  if (value === null || value === undefined) return 'not reached';
  const isLarge = Math.abs(value) >= 10 ** digits && Math.abs(value) < 1e15;
  return String(isLarge ? Math.round(value) : Number(value.toPrecision(digits)));
};
/** An interval in words. */
export const bounds = (lower: number | null, upper: number | null): string =>
  `${shown(lower)} to ${shown(upper)}`;
/** A p value with four places. */
export const shownP = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toFixed(4));

/** Rows of words in columns of their widest. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Writes a line, with nothing in it that could drive the terminal. */
export const print = (text: string): void => {
  process.stdout.write(`${plainForTerminal(text)}\n`);
};

function curvesOf({ groups, columns }: SurvivalTable, options: KaplanMeierCommandOptions) {
  const interval = survivalIntervalTypes.find((type) => type === options.interval) ?? 'log-log';
  return groups.map((group, at) => {
    const own: SurvivalColumns | undefined = columns[0]?.[at];
    const read =
      own === undefined
        ? ({ ok: false, reason: 'noSubjects' } as const)
        : kaplanMeier(own, { confidence: options.confidence, interval });
    return { group, read };
  });
}

function landmarkRows(group: string, curve: KaplanMeierCurve, times: readonly number[]): readonly string[][] {
  return times.map((time) => {
    const read = survivalAt(curve, time);
    if (!read.ok) return [group, String(time), '', 'beyond the last observation', ''];
    const { survival, lower, upper, atRisk } = read.value;
    return [group, String(time), String(atRisk), shown(survival), bounds(lower, upper)];
  });
}

/** Kaplan-Meier curves of a table, by group. */
export function kaplanMeierCommand(path: string, options: KaplanMeierCommandOptions): void {
  const given = tableOf(path, options);
  if (given === undefined) return;
  const curves = curvesOf(given, options);
  if (options.json) {
    const plain = curves.map(({ group, read }) => ({
      group,
      ...(read.ok
        ? {
            subjects: read.curve.subjects,
            events: read.curve.eventCount,
            median: survivalQuantile(read.curve, 0.5),
            curve: {
              times: [...read.curve.times],
              atRisk: [...read.curve.atRisk],
              events: [...read.curve.events],
              censored: [...read.curve.censored],
              survival: [...read.curve.survival],
              lower: read.curve.lower,
              upper: read.curve.upper,
            },
            emptied: read.curve.emptied,
          }
        : { reason: read.reason }),
    }));
    print(
      JSON.stringify(
        {
          method: 'Kaplan-Meier',
          interval: options.interval,
          confidence: options.confidence,
          leftOut: given.leftOut,
          groups: plain,
        },
        null,
        2,
      ),
    );
    return;
  }
  const percent = `${options.confidence * 100}%`;
  const rows = [['group', 'subjects', 'events', 'median', `${percent} interval`]];
  const landmarks = [['group', 'time', 'at risk', 'free of event', `${percent} interval`]];
  for (const { group, read } of curves) {
    const name = group === '' ? 'all' : group;
    if (!read.ok) {
      rows.push([name, '', '', read.reason, '']);
      continue;
    }
    const median = survivalQuantile(read.curve, 0.5);
    rows.push([
      name,
      String(read.curve.subjects),
      String(read.curve.eventCount),
      shown(median.time),
      bounds(median.lower, median.upper),
    ]);
    landmarks.push(...landmarkRows(name, read.curve, options.at));
    for (const time of read.curve.emptied)
      process.stderr.write(`${name}: nobody was at risk behind ${time} although others entered later\n`);
  }
  print(table(rows));
  if (options.at.length > 0) print(`\n${table(landmarks)}`);
  const late = options.entry === undefined ? '' : `, delayed entry by ${options.entry}`;
  print(
    `\nKaplan-Meier, ${options.interval} interval; median by Brookmeyer and Crowley${late}. ${given.leftOut} rows left out.`,
  );
}

function weightOf(name: string): LogRankWeight {
  switch (name) {
    case 'gehan':
    case 'tarone-ware':
    case 'peto-peto':
      return { kind: name };
    case 'fleming-harrington':
      return { kind: name, rho: 1, gamma: 0 };
    default:
      return { kind: 'log-rank' };
  }
}

const comparisonRefusals: ReadonlyMap<string, string> = new Map([
  [
    'fewerThanTwoGroups',
    'fewer than two groups had a chance of an event; name the column of the groups (--group) and see that each has subjects at risk',
  ],
  ['noEvents', 'no event happened while two groups were at risk; check the column of events'],
  ['noVariation', 'nothing varies between the groups, so there is no test'],
  ['scoresDiffer', 'the scores are not one number for each group; give as many as there are groups'],
  ['beyondFollowUp', 'the time lies behind the last observation; give an earlier one'],
]);

/**
 * Why groups are not compared, in words with what to do.
 * @public
 */
export const comparisonRefusalText = (reason: string): string => comparisonRefusals.get(reason) ?? reason;

/** The log-rank test of a table's groups. */
export function logRankCommand(path: string, options: LogRankCommandOptions): void {
  const given = tableOf(path, options, options.strata);
  if (given === undefined) return;
  const read = logRank(given.columns, weightOf(options.weight));
  if (!read.ok) {
    reportIssues([
      {
        code: 'wrong-value',
        severity: 'error',
        message: `the groups cannot be compared: ${comparisonRefusalText(read.reason)}`,
        source: path,
      },
    ]);
    return;
  }
  const { test } = read;
  if (options.json) {
    const groups = test.groups.map((group, at) => ({ group: given.groups[at], ...group }));
    print(
      JSON.stringify(
        { method: options.weight, strata: options.strata ?? null, leftOut: given.leftOut, ...test, groups },
        null,
        2,
      ),
    );
    return;
  }
  const rows = [['group', 'subjects', 'observed', 'expected']];
  for (const [at, { subjects, observed, expected }] of test.groups.entries())
    rows.push([given.groups[at] ?? '', String(subjects), shown(observed), shown(expected)]);
  print(table(rows));
  const by = options.strata === undefined ? '' : `, stratified by ${options.strata}`;
  print(
    `\n${options.weight}${by}: chi-square ${shown(test.chiSquare)} on ${test.degreesOfFreedom} degrees of freedom, p ${shownP(test.p)}. ${given.leftOut} rows left out.`,
  );
}

const methods: readonly (readonly [ProportionMethod, string])[] = [
  ['clopper-pearson', 'Clopper-Pearson (exact)'],
  ['wilson', 'Wilson'],
  ['wilson-corrected', 'Wilson, corrected'],
  ['jeffreys', 'Jeffreys'],
  ['mid-p', 'mid-P'],
  ['agresti-coull', 'Agresti-Coull'],
  ['wald', 'Wald (to recompute what papers print)'],
];

/** A proportion with every interval. */
export function proportionCommand(
  successes: number,
  trials: number,
  options: ProportionCommandOptions,
): void {
  const read = methods.map(([method, name]) => ({
    name,
    reading: proportionInterval(successes, trials, method, options.confidence),
  }));
  const refused = read.find(({ reading }) => !reading.ok);
  if (refused !== undefined && !refused.reading.ok) {
    const message = `${successes} of ${trials} is no proportion: ${refused.reading.reason}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message }]);
    return;
  }
  const intervals = read.flatMap(({ name, reading }) => (reading.ok ? [{ name, ...reading.interval }] : []));
  if (options.json) {
    print(JSON.stringify({ successes, trials, intervals }, null, 2));
    return;
  }
  const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
  print(
    `${successes} of ${trials}, ${percent(successes / trials)}\n${table([
      [`${options.confidence * 100}% interval`, 'from', 'to'],
      ...intervals.map(({ name, lower, upper }) => [name, percent(lower), percent(upper)]),
    ])}`,
  );
}
