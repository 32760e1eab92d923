/**
 * The forest: estimates with their intervals, one row a study or subgroup, squares by weight, diamonds for summaries and a
 * bar for their prediction interval. A row without an estimate keeps its place and says why; a value that a paper printed
 * stands beside the one computed.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import { assembleFigure, figureMargin, logTicks, type NumberScale, plainNumber } from '../layout/index.ts';
import {
  type Figure,
  type FigureCell,
  type FigureLayout,
  fullWidth,
  lineMark,
  type Mark,
  type TextMark,
  typeSize,
} from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { ForestData, ForestRow } from './forest-data.ts';

const rowHeight = 22;
const gap = 10;
/** Room that the words beside the line of no difference need; with less they stand in the middle of the figure. */
const leastSide = 90;
const narrowHead = 'Estimate (95% CI)';
/** Sides of the square of the greatest weight, of one without a weight, and of the least that is seen. */
const greatestSquare = 13;
const plainSquare = 8;
const leastSquare = 2;
/** Room between the words of two ticks. */
const tickGap = 8;
const mostTicks = 8;

/** Lines of text in one column of a row. */
interface Column {
  readonly x: number;
  readonly cells: readonly Pick<TextMark, 'text' | 'weight' | 'paint'>[];
}

/** A count out of patients in columns of its own, because a spreadsheet takes "2/9" for a date. */
function countCells(n: ForestRow['n']): readonly [count: number | null, of: number | null, n: FigureCell] {
  const [, count, of] = typeof n === 'string' ? (/^(\d+)\/(\d+)$/.exec(n) ?? []) : [];
  return count === undefined || of === undefined
    ? [null, null, n ?? null]
    : [Number(count), Number(of), null];
}

const shown = (value: number): string =>
  plainNumber(Math.abs(value) >= 10 ? Math.round(value * 10) / 10 : Number(value.toPrecision(3)));

const intervalText = ({ estimate, lower, upper }: ForestRow): string => {
  if (estimate === undefined) return 'no estimate';
  if (lower === undefined && upper === undefined) return `${shown(estimate)} (no interval)`;
  const end = (value: number | undefined): string => (value === undefined ? '?' : shown(value));
  return `${shown(estimate)} (${end(lower)} to ${end(upper)})`;
};

/** As many ticks as their words have room for. */
function linearTicks(scale: ReturnType<typeof scaleLinear<number, number>>): readonly number[] {
  for (let count = mostTicks; count > 1; count--) {
    const ticks = scale.ticks(count);
    const isClear = ticks.every((tick, at) => {
      const next = ticks[at + 1];
      if (next === undefined) return true;
      const [here, there] = [tick, next].map((each) => textWidth(plainNumber(each), typeSize.small));
      return scale(next) - scale(tick) >= ((here ?? 0) + (there ?? 0)) / 2 + tickGap;
    });
    if (isClear) return ticks;
  }
  return scale.ticks(1);
}

function scaleOf(
  data: ForestData,
  range: readonly [number, number],
): { scale: NumberScale; ticks: readonly number[] } {
  const values = data.rows.flatMap(({ estimate, lower, upper, prediction }) =>
    [estimate, lower, upper, ...(prediction ?? [])].filter((value) => value !== undefined),
  );
  if (data.reference !== undefined) values.push(data.reference);
  const least = values.length === 0 ? (data.scale === 'log' ? 0.5 : 0) : Math.min(...values);
  const most = values.length === 0 ? (data.scale === 'log' ? 2 : 1) : Math.max(...values);
  const room = range[1] - range[0];
  if (data.axis !== undefined) {
    const [from, to] = data.axis;
    if (data.scale === 'log')
      return { scale: scaleLog([from, to], [...range]), ticks: logTicks(from, to, room) };
    const scale = scaleLinear([from, to], [...range]);
    return { scale, ticks: linearTicks(scale) };
  }
  if (data.scale === 'log') {
    const low = Math.min(least, most / 1.5) / 1.15;
    const high = most * 1.15;
    return { scale: scaleLog([low, high], [...range]), ticks: logTicks(low, high, room) };
  }
  const pad = most === least ? 1 : (most - least) * 0.04;
  const scale = scaleLinear([least === 0 ? 0 : least - pad, most + pad], [...range]);
  return { scale, ticks: linearTicks(scale) };
}

