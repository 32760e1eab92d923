/**
 * A patient's timeline: treatments, imaging, markers, performance and toxicity on one axis of time, with zero where the
 * input puts it. What is only known within bounds is drawn as its bounds: an open bar, a line through the sign.
 */
import { assembleFigure, figureMargin, legend, linearScale, xAxis, xAxisHeight } from '../layout/index.ts';
import { seriesPanel, valueAxisWidth } from '../marker-series/index.ts';
import {
  type Figure,
  type FigureCell,
  type FigureLayout,
  type FigureResponse,
  figureResponses,
  fullWidth,
  lineMark,
  type Mark,
  responseLooks,
  typeSize,
} from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import { eventItem } from './event-item.ts';
import { spanItem } from './span-item.ts';
import type { TimelineData, TimelineTrack } from './timeline-data.ts';
import { stacked } from './timeline-item.ts';
import { rowsOf } from './timeline-table.ts';

const seriesHeight = 64;

const timesOf = (track: TimelineTrack): readonly number[] => {
  switch (track.kind) {
    case 'spans':
      return track.spans.flatMap(({ from, to, toAtMost = to }) => [from, to, toAtMost]);
    case 'events':
      return track.events.flatMap(({ at, atMost = at }) => [at, atMost]);
    case 'series':
      return track.series.points.flatMap(({ time, timeAtMost = time }) => [time, timeAtMost]);
  }
};

