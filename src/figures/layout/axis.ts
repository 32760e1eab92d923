/** Axes: lines, ticks, labels that do not touch each other, grid and title. */
import { scaleLinear } from 'd3-scale';
import { lineMark, type Mark, typeSize } from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';

/** The rectangle in which data are drawn. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A scale from data to pixels. */
export interface NumberScale {
  (value: number): number;
  domain(): number[];
  range(): number[];
  /** Round numbers within the domain, about as many as asked. */
  ticks(count?: number): number[];
}

/** How an axis is labelled. */
export interface AxisStyle {
  readonly title?: string;
  readonly format?: (value: number) => string;
  readonly ticks?: readonly number[];
  readonly hasGrid?: boolean;
}

/** A number as an axis prints it: no more decimals than the step between ticks needs, and a true minus. */
export function plainNumber(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  return String(rounded === 0 ? 0 : rounded).replace('-', '\u2212');
}

/** A scale that ends at the data, or at round numbers around them. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
  { isNice = false }: { readonly isNice?: boolean } = {},
): NumberScale {
  const [low, high] = domain;
  const scale = scaleLinear([low, high === low ? low + 1 : high], [...range]);
  return isNice ? scale.nice(5) : scale;
}

/** Ticks so far apart that their labels keep a gap. */
function fittingTicks(
  scale: NumberScale,
  given: readonly number[] | undefined,
  format: (value: number) => string,
  minimumGap: number,
  extentOf: (label: string) => number,
): readonly number[] {
  for (let count = given === undefined ? 10 : 1; count >= 1; count -= 1) {
    const ticks = given ?? scale.ticks(count);
    const isClear = ticks.every((tick, at) => {
      const next = ticks[at + 1];
      if (next === undefined) return true;
      const room = Math.abs(scale(next) - scale(tick));
      return room >= (extentOf(format(tick)) + extentOf(format(next))) / 2 + minimumGap;
    });
    if (isClear || count === 1) return ticks;
  }
  return [];
}

/** A horizontal axis below the plot; its height is `xAxisHeight`. */
export function xAxis(scale: NumberScale, plot: PlotArea, style: AxisStyle = {}): readonly Mark[] {
  const { title, format = plainNumber, hasGrid = false } = style;
  const ticks = fittingTicks(scale, style.ticks, format, 8, (label) => textWidth(label, typeSize.small));
  const marks: Mark[] = [lineMark(plot.left, plot.bottom, plot.right, plot.bottom)];
  for (const tick of ticks) {
    const x = scale(tick);
    if (hasGrid) marks.unshift(lineMark(x, plot.top, x, plot.bottom, { stroke: 'rule', width: 0.75 }));
    marks.push(lineMark(x, plot.bottom, x, plot.bottom + 4));
    marks.push({
      kind: 'text',
      x,
      y: plot.bottom + 15,
      text: format(tick),
      size: typeSize.small,
      anchor: 'middle',
    });
  }
  if (title !== undefined)
    marks.push({
      kind: 'text',
      x: (plot.left + plot.right) / 2,
      y: plot.bottom + 31,
      text: title,
      size: typeSize.label,
      anchor: 'middle',
    });
  return marks;
}

/** What `xAxis` needs under the plot. */
export const xAxisHeight = (style: AxisStyle = {}): number => (style.title === undefined ? 20 : 36);

/** A vertical axis left of the plot. */
export function yAxis(scale: NumberScale, plot: PlotArea, style: AxisStyle = {}): readonly Mark[] {
  const { format = plainNumber, hasGrid = true } = style;
  const ticks = fittingTicks(scale, style.ticks, format, 6, () => typeSize.small);
  const marks: Mark[] = [lineMark(plot.left, plot.top, plot.left, plot.bottom)];
  for (const tick of ticks) {
    const y = scale(tick);
    if (hasGrid) marks.unshift(lineMark(plot.left, y, plot.right, y, { stroke: 'rule', width: 0.75 }));
    marks.push(lineMark(plot.left - 4, y, plot.left, y));
    marks.push({
      kind: 'text',
      x: plot.left - 6,
      y: y + 3.5,
      text: format(tick),
      size: typeSize.small,
      anchor: 'end',
    });
  }
  return marks;
}

/** The title of a vertical axis: level, above it, so that nobody has to turn the head; with the height it takes. */
export function yAxisTitle(
  title: string,
  left: number,
  right: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const lines = wrapText(title, right - left, typeSize.label);
  return {
    marks: lines.map((text, at) => ({
      kind: 'text',
      x: left,
      y: top + 11 + at * 14,
      text,
      size: typeSize.label,
    })),
    height: lines.length * 14 + 8,
  };
}

/** What `yAxis` needs left of the plot. */
export function yAxisWidth(scale: NumberScale, style: AxisStyle = {}): number {
  const { format = plainNumber } = style;
  const labels = (style.ticks ?? scale.ticks(10)).map((tick) => textWidth(format(tick), typeSize.small));
  return Math.max(0, ...labels) + 8;
}
