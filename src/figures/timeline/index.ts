/** The timeline figure: its data and its drawing. */
export { type TimelineData, timelineData } from './timeline-data.ts';
export { timelineFigure } from './timeline-figure.ts';
