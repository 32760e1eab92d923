/**
 * Kaplan-Meier curves with their band, the censored, the numbers at risk, medians and the log-rank test. A group of fewer
 * than ten patients is shown as patients and not as a curve: a curve of a few steps promises more than they can say.
 */
import {
  type KaplanMeierCurve,
  kaplanMeier,
  logRank,
  type SurvivalColumns,
  survivalQuantile,
} from '../../statistics/index.ts';
import {
  assembleFigure,
  figureMargin,
  type LegendEntry,
  legend,
  linearScale,
  plainNumber,
  xAxis,
  xAxisHeight,
  yAxis,
  yAxisTitle,
  yAxisWidth,
} from '../layout/index.ts';
import {
  type Dash,
  type Figure,
  type FigureLayout,
  type FigureTable,
  fullWidth,
  groupPaints,
  lineMark,
  type Mark,
} from '../scene/index.ts';
import { curveMarks, sparseAtRisk } from './curve-marks.ts';
import type { KaplanMeierData, KaplanMeierSubject } from './kaplan-meier-data.ts';
import { patientStrip } from './patient-strip.ts';
import { riskTable, riskTicks } from './risk-table.ts';

/** Groups smaller than this are shown as patients. */
export const fewestForCurve = 10;

const dashes: readonly Dash[] = ['solid', 'long', 'short', 'dash-dot', 'dotted', 'solid'];

const columnsOf = (subjects: readonly KaplanMeierSubject[]): SurvivalColumns => ({
  time: Float64Array.from(subjects, ({ time }) => time),
  event: Uint8Array.from(subjects, ({ hasEvent }) => (hasEvent ? 1 : 0)),
  ...(subjects.some(({ entry }) => entry !== undefined)
    ? { entry: Float64Array.from(subjects, ({ entry }) => entry ?? 0) }
    : {}),
});

const shown = (value: number | null): string =>
  value === null ? 'not reached' : plainNumber(Number(value.toPrecision(3)));

function medianSentence(label: string, curve: KaplanMeierCurve, unit: string): string {
  const { time, lower, upper } = survivalQuantile(curve, 0.5);
  const value = time === null ? 'not reached' : `${shown(time)} ${unit}`;
  return `${label}: ${curve.eventCount} events in ${curve.subjects}, median ${value} (95% CI ${shown(lower)} to ${shown(upper)})`;
}

const shownP = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);

function testSentence(data: KaplanMeierData): readonly string[] {
  if (data.groups.length < 2) return [];
  const read = logRank([data.groups.map(({ subjects }) => columnsOf(subjects))]);
  if (!read.ok) return [`No log-rank test: ${noTestWords[read.reason] ?? read.reason}`];
  const { chiSquare, degreesOfFreedom, p } = read.test;
  return [`Log-rank test: chi-square ${chiSquare.toFixed(2)} on ${degreesOfFreedom} df, ${shownP(p)}`];
}

const noTestWords: Readonly<Record<string, string>> = {
  noSubjects: 'a group has no patients',
  noEvents: 'there is no event',
  fewerThanTwoGroups: 'fewer than two groups had a chance of an event',
};

const tableOf = ({ groups, timeUnit }: KaplanMeierData): FigureTable => ({
  columns: ['group', 'patient', `entry (${timeUnit})`, `time (${timeUnit})`, 'event'],
  rows: groups.flatMap(({ label, subjects }) =>
    subjects.map(({ id, entry, time, hasEvent }) => [
      label,
      id ?? null,
      entry ?? 0,
      time,
      hasEvent ? 'yes' : 'censored',
    ]),
  ),
});

