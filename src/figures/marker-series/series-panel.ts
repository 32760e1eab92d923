/** One panel of values over time: reference band, axis, line and points; also a track of the patient's timeline. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { type NumberScale, type PlotArea, plainNumber } from '../layout/index.ts';
import { type Dash, type GlyphShape, lineMark, type Mark, type Paint, typeSize } from '../scene/index.ts';
import { textWidth } from '../text/index.ts';
import type { MarkerSeries } from './marker-series-data.ts';

/** The look of a series in its panel. */
export interface SeriesLook {
  readonly paint: Paint;
  readonly shape: GlyphShape;
  readonly dash: Dash;
}

/** The scale of values; a logarithmic one only where every value and limit is above 0. */
export function valueScale(
  series: readonly MarkerSeries[],
  range: readonly [number, number],
  wanted: 'linear' | 'log',
): { readonly scale: NumberScale; readonly isLog: boolean } {
  const values = series.flatMap(({ points, lowerLimit, upperLimit }) => [
    ...points.map(({ value }) => value),
    ...[lowerLimit, upperLimit].filter((limit) => limit !== undefined),
  ]);
  const positive = values.filter((value) => value > 0);
  const isLog = wanted === 'log' && series.every(({ points }) => points.every(({ value }) => value > 0));
  if (isLog) {
    const low = Math.min(...positive) / 1.3;
    const high = Math.max(...positive) * 1.3;
    return { scale: scaleLog([low, high], [...range]), isLog };
  }
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  return { scale: scaleLinear([low, high === low ? low + 1 : high], [...range]).nice(4), isLog };
}

/** Ticks that keep their distance. */
function ticksOf(scale: NumberScale, isLog: boolean, height: number): readonly number[] {
  const most = Math.max(2, Math.floor(height / 20));
  if (!isLog) return scale.ticks(Math.min(5, most));
  const [low = 1, high = 10] = scale.domain();
  const candidates: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1)
    for (const digit of [1, 2, 5]) {
      const tick = Number(`${digit}e${power}`);
      if (tick >= low && tick <= high) candidates.push(tick);
    }
  const every = Math.ceil(candidates.length / most);
  return candidates.filter((_, at) => at % every === 0);
}

/** What the value axis needs left of the panel. */
export const valueAxisWidth = (
  series: readonly MarkerSeries[],
  wanted: 'linear' | 'log',
  height: number,
): number => {
  const { scale, isLog } = valueScale(series, [height, 0], wanted);
  return (
    Math.max(
      0,
      ...ticksOf(scale, isLog, height).map((tick) => textWidth(plainNumber(tick), typeSize.small)),
    ) + 8
  );
};

const boundSign = { below: '<', above: '>' } as const;

/** The marks of a panel. */
export function seriesPanel(
  series: readonly MarkerSeries[],
  looks: readonly SeriesLook[],
  plot: PlotArea,
  x: NumberScale,
  wanted: 'linear' | 'log',
): readonly Mark[] {
  const { scale: y, isLog } = valueScale(series, [plot.bottom, plot.top], wanted);
  const marks: Mark[] = [];
  const [bottomValue = 0] = y.domain();
  for (const { lowerLimit, upperLimit } of series.slice(0, 1)) {
    if (upperLimit === undefined) continue;
    const low = Math.max(lowerLimit ?? bottomValue, bottomValue);
    marks.push({
      kind: 'rectangle',
      x: plot.left,
      y: y(upperLimit),
      width: plot.right - plot.left,
      height: Math.max(0, y(low) - y(upperLimit)),
      fill: 'raised',
      hint: `reference range ${lowerLimit === undefined ? 'up' : plainNumber(lowerLimit)} to ${plainNumber(upperLimit)}`,
    });
    marks.push(
      lineMark(plot.left, y(upperLimit), plot.right, y(upperLimit), { stroke: 'edge', dash: 'short' }),
    );
  }
  marks.push(lineMark(plot.left, plot.top, plot.left, plot.bottom));
  for (const tick of ticksOf(y, isLog, plot.bottom - plot.top)) {
    marks.push(lineMark(plot.left - 4, y(tick), plot.left, y(tick)));
    marks.push({
      kind: 'text',
      x: plot.left - 6,
      y: y(tick) + 3.5,
      text: plainNumber(tick),
      size: typeSize.small,
      anchor: 'end',
    });
  }
  series.forEach(({ label, unit, points }, at) => {
    const { paint, shape, dash } = looks[at] ?? { paint: 'group-1', shape: 'circle', dash: 'solid' };
    const ordered = points.toSorted((one, other) => one.time - other.time);
    const middle = ({ time, timeAtMost = time }: (typeof points)[number]): number =>
      x((time + timeAtMost) / 2);
    marks.push({
      kind: 'path',
      points: ordered.map((point) => ({ x: middle(point), y: y(point.value) })),
      stroke: paint,
      width: 1.5,
      dash,
    });
    for (const point of ordered) {
      const { time, timeAtMost, value, bound, remark } = point;
      if (timeAtMost !== undefined)
        marks.push(lineMark(x(time), y(value), x(timeAtMost), y(value), { stroke: paint, width: 1 }));
      const sign = bound === undefined ? '' : boundSign[bound];
      marks.push({
        kind: 'glyph',
        shape: bound === undefined ? shape : bound === 'below' ? 'triangleDown' : 'triangle',
        x: middle(point),
        y: y(value),
        size: 8,
        ...(bound === undefined
          ? { fill: paint }
          : { fill: 'ground' as const, stroke: paint, strokeWidth: 1.5 }),
        hint: `${label}: ${sign}${plainNumber(value)} ${unit}${remark === undefined ? '' : `, ${remark}`}`,
      });
    }
  });
  return marks;
}
