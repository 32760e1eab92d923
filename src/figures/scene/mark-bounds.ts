/** The box that a mark covers, its stroke included; texts by the font's metrics. */
import { textWidth } from '../text/index.ts';
import type { Mark } from './mark.ts';

/** A box: left and right, top and bottom, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far letters reach over and under the baseline, in em: capital height and the depth of a descender. */
const ascent = 0.74;
const descent = 0.21;

/** The box of a mark; null where it has no extent (a path without points, an empty text). */
export function markBounds(mark: Mark): Box | null {
  switch (mark.kind) {
    case 'text': {
      if (mark.text === '') return null;
      const width = textWidth(mark.text, mark.size, mark.weight);
      const anchor = mark.anchor ?? 'start';
      const start = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width;
      const angle = ((mark.turnDegrees ?? 0) * Math.PI) / 180;
      const corners = [
        [start, -ascent * mark.size],
        [start + width, -ascent * mark.size],
        [start, descent * mark.size],
        [start + width, descent * mark.size],
      ].map(([x = 0, y = 0]) => ({
        x: mark.x + x * Math.cos(angle) - y * Math.sin(angle),
        y: mark.y + x * Math.sin(angle) + y * Math.cos(angle),
      }));
      return around(corners, 0);
    }
    case 'path':
      return around(mark.points, mark.stroke === undefined ? 0 : (mark.width ?? 1) / 2);
    case 'rectangle': {
      const half = mark.stroke === undefined ? 0 : (mark.strokeWidth ?? 1) / 2;
      return {
        left: mark.x - half,
        top: mark.y - half,
        right: mark.x + mark.width + half,
        bottom: mark.y + mark.height + half,
      };
    }
    case 'glyph': {
      const half = mark.size / 2 + (mark.stroke === undefined ? 0 : (mark.strokeWidth ?? 1) / 2);
      return { left: mark.x - half, top: mark.y - half, right: mark.x + half, bottom: mark.y + half };
    }
  }
}

function around(points: readonly { readonly x: number; readonly y: number }[], half: number): Box | null {
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const least = (values: readonly number[]): number => values.reduce((one, two) => Math.min(one, two));
  const most = (values: readonly number[]): number => values.reduce((one, two) => Math.max(one, two));
  return {
    left: least(xs) - half,
    top: least(ys) - half,
    right: most(xs) + half,
    bottom: most(ys) + half,
  };
}
