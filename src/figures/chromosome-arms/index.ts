/** The figure of chromosome arms: its data and its drawing. */
export { type ChromosomeArmsData, chromosomeArmsData } from './chromosome-arms-data.ts';
export { chromosomeArmsFigure } from './chromosome-arms-figure.ts';
