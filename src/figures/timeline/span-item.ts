/** A span on the timeline: a bar, open where its ends are only known within bounds, with its name under it. */
import { type NumberScale, plainNumber } from '../layout/index.ts';
import { type Mark, responseLooks, typeSize } from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { TimelineTrack } from './timeline-data.ts';
import { type Edges, type Item, lineHeight } from './timeline-item.ts';

type Span = Extract<TimelineTrack, { kind: 'spans' }>['spans'][number];

const barHeight = 10;

const periodText = ({ from, fromAtMost, to, toAtMost, isOngoing }: Span, unit: string): string => {
  const range = (low: number, high: number | undefined): string =>
    high === undefined || high === low ? plainNumber(low) : `${plainNumber(low)}..${plainNumber(high)}`;
  return `${range(from, fromAtMost)} to ${range(to, toAtMost)}${isOngoing ? ' and going on' : ''} ${unit}`;
};

/** The marks of a span. */
export function spanItem(span: Span, x: NumberScale, edges: Edges, unit: string): Item {
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
