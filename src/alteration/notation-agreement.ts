/**
 * Whether `c.` and `p.` of one finding describe the same change: by translation where the coding sequence is held,
 * otherwise by position (codon n is c.3n-2 to c.3n) and by whether the reading frame is kept.
 */
import { codonOfBase, type GeneModel } from '../genes/index.ts';
import type { NotationAgreement } from './alteration.ts';
import { type CodingChange, gainedBases } from './coding-change.ts';
import { proteinConsequence } from './coding-consequence.ts';
import { type ProteinChange, proteinSpan } from './protein-change.ts';
import { proteinChangeKey } from './protein-difference.ts';

/** Residues gained or lost; undefined for a frameshift. */
function gainedResidues(change: ProteinChange): number | undefined {
  switch (change.kind) {
    case 'substitution':
    case 'stop':
    case 'silent':
      return 0;
    case 'deletion':
      return change.start.position - change.end.position - 1;
    case 'duplication':
      return change.end.position - change.start.position + 1;
    case 'insertion':
      return change.inserted.length;
    case 'delins':
      return change.inserted.length - (change.end.position - change.start.position + 1);
    case 'frameshift':
    case 'extension':
    case 'startUnknown':
    case 'repeat':
      return undefined;
  }
}

function byPosition(coding: CodingChange, protein: ProteinChange): NotationAgreement | undefined {
  const bases = gainedBases(coding);
  if (bases === undefined) return undefined;
  const residues = gainedResidues(protein);
  // A stop codon may come from any coding change, and so may a lost start or stop; only the place can be compared.
  const isOfAnyFrame = ['stop', 'extension', 'startUnknown', 'repeat'].includes(protein.kind);
  const isFrameFitting = isOfAnyFrame || (residues === undefined ? bases % 3 !== 0 : bases === residues * 3);
  const { start, end } = proteinSpan(protein);
  // The 3' rule shifts bases and residues apart by up to one codon; a frameshift may show later than it begins.
  const first = codonOfBase(coding.start.base);
  const last = codonOfBase(coding.end.base);
  const isNear = residues === undefined ? start >= first - 1 : first <= end + 1 && last >= start - 1;
  return isFrameFitting && isNear ? 'consistent' : 'disagrees';
}

/** Undefined where the two cannot be compared: introns and untranslated parts. */
export function notationAgreement(
  gene: GeneModel | undefined,
  coding: CodingChange,
  protein: ProteinChange,
): NotationAgreement | undefined {
  const consequence = gene === undefined ? undefined : proteinConsequence(gene, coding);
  if (consequence === undefined) return byPosition(coding, protein);
  if (consequence.kind === 'frameshift' && protein.kind === 'frameshift')
    return consequence.at.position === protein.at.position &&
      (protein.to === undefined || protein.to === consequence.to)
      ? 'agrees'
      : 'disagrees';
  const same = proteinChangeKey(consequence, gene?.protein) === proteinChangeKey(protein, gene?.protein);
  return same ? 'agrees' : 'disagrees';
}
