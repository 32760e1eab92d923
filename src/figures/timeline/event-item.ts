/** An event on the timeline: a sign with its name, and a line through it where its day is only known within bounds. */
import { type NumberScale, plainNumber } from '../layout/index.ts';
import { lineMark, type Mark, responseLooks, typeSize } from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { TimelineTrack } from './timeline-data.ts';
import { type Edges, type Item, lineHeight } from './timeline-item.ts';

type TimelineEvent = Extract<TimelineTrack, { kind: 'events' }>['events'][number];

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

/** The marks of an event. */
export function eventItem(event: TimelineEvent, x: NumberScale, edges: Edges, unit: string): Item {
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
