/**
 * The colours of figures, by role and mode. Every mark that carries meaning has at least 3:1 against the ground, every
 * text 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11); the hues of groups keep apart for the three kinds of colour blindness (after
 * Okabe and Ito, darkened), and no meaning rests on colour alone: glyphs, dashes and hatching say the same.
 */

/** The roles of colour. */
export const paints = [
  'ground',
  'raised',
  'ink',
  'quiet',
  'rule',
  'edge',
  'group-1',
  'group-2',
  'group-3',
  'group-4',
  'group-5',
  'group-6',
  'complete',
  'partial',
  'stable',
  'progressive',
  'unknown',
  'gain',
  'loss',
  'onColour',
] as const;
/** A role of colour. */
export type Paint = (typeof paints)[number];

/** The modes in which a figure is drawn. `auto` follows the reader's screen and prints as `print`. */
export const figureModes = ['auto', 'light', 'dark', 'print'] as const;
/** A mode. */
export type FigureMode = (typeof figureModes)[number];

/** The colours of one mode. */
export type Palette = Readonly<Record<Paint, string>>;

const light: Palette = {
  ground: '#ffffff',
  raised: '#f1f3f6',
  ink: '#1a1e23',
  quiet: '#565e68',
  rule: '#d3d8de',
  edge: '#747d87',
  'group-1': '#0b5f9e',
  'group-2': '#c14e00',
  'group-3': '#007a59',
  'group-4': '#a04a8a',
  'group-5': '#826000',
  'group-6': '#5b6570',
  complete: '#123f73',
  partial: '#2470ab',
  stable: '#8d959e',
  progressive: '#b5391f',
  unknown: '#7a58b3',
  gain: '#b5391f',
  loss: '#1f66a8',
  onColour: '#ffffff',
};

const dark: Palette = {
  ground: '#14171b',
  raised: '#20262d',
  ink: '#e7eaed',
  quiet: '#a9b2bc',
  rule: '#363d46',
  edge: '#87919c',
  'group-1': '#62b5f0',
  'group-2': '#f59a5c',
  'group-3': '#43c79c',
  'group-4': '#e3a0cf',
  'group-5': '#e3bd55',
  'group-6': '#b3bcc6',
  complete: '#9fd0ff',
  partial: '#4d9fe0',
  stable: '#69737d',
  progressive: '#f0785c',
  unknown: '#b796ec',
  gain: '#f0785c',
  loss: '#5fb0f2',
  onColour: '#0d1117',
};

/** The colours of each mode; print is the light one with blacker ink. */
export const palettes: Readonly<Record<Exclude<FigureMode, 'auto'>, Palette>> = {
  light,
  dark,
  print: { ...light, ink: '#000000', quiet: '#3d434a', rule: '#c4c9cf', edge: '#5b636c', raised: '#f4f5f7' },
};

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
}
