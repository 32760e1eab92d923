/**
 * A patient's timeline: treatments, imaging, markers, performance and toxicity on one axis of time, with zero where the
 * input puts it. What is only known within bounds is drawn as its bounds: an open bar, a line through the sign.
 */
import {
  assembleFigure,
  figureMargin,
  lanesOf,
  legend,
  linearScale,
  type NumberScale,
  plainNumber,
  xAxis,
  xAxisHeight,
} from '../layout/index.ts';
import { seriesPanel, valueAxisWidth } from '../marker-series/index.ts';
import {
  type Figure,
  type FigureLayout,
  figureResponses,
  fullWidth,
  lineMark,
  type Mark,
  responseLooks,
  typeSize,
} from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { TimelineData, TimelineTrack } from './timeline-data.ts';

type Span = Extract<TimelineTrack, { kind: 'spans' }>['spans'][number];
type TimelineEvent = Extract<TimelineTrack, { kind: 'events' }>['events'][number];

const barHeight = 10;
const lineHeight = 12;
const seriesHeight = 64;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** An item as marks around y = 0, with the room it needs. */
interface Item extends Edges {
  readonly height: number;
  readonly marksAt: (y: number) => readonly Mark[];
}

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

const periodText = ({ from, fromAtMost, to, toAtMost, isOngoing }: Span, unit: string): string => {
  const range = (low: number, high: number | undefined): string =>
    high === undefined || high === low ? plainNumber(low) : `${plainNumber(low)}..${plainNumber(high)}`;
  return `${range(from, fromAtMost)} to ${range(to, toAtMost)}${isOngoing ? ' and going on' : ''} ${unit}`;
};

function spanItem(span: Span, x: NumberScale, edges: Edges, unit: string): Item {
  const lines = wrapText(span.label, edges.right - edges.left, typeSize.small);
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, typeSize.small)));
  const start = x(span.from);
  const end = Math.max(start + 2, x(span.to));
  const textLeft = Math.max(edges.left, Math.min(start, edges.right - widest));
  const look = span.response === undefined ? undefined : responseLooks[span.response];
  const hint = [`${span.label}: ${periodText(span, unit)}`, look?.label.toLowerCase(), span.remark]
    .filter((each) => each !== undefined)
    .join('; ');
  return {
    left: Math.min(start, textLeft),
    right: Math.max(x(span.toAtMost ?? span.to) + (span.isOngoing ? 12 : 0), textLeft + widest),
    height: barHeight + 4 + lines.length * lineHeight + 2,
    marksAt: (y) => [
      ...(span.toAtMost === undefined || span.toAtMost <= span.to
        ? []
        : [
            {
              kind: 'rectangle' as const,
              x: end,
              y,
              width: Math.max(0, x(span.toAtMost) - end),
              height: barHeight,
              fill: 'ground' as const,
              stroke: 'edge' as const,
              hint,
            },
          ]),
      {
        kind: 'rectangle',
        x: start,
        y,
        width: end - start,
        height: barHeight,
        fill: look?.paint ?? 'group-1',
        ...(look === undefined ? {} : { texture: look.texture }),
        hint,
      },
      ...(span.fromAtMost === undefined || span.fromAtMost <= span.from
        ? []
        : [
            {
              kind: 'rectangle' as const,
              x: start,
              y,
              width: Math.max(0, Math.min(end, x(span.fromAtMost)) - start),
              height: barHeight,
              fill: 'ground' as const,
              stroke: 'edge' as const,
              hint,
            },
          ]),
      ...(span.isOngoing
        ? [
            {
              kind: 'glyph' as const,
              shape: 'arrow' as const,
              x: Math.max(end, x(span.toAtMost ?? span.to)) + 6,
              y: y + barHeight / 2,
              size: 10,
              fill: 'ink' as const,
            },
          ]
        : []),
      ...lines.map(
        (text, at): Mark => ({
          kind: 'text',
          x: textLeft,
          y: y + barHeight + 11 + at * lineHeight,
          text,
          size: typeSize.small,
        }),
      ),
    ],
  };
}

/** Least room beside a sign in which its name is broken into lines. */
const leastBeside = 90;

/** Where the name of an event stands: right of its sign, left of it, or under it where neither side has room. */
function labelPlace(label: string, low: number, high: number, edges: Edges) {
  const needed = textWidth(label, typeSize.small);
  const right = edges.right - (high + 9);
  const left = low - 9 - edges.left;
  const side =
    right >= Math.min(needed, leastBeside)
      ? 'right'
      : left >= Math.min(needed, leastBeside)
        ? 'left'
        : 'under';
  const room = side === 'right' ? right : side === 'left' ? left : edges.right - edges.left;
  const lines = wrapText(label, room, typeSize.small);
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, typeSize.small)));
  const under = Math.max(edges.left, Math.min(low, edges.right - widest));
  return {
    lines,
    widest,
    x: side === 'right' ? high + 9 : side === 'left' ? low - 9 : under,
    down: side === 'under' ? 12 : 0,
    anchor: side === 'left' ? ('end' as const) : ('start' as const),
  };
}