/** The figure of survival by group. */
export function kaplanMeierFigure(data: KaplanMeierData, { width = fullWidth }: FigureLayout = {}): Figure {
  const longest = data.groups
    .flatMap(({ subjects }) => subjects)
    .reduce((most, { time }) => Math.max(most, time), 0);
  const drawn = data.groups.map((group, at) => {
    const read = kaplanMeier(columnsOf(group.subjects));
    const isCurve = read.ok && group.subjects.length >= fewestForCurve;
    const curve = read.ok ? kaplanMeier(columnsOf(group.subjects), { interval: data.interval }) : undefined;
    return {
      ...group,
      isCurve,
      curve: curve?.ok === true ? curve.curve : undefined,
      look: { paint: groupPaints[at] ?? 'group-6', dash: dashes[at] ?? 'solid' },
    };
  });
  const curves = drawn.filter(({ isCurve }) => isCurve);
  const few = drawn.filter(({ isCurve }) => !isCurve);
  const yScale0 = linearScale([0, 1], [0, 1]);
  const yStyle = { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] };
  const left = figureMargin + (curves.length > 0 ? yAxisWidth(yScale0, yStyle) : 0);
  const right = width - figureMargin - 8;
  const x = linearScale([0, longest], [left, right]);
  const axis = { title: data.timeAxis ?? `Time (${data.timeUnit})` };
  const marks: Mark[] = [];
  let bottom = 0;
  const entries: LegendEntry[] = drawn.map(({ label, look, isCurve }) => ({
    label,
    sample: isCurve
      ? { kind: 'line', stroke: look.paint, dash: look.dash }
      : { kind: 'area', fill: look.paint },
  }));
  entries.push({ label: 'censored', sample: { kind: 'glyph', shape: 'tick', stroke: 'edge' } });
  if (few.length > 0)
    entries.push({ label: 'event', sample: { kind: 'glyph', shape: 'diamond', fill: 'ink' } });
  const key = legend(entries, left, right, 0);
  marks.push(...key.marks);
  bottom = key.height + 8;
  if (curves.length > 0) {
    const title = yAxisTitle(data.endpoint, figureMargin, right, bottom);
    marks.push(...title.marks);
    const plotTop = bottom + title.height + 4;
    const plot = { left, right, top: plotTop, bottom: plotTop + Math.min(300, Math.max(180, width * 0.42)) };
    const y = linearScale([0, 1], [plot.bottom, plot.top]);
    marks.push(...yAxis(y, plot, yStyle), ...xAxis(x, plot, axis));
    marks.push(
      lineMark(plot.left, y(0.5), plot.right, y(0.5), { stroke: 'edge', width: 0.75, dash: 'dotted' }),
    );
    for (const { curve, look, label } of curves)
      if (curve !== undefined) marks.push(...curveMarks(curve, look, x, y, label));
    bottom = plot.bottom + xAxisHeight(axis) + 4;
    const most = Math.max(...curves.map(({ subjects }) => subjects.length));
    const ticks = riskTicks(x, most);
    const table = riskTable(
      curves.map(({ label, look, subjects }) => ({ label, paint: look.paint, subjects })),
      ticks,
      x,
      figureMargin,
      bottom,
    );
    marks.push(...table.marks);
    bottom += table.height + 6;
  }
  if (few.length > 0) {
    const strip = patientStrip(few, { left, right, top: bottom, x, axis });
    marks.push(...strip.marks);
    bottom += strip.height;
  }
  const statements = [
    ...drawn.map(({ label, curve, subjects }) =>
      curve === undefined
        ? `${label}: no patients`
        : subjects.length < fewestForCurve
          ? `${label}: ${curve.eventCount} events in ${curve.subjects}, shown one by one`
          : medianSentence(label, curve, data.timeUnit),
    ),
    ...testSentence(data),
    ...(curves.length > 0
      ? [
          `Kaplan-Meier with pointwise 95% intervals (${data.interval}); dotted where fewer than ${sparseAtRisk} are at risk`,
        ]
      : []),
    ...(few.length > 0
      ? [`Groups of fewer than ${fewestForCurve} are shown as patients, without a curve`]
      : []),
  ];
  return assembleFigure(data, {
    kind: 'kaplan-meier',
    width,
    height: bottom,
    marks,
    description: `${data.endpoint} of ${data.groups.length === 1 ? 'one group' : `${data.groups.length} groups`}. ${statements.join('. ')}.`,
    statements,
    table: tableOf(data),
  });
}
