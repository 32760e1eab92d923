/** `cajal stats cumulative-incidence`: competing causes of a table by group, with Gray's test. */
import { readSubjectColumns, type SubjectRow } from '../../formats/index.ts';
import {
  aalenJohansen,
  type CompetingRisksColumns,
  grayTest,
  incidenceAt,
  survivalIntervalTypes,
} from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { IncidenceCommandOptions } from '../stats-inference-options.ts';
import { bounds, print, shown, shownP, table } from './stats.ts';
import { readWholeText } from './whole-file.ts';

const noEvent = /^(?:0|no|none|false|censored|alive)$/i;

/** The causes in their order: numbers by size, else as met. */
function causesOf(
  rows: readonly SubjectRow[],
  { cause, censored }: IncidenceCommandOptions,
): readonly string[] {
  const isNone = (label: string): boolean =>
    censored === undefined ? noEvent.test(label) : label === censored;
  const labels = [...new Set(rows.map(({ labels: said }) => said[cause] ?? ''))].filter(
    (label) => !isNone(label),
  );
  return labels.every((label) => Number.isFinite(Number(label)))
    ? labels.toSorted((a, b) => Number(a) - Number(b))
    : labels;
}

const mostCauses = 20;

/** Cumulative incidences of a table. */
export function incidenceCommand(path: string, options: IncidenceCommandOptions): void {
  const text = readWholeText(path);
  if (text === undefined) return;
  const { time, cause, entry, group, confidence } = options;
  const read = readSubjectColumns(text, {
    numbers: [time, ...(entry === undefined ? [] : [entry])],
    labels: [cause, ...(group === undefined ? [] : [group])],
  });
  reportIssues(read.issues.map((issue) => ({ ...issue, source: path })));
  if (read.value === undefined) return;
  const { rows, leftOut } = read.value;
  const refuse = (message: string): void => {
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: path }]);
  };
  const causes = causesOf(rows, options);
  if (causes.length === 0 || causes.length > mostCauses) {
    const found = causes.length === 0 ? 'no cause' : `${causes.length} causes`;
    refuse(`the column "${cause}" holds ${found}; name the cell that means no event (--censored)`);
    return;
  }
  const groups = [
    ...new Set(rows.map(({ labels }) => (group === undefined ? 'all' : (labels[group] ?? '')))),
  ];
  const columns = groups.map((name): CompetingRisksColumns => {
    const own = rows.filter(({ labels }) => group === undefined || labels[group] === name);
    return {
      time: Float64Array.from(own, ({ numbers }) => numbers[time] ?? Number.NaN),
      cause: Uint8Array.from(own, ({ labels }) => causes.indexOf(labels[cause] ?? '') + 1),
      ...(entry === undefined
        ? {}
        : { entry: Float64Array.from(own, ({ numbers }) => numbers[entry] ?? Number.NaN) }),
    };
  });
  const interval = survivalIntervalTypes.find((type) => type === options.interval) ?? 'log-log';
  const estimates = [];
  for (const [at, own] of columns.entries()) {
    const made = aalenJohansen(own, { causes: causes.length, confidence, interval });
    if (!made.ok) {
      refuse(`${groups[at] ?? ''} gives no estimate: ${made.reason}`);
      return;
    }
    estimates.push({ group: groups[at] ?? '', estimate: made.estimate });
  }
  const tests = groups.length < 2 ? [] : causes.map((_, at) => grayTest([columns], { cause: at + 1 }));
  const points = estimates.flatMap(({ group: name, estimate }) => {
    const times = options.at.length > 0 ? options.at : [estimate.times.at(-1) ?? 0];
    return causes.flatMap((label, at) =>
      times.map((when) => ({
        group: name,
        cause: label,
        when,
        reading: incidenceAt(estimate, at + 1, when),
      })),
    );
  });
  if (options.json) {
    const curves = estimates.map(({ group: name, estimate }) => ({
      group: name,
      subjects: estimate.subjects,
      times: [...estimate.times],
      atRisk: [...estimate.atRisk],
      eventFree: [...estimate.eventFree.probability],
      emptied: estimate.emptied,
      causes: estimate.causes.map((curve, at) => ({
        cause: causes[at],
        events: curve.eventCount,
        incidence: [...curve.probability],
        standardError: [...curve.standardError],
        lower: curve.lower,
        upper: curve.upper,
      })),
    }));
    const compared = tests.map((each, at) => ({
      ...(each.ok ? each.test : { reason: each.reason }),
      cause: causes[at],
    }));
    const method = 'Aalen-Johansen';
    print(JSON.stringify({ method, interval, confidence, leftOut, groups: curves, gray: compared }, null, 2));
    return;
  }
  print(
    table([
      ['group', 'cause', 'time', 'at risk', 'incidence', `${confidence * 100}% interval`],
      ...points.map(({ group: name, cause: label, when, reading }) =>
        reading.ok
          ? [
              name,
              label,
              shown(when),
              String(reading.value.atRisk),
              shown(reading.value.incidence),
              reading.value.lower === null ? '' : bounds(reading.value.lower, reading.value.upper),
            ]
          : [name, label, shown(when), '', 'beyond the last observation', ''],
      ),
    ]),
  );
  print('');
  for (const [at, each] of tests.entries())
    print(
      each.ok
        ? `Gray, ${causes[at] ?? ''}: chi-square ${shown(each.test.chiSquare)} on ${each.test.degreesOfFreedom} degrees of freedom, p ${shownP(each.test.p)}.`
        : `Gray, ${causes[at] ?? ''}: no test, ${each.reason}.`,
    );
  print(`Aalen-Johansen, ${interval} interval. ${leftOut} rows left out.`);
}
