/** One line of a table cut into cells: by tabs, or by commas or semicolons with quotes (RFC 4180, one line a record). */
import type { Delimiter } from './table-header.ts';

/** The cells, or the column (from 1) of a quote that is not closed on its line or is followed by text. */
export type CellReading = { readonly cells: readonly string[] } | { readonly badQuoteAt: number };

function quotedEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function quotedCells(text: string, delimiter: Delimiter): CellReading {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      if (end === -1) return { cells: [...cells, text.slice(at)] };
      cells.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    const close = quotedEnd(text, at);
    const isBad = close === -1 || (close + 1 < text.length && text[close + 1] !== delimiter);
    if (isBad) return { badQuoteAt: at + 1 };
    cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
    if (close + 1 === text.length) return { cells };
    at = close + 2;
  }
}

/** Cuts a line. */
export function cellsOf(text: string, delimiter: Delimiter, isQuoted: boolean): CellReading {
  if (!isQuoted || !text.includes('"')) return { cells: text.split(delimiter) };
  return quotedCells(text, delimiter);
}

/** The separator of a header line: tab, else whichever of comma and semicolon stands more often; tab without any. */
export function delimiterOf(header: string): Delimiter {
  if (header.includes('\t')) return '\t';
  const commas = header.split(',').length;
  const semicolons = header.split(';').length;
  if (commas === 1 && semicolons === 1) return '\t';
  return semicolons > commas ? ';' : ',';
}
