/** The swimmer figure: its data and its drawing. */
export { type SwimmerData, swimmerData } from './swimmer-data.ts';
export { swimmerFigure } from './swimmer-figure.ts';
