/** What a coding change does to the protein, where the coding sequence of the gene is held. */
import { complementOf, type GeneModel, translate } from '../genes/index.ts';
import { type CodingChange, isExonic } from './coding-change.ts';
import type { ProteinChange } from './protein-change.ts';
import { proteinDifference } from './protein-difference.ts';

/** The changed coding sequence; undefined when the change does not lie wholly in the coding exons. */
function changedSequence(coding: string, change: CodingChange): string | undefined {
  if (!isExonic(change) || change.end.base > coding.length) return undefined;
  const start = change.start.base;
  const end = change.end.base;
  const named = coding.slice(start - 1, end);
  switch (change.kind) {
    case 'substitution':
    case 'delins':
      return `${coding.slice(0, start - 1)}${change.inserted}${coding.slice(end)}`;
    case 'silent':
      return coding;
    case 'inversion':
      return `${coding.slice(0, start - 1)}${named
        .split('')
        .toReversed()
        .map((base) => complementOf(base) ?? 'N')
        .join('')}${coding.slice(end)}`;
    case 'deletion':
      return `${coding.slice(0, start - 1)}${coding.slice(end)}`;
    case 'duplication':
      return `${coding.slice(0, end)}${named}${coding.slice(end)}`;
    case 'insertion':
      return `${coding.slice(0, start)}${change.inserted}${coding.slice(end - 1)}`;
  }
}

/**
 * The protein change that follows from a coding change. A change that leaves the protein as it was is `silent` at its
 * first codon. Undefined without a sequence, and for introns and untranslated parts.
 */
export function proteinConsequence(gene: GeneModel, change: CodingChange): ProteinChange | undefined {
  if (gene.coding === undefined || gene.protein === undefined) return undefined;
  const changed = changedSequence(gene.coding, change);
  if (changed === undefined) return undefined;
  const wild = `${gene.protein}*`;
  const isShifted = (changed.length - gene.coding.length) % 3 !== 0;
  const protein = translate(changed);
  if (protein === wild) {
    const position = Math.ceil(change.start.base / 3);
    return { kind: 'silent', at: { residue: wild.charAt(position - 1), position } };
  }
  return proteinDifference(wild, protein, isShifted);
}
