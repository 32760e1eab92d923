/** The lollipop figure: its data and its drawing. */
export { type LollipopData, lollipopData } from './lollipop-data.ts';
export { lollipopFigure } from './lollipop-figure.ts';
