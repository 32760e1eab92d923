/** `cajal stats parametric`: a model of survival times by group, and how such a model is printed. */
import {
  type ParametricColumns,
  type ParametricDistribution,
  type ParametricModel,
  parametricDistributions,
  parametricSurvival,
  predictedTime,
} from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { ParametricCommandOptions } from '../stats-inference-options.ts';
import { bounds, print, shown, shownP, table, tableOf } from './stats.ts';

/** The distribution of a name that the command line takes. */
export const distributionOf = (name: string): ParametricDistribution =>
  parametricDistributions.find((each) => each === name) ?? 'weibull';

/** Each group but the first as a covariate of 0 and 1. */
export const groupCovariates = (
  groups: readonly string[],
  labels: readonly string[],
): NonNullable<ParametricColumns['covariates']> =>
  groups.slice(1).map((name) => ({
    name,
    values: Float64Array.from(labels, (label) => (label === name ? 1 : 0)),
  }));

/** Medians by group, and ratios of times against the first. */
export function modelText(model: ParametricModel, groups: readonly string[]): string {
  const { distribution, scale, logLikelihood, coefficients, confidence } = model;
  const interval = `${confidence * 100}% interval`;
  const rows = groups.map((name, at) => {
    const median = predictedTime(
      model,
      groups.slice(1).map((_, other) => (other + 1 === at ? 1 : 0)),
    );
    const ratio = at === 0 ? undefined : coefficients[at];
    return [
      name === '' ? 'all' : name,
      shown(median?.time),
      median === undefined ? '' : bounds(median.lower, median.upper),
      ...(ratio === undefined
        ? ['1', '', '']
        : [
            shown(Math.exp(ratio.estimate)),
            bounds(Math.exp(ratio.lower), Math.exp(ratio.upper)),
            shownP(ratio.p),
          ]),
    ];
  });
  const head = `${distribution}, scale ${shown(scale)}, log-likelihood ${shown(logLikelihood)}`;
  return `${head}\n${table([['group', 'median', interval, 'ratio of times', interval, 'p'], ...rows])}`;
}

/** A model of the groups of a survival table. */
export function parametricCommand(path: string, options: ParametricCommandOptions): void {
  const data = tableOf(path, options);
  if (data === undefined) return;
  const columns = data.columns[0] ?? [];
  const times = columns.flatMap(({ time }) => [...time]);
  const events = columns.flatMap(({ event }) => [...event]);
  const labels = columns.flatMap(({ time }, at) => Array.from(time, () => data.groups[at] ?? ''));
  const entries = columns.flatMap(({ time, entry }) => [...(entry ?? new Float64Array(time.length))]);
  const read = parametricSurvival(
    {
      lower: Float64Array.from(times),
      upper: Float64Array.from(times, (time, row) => (events[row] === 1 ? time : Number.POSITIVE_INFINITY)),
      covariates: groupCovariates(data.groups, labels),
      ...(options.entry === undefined ? {} : { entry: Float64Array.from(entries) }),
    },
    { distribution: distributionOf(options.distribution), confidence: options.confidence },
  );
  if (!read.ok) {
    const message = `there is no model: ${read.reason}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: path }]);
    return;
  }
  if (options.json) {
    print(
      JSON.stringify(
        { method: 'parametric', leftOut: data.leftOut, groups: data.groups, ...read.model },
        null,
        2,
      ),
    );
    return;
  }
  print(modelText(read.model, data.groups));
  print(`\nmaximum likelihood; above 1 the event comes later. ${data.leftOut} rows left out.`);
}
