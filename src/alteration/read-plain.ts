/**
 * The form of most names, read without asking the other readers: one known gene and one notation (`KIT V560del`,
 * `BRAF:p.V600E`), or a notation beside its gene. No other reader understands such a text.
 */
import { geneOf } from '../genes/index.ts';
import { symbolOf } from './gene-in-text.ts';
import type { Named } from './read-named.ts';
import { readNotationToken } from './read-words.ts';

const geneAndToken = /^([A-Za-z][A-Za-z0-9-]{1,23})[ :]((?:[pc]\.)?[(A-Z*\d-][^\s,;:]{2,60})$/;
const token = /^(?:[pc]\.)?[(A-Z*\d-][^\s,;:]{2,60}$/;

/**
 * Reads a gene with one protein or coding change.
 *
 * @param given the gene beside the text, as printed.
 * @returns undefined for every other form, and where the gene in the text is not the one beside.
 */
export function readPlain(text: string, given: string | undefined): Named | undefined {
  if (given !== undefined) {
    const beside = token.test(text) ? symbolOf(given) : undefined;
    const parts = beside === undefined ? undefined : readNotationToken(text);
    if (beside !== undefined && parts !== undefined) return { ...beside, parts };
  }
  const [, name, change] = geneAndToken.exec(text) ?? [];
  if (name === undefined || change === undefined) return undefined;
  const gene = geneOf(name)?.symbol;
  if (gene === undefined || (given !== undefined && symbolOf(given)?.gene !== gene)) return undefined;
  const parts = readNotationToken(change);
  return parts === undefined ? undefined : { gene, isKnown: true, parts };
}
