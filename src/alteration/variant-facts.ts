/** What follows from a sequence variant: its protein change, its class, its codons and exons. */
import { codonOfBase, exonOfBase, exonOfCodon, geneOf } from '../genes/index.ts';
import type { MutationClass, SequenceVariant } from './alteration.ts';
import { gainedBases, isExonic } from './coding-change.ts';
import { proteinConsequence } from './coding-consequence.ts';
import { type ProteinChange, proteinSpan } from './protein-change.ts';

/** The protein change: as printed, or translated from the coding change. */
export function proteinChangeOf(variant: SequenceVariant): ProteinChange | undefined {
  if (variant.protein !== undefined || variant.coding === undefined) return variant.protein;
  const gene = geneOf(variant.gene);
  return gene === undefined ? undefined : proteinConsequence(gene, variant.coding);
}

function classOfProtein(change: ProteinChange): MutationClass {
  switch (change.kind) {
    case 'substitution':
      return change.at.position === 1 ? 'startLoss' : 'missense';
    case 'stop':
      return 'nonsense';
    case 'silent':
      return 'synonymous';
    case 'deletion':
      return 'inFrameDeletion';
    case 'duplication':
    case 'insertion':
      return change.kind === 'insertion' && change.inserted.includes('*') ? 'nonsense' : 'inFrameInsertion';
    case 'delins': {
      if (change.inserted.includes('*')) return 'nonsense';
      const span = change.end.position - change.start.position + 1;
      if (change.inserted.length === span) return 'missense';
      return change.inserted.length > span ? 'inFrameInsertion' : 'inFrameDeletion';
    }
    case 'frameshift':
      return 'frameshift';
  }
}

/** The class of a variant; undefined when the report gives too little to tell. */
export function mutationClassOf(variant: SequenceVariant): MutationClass | undefined {
  const protein = proteinChangeOf(variant);
  if (protein !== undefined) return classOfProtein(protein);
  const coding = variant.coding;
  if (coding === undefined) return variant.classPrinted;
  const offsets = [coding.start.offset, coding.end.offset];
  if (offsets.some((offset) => offset !== 0 && Math.abs(offset) <= 2)) return 'spliceSite';
  const gained = gainedBases(coding);
  if (gained === undefined) return variant.classPrinted;
  if (gained % 3 !== 0) return 'frameshift';
  if (gained === 0) return variant.classPrinted;
  return gained < 0 ? 'inFrameDeletion' : 'inFrameInsertion';
}

/** First and last codon that a variant touches; undefined outside the coding exons and where no place is given. */
export function codonSpanOf(
  variant: SequenceVariant,
): { readonly start: number; readonly end: number } | undefined {
  if (variant.protein !== undefined) return proteinSpan(variant.protein);
  if (variant.coding === undefined || !isExonic(variant.coding)) return undefined;
  return { start: codonOfBase(variant.coding.start.base), end: codonOfBase(variant.coding.end.base) };
}

/**
 * Exons of the reference transcript in which a variant may lie: more than one for a codon that an intron splits and
 * for a range over several exons. Undefined where neither the report nor the gene model tells.
 */
export function exonsOf(variant: Omit<SequenceVariant, 'reference'>): readonly number[] | undefined {
  const gene = geneOf(variant.gene);
  const coding = variant.coding;
  if (gene !== undefined && coding !== undefined && coding.start.region === 'coding') {
    const exons = [coding.start, coding.end].map(({ base }) => exonOfBase(gene, base));
    const known = exons.flatMap((exon) => (exon.kind === 'known' ? [exon.value] : []));
    if (known.length === exons.length) return [...new Set(known)];
  }
  if (gene !== undefined && variant.protein !== undefined) {
    const { start, end } = proteinSpan(variant.protein);
    const exons = [start, end].map((codon) => exonOfCodon(gene, codon));
    const known = exons.flatMap((exon) => (exon.kind === 'known' ? [exon.value.exons] : []));
    if (known.length === exons.length) return [...new Set(known.flat())].toSorted((a, b) => a - b);
  }
  return variant.exon === undefined ? undefined : [variant.exon];
}
