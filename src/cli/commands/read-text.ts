/** Lines and columns of a text, and words of it on one line. */

/** A place as an editor counts it, both from 1. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Answers where a unit of the text stands; the lines are found once. */
export function linesOf(text: string): (at: number) => LineAndColumn {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** Line ends and runs of spaces as one space. */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
