/** Breaks a text into lines that fit a width: at spaces, and inside a word only where the word alone is too wide. */
import { type FontWeight, textWidth } from './text-width.ts';

/** How much of a word fits, at least one character. */
function fittingPart(word: string, widthPx: number, sizePx: number, weight: FontWeight): string {
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, sizePx, weight) > widthPx) break;
    part += character;
  }
  return part;
}

/** Lines of a text, none wider than `widthPx` (unless a single character is). An empty text has no lines. */
export function wrapText(
  text: string,
  widthPx: number,
  sizePx: number,
  weight: FontWeight = 'regular',
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, sizePx, weight) <= widthPx) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line, sizePx, weight) > widthPx) {
      const part = fittingPart(line, widthPx, sizePx, weight);
      if (part === line) break;
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
