/**
 * A figure from data: a document (`cajal: figure/1`, `kind: swimmer`, ...) is checked against the schema of its kind, and
 * what comes out can be drawn at any width.
 */
import type * as z from 'zod';
import { type PositionedDocument, type Reading, validate } from '../reading/index.ts';
import { adverseEventsData, adverseEventsFigure } from './adverse-events/index.ts';
import { chromosomeArmsData, chromosomeArmsFigure } from './chromosome-arms/index.ts';
import { forestData, forestFigure } from './forest/index.ts';
import { funnelData, funnelFigure } from './funnel/index.ts';
import { kaplanMeierData, kaplanMeierFigure } from './kaplan-meier/index.ts';
import { lollipopData, lollipopFigure } from './lollipop/index.ts';
import { markerSeriesData, markerSeriesFigure } from './marker-series/index.ts';
import { mutationPrevalenceData, mutationPrevalenceFigure } from './mutation-prevalence/index.ts';
import { oncoprintData, oncoprintFigure } from './oncoprint/index.ts';
import type { Figure, FigureKind, FigureLayout } from './scene/index.ts';
import { spiderData, spiderFigure } from './spider/index.ts';
import { swimmerData, swimmerFigure } from './swimmer/index.ts';
import { timelineData, timelineFigure } from './timeline/index.ts';
import { waterfallData, waterfallFigure } from './waterfall/index.ts';

/** Data that were checked, ready to be drawn. */
export interface Drawable {
  readonly draw: (layout?: FigureLayout) => Figure;
}

type Reader = (document: PositionedDocument) => Reading<Drawable>;

function reader<Data>(schema: z.ZodType<Data>, draw: (data: Data, layout?: FigureLayout) => Figure): Reader {
  return (document) => {
    const { value, issues } = validate(document, schema);
    if (value === undefined) return { value: undefined, issues };
    return { value: { draw: (layout) => draw(value, layout) }, issues };
  };
}

const readers: Readonly<Record<FigureKind, Reader>> = {
  swimmer: reader(swimmerData, swimmerFigure),
  waterfall: reader(waterfallData, waterfallFigure),
  spider: reader(spiderData, spiderFigure),
  'kaplan-meier': reader(kaplanMeierData, kaplanMeierFigure),
  forest: reader(forestData, forestFigure),
  timeline: reader(timelineData, timelineFigure),
  'marker-series': reader(markerSeriesData, markerSeriesFigure),
  lollipop: reader(lollipopData, lollipopFigure),
  oncoprint: reader(oncoprintData, oncoprintFigure),
  'adverse-events': reader(adverseEventsData, adverseEventsFigure),
  'mutation-prevalence': reader(mutationPrevalenceData, mutationPrevalenceFigure),
  'chromosome-arms': reader(chromosomeArmsData, chromosomeArmsFigure),
  funnel: reader(funnelData, funnelFigure),
};

/**
 * Checks the data of a figure.
 *
 * @example
 * const { value, issues } = readFigure('waterfall', document);
 * const svg = value === undefined ? undefined : renderSvg(value.draw({ width: 340 }));
 */
export const readFigure = (kind: FigureKind, document: PositionedDocument): Reading<Drawable> =>
  readers[kind](document);
