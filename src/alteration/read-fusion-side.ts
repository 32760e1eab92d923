/**
 * Reads the two sides of a fusion that both carry an exon or a transcript, in the orders in which reports write them:
 * `ETV6(NM_001987.5) exon 5 :: NTRK3(NM_002530.4) exon 15`, `ETV6 ex5-NTRK3 ex15`, `exon 6 of AGBL4::exon 16 of NTRK2`,
 * `ETV6 (exons 1-5) - NTRK3 (exons 15-20)`. Of a run of exons, the 5' side ends with its last and the 3' side begins with
 * its first. A text of which any part is left over is not read.
 */

/** One side as written. */
export interface WrittenSide {
  readonly gene: string;
  readonly transcript?: string;
  readonly exons?: readonly [first: string, last: string];
}

/** Both sides, and whether `::` states their order. */
export interface WrittenSides {
  readonly five: WrittenSide;
  readonly three: WrittenSide;
  readonly isOrderStated: boolean;
}

const symbol = '[A-Za-z][A-Za-z0-9]{1,14}';
const transcript = '[A-Z]{2,8}_?\\d{3,14}(?:\\.\\d{1,3})?';
const exonRun = '(?:exons?|ex|e)[ .]?(?<first>[1-9]\\d{0,2})(?: ?- ?(?<last>[1-9]\\d{0,2}))?';
const named = `(?:(?<tx1>${transcript}) ?\\((?<gene1>${symbol})\\)|(?<gene2>${symbol})(?: ?\\((?<tx2>${transcript})\\)|[ :](?<tx3>${transcript}))|(?<gene3>${symbol}))`;

const exonAfter = new RegExp(`^${named}(?:[ ,:]{0,2}\\(?${exonRun}\\)?)?$`, 'i');
const exonBefore = new RegExp(`^${exonRun} of ${named}$`, 'i');

function readSide(text: string): WrittenSide | undefined {
  const groups = (exonAfter.exec(text) ?? exonBefore.exec(text))?.groups;
  const gene = groups?.['gene1'] ?? groups?.['gene2'] ?? groups?.['gene3'];
  if (groups === undefined || gene === undefined) return undefined;
  const written = groups['tx1'] ?? groups['tx2'] ?? groups['tx3'];
  const first = groups['first'];
  const last = groups['last'] ?? first;
  if (first !== undefined && Number(last) < Number(first)) return undefined;
  return {
    gene,
    ...(written === undefined ? {} : { transcript: written }),
    ...(first === undefined || last === undefined ? {} : { exons: [first, last] }),
  };
}

const joint = /\s*(?:::|--|-|:|\/|>|\bfused (?:to|with)\b|\bto\b|\bwith\b)\s*/gi;

/**
 * Both sides, or undefined. With `::` any side may lack an exon; with another joint both need one, or a hyphen within a
 * name would be read as a fusion.
 */
export function readSides(text: string): WrittenSides | undefined {
  for (const found of text.matchAll(joint)) {
    const isOrderStated = found[0].trim() === '::';
    const five = readSide(text.slice(0, found.index));
    const three = five === undefined ? undefined : readSide(text.slice(found.index + found[0].length));
    if (five === undefined || three === undefined) continue;
    const bothHaveExons = five.exons !== undefined && three.exons !== undefined;
    if (isOrderStated || bothHaveExons) return { five, three, isOrderStated };
  }
  return undefined;
}
