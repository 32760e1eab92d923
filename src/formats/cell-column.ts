/** Where a cell of a line stands: issues name the place that has to be changed. */
import type { Delimiter } from './table-header.ts';

/**
 * The column, from 1, at which each cell of a line begins. Quotes are those of RFC 4180.
 *
 * @example cellColumns('a,"b,c",d', ',') // [1, 3, 9]
 */
export function cellColumns(text: string, delimiter: Delimiter): readonly number[] {
  const columns = [1];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === delimiter && !isQuoted) columns.push(at + 2);
  }
  return columns;
}
