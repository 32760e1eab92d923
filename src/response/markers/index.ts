/** Markers: series, changes, doubling time, biochemical response. */
export {
  type BiochemicalResponse,
  type BiochemicalResponseDefinition,
  biochemicalResponse,
  biochemicalResponseDefinitions,
} from './biochemical-response.ts';
export {
  type DoublingTime,
  type DoublingTimeReading,
  doublingTime,
  type NoDoublingTime,
} from './doubling-time.ts';
export {
  type ChangeReading,
  changeAcross,
  changeWithin,
  type MarkerNadir,
  markerNadir,
  percentChange,
  riseFromNadir,
} from './marker-change.ts';
export { type MarkerPoint, type MarkerReading, type MarkerSeries, markerSeries } from './marker-series.ts';
export { isTumourMarker } from './tumour-marker.ts';
