/** `cajal stats compare`: a number in two groups by quantiles, the rank sum test and Welch's t test. */
import { readSubjectColumns } from '../../formats/index.ts';
import { meanAndVariance, sampleQuantile, tTest, wilcoxonRankSum } from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { TwoSamplesCommandOptions } from '../stats-inference-options.ts';
import { bounds, print, shown, shownP, table } from './stats.ts';
import { readWholeText } from './whole-file.ts';

/** The comparison. */
export function compareCommand(path: string, options: TwoSamplesCommandOptions): void {
  const text = readWholeText(path);
  if (text === undefined) return;
  const { value, group, confidence } = options;
  const read = readSubjectColumns(text, {
    numbers: [value],
    labels: [group],
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  if (read.value === undefined) return;
  const { rows, leftOut } = read.value;
  const groups = [...new Set(rows.map(({ labels }) => labels[group] ?? ''))];
  if (groups.length !== 2) {
    const message = `the column "${group}" holds ${groups.length} groups; two are compared`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: path }]);
    return;
  }
  const samples = groups.map((name) =>
    rows.flatMap(({ numbers, labels }) => (labels[group] === name ? [numbers[value] ?? Number.NaN] : [])),
  );
  const [a = [], b = []] = samples;
  const [ranks, means] = [wilcoxonRankSum(a, b), tTest(a, b, { confidence })];
  const described = samples.map((sample, at) => {
    const { mean, variance } = meanAndVariance(sample);
    const [least, lower, median, upper, most] = [0, 0.25, 0.5, 0.75, 1].map((p) => sampleQuantile(sample, p));
    const sd = variance === null ? null : Math.sqrt(variance);
    return { group: groups[at] ?? '', count: sample.length, mean, sd, least, lower, median, upper, most };
  });
  if (options.json) {
    const rankSum = ranks.ok ? ranks.test : { reason: ranks.reason };
    const welch = means.ok ? means.test : { reason: means.reason };
    print(JSON.stringify({ leftOut, groups: described, rankSum, welch }, null, 2));
    return;
  }
  const said = (number: number | null | undefined): string => (number === null ? '' : shown(number));
  print(
    table([
      ['group', 'n', 'median', 'quartiles', 'range', 'mean', 'SD'],
      ...described.map(({ group: name, count, mean, sd, least, lower, median, upper, most }) => [
        name,
        String(count),
        said(median),
        `${said(lower)} to ${said(upper)}`,
        `${said(least)} to ${said(most)}`,
        said(mean),
        said(sd),
      ]),
    ]),
  );
  print(
    ranks.ok
      ? `\nWilcoxon rank sum, ${ranks.test.method}: W ${shown(ranks.test.statistic)}, p ${shownP(ranks.test.p)}`
      : `\nno rank sum test: ${ranks.reason}`,
  );
  print(
    means.ok
      ? `Welch t: difference ${shown(means.test.difference)}, ${confidence * 100}% interval ${bounds(means.test.lower, means.test.upper)}, p ${shownP(means.test.p)}`
      : `no t test: ${means.reason}`,
  );
  print(`quartiles as R takes them (type 7). ${leftOut} rows left out.`);
}
