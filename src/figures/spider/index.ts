/** The spider figure: its data and its drawing. */
export { type SpiderData, spiderData } from './spider-data.ts';
export { spiderFigure } from './spider-figure.ts';
