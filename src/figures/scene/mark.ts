/**
 * What a figure is made of: flat marks in absolute pixels, y downwards, each with a role of colour. Flat and absolute, so
 * that a scene can be checked (what overlaps, what is clipped) and drawn by any renderer.
 */
import type { FontWeight } from '../text/index.ts';
import type { Paint } from './paint.ts';

/** A point. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a line is broken, so that groups differ without colour. */
export type Dash = 'solid' | 'long' | 'dotted' | 'dash-dot' | 'short';

/** Signs drawn at a point. */
export const glyphShapes = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'triangleDown',
  'star',
  'cross',
  'plus',
  'tick',
  'arrow',
] as const;
/** A sign drawn at a point. */
export type GlyphShape = (typeof glyphShapes)[number];

/** A hatching of areas, so that they differ without colour. */
export type Texture = 'plain' | 'diagonal' | 'dots' | 'cross';

interface Common {
  /** What a pointer that rests on the mark is told: the value and its source. */
  readonly hint?: string;
}

/** Text; `y` is the baseline. Turned texts are turned about their point. */
export interface TextMark extends Common {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight?: FontWeight;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly paint?: Paint;
  readonly turnDegrees?: number;
}

/** A line through points, or the area they enclose. */
export interface PathMark extends Common {
  readonly kind: 'path';
  readonly points: readonly Point[];
  readonly isClosed?: boolean;
  readonly fill?: Paint;
  readonly fillOpacity?: number;
  readonly stroke?: Paint;
  readonly width?: number;
  readonly dash?: Dash;
}

/** A rectangle. */
export interface RectangleMark extends Common {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Paint;
  readonly fillOpacity?: number;
  readonly stroke?: Paint;
  readonly strokeWidth?: number;
  readonly texture?: Texture;
  readonly radius?: number;
}

/** A sign of a size (its diameter). */
export interface GlyphMark extends Common {
  readonly kind: 'glyph';
  readonly shape: GlyphShape;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly strokeWidth?: number;
}

/** Any mark. */
export type Mark = TextMark | PathMark | RectangleMark | GlyphMark;

/** Marks moved by an offset. */
export function movedMarks(marks: readonly Mark[], dx: number, dy: number): readonly Mark[] {
  return marks.map((mark): Mark => {
    if (mark.kind === 'path')
      return { ...mark, points: mark.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) };
    return { ...mark, x: mark.x + dx, y: mark.y + dy };
  });
}

/** A straight line. */
export const lineMark = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  style: Omit<PathMark, 'kind' | 'points'> = {},
): PathMark => ({
  kind: 'path',
  points: [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ],
  stroke: 'edge',
  width: 1,
  ...style,
});
