/** Shortens a text to a width, with an ellipsis where something was left out; the mark's hint and the table have it whole. */
import { type FontWeight, textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const ellipsis = '\u2026';

/** The text in one line of at most `widthPx`; without any room, the ellipsis alone. */
export function fitText(
  text: string,
  widthPx: number,
  sizePx: number,
  weight: FontWeight = 'regular',
): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (textWidth(line, sizePx, weight) <= widthPx) return line;
  const room = widthPx - textWidth(ellipsis, sizePx, weight);
  let part = '';
  let used = 0;
  for (const character of line) {
    used += textWidth(character, sizePx, weight);
    if (used > room) break;
    part += character;
  }
  return part.trimEnd() + ellipsis;
}

/** The text in at most `mostLines` lines; the last is shortened where more would follow. */
export function fitLines(
  text: string,
  widthPx: number,
  sizePx: number,
  mostLines: number,
  weight: FontWeight = 'regular',
): readonly string[] {
  const lines = wrapText(text, widthPx, sizePx, weight);
  if (lines.length <= mostLines) return lines;
  const last = lines.slice(mostLines - 1).join(' ');
  return [...lines.slice(0, mostLines - 1), fitText(last, widthPx, sizePx, weight)];
}