/** The forest of a table of estimates. */
export function forestFigure(data: ForestData, { width = fullWidth }: FigureLayout = {}): Figure {
  const isNarrow = width < 480;
  const numbers = data.rows.map(({ n }) => (n === undefined ? '' : String(n)));
  const texts = data.rows.map(intervalText);
  const widest = (all: readonly string[], weight: 'regular' | 'bold' = 'regular'): number =>
    Math.max(0, ...all.map((text) => textWidth(text, typeSize.small, weight)));
  const nRoom = Math.min(80, widest(['n', ...numbers], 'bold'));
  const labelMost = width * (isNarrow ? 0.4 : 0.32);
  const textRoom = isNarrow
    ? labelMost
    : Math.min(
        width * 0.34,
        Math.max(
          widest([...texts, 'Estimate (95% CI)'], 'bold'),
          widest(data.rows.flatMap(({ printed = '', remark = '' }) => [`printed: ${printed}`, remark])),
        ),
      );
  const labels = data.rows.flatMap(({ label, group = '' }) => [label, group]);
  const labelRoom = Math.min(
    labelMost,
    widest(isNarrow ? [...labels, ...texts, narrowHead] : labels, 'bold') + 8,
  );
  const tellRoom = isNarrow ? labelRoom : textRoom;
  const labelLeft = figureMargin;
  const nRight = labelLeft + labelRoom + gap + nRoom;
  const plotLeft = nRight + gap;
  const textLeft = isNarrow ? labelLeft : width - figureMargin - textRoom;
  const plotRight = isNarrow ? width - figureMargin : Math.max(plotLeft + 40, textLeft - gap);
  const { scale, ticks } = scaleOf(data, [plotLeft + 6, plotRight - 6]);
  const marks: Mark[] = [];
  let y = 12;
  const head = (text: string, x: number, anchor: 'start' | 'end'): void => {
    marks.push({ kind: 'text', x, y, text, size: typeSize.small, weight: 'bold', anchor });
  };
  if (numbers.some((text) => text !== '')) head('n', nRight, 'end');
  head(isNarrow ? narrowHead : 'Estimate (95% CI)', textLeft, 'start');
  y += 8;
  const top = y;
  marks.push(lineMark(figureMargin, y, width - figureMargin, y, { stroke: 'edge' }));
  const greatestWeight = Math.max(0, ...data.rows.map(({ weightPercent = 0 }) => weightPercent));
  let group: string | undefined;
  const lines: Mark[] = [];
  data.rows.forEach((row, at) => {
    if (row.group !== undefined && row.group !== group) {
      for (const text of wrapText(row.group, plotLeft - labelLeft - gap, typeSize.small, 'bold')) {
        y += 15;
        lines.push({ kind: 'text', x: labelLeft, y, text, size: typeSize.small, weight: 'bold' });
      }
      y += 4;
    }
    group = row.group;
    const weight = row.isSummary ? 'bold' : 'regular';
    const asLines = (all: readonly string[]): Column['cells'] => all.map((text) => ({ text, weight }));
    const labels = asLines(wrapText(row.label, labelRoom, typeSize.small, weight));
    const told: Column['cells'] = [
      ...asLines(wrapText(texts[at] ?? '', tellRoom + 1, typeSize.small, weight)),
      ...[row.printed === undefined ? '' : `printed: ${row.printed}`, row.remark ?? ''].flatMap((text) =>
        wrapText(text, tellRoom, typeSize.small).map((part) => ({ text: part, paint: 'quiet' as const })),
      ),
    ];
    const columns: readonly Column[] = isNarrow
      ? [{ x: labelLeft, cells: [...labels, ...told] }]
      : [
          { x: labelLeft, cells: labels },
          { x: textLeft, cells: told },
        ];
    const height = Math.max(rowHeight, Math.max(...columns.map(({ cells }) => cells.length)) * 13 + 8);
    const middle = y + height / 2;
    for (const { x, cells } of columns)
      cells.forEach((cell, index) => {
        const baseline = middle + 3.5 + (index - (cells.length - 1) / 2) * 13;
        lines.push({ kind: 'text', x, y: baseline, size: typeSize.small, ...cell });
      });
    const n = numbers[at] ?? '';
    if (n !== '')
      lines.push({
        kind: 'text',
        x: nRight,
        y: middle + 3.5,
        text: n,
        size: typeSize.small,
        weight,
        anchor: 'end',
      });
    lines.push(...estimateMarks(row, middle, scale, greatestWeight));
    y += height;
  });
  const bottom = y + 4;
  for (const tick of ticks)
    marks.push(lineMark(scale(tick), top, scale(tick), bottom, { stroke: 'rule', width: 0.75 }));
  if (data.reference !== undefined)
    marks.push(
      lineMark(scale(data.reference), top, scale(data.reference), bottom, { stroke: 'ink', dash: 'short' }),
    );
  marks.push(...lines, lineMark(plotLeft, bottom, plotRight, bottom));
  for (const tick of ticks) {
    marks.push(lineMark(scale(tick), bottom, scale(tick), bottom + 4));
    marks.push({
      kind: 'text',
      x: scale(tick),
      y: bottom + 15,
      text: plainNumber(tick),
      size: typeSize.small,
      anchor: 'middle',
    });
  }
  y = bottom + 19;
  const centre = (plotLeft + plotRight) / 2;
  const room = 2 * Math.min(centre - figureMargin, width - figureMargin - centre);
  for (const text of wrapText(data.measure, room, typeSize.label)) {
    y += 13;
    marks.push({ kind: 'text', x: centre, y, text, size: typeSize.label, anchor: 'middle' });
  }
  if (data.favours !== undefined && data.reference !== undefined) {
    const [left, right] = data.favours;
    const line = scale(data.reference);
    const isCramped = Math.min(line - figureMargin, width - figureMargin - line) < leastSide;
    const at = isCramped ? width / 2 : line;
    const roomOf = (space: number): number => space - 8;
    const sides = [
      wrapText(`\u2190 ${left}`, roomOf(at - figureMargin), typeSize.small),
      wrapText(`${right} \u2192`, roomOf(width - figureMargin - at), typeSize.small),
    ];
    sides.forEach((side, index) => {
      side.forEach((text, below) => {
        marks.push({
          kind: 'text',
          x: at + (index === 0 ? -8 : 8),
          y: y + 14 + below * 12,
          text,
          size: typeSize.small,
          anchor: index === 0 ? 'end' : 'start',
          paint: 'quiet',
        });
      });
    });
    y += 14 + 12 * (Math.max(...sides.map((side) => side.length)) - 1);
  }
  const without = data.rows.filter(({ estimate }) => estimate === undefined).length;
  const statements = [
    `${data.rows.length} rows: ${data.measure}`,
    `Method: ${data.method}`,
    ...(data.rows.some(({ weightPercent }) => weightPercent !== undefined)
      ? [`Area of squares: ${data.weights ?? 'weight in the summary'}`]
      : []),
    ...(data.rows.some(({ isSummary }) => isSummary) ? ['Diamonds are summaries'] : []),
    ...(data.rows.some(({ prediction }) => prediction !== undefined)
      ? ['The thin bar under a diamond is the prediction interval']
      : []),
    ...(without > 0 ? [`${without} rows have no estimate`] : []),
  ];
  return assembleFigure(data, {
    kind: 'forest',
    width,
    height: y + 6,
    marks,
    description: `Forest of ${data.measure}. ${data.rows.map((row, at) => `${row.label}: ${texts[at]}`).join('; ')}.`,
    statements,
    table: {
      columns: [
        'row',
        'group',
        'count',
        'of',
        'n',
        'estimate',
        'lower',
        'upper',
        'prediction lower',
        'prediction upper',
        'weight (%)',
        'summary',
        'printed',
        'remark',
      ],
      rows: data.rows.map((row) => [
        row.label,
        row.group ?? null,
        ...countCells(row.n),
        row.estimate ?? null,
        row.lower ?? null,
        row.upper ?? null,
        row.prediction?.[0] ?? null,
        row.prediction?.[1] ?? null,
        row.weightPercent ?? null,
        row.isSummary ? 'yes' : 'no',
        row.printed ?? null,
        row.remark ?? null,
      ]),
    },
  });
}

