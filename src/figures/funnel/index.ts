/** The funnel figure: its data and its drawing. */
export { type FunnelData, funnelData } from './funnel-data.ts';
export { funnelFigure } from './funnel-figure.ts';
