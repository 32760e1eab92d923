/**
 * A figure as an SVG document of its own: title and description for assistive technology, colours of its mode in one
 * style element, nothing from elsewhere. The same figure gives the same bytes.
 */
import { type Figure, type FigureMode, type Palette, paints, palettes } from '../scene/index.ts';
import { svgMark } from './svg-mark.ts';
import { escapeXml, number } from './svg-text.ts';

const fonts = "Arial,'Liberation Sans',Helvetica,sans-serif";

const rules = (palette: Palette): string =>
  paints.map((paint) => `.f-${paint}{fill:${palette[paint]}}.s-${paint}{stroke:${palette[paint]}}`).join('');

function styleOf(mode: FigureMode): string {
  const base = `text{font-family:${fonts}}.f-none{fill:none}`;
  if (mode !== 'auto') return base + rules(palettes[mode]);
  return `${base}${rules(palettes.light)}@media screen and (prefers-color-scheme:dark){${rules(palettes.dark)}}@media print{${rules(palettes.print)}}`;
}

const textures = {
  diagonal: '<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" class="s-onColour" stroke-width="1.4"/>',
  dots: '<circle cx="3" cy="3" r="1.1" class="f-onColour"/>',
  cross: '<path d="M0 0L6 6M6 0L0 6" class="s-onColour" stroke-width="1.1"/>',
} as const;

/** How a figure is written. */
export interface SvgOptions {
  /** `auto` unless told: light or dark by the reader's screen, and ink on white in print. */
  readonly mode?: FigureMode;
  /** Prefix of the ids in the document, where several figures stand in one page; letters, digits, `-`. */
  readonly idPrefix?: string;
}

/**
 * The SVG document of a figure.
 *
 * @example
 * const svg = renderSvg(swimmer(data), { mode: 'print' });
 */
export function renderSvg(figure: Figure, { mode = 'auto', idPrefix = 'figure' }: SvgOptions = {}): string {
  const used = new Set(
    figure.marks.flatMap((mark) =>
      mark.kind === 'rectangle' && mark.texture !== undefined && mark.texture !== 'plain'
        ? [mark.texture]
        : [],
    ),
  );
  const patterns = [...used]
    .sort()
    .map(
      (texture) =>
        `<pattern id="${idPrefix}-${texture}" width="6" height="6" patternUnits="userSpaceOnUse">${textures[texture]}</pattern>`,
    )
    .join('');
  const size = `${number(figure.width)} ${number(figure.height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${idPrefix}-title ${idPrefix}-desc" viewBox="0 0 ${size}" width="${number(figure.width)}" height="${number(figure.height)}">`,
    `<title id="${idPrefix}-title">${escapeXml(figure.title)}</title>`,
    `<desc id="${idPrefix}-desc">${escapeXml(figure.description)}</desc>`,
    `<style>${styleOf(mode)}</style>`,
    ...(patterns === '' ? [] : [`<defs>${patterns}</defs>`]),
    `<rect width="100%" height="100%" class="f-ground"/>`,
    ...figure.marks.map((mark) => svgMark(mark, idPrefix)),
    '</svg>',
    '',
  ].join('\n');
}