/** The side of a square whose area grows with the weight. */
const squareSide = (weight: number | undefined, greatest: number): number =>
  weight === undefined || greatest === 0
    ? plainSquare
    : Math.max(leastSquare, greatestSquare * Math.sqrt(weight / greatest));

function estimateMarks(
  row: ForestRow,
  middle: number,
  scale: NumberScale,
  greatestWeight: number,
): readonly Mark[] {
  const { estimate, lower, upper, weightPercent, isSummary, prediction, label } = row;
  if (estimate === undefined) return [];
  const hint = `${label}: ${intervalText(row)}`;
  const x = scale(estimate);
  const marks: Mark[] = [];
  if (prediction !== undefined)
    marks.push(
      lineMark(scale(prediction[0]), middle + 8, scale(prediction[1]), middle + 8, {
        stroke: 'quiet',
        width: 2,
        hint: `prediction interval ${shown(prediction[0])} to ${shown(prediction[1])}`,
      }),
    );
  if (isSummary && lower !== undefined && upper !== undefined) {
    marks.push({
      kind: 'path',
      points: [
        { x: scale(lower), y: middle },
        { x, y: middle - 6 },
        { x: scale(upper), y: middle },
        { x, y: middle + 6 },
      ],
      isClosed: true,
      fill: 'group-1',
      hint,
    });
    return marks;
  }
  if (lower !== undefined && upper !== undefined) {
    marks.push(lineMark(scale(lower), middle, scale(upper), middle, { stroke: 'ink', width: 1.25, hint }));
    for (const end of [lower, upper])
      marks.push(lineMark(scale(end), middle - 3, scale(end), middle + 3, { stroke: 'ink', width: 1.25 }));
  }
  const size = squareSide(weightPercent, greatestWeight);
  marks.push({ kind: 'glyph', shape: 'square', x, y: middle, size, fill: 'group-1', hint });
  return marks;
}
