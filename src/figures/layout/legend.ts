/** A legend that flows in lines: a sample, then its name. */
import {
  type Dash,
  type GlyphShape,
  lineMark,
  type Mark,
  type Paint,
  type Texture,
  typeSize,
} from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';

/** One entry: an area, a line or a sign, and what it stands for. */
export interface LegendEntry {
  readonly label: string;
  readonly sample:
    | { readonly kind: 'area'; readonly fill: Paint; readonly texture?: Texture; readonly stroke?: Paint }
    | { readonly kind: 'line'; readonly stroke: Paint; readonly dash?: Dash; readonly width?: number }
    | {
        readonly kind: 'glyph';
        readonly shape: GlyphShape;
        readonly fill?: Paint;
        readonly stroke?: Paint;
        readonly strokeWidth?: number;
      };
}

const rowHeight = 16;
const sampleWidth = 16;
const gap = 14;

function sampleMark(entry: LegendEntry, x: number, y: number): Mark {
  const { sample } = entry;
  switch (sample.kind) {
    case 'area':
      return {
        kind: 'rectangle',
        x,
        y: y - 8,
        width: 12,
        height: 9,
        fill: sample.fill,
        ...(sample.texture === undefined ? {} : { texture: sample.texture }),
        ...(sample.stroke === undefined ? {} : { stroke: sample.stroke }),
      };
    case 'line':
      return lineMark(x - 1, y - 3.5, x + 13, y - 3.5, {
        stroke: sample.stroke,
        width: sample.width ?? 2,
        ...(sample.dash === undefined ? {} : { dash: sample.dash }),
      });
    case 'glyph':
      return {
        kind: 'glyph',
        shape: sample.shape,
        x: x + 6,
        y: y - 3.5,
        size: 9,
        ...(sample.fill === undefined ? {} : { fill: sample.fill }),
        ...(sample.stroke === undefined ? {} : { stroke: sample.stroke }),
        ...(sample.strokeWidth === undefined ? {} : { strokeWidth: sample.strokeWidth }),
      };
  }
}

/** The marks of a legend between two edges, its first line under `top`, and the height it takes (0 without entries). */
export function legend(
  entries: readonly LegendEntry[],
  left: number,
  right: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let x = left;
  let y = top + 11;
  for (const entry of entries) {
    const room = right - left - sampleWidth;
    const lines = wrapText(entry.label, room, typeSize.small);
    const width = sampleWidth + Math.max(0, ...lines.map((line) => textWidth(line, typeSize.small)));
    if (x > left && x + width > right) {
      x = left;
      y += rowHeight;
    }
    marks.push(sampleMark(entry, x, y));
    lines.forEach((text, index) => {
      marks.push({ kind: 'text', x: x + sampleWidth, y: y + index * 13, text, size: typeSize.small });
    });
    y += (lines.length - 1) * 13;
    x += width + gap;
  }
  return { marks, height: entries.length === 0 ? 0 : y - top + 7 };
}