/** The timeline of one patient. */
export function timelineFigure(data: TimelineData, { width = fullWidth }: FigureLayout = {}): Figure {
  const isNarrow = width < 480;
  const nameRoom = isNarrow
    ? 0
    : Math.min(
        width * 0.2,
        Math.max(...data.tracks.map(({ label }) => textWidth(label, typeSize.label, 'bold'))) + 10,
      );
  const axisRoom = Math.max(
    0,
    ...data.tracks.map((track) =>
      track.kind === 'series' ? valueAxisWidth([track.series], track.scale, seriesHeight) : 0,
    ),
  );
  const left = figureMargin + nameRoom + axisRoom + 4;
  const right = width - figureMargin - 14;
  const times = data.tracks.flatMap(timesOf);
  const x = linearScale([Math.min(...times), Math.max(...times)], [left + 4, right - 8]);
  const hasResponse = (kind: 'spans' | 'events', each: FigureResponse): boolean =>
    data.tracks.some(
      (track) =>
        (kind === 'spans' &&
          track.kind === 'spans' &&
          track.spans.some(({ response }) => response === each)) ||
        (kind === 'events' &&
          track.kind === 'events' &&
          track.events.some(({ response }) => response === each)),
    );
  const asBar = figureResponses.filter((each) => hasResponse('spans', each));
  const asSign = figureResponses.filter((each) => hasResponse('events', each));
  const hasBounds = data.tracks.some(
    (track) =>
      (track.kind === 'spans' &&
        track.spans.some(({ fromAtMost, toAtMost }) => fromAtMost !== undefined || toAtMost !== undefined)) ||
      (track.kind === 'events' && track.events.some(({ atMost }) => atMost !== undefined)),
  );
  const key = legend(
    [
      ...asBar.map((each) => ({
        label: `${responseLooks[each].label} (treatment)`,
        sample: {
          kind: 'area',
          fill: responseLooks[each].paint,
          texture: responseLooks[each].texture,
        } as const,
      })),
      ...asSign.map((each) => ({
        label: responseLooks[each].label,
        sample: { kind: 'glyph', shape: responseLooks[each].shape, fill: responseLooks[each].paint } as const,
      })),
      ...(hasBounds
        ? [{ label: 'date lies within', sample: { kind: 'area', fill: 'ground', stroke: 'edge' } } as const]
        : []),
    ],
    figureMargin,
    width - figureMargin,
    0,
  );
  const body: Mark[] = [];
  const separators: Mark[] = [];
  let y = key.height + 4;
  const top = y;
  for (const track of data.tracks) {
    separators.push(lineMark(figureMargin, y, width - figureMargin, y, { stroke: 'rule', width: 0.75 }));
    y += 5;
    const names = wrapText(
      track.label,
      isNarrow ? right - figureMargin : nameRoom - 8,
      typeSize.label,
      'bold',
    );
    names.forEach((text, at) => {
      body.push({
        kind: 'text',
        x: figureMargin,
        y: y + 11 + at * 13,
        text,
        size: typeSize.label,
        weight: 'bold',
      });
    });
    if (isNarrow) y += names.length * 13 + 4;
    let height: number;
    switch (track.kind) {
      case 'spans':
      case 'events': {
        const items =
          track.kind === 'spans'
            ? track.spans.map((span) => spanItem(span, x, { left, right }, data.timeUnit))
            : track.events.map((event) => eventItem(event, x, { left, right }, data.timeUnit));
        const placed = stacked(items, y);
        body.push(...placed.marks);
        height = placed.height;
        break;
      }
      case 'series': {
        const plot = { left, right, top: y + 6, bottom: y + 6 + seriesHeight };
        body.push(
          ...seriesPanel(
            [track.series],
            [{ paint: 'group-1', shape: 'circle', dash: 'solid' }],
            plot,
            x,
            track.scale,
          ),
        );
        const unit = track.series.unit;
        body.push({
          kind: 'text',
          x: right,
          y: y + 9,
          text: unit,
          size: typeSize.small,
          anchor: 'end',
          paint: 'quiet',
        });
        height = seriesHeight + 14;
        break;
      }
    }
    y += Math.max(height, isNarrow ? 0 : names.length * 13) + 5;
  }
  const plot = { left: left + 4, right: right - 8, top, bottom: y + 2 };
  const axis = { title: data.timeAxis ?? `Time (${data.timeUnit})`, hasGrid: true };
  const [first = 0, last = 0] = x.domain();
  const zero =
    first < 0 && last > 0 ? [lineMark(x(0), top, x(0), plot.bottom, { stroke: 'edge', width: 1.25 })] : [];
  if (data.undated.length > 0) {
    y = plot.bottom + xAxisHeight(axis) + 6;
    const text = `Without a place on this axis (${data.undated.length}): ${data.undated.join('; ')}`;
    for (const line of wrapText(text, width - 2 * figureMargin, typeSize.small)) {
      y += 13;
      body.push({ kind: 'text', x: figureMargin, y, text: line, size: typeSize.small });
    }
  }
  const statements = [
    `One patient, ${data.tracks.length} tracks`,
    ...(hasBounds ? ['Open bars and lines through a sign: the date is only known within these bounds'] : []),
  ];
  return assembleFigure(data, {
    kind: 'timeline',
    width,
    height: Math.max(y + 2, plot.bottom + xAxisHeight(axis)),
    marks: [...key.marks, ...xAxis(x, plot, axis), ...zero, ...separators, ...body],
    description: `Timeline. ${data.tracks
      .map((track) => {
        const said = rowsOf({ ...data, tracks: [track] }).map(([, text, from, fromMost, to, toMost]) => {
          const within = (low: FigureCell, high: FigureCell | undefined): string =>
            high === null || high === undefined ? String(low) : `${low}..${high}`;
          const until = to === null || to === undefined ? '' : ` to ${within(to, toMost)}`;
          return `${text} at ${within(from ?? null, fromMost)}${until}`;
        });
        return `${track.label}: ${said.join(', ')}`;
      })
      .join('. ')} (${data.timeUnit}).`,
    statements,
    table: {
      columns: [
        'track',
        'what',
        `from (${data.timeUnit})`,
        'from at most',
        `to (${data.timeUnit})`,
        'to at most',
        'response',
        'remark',
      ],
      rows: [
        ...rowsOf(data),
        ...data.undated.map((text) => ['undated', text, null, null, null, null, null, null]),
      ],
    },
  });
}
