/**
 * How wide a text is, from the advance widths of the font that the figures name first, so that labels are fitted and not
 * guessed. A character outside the table counts as one em, which is never too little.
 */
import { boldWidths, metricRanges, regularWidths } from './font-metrics.ts';

/** The two weights that figures use. */
export type FontWeight = 'regular' | 'bold';

const tableOf = (text: string): ReadonlyMap<number, number> => {
  const widths = text.trim().split(/\s+/).map(Number);
  const table = new Map<number, number>();
  let at = 0;
  for (const [first, last] of metricRanges)
    for (let code = first; code <= last; code += 1) {
      const width = widths[at] ?? 0;
      if (width > 0) table.set(code, width);
      at += 1;
    }
  return table;
};

const tables: Readonly<Record<FontWeight, ReadonlyMap<number, number>>> = {
  regular: tableOf(regularWidths),
  bold: tableOf(boldWidths),
};

/** The advance width of a text in pixels, without kerning. */
export function textWidth(text: string, sizePx: number, weight: FontWeight = 'regular'): number {
  let thousandths = 0;
  for (const character of text) thousandths += tables[weight].get(character.codePointAt(0) ?? 0) ?? 1000;
  return (thousandths * sizePx) / 1000;
}
