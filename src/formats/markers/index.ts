/** Tables of stains and biomarkers. */
export { markerColumns } from './marker-columns.ts';
export { MarkerReader } from './marker-reader.ts';
