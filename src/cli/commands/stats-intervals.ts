/** `cajal stats intervals`: times known only between two looks, as a Turnbull curve by group and a parametric model. */
import { readSubjectColumns, type SubjectRow } from '../../formats/index.ts';
import {
  type CensoringIntervals,
  parametricSurvival,
  turnbull,
  turnbullAt,
  turnbullQuantile,
} from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { IntervalsCommandOptions } from '../stats-inference-options.ts';
import { bounds, print, shown, table } from './stats.ts';
import { distributionOf, groupCovariates, modelText } from './stats-parametric.ts';
import { readWholeText } from './whole-file.ts';

/** A place in time: open ends in words. */
const between = (from: number | null, to: number | null): string =>
  from === null && to === null
    ? 'not reached'
    : `${from ?? 'any time'} to ${to === null ? 'not reached' : shown(to)}`;

/** Curves and a model of a table. */
export function intervalsCommand(path: string, options: IntervalsCommandOptions): void {
  const text = readWholeText(path);
  if (text === undefined) return;
  const { lower, upper, group, confidence } = options;
  const read = readSubjectColumns(text, {
    openNumbers: [lower, upper],
    labels: group === undefined ? [] : [group],
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  if (read.value === undefined) return;
  const isTurned = ({ numbers }: SubjectRow): boolean =>
    (numbers[lower] ?? Number.NEGATIVE_INFINITY) > (numbers[upper] ?? Number.POSITIVE_INFINITY);
  const rows = read.value.rows.filter((row) => !isTurned(row));
  const turned = read.value.rows.filter(isTurned);
  const leftOut = read.value.leftOut + turned.length;
  reportIssues(
    turned.map(({ line }) => {
      const message = `"${lower}" lies behind "${upper}"; left out`;
      return { code: 'row-malformed', severity: 'warning', message, line, source: path };
    }),
  );
  const labelOf = (labels: Readonly<Record<string, string>>): string =>
    group === undefined ? 'all' : (labels[group] ?? '');
  const groups = [...new Set(rows.map(({ labels }) => labelOf(labels)))];
  const columnsOf = (own: typeof rows): CensoringIntervals => ({
    lower: Float64Array.from(own, ({ numbers }) => numbers[lower] ?? Number.NEGATIVE_INFINITY),
    upper: Float64Array.from(own, ({ numbers }) => numbers[upper] ?? Number.POSITIVE_INFINITY),
  });
  const curves = groups.map((name) => ({
    name,
    reading: turnbull(columnsOf(rows.filter(({ labels }) => labelOf(labels) === name))),
  }));
  const distribution = distributionOf(options.distribution);
  const model = parametricSurvival(
    {
      ...columnsOf(rows),
      covariates: groupCovariates(
        groups,
        rows.map(({ labels }) => labelOf(labels)),
      ),
    },
    { distribution, confidence },
  );
  if (options.json) {
    const plain = curves.map(({ name, reading }) => ({
      group: name,
      ...(reading.ok
        ? { ...reading.estimate, median: turnbullQuantile(reading.estimate, 0.5) }
        : { reason: reading.reason }),
    }));
    const fitted = model.ok ? model.model : { reason: model.reason };
    print(JSON.stringify({ method: 'Turnbull', leftOut, groups: plain, model: fitted }, null, 2));
    return;
  }
  const landmarks = [['group', 'time', 'free of event']];
  const medians = [['group', 'subjects', 'median within']];
  for (const { name, reading } of curves) {
    if (!reading.ok) {
      medians.push([name, '', reading.reason]);
      continue;
    }
    const { from, to } = turnbullQuantile(reading.estimate, 0.5);
    medians.push([name, String(reading.estimate.subjects), between(from, to)]);
    for (const at of options.at) {
      const { least, most } = turnbullAt(reading.estimate, at);
      landmarks.push([name, shown(at), least === most ? shown(least) : bounds(least, most)]);
    }
  }
  print(table(medians));
  if (options.at.length > 0) print(`\n${table(landmarks)}`);
  print(model.ok ? `\n${modelText(model.model, groups)}` : `\n${distribution}: no model, ${model.reason}.`);
  print(`\nTurnbull: probability lies somewhere within the intervals named. ${leftOut} rows left out.`);
}
