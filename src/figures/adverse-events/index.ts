/** The figure of adverse events: its data and its drawing. */
export { type AdverseEventsData, adverseEventsData } from './adverse-events-data.ts';
export { adverseEventsFigure } from './adverse-events-figure.ts';
