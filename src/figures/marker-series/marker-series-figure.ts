/**
 * Marker series over time. Series in one unit with one reference range share a panel; values of assays with different
 * ranges never share an axis, for 29 ng/mL of one assay may be less than 4 ng/mL of another (as multiples of the limit).
 */
import {
  assembleFigure,
  figureMargin,
  type LegendEntry,
  legend,
  linearScale,
  plainNumber,
  xAxis,
  xAxisHeight,
  yAxisTitle,
} from '../layout/index.ts';
import {
  type Figure,
  type FigureLayout,
  fullWidth,
  type GlyphShape,
  groupPaints,
  lineMark,
  type Mark,
  typeSize,
} from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { MarkerSeries, MarkerSeriesData } from './marker-series-data.ts';
import { type SeriesLook, seriesPanel, valueAxisWidth } from './series-panel.ts';

const panelHeight = 120;
const shapes: readonly GlyphShape[] = ['circle', 'square', 'diamond', 'triangle', 'star', 'plus'];

/** Series that may share an axis: one unit, one reference range. */
const panelsOf = (series: readonly MarkerSeries[]): readonly (readonly MarkerSeries[])[] => {
  const panels = new Map<string, MarkerSeries[]>();
  for (const each of series) {
    const key = JSON.stringify([each.unit, each.lowerLimit ?? null, each.upperLimit ?? null]);
    panels.set(key, [...(panels.get(key) ?? []), each]);
  }
  return [...panels.values()];
};

const limitsText = ({ unit, lowerLimit, upperLimit }: MarkerSeries): string => {
  if (upperLimit === undefined) return `${unit}, reference range not stated`;
  return lowerLimit === undefined
    ? `${unit}, reference up to ${plainNumber(upperLimit)}`
    : `${unit}, reference ${plainNumber(lowerLimit)} to ${plainNumber(upperLimit)}`;
};

const multiple = ({ upperLimit }: MarkerSeries, value: number): number | null =>
  upperLimit === undefined || upperLimit <= 0 ? null : Number((value / upperLimit).toPrecision(3));