function eventItem(event: TimelineEvent, x: NumberScale, edges: Edges, unit: string): Item {
  const low = x(event.at);
  const high = x(event.atMost ?? event.at);
  const middle = (low + high) / 2;
  const place = labelPlace(event.label, low, high, edges);
  const { lines, widest } = place;
  const look = event.response === undefined ? undefined : responseLooks[event.response];
  const when =
    event.atMost === undefined
      ? plainNumber(event.at)
      : `${plainNumber(event.at)}..${plainNumber(event.atMost)}`;
  const hint = [`${event.label}: ${when} ${unit}`, event.remark]
    .filter((each) => each !== undefined)
    .join('; ');
  return {
    left: Math.min(low - 6, place.x - (place.anchor === 'end' ? widest : 0)),
    right: Math.max(high + 6, place.x + (place.anchor === 'start' ? widest : 0)),
    height: Math.max(14, place.down + lines.length * lineHeight + 2),
    marksAt: (y) => [
      ...(high > low ? [lineMark(low, y + 6, high, y + 6, { stroke: 'edge', width: 1.5 })] : []),
      {
        kind: 'glyph',
        shape: look?.shape ?? event.shape,
        x: middle,
        y: y + 6,
        size: 9,
        ...(event.shape === 'cross' || event.shape === 'tick'
          ? { stroke: 'ink' as const, strokeWidth: 2 }
          : { fill: look?.paint ?? ('ink' as const) }),
        hint,
      },
      ...lines.map(
        (text, at): Mark => ({
          kind: 'text',
          x: place.x,
          y: y + place.down + 9.5 + at * lineHeight,
          text,
          size: typeSize.small,
          anchor: place.anchor,
        }),
      ),
    ],
  };
}

/** Items in lanes from `top` on, and the height of all lanes. */
function stacked(
  items: readonly Item[],
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const lanes = lanesOf(items);
  const heights: number[] = [];
  items.forEach(({ height }, at) => {
    const lane = lanes[at] ?? 0;
    heights[lane] = Math.max(heights[lane] ?? 0, height);
  });
  const tops = heights.map((_, lane) => top + heights.slice(0, lane).reduce((sum, each) => sum + each, 0));
  return {
    marks: items.flatMap((item, at) => item.marksAt(tops[lanes[at] ?? 0] ?? top)),
    height: heights.reduce((sum, each) => sum + each, 0),
  };
}

function rowsOfTrack(track: TimelineTrack): Figure['table']['rows'] {
  switch (track.kind) {
    case 'spans':
      return track.spans.map((span) => [
        track.label,
        span.label,
        span.from,
        span.fromAtMost ?? null,
        span.to,
        span.toAtMost ?? null,
        span.response ?? null,
        [span.isOngoing ? 'going on' : '', span.remark ?? ''].filter((each) => each !== '').join('; ') ||
          null,
      ]);
    case 'events':
      return track.events.map(({ label, at, atMost, response, remark }) => [
        track.label,
        label,
        at,
        atMost ?? null,
        null,
        null,
        response ?? null,
        remark ?? null,
      ]);
    case 'series':
      return track.series.points.map(({ time, timeAtMost, value, bound, remark }) => [
        track.label,
        `${bound === undefined ? '' : bound === 'below' ? '<' : '>'}${value} ${track.series.unit}`,
        time,
        timeAtMost ?? null,
        null,
        null,
        null,
        remark ?? null,
      ]);
  }
}

const rowsOf = (data: TimelineData): Figure['table']['rows'] => data.tracks.flatMap(rowsOfTrack);

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
  const used = figureResponses.filter((each) =>
    data.tracks.some(
      (track) =>
        (track.kind === 'spans' && track.spans.some(({ response }) => response === each)) ||
        (track.kind === 'events' && track.events.some(({ response }) => response === each)),
    ),
  );
  const hasBounds = data.tracks.some(
    (track) =>
      (track.kind === 'spans' &&
        track.spans.some(({ fromAtMost, toAtMost }) => fromAtMost !== undefined || toAtMost !== undefined)) ||
      (track.kind === 'events' && track.events.some(({ atMost }) => atMost !== undefined)),
  );
  const key = legend(
    [
      ...used.map((each) => ({
        label: responseLooks[each].label,
        sample: {
          kind: 'area',
          fill: responseLooks[each].paint,
          texture: responseLooks[each].texture,
        } as const,
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
        const said = rowsOf({ ...data, tracks: [track] }).map(
          ([, text, from, , to]) => `${text} at ${from}${to === null ? '' : ` to ${to}`}`,
        );
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
