/**
 * What follows from a sequence variant: its protein change, its class, its codons and exons. Findings do not change, so
 * what costs a translation is kept for each.
 */
import { codonOfBase, exonOfBase, exonOfCodon, geneOf } from '../genes/index.ts';
import {
  type MutationClass,
  mutationClasses,
  type PrintedClass,
  type SequenceVariant,
} from './alteration.ts';
import { type CodingChange, gainedBases, isExonic } from './coding-change.ts';
import { proteinConsequence } from './coding-consequence.ts';
import { type ProteinChange, proteinSpan } from './protein-change.ts';
import { proteinChangeKey } from './protein-difference.ts';

const translated = new WeakMap<SequenceVariant, ProteinChange | 'none'>();

/** The protein change: as printed, or translated from the coding change. */
export function proteinChangeOf(variant: SequenceVariant): ProteinChange | undefined {
  if (variant.protein !== undefined || variant.coding === undefined) return variant.protein;
  const before = translated.get(variant);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const gene = geneOf(variant.gene);
  const change = gene === undefined ? undefined : proteinConsequence(gene, variant.coding);
  translated.set(variant, change ?? 'none');
  return change;
}

function classOfProtein(change: ProteinChange): MutationClass {
  switch (change.kind) {
    case 'substitution':
      if (change.at.residue === '*') return 'stopLoss';
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
      // The stop codon itself is shifted: the protein grows, nothing of it is cut off.
      return change.at.residue === '*' ? 'stopLoss' : 'frameshift';
    case 'extension':
      return change.terminus === 'N' ? 'startLoss' : 'stopLoss';
    case 'startUnknown':
      return 'startLoss';
    case 'repeat': {
      const span = change.end.position - change.start.position + 1;
      return change.copies * span >= span ? 'inFrameInsertion' : 'inFrameDeletion';
    }
  }
}

const isMutationClass = (named: PrintedClass): named is MutationClass =>
  mutationClasses.some((each) => each === named);

/** The class that the words give, where they give one and not a group of several. */
function classInWords({ classPrinted }: SequenceVariant): MutationClass | undefined {
  return classPrinted !== undefined && isMutationClass(classPrinted) ? classPrinted : undefined;
}

/** Whether a change lies within an intron and takes one of the two bases at its border. */
function isCanonicalSplice({ start, end }: CodingChange): boolean {
  if (start.offset === 0 || end.offset === 0) return false;
  if (start.base !== end.base) return true;
  return start.offset > 0 ? start.offset <= 2 : end.offset >= -2;
}

/**
 * Bases of an exon and of the intron beside it are changed together: whether the splice site, the frame or only some
 * residues are lost, the notation does not tell.
 */
export function crossesSpliceSite({ coding, protein }: SequenceVariant): boolean {
  if (coding === undefined || protein !== undefined) return false;
  const offsets = [coding.start.offset, coding.end.offset];
  return offsets.includes(0) && offsets.some((offset) => offset !== 0);
}

/** The class of a variant; undefined when the report gives too little to tell. */
export function mutationClassOf(variant: SequenceVariant): MutationClass | undefined {
  const protein = proteinChangeOf(variant);
  if (protein !== undefined) return classOfProtein(protein);
  const coding = variant.coding;
  if (coding === undefined) return classInWords(variant);
  if (coding.kind === 'silent') return 'synonymous';
  if (isCanonicalSplice(coding)) return 'spliceSite';
  const gained = gainedBases(coding);
  if (gained === undefined) return classInWords(variant);
  if (gained % 3 !== 0) return 'frameshift';
  if (coding.kind === 'substitution' && coding.end.base <= 3) return 'startLoss';
  if (gained === 0) return classInWords(variant);
  return gained < 0 ? 'inFrameDeletion' : 'inFrameInsertion';
}

/** What the bases of a change across a splice site leave open, as the broad class that covers it. */
function classAcross(variant: SequenceVariant): PrintedClass | undefined {
  if (!crossesSpliceSite(variant)) return undefined;
  switch (variant.coding?.kind) {
    case 'deletion':
      return 'deletion';
    case 'duplication':
    case 'insertion':
      return 'insertion';
    case 'delins':
      return 'indel';
    default:
      return undefined;
  }
}

/** The class, or the group of classes where the report gives no more. */
export function printedClassOf(variant: SequenceVariant): PrintedClass | undefined {
  return mutationClassOf(variant) ?? classAcross(variant) ?? variant.classPrinted;
}

/** First and last codon that a variant touches; undefined outside the coding exons and where no place is given. */
export function codonSpanOf(
  variant: SequenceVariant,
): { readonly start: number; readonly end: number } | undefined {
  if (variant.protein !== undefined) return proteinSpan(variant.protein);
  if (variant.coding === undefined && variant.codons !== undefined)
    return { start: variant.codons.start, end: variant.codons.end };
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
  const place =
    variant.protein === undefined
      ? variant.coding === undefined
        ? variant.codons
        : undefined
      : proteinSpan(variant.protein);
  if (gene !== undefined && place !== undefined) {
    const { start, end } = place;
    if (start === end) {
      const exon = exonOfCodon(gene, start);
      if (exon.kind === 'known') return exon.value.exons;
    }
    const exons = [start, end].map((codon) => exonOfCodon(gene, codon));
    const known = exons.flatMap((exon) => (exon.kind === 'known' ? [exon.value.exons] : []));
    if (known.length === exons.length) return [...new Set(known.flat())].toSorted((a, b) => a - b);
  }
  return variant.exon === undefined ? undefined : [variant.exon];
}

interface Codons {
  readonly start: number;
  readonly end: number;
}

/** What a comparison asks of every variant. */
export interface VariantFacts {
  readonly protein?: ProteinChange;
  /** Equal for two notations of one protein change. */
  readonly key?: string;
  readonly span?: Codons;
  readonly exons?: readonly number[];
  readonly printedClass?: PrintedClass;
}

const factsByVariant = new WeakMap<SequenceVariant, VariantFacts>();

/** The facts of a variant, made once. */
export function factsOf(variant: SequenceVariant): VariantFacts {
  const before = factsByVariant.get(variant);
  if (before !== undefined) return before;
  const protein = proteinChangeOf(variant);
  const span = codonSpanOf(protein === undefined ? variant : { ...variant, protein });
  const exons = exonsOf(variant);
  const printedClass = printedClassOf(variant);
  const facts = {
    ...(protein === undefined
      ? {}
      : { protein, key: proteinChangeKey(protein, geneOf(variant.gene)?.protein) }),
    ...(span === undefined ? {} : { span }),
    ...(exons === undefined ? {} : { exons }),
    ...(printedClass === undefined ? {} : { printedClass }),
  };
  factsByVariant.set(variant, facts);
  return facts;
}