/** The figure of marker series. */
export function markerSeriesFigure(data: MarkerSeriesData, { width = fullWidth }: FigureLayout = {}): Figure {
  const panels = panelsOf(data.series);
  const axisWidth = Math.max(...panels.map((panel) => valueAxisWidth(panel, data.scale, panelHeight)));
  const left = figureMargin + axisWidth;
  const right = width - figureMargin - 4;
  const times = [
    ...data.series.flatMap(({ points }) =>
      points.flatMap(({ time, timeAtMost = time }) => [time, timeAtMost]),
    ),
    ...data.spans.flatMap(({ from, to }) => [from, to]),
  ];
  const x = linearScale([Math.min(...times), Math.max(...times)], [left + 6, right - 6]);
  const looks = new Map<MarkerSeries, SeriesLook>(
    data.series.map((series, at) => [
      series,
      {
        paint: groupPaints[at % groupPaints.length] ?? 'group-1',
        shape: shapes[at % shapes.length] ?? 'circle',
        dash: 'solid',
      },
    ]),
  );
  const points = data.series.flatMap((series) => series.points);
  const entries: LegendEntry[] = data.series.map((series) => ({
    label: series.label,
    sample: {
      kind: 'glyph',
      shape: looks.get(series)?.shape ?? 'circle',
      fill: looks.get(series)?.paint ?? 'ink',
    },
  }));
  if (points.some(({ bound }) => bound === 'below'))
    entries.push({
      label: 'below this limit',
      sample: { kind: 'glyph', shape: 'triangleDown', stroke: 'ink' },
    });
  if (points.some(({ bound }) => bound === 'above'))
    entries.push({ label: 'above this limit', sample: { kind: 'glyph', shape: 'triangle', stroke: 'ink' } });
  if (data.series.some(({ upperLimit }) => upperLimit !== undefined))
    entries.push({
      label: 'upper limit of normal',
      sample: { kind: 'line', stroke: 'edge', dash: 'short', width: 1 },
    });
  const key = legend(entries, figureMargin, right, 0);
  const marks: Mark[] = [...key.marks];
  let y = key.height + 6;
  for (const { from, to, label } of data.spans) {
    const lines = wrapText(label, right - left, typeSize.small);
    marks.push({
      kind: 'rectangle',
      x: x(from),
      y: y + 2,
      width: Math.max(2, x(to) - x(from)),
      height: 5,
      fill: 'group-6',
      hint: `${label}: ${plainNumber(from)} to ${plainNumber(to)} ${data.timeUnit}`,
    });
    lines.forEach((text, at) => {
      marks.push({
        kind: 'text',
        x: Math.min(x(from), right - textWidth(text, typeSize.small)),
        y: y + 18 + at * 12,
        text,
        size: typeSize.small,
      });
    });
    y += 12 + lines.length * 12 + 4;
  }
  if (data.spans.length > 0) y += 4;
  panels.forEach((panel, at) => {
    const [first] = panel;
    if (first === undefined) return;
    const title = yAxisTitle(limitsText(first), figureMargin, right, y);
    marks.push(...title.marks);
    const top = y + title.height + 2;
    const plot = { left, right, top, bottom: top + panelHeight };
    marks.push(
      ...seriesPanel(
        panel,
        panel.map((series) => looks.get(series) ?? { paint: 'group-1', shape: 'circle', dash: 'solid' }),
        plot,
        x,
        data.scale,
      ),
    );
    const isLast = at === panels.length - 1;
    const axis = isLast ? { title: data.timeAxis ?? `Time (${data.timeUnit})` } : {};
    if (isLast) marks.push(...xAxis(x, plot, axis), lineMark(left, plot.bottom, right, plot.bottom));
    else marks.push(lineMark(left, plot.bottom, right, plot.bottom));
    y = plot.bottom + (isLast ? xAxisHeight(axis) : 14);
  });
  const isLogRefused = data.scale === 'log' && points.some(({ value }) => value <= 0);
  const statements = [
    `${points.length} values in ${data.series.length} series`,
    ...(panels.length > 1 ? ['Assays with other units or reference ranges have a panel of their own'] : []),
    ...(data.scale === 'log' ? ['Logarithmic axes'] : []),
    ...(isLogRefused ? ['A panel with values of 0 is drawn on a linear axis'] : []),
  ];
  return assembleFigure(data, {
    kind: 'marker-series',
    width,
    height: y,
    marks,
    description: `${data.series
      .map((series) => {
        const ordered = series.points.toSorted((one, other) => one.time - other.time);
        const told = ordered.map(
          ({ time, timeAtMost, value, bound }) =>
            `${bound === undefined ? '' : bound === 'below' ? '<' : '>'}${plainNumber(value)} at ${plainNumber(time)}${timeAtMost === undefined ? '' : ` to ${plainNumber(timeAtMost)}`}`,
        );
        return `${series.label} (${limitsText(series)}): ${told.join(', ')} ${data.timeUnit}`;
      })
      .join('. ')}.`,
    statements,
    table: {
      columns: [
        'series',
        'unit',
        `time (${data.timeUnit})`,
        `time at most (${data.timeUnit})`,
        'bound',
        'value',
        'lower limit',
        'upper limit',
        'multiple of the upper limit',
        'remark',
      ],
      rows: data.series.flatMap((series) =>
        series.points.map(({ time, timeAtMost, value, bound, remark }) => [
          series.label,
          series.unit,
          time,
          timeAtMost ?? null,
          bound === undefined ? null : bound === 'below' ? '<' : '>',
          value,
          series.lowerLimit ?? null,
          series.upperLimit ?? null,
          multiple(series, value),
          remark ?? null,
        ]),
      ),
    },
  });
}
