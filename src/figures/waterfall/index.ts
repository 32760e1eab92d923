/** The waterfall figure: its data and its drawing. */
export { type WaterfallData, waterfallData } from './waterfall-data.ts';
export { waterfallFigure } from './waterfall-figure.ts';
