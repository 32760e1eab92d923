/** One mark as SVG. Colours are classes (`f-ink` fills, `s-ink` strokes), which the style of the mode defines. */
import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import type { Dash, GlyphMark, GlyphShape, Mark, Paint, Point } from '../scene/index.ts';
import { escapeXml, number } from './svg-text.ts';

/** Lengths of dashes and gaps. */
const dashes: Readonly<Record<Dash, string>> = {
  solid: '',
  long: '8 3',
  dotted: '1.5 2.5',
  'dash-dot': '8 3 2 3',
  short: '4 3',
};

const through = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .digits(2);

const filled: Partial<Readonly<Record<GlyphShape, SymbolType>>> = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  triangleDown: symbolTriangle,
  star: symbolStar,
  plus: symbolCross,
};

/** Area of each symbol whose larger side is 1, so that signs of one size look alike. */
const areaOfUnit: Partial<Readonly<Record<GlyphShape, number>>> = {
  circle: Math.PI / 4,
  square: 1,
  diamond: 1 / (2 * Math.sqrt(3)),
  triangle: Math.sqrt(3) / 4,
  triangleDown: Math.sqrt(3) / 4,
  star: 0.28,
  plus: 5 / 9,
};

function glyphPath({ shape, x, y, size }: GlyphMark): { readonly d: string; readonly turn: string } {
  const half = size / 2;
  switch (shape) {
    case 'cross':
      return {
        d: `M${number(x - half)} ${number(y - half)}L${number(x + half)} ${number(y + half)}M${number(x - half)} ${number(y + half)}L${number(x + half)} ${number(y - half)}`,
        turn: '',
      };
    case 'tick':
      return { d: `M${number(x)} ${number(y - half)}V${number(y + half)}`, turn: '' };
    case 'arrow':
      return {
        d: `M${number(x - half)} ${number(y - half)}L${number(x + half)} ${number(y)}L${number(x - half)} ${number(y + half)}Z`,
        turn: '',
      };
    case 'circle':
    case 'square':
    case 'diamond':
    case 'triangle':
    case 'triangleDown':
    case 'star':
    case 'plus': {
      const area = (areaOfUnit[shape] ?? 1) * size * size;
      const d = symbol(filled[shape] ?? symbolCircle, area).digits(2)() ?? '';
      const turned = shape === 'triangleDown' ? ' rotate(180)' : '';
      return { d, turn: ` transform="translate(${number(x)} ${number(y)})${turned}"` };
    }
  }
}

const fillClass = (paint: Paint | undefined): string => (paint === undefined ? 'f-none' : `f-${paint}`);
const strokeClass = (paint: Paint | undefined): string => (paint === undefined ? '' : ` s-${paint}`);
const strokeWidth = (paint: Paint | undefined, width: number | undefined): string =>
  paint === undefined || width === undefined || width === 1 ? '' : ` stroke-width="${number(width)}"`;
const opacity = (value: number | undefined): string =>
  value === undefined || value === 1 ? '' : ` fill-opacity="${number(value)}"`;

const withHint = (element: string, attributes: string, hint: string | undefined): string =>
  hint === undefined
    ? `<${element}${attributes}/>`
    : `<${element}${attributes}><title>${escapeXml(hint)}</title></${element}>`;

/** A mark as one element or two; `idPrefix` leads the ids of the textures. */
export function svgMark(mark: Mark, idPrefix: string): string {
  switch (mark.kind) {
    case 'text': {
      const anchor =
        mark.anchor === undefined || mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      const weight = mark.weight === 'bold' ? ' font-weight="bold"' : '';
      const turn =
        mark.turnDegrees === undefined
          ? ''
          : ` transform="rotate(${number(mark.turnDegrees)} ${number(mark.x)} ${number(mark.y)})"`;
      const hint = mark.hint === undefined ? '' : `<title>${escapeXml(mark.hint)}</title>`;
      return `<text x="${number(mark.x)}" y="${number(mark.y)}" font-size="${number(mark.size)}"${weight}${anchor}${turn} class="f-${mark.paint ?? 'ink'}">${hint}${escapeXml(mark.text)}</text>`;
    }
    case 'path': {
      const d = `${through(mark.points) ?? ''}${mark.isClosed === true ? 'Z' : ''}`;
      const dash = dashes[mark.dash ?? 'solid'];
      const broken = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
      return withHint(
        'path',
        ` d="${d}" class="${fillClass(mark.fill)}${strokeClass(mark.stroke)}"${opacity(mark.fillOpacity)}${strokeWidth(mark.stroke, mark.width)}${broken}`,
        mark.hint,
      );
    }
    case 'rectangle': {
      const place = `x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.width)}" height="${number(mark.height)}"${mark.radius === undefined ? '' : ` rx="${number(mark.radius)}"`}`;
      const body = withHint(
        'rect',
        ` ${place} class="${fillClass(mark.fill)}${strokeClass(mark.stroke)}"${opacity(mark.fillOpacity)}${strokeWidth(mark.stroke, mark.strokeWidth)}`,
        mark.hint,
      );
      return mark.texture === undefined || mark.texture === 'plain'
        ? body
        : `${body}<rect ${place} fill="url(#${idPrefix}-${mark.texture})" pointer-events="none"/>`;
    }
    case 'glyph': {
      const { d, turn } = glyphPath(mark);
      return withHint(
        'path',
        ` d="${d}"${turn} class="${fillClass(mark.fill)}${strokeClass(mark.stroke)}"${strokeWidth(mark.stroke, mark.strokeWidth)}`,
        mark.hint,
      );
    }
  }
}
