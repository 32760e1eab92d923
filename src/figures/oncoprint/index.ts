/** The oncoprint: its data and its drawing. */
export { type OncoprintData, oncoprintData } from './oncoprint-data.ts';
export { oncoprintFigure } from './oncoprint-figure.ts';
