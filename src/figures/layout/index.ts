/** Parts of the page that every kind shares: head and caption, axes, legends, names at the ends of lines. */
export { assembleFigure, type FigureBody, figureMargin } from './assemble-figure.ts';
export {
  type AxisStyle,
  linearScale,
  type NumberScale,
  type PlotArea,
  plainNumber,
  xAxis,
  xAxisHeight,
  yAxis,
  yAxisTitle,
  yAxisWidth,
} from './axis.ts';
export { type DrawnEntry, drawnLegend } from './drawn-legend.ts';
export { spreadLabels } from './end-labels.ts';
export { lanesOf } from './lanes.ts';
export { type LegendEntry, legend } from './legend.ts';
export { logTicks } from './log-ticks.ts';
export { type SpreadItem, spreadPlaces } from './spread-places.ts';
