/** Values of markers over time: the figure, and the panel that the timeline shares. */
export {
  type MarkerSeries,
  type MarkerSeriesData,
  markerSeries,
  markerSeriesData,
} from './marker-series-data.ts';
export { markerSeriesFigure } from './marker-series-figure.ts';
export { seriesPanel, valueAxisWidth } from './series-panel.ts';
