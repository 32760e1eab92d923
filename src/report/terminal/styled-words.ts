/** Spans as words that carry their style, and lines wrapped from them to a width. */
import { badgeGlyphs } from '../badge-glyphs.ts';
import type { Line, Span, Tone } from '../document.ts';
import { displayWidth, visibleText } from '../visible-text.ts';

/** How a page of the terminal looks. */
export interface Page {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

/** A finished line: its text, with colour where asked, and the columns it takes. */
export interface Row {
  readonly text: string;
  readonly width: number;
}

type Style = 'plain' | 'strong' | 'slanted' | 'quiet' | 'name' | 'heading' | Tone;

interface Piece {
  readonly text: string;
  readonly style: Style;
}
/** Pieces without a space between them. */
type Word = readonly Piece[];

/** Select graphic rendition codes (ECMA-48, 8.3.117); bright enough on dark and dark enough on light grounds. */
const codes: Readonly<Record<Style, string>> = {
  plain: '',
  strong: '1',
  slanted: '3',
  quiet: '2',
  name: '36',
  heading: '1;4',
  favourable: '32',
  unfavourable: '31',
  caution: '33',
  unknown: '35',
  neutral: '1',
};

const asciiOf: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '’': "'",
  '–': '-',
  '·': '-',
  '…': '...',
};

function spanPiece(span: Span, { unicode }: Page): Piece {
  switch (span.kind) {
    case 'text':
      return { text: span.text, style: 'plain' };
    case 'strong':
      return { text: span.text, style: 'strong' };
    case 'emphasis':
      return { text: span.text, style: 'slanted' };
    case 'term':
      return { text: span.text, style: 'name' };
    case 'badge': {
      const { sign, ascii } = badgeGlyphs[span.tone];
      const glyph = unicode ? sign : ascii;
      return { text: `[${glyph === '' ? '' : `${glyph} `}${span.text}]`, style: span.tone };
    }
    case 'link':
      return { text: span.text, style: 'strong' };
    case 'citation':
      return { text: span.text, style: 'quiet' };
  }
}

const spacesAndWords = /(\s+)|(\S+)/g;

/** Splits styled pieces at spaces; pieces that touch stay one word. */
function wordsOfPieces(pieces: readonly Piece[], page: Page): readonly Word[] {
  const words: Piece[][] = [];
  let open = false;
  for (const { text, style } of pieces) {
    const seen = visibleText(text);
    const shown = page.unicode ? seen : seen.replace(/[“”’–·…]/g, (sign) => asciiOf[sign] ?? sign);
    for (const [, space, word] of shown.matchAll(spacesAndWords)) {
      if (space !== undefined) open = false;
      if (word === undefined) continue;
      const last = words.at(-1);
      if (open && last !== undefined) last.push({ text: word, style });
      else words.push([{ text: word, style }]);
      open = true;
    }
  }
  return words;
}

const widthOf = (word: Word): number => word.reduce((sum, piece) => sum + displayWidth(piece.text), 0);

/** A word too long for the line, cut into parts that fit. */
function cut(word: Word, width: number): Word[] {
  const parts: Piece[][] = [[]];
  let used = 0;
  for (const { text, style } of word) {
    for (const character of text) {
      const wide = displayWidth(character);
      if (used + wide > width) {
        parts.push([]);
        used = 0;
      }
      const part = parts.at(-1);
      const last = part?.at(-1);
      if (last?.style === style) part?.splice(-1, 1, { text: last.text + character, style });
      else part?.push({ text: character, style });
      used += wide;
    }
  }
  return parts;
}

const painted = ({ text, style }: Piece, colour: boolean): string =>
  colour && codes[style] !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;

/** Wraps words to the width. */
function wrap(words: readonly Word[], width: number, colour: boolean): Row[] {
  const fitting = words.flatMap((word) => (widthOf(word) > width ? cut(word, width) : [word]));
  const rows: Row[] = [];
  let text = '';
  let used = 0;
  for (const word of fitting) {
    const needed = widthOf(word);
    const apart = text === '' ? 0 : 1;
    if (used + apart + needed > width && text !== '') {
      rows.push({ text, width: used });
      text = '';
      used = 0;
    }
    const gap = text === '' ? '' : ' ';
    text += gap + word.map((piece) => painted(piece, colour)).join('');
    used += gap.length + needed;
  }
  if (text !== '') rows.push({ text, width: used });
  return rows;
}

/** Spans wrapped to the page. */
export function wrapSpans(spans: readonly Span[], page: Page): Row[] {
  const pieces = spans.map((span) => spanPiece(span, page));
  return wrap(wordsOfPieces(pieces, page), page.width, page.colour);
}

/** A line wrapped to the page, its basis behind it in brackets. */
export function wrapLine({ spans, basis }: Line, page: Page): Row[] {
  const pieces = spans.map((span) => spanPiece(span, page));
  const behind: Piece[] =
    basis === undefined
      ? []
      : [
          { text: ' [', style: 'quiet' },
          ...basis.map((span): Piece => ({ ...spanPiece(span, page), style: 'quiet' })),
          { text: ']', style: 'quiet' },
        ];
  return wrap(wordsOfPieces([...pieces, ...behind], page), page.width, page.colour);
}

/** Plain words in one style, wrapped to the page. */
export function wrapWords(text: string, style: 'plain' | 'strong' | 'quiet' | 'heading', page: Page): Row[] {
  return wrap(wordsOfPieces([{ text, style }], page), page.width, page.colour);
}

/** The columns that a line would take without wrapping. */
export function naturalWidth(of: Line, page: Page): number {
  const wide = { ...page, width: Number.MAX_SAFE_INTEGER };
  return wrapLine(of, wide).reduce((most, row) => Math.max(most, row.width), 0);
}

/** Rows moved to the right, the first behind a mark. */
export function indented(rows: readonly Row[], mark: string, indent = displayWidth(mark)): Row[] {
  return rows.map(({ text, width }, index) => ({
    text: (index === 0 ? mark.padEnd(indent) : ' '.repeat(indent)) + text,
    width: width + indent,
  }));
}

/** The page with less room. */
export const narrower = (page: Page, by: number): Page => ({ ...page, width: Math.max(8, page.width - by) });
