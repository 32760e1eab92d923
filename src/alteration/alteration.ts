/** Molecular findings: what a report can say of a gene, with the words as printed. */
import type { CodingChange } from './coding-change.ts';
import type { ProteinChange } from './protein-change.ts';

/** What a sequence variant does to the protein. */
export const mutationClasses = [
  'missense',
  'nonsense',
  'frameshift',
  'inFrameDeletion',
  'inFrameInsertion',
  'spliceSite',
  'startLoss',
  'stopLoss',
  'synonymous',
] as const;
export type MutationClass = (typeof mutationClasses)[number];

/**
 * Classes that reports and knowledge bases name more broadly than one class: `exon 19 deletion` does not say whether
 * the frame is kept, `truncating` covers nonsense, frameshift, splice site and start loss.
 */
export const broadClasses = [
  'truncating',
  'deletion',
  'insertion',
  'duplication',
  'indel',
  'internalTandemDuplication',
  'pointMutation',
] as const;
export type BroadClass = (typeof broadClasses)[number];

/** A class as a text gives it where no notation does. */
export type PrintedClass = MutationClass | BroadClass;

/**
 * What a report calls the effect of a variant. It is the report's word, not a judgement of this program. `oncogenic`
 * covers activating and inactivating ones; `resistance` names no drug and so speaks of none.
 */
export const printedEffects = [
  'activating',
  'inactivating',
  'oncogenic',
  'neutral',
  'unknownSignificance',
  'resistance',
] as const;
export type PrintedEffect = (typeof printedEffects)[number];

/** Parts of a gene that texts name without a position. */
export const geneRegions = [
  'promoter',
  'kinaseDomain',
  'extracellularDomain',
  'juxtamembraneDomain',
  'ligandBindingDomain',
  'utr5',
  'utr3',
] as const;
export type GeneRegion = (typeof geneRegions)[number];

/** A codon or a range of codons named without what became of it: `V600`, `codon 12`, `550_592del`. */
export interface CodonPlace {
  readonly start: number;
  readonly end: number;
  /** The reference residue at the start, where it is printed. */
  readonly residue?: string;
}

/** What could have been meant when the printed reference does not stand at the printed position. Never used to match. */
export interface Suggestion {
  /** A variant in canonical form, such as `p.N822Y`. */
  readonly text: string;
  /** Why it is likely. */
  readonly because: string;
}

/** Whether the residues and bases that a notation names stand in the reference. */
export type ReferenceCheck =
  | { readonly status: 'agrees' }
  /** No sequence is held for the gene, or the notation names nothing that could be compared. */
  | { readonly status: 'unchecked' }
  | {
      readonly status: 'mismatch';
      /** What stands there, such as `M882`; undefined beyond the end of the protein. */
      readonly expected?: string;
      readonly suggestions: readonly Suggestion[];
    };

/** Whether the coding and the protein notation of one finding describe the same change. */
export type NotationAgreement =
  /** The coding change, translated, gives the protein change. */
  | 'agrees'
  /** Without the sequence: the positions and the kind of change fit. */
  | 'consistent'
  | 'disagrees';

/** A change of the sequence of a gene: exact, or known only by its exon, or known only to be there. */
export interface SequenceVariant {
  readonly kind: 'sequenceVariant';
  /** Approved symbol, or the symbol as printed when the gene is not in the catalogue. */
  readonly gene: string;
  readonly protein?: ProteinChange;
  /** The protein change is marked as predicted, `p.(V560del)`. */
  readonly isPredicted?: true;
  readonly coding?: CodingChange;
  /** `p.?` says that the effect is not known, `p.0` that no protein is made. */
  readonly proteinEffect?: 'unknown' | 'none';
  /** The change on another level than `c.` and `p.` (`g.`, `m.`, `n.`, `r.`), canonical, with its sequence where named. */
  readonly genomic?: string;
  /** The transcript or protein on which the text counts, as printed. */
  readonly transcript?: string;
  /** On the reference transcript; printed, or from the gene model when it is one exon. */
  readonly exon?: number;
  /** A place without a change, where neither notation is given. */
  readonly codons?: CodonPlace;
  /** A part of the gene, where no position is given. */
  readonly region?: GeneRegion;
  /** The class in words, where neither notation is given (`missense mutation`). */
  readonly classPrinted?: PrintedClass;
  readonly effectPrinted?: PrintedEffect;
  readonly originPrinted?: 'somatic' | 'germline';
  readonly zygosityPrinted?: 'heterozygous' | 'homozygous';
  readonly reference: ReferenceCheck;
  readonly agreement?: NotationAgreement;
  readonly printed: string;
}

