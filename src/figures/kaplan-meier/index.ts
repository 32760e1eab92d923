/** The kaplan-meier figure: its data and its drawing. */
export { type KaplanMeierData, kaplanMeierData } from './kaplan-meier-data.ts';
export { kaplanMeierFigure } from './kaplan-meier-figure.ts';
