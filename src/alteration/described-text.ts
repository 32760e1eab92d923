/**
 * Other orders in which programs write gene, transcript, exon and change, brought into the order of HGVS:
 * `BRAF(NM_004333.4):c.1799T>A`, `BRAF:NM_004333.4:c.1799T>A`, `BRAF:NM_004333:exon15:c.1799T>A:p.V600E` (ANNOVAR).
 */

const accession = '((?:[NX][MR]_|ENST)\\d{4,15}(?:\\.\\d{1,3})?)';
const gene = '([A-Za-z][A-Za-z0-9-]{1,23})';
const inBrackets = new RegExp(`^${gene} ?\\(${accession}\\)[ :]?(?=[cnr]\\.)`);
const withColons = new RegExp(
  `^${gene}:${accession}:(?:(exon[1-9]\\d{0,2}):)?([cnr]\\.[^\\s:]+)(?::(p\\.[^\\s:]+))?$`,
);

/** The text in the order of HGVS; the text itself where it is in no other order that is known. */
export function inHgvsOrder(text: string): string {
  if (!text.includes(':') && !text.includes('(')) return text;
  const colons = withColons.exec(text);
  if (colons !== null) {
    const [, symbol, transcript, exon, coding, protein] = colons;
    return [`${transcript}(${symbol}):${coding}`, protein, exon]
      .filter((part) => part !== undefined)
      .join(' ');
  }
  return text.replace(inBrackets, '$2($1):');
}