/**
 * `deletion` leaves open whether one or both copies are gone; `deepDeletion` is of both. `lossOfHeterozygosity` may leave
 * two copies of one allele: it is no deletion.
 */
export const copyNumberChanges = [
  'amplification',
  'gain',
  'loss',
  'deletion',
  'deepDeletion',
  'lossOfHeterozygosity',
] as const;
export type CopyNumberChange = (typeof copyNumberChanges)[number];

/** A change of the number of copies of a gene. */
export interface CopyNumber {
  readonly kind: 'copyNumber';
  readonly gene: string;
  readonly change: CopyNumberChange;
  readonly printed: string;
}

/** A partner of a fusion. */
export interface FusionSide {
  readonly gene: string;
  /** The last exon kept on the 5' side, the first on the 3' side. */
  readonly exon?: number;
  readonly transcript?: string;
}

/** Two genes joined. */
export interface Fusion {
  readonly kind: 'fusion';
  readonly five?: FusionSide;
  readonly three?: FusionSide;
  /** The only gene named, where the report does not say on which side it stands (`NTRK3 fusion`). */
  readonly unplaced?: string;
  /** The order is given by `::` or in words; with `-`, `:` or `/` it is only customary. */
  readonly isOrderStated: boolean;
  /** A rearrangement of the gene is reported (a break-apart probe), not a product: partner, order and frame are open. */
  readonly isRearrangement?: true;
  /** As the report states it. */
  readonly inFramePrinted?: boolean;
  readonly kinasePrinted?: 'retained' | 'lost';
  readonly printed: string;
}

/** Whole exons lost, doubled, or left out of the transcript. `EGFRvIII` is the deletion of exons 2 to 7 of EGFR. */
export interface ExonChange {
  readonly kind: 'exonChange';
  readonly gene: string;
  readonly change: 'deletion' | 'duplication' | 'skipping';
  /** First and last exon, on the transcript named, else on the reference transcript. */
  readonly from: number;
  readonly to: number;
  readonly transcript?: string;
  readonly printed: string;
}

/** What can become of a chromosome or of its arm. */
export const chromosomalChanges = [
  'gain',
  'loss',
  'amplification',
  'lossOfHeterozygosity',
  'translocation',
  'inversion',
] as const;
export type ChromosomalChange = (typeof chromosomalChanges)[number];

/** A chromosome, with its arm and band where the text names them. */
export interface ChromosomePlace {
  /** `1` to `22`, `X`, `Y`. */
  readonly chromosome: string;
  readonly arm?: 'p' | 'q';
  readonly band?: string;
}

/** A change of a whole chromosome, an arm or a band: `18q-`, `loss of chromosome 18`, `t(12;15)(p13;q25)`. */
export interface Chromosomal extends ChromosomePlace {
  readonly kind: 'chromosomal';
  readonly change: ChromosomalChange;
  /** The other chromosome of a translocation, the other arm of a codeletion. */
  readonly with?: ChromosomePlace;
  readonly printed: string;
}

/** A molecular finding: one change of the tumour's genome. */
export type Alteration = SequenceVariant | CopyNumber | Fusion | ExonChange | Chromosomal;

/** The genes of a finding; two for most fusions, none for a change of a chromosome. */
export function genesOf(alteration: Alteration): readonly string[] {
  if (alteration.kind === 'chromosomal') return [];
  if (alteration.kind !== 'fusion') return [alteration.gene];
  return [alteration.five?.gene, alteration.three?.gene, alteration.unplaced].filter(
    (gene) => gene !== undefined,
  );
}
