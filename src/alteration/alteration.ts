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
  'synonymous',
] as const;
export type MutationClass = (typeof mutationClasses)[number];

/** What a report calls the effect of a variant. It is the report's word, not a judgement of this program. */
export type PrintedEffect = 'activating' | 'inactivating';

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
  /** On the reference transcript; printed, or from the gene model when it is one exon. */
  readonly exon?: number;
  /** The class in words, where neither notation is given (`missense mutation`). */
  readonly classPrinted?: MutationClass;
  readonly effectPrinted?: PrintedEffect;
  readonly reference: ReferenceCheck;
  readonly agreement?: NotationAgreement;
  readonly printed: string;
}

/** `deletion` leaves open whether one or both copies are gone; `deepDeletion` is of both. */
export const copyNumberChanges = ['amplification', 'gain', 'loss', 'deletion', 'deepDeletion'] as const;
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
  /** As the report states it. */
  readonly inFramePrinted?: boolean;
  readonly kinasePrinted?: 'retained' | 'lost';
  readonly printed: string;
}

/** A molecular finding. */
export type Alteration = SequenceVariant | CopyNumber | Fusion;

/** The genes of a finding; two for most fusions. */
export function genesOf(alteration: Alteration): readonly string[] {
  if (alteration.kind !== 'fusion') return [alteration.gene];
  return [alteration.five?.gene, alteration.three?.gene, alteration.unplaced].filter(
    (gene) => gene !== undefined,
  );
}
