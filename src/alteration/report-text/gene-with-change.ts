/** A gene with its change behind it: `KIT exon 11 p.V560del`, `BRAF (V600E)`, `KIT amplification`. */
import { readSingle } from '../read-single.ts';
import { type ChangeAt, trimmed } from './change-at.ts';
import type { GeneAt } from './genes-in-text.ts';

const wordEnd = /[^\s]+/g;
const mostWords = 9;

/** Words that are said of proteins as of genes. */
const bareState = /^(?:lost|loss|retained|deficient|negative|positive)$/i;

/** A finding does not end with the words that lead on to what is said of it. */
const fillerAtEnd = /\s(?:was|were|is|are|in|of|the|an?|at|and|or|gene|protein|detected|with)$/i;

/** The longest run of words from a gene on that reads as one finding. */
export function geneWithChange(text: string, at: GeneAt, limit: number): ChangeAt | undefined {
  const window = text.slice(at.start, Math.min(limit, at.start + 160));
  const ends = [...window.matchAll(wordEnd)]
    .map(({ index, 0: word }) => index + word.length)
    .slice(0, mostWords);
  for (const end of ends.toReversed()) {
    const piece = trimmed(window.slice(0, end));
    const own = at.end - at.start;
    if (piece.length <= own || fillerAtEnd.test(piece)) continue;
    const rest = piece
      .slice(own)
      .replace(/^\/[A-Z0-9](?![A-Za-z0-9])/, '')
      .replace(/^[\s:,;=-]+/, '')
      .replace(/^\((.*)\)$/, '$1');
    const { value } = readSingle(rest.replace(/\s+/g, ' '), { gene: at.gene });
    if (value === undefined || value.kind === 'marker' || value.kind === 'namedAllele') continue;
    if (value.kind === 'expression' || (value.kind === 'methylation' && at.gene === 'MGMT')) continue;
    return {
      start: at.start,
      end: at.start + piece.length,
      notation: value,
      subject: at.gene,
      assumptions: [],
      saysAbsent: value.kind === 'wildType',
      ...(bareState.test(rest) && value.kind === 'copyNumber' ? { isBare: true as const } : {}),
    };
  }
  return undefined;
}
