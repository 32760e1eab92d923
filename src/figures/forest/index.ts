/** The forest figure: its data and its drawing. */
export { type ForestData, forestData } from './forest-data.ts';
export { forestFigure } from './forest-figure.ts';
