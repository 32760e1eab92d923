/** @module room: figures: data -> scene -> SVG, with the table of the data, a caption, and a check of what was drawn. */
export { type AdverseEventsData, adverseEventsData, adverseEventsFigure } from './adverse-events/index.ts';
export { checkFigure, type FigureFault } from './check-figure.ts';
export {
  type ChromosomeArmsData,
  chromosomeArmsData,
  chromosomeArmsFigure,
} from './chromosome-arms/index.ts';
export { type Drawable, readFigure } from './figure-document.ts';
export { type ForestData, forestData, forestFigure } from './forest/index.ts';
export { type FunnelData, funnelData, funnelFigure } from './funnel/index.ts';
export { type KaplanMeierData, kaplanMeierData, kaplanMeierFigure } from './kaplan-meier/index.ts';
export { type LollipopData, lollipopData, lollipopFigure } from './lollipop/index.ts';
export { type MarkerSeriesData, markerSeriesData, markerSeriesFigure } from './marker-series/index.ts';
export {
  type MutationPrevalenceData,
  mutationPrevalenceData,
  mutationPrevalenceFigure,
} from './mutation-prevalence/index.ts';
export { type OncoprintData, oncoprintData, oncoprintFigure } from './oncoprint/index.ts';
export { renderCsv, renderFigurePage, renderFigureTable } from './render-data.ts';
export {
  columnWidth,
  type Figure,
  type FigureCell,
  type FigureKind,
  type FigureLayout,
  type FigureTable,
  figureKinds,
  fullWidth,
  widthRange,
} from './scene/figure.ts';
export { type FigureMode, figureModes } from './scene/paint.ts';
export { type FigureResponse, figureResponses } from './scene/response-look.ts';
export { type SpiderData, spiderData, spiderFigure } from './spider/index.ts';
export { renderSvg, type SvgOptions } from './svg/render-svg.ts';
export { type SwimmerData, swimmerData, swimmerFigure } from './swimmer/index.ts';
export { type TimelineData, timelineData, timelineFigure } from './timeline/index.ts';
export { type WaterfallData, waterfallData, waterfallFigure } from './waterfall/index.ts';
