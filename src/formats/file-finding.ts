/** What a row of an outside file says: one finding with its place, its numbers as printed, and nothing that the file does not say. */
import type { Alteration } from '../alteration/index.ts';
import type { MarkerStatus } from '../truth/index.ts';
import type { FusionCall } from './fusions/index.ts';

/** What a caller or annotator says a variant does, in one word; the terms as printed stand beside it. */
export const consequenceClasses = [
  'missense',
  'nonsense',
  'frameshift',
  'inFrameDeletion',
  'inFrameInsertion',
  'proteinAltering',
  'spliceSite',
  'spliceRegion',
  'startLoss',
  'stopLoss',
  'synonymous',
  'utr5',
  'utr3',
  'intron',
  'upstream',
  'downstream',
  'nonCodingTranscript',
  'regulatory',
  'intergenic',
  'geneFusion',
  'other',
] as const;
export type ConsequenceClass = (typeof consequenceClasses)[number];

/** A change of the genome by its place, as the file gives it. */
export interface GenomicPlace {
  /** `GRCh37`, `hg19`: as the file prints it; absent where it does not say. */
  readonly build?: string;
  readonly chromosome: string;
  /** The position of the file's own convention: of the base before an indel in VCF, of the first changed base in MAF. */
  readonly position: number;
  readonly end?: number;
  readonly reference?: string;
  readonly alternative?: string;
}

/** The share of reads with the variant. */
export interface AlleleFraction {
  /** 0 to 100. */
  readonly percent: number;
  /** What it was computed from, as printed: `AD 80,20`, `t_alt_count 10, t_ref_count 133`. */
  readonly basis: string;
}

/** An annotation that was not chosen. */
export interface OtherConsequence {
  readonly gene?: string;
  readonly transcript?: string;
  /** As printed. */
  readonly terms: string;
  readonly coding?: string;
  readonly protein?: string;
}

interface FindingOfFile {
  /** The line of the file; the first is 1. */
  readonly line: number;
  readonly sample?: string;
  /** The gene as printed. */
  readonly gene?: string;
  /** `unstated` where a row gives a value and no result. */
  readonly status: MarkerStatus | 'unstated';
}

/** A variant of the sequence, with the consequence that the file states. */
export interface SmallVariantFinding extends FindingOfFile {
  readonly kind: 'smallVariant';
  /** Absent where a table of mutations names only gene and change. */
  readonly genomic?: GenomicPlace;
  /** The protein change as printed, without its accession. */
  readonly protein?: string;
  /** The coding change as printed, without its accession. */
  readonly coding?: string;
  readonly transcript?: string;
  /** The terms as printed (`missense_variant&splice_region_variant`, `Missense_Mutation`) and their class. */
  readonly consequence?: { readonly terms: string; readonly class: ConsequenceClass };
  /** Why this annotation was chosen among those of the variant. */
  readonly chosenBecause?: string;
  readonly others?: readonly OtherConsequence[];
  readonly alteration?: Alteration;
  /** Which of the printed texts the alteration was read from. */
  readonly readFrom?: 'protein' | 'coding' | 'class';
  readonly fraction?: AlleleFraction;
  /** Reads at the place. */
  readonly depth?: number;
  /** Filters that the variant did not pass; empty when it passed, absent when none was applied. */
  readonly filters?: readonly string[];
  readonly origin?: 'somatic' | 'germline';
  readonly genotype?: string;
}

/** A change of the number of copies of a gene, as a file of calls by gene states it. */
export interface CopyNumberFinding extends FindingOfFile {
  readonly kind: 'copyNumber';
  readonly gene: string;
  /** The level as printed: `-2`, `2`, `AMP`. */
  readonly level: string;
  /** The number of copies as printed, where the file has a column of it. */
  readonly copies?: string;
  readonly alteration?: Alteration;
}

/** A rearrangement by its places. No gene, frame or fusion is concluded from it. */
export interface StructuralFinding extends FindingOfFile {
  readonly kind: 'structural';
  readonly genomic: GenomicPlace;
  /** `BND`, `DEL`, `DUP`, `INV`, `INS`, `TRA`, ... as printed. */
  readonly type: string;
  readonly id?: string;
  readonly mate?: string;
  readonly partner?: {
    readonly chromosome: string;
    readonly position: number;
    /** The joined sequence extends to the right (higher positions) or the left of the partner's place. */
    readonly extends?: 'right' | 'left';
    /** The joined sequence stands before or after the base of this row. */
    readonly joined?: 'before' | 'after';
  };
  readonly consequence?: { readonly terms: string; readonly class: ConsequenceClass };
  readonly filters?: readonly string[];
  readonly depth?: number;
}

/** A stretch of a chromosome with its copies. No gene is called from it. */
export interface SegmentFinding extends FindingOfFile {
  readonly kind: 'segment';
  readonly genomic: GenomicPlace;
  /** The columns of copies or ratios, as printed. */
  readonly values: Readonly<Record<string, string>>;
}

/** An immunohistochemical stain. */
export interface StainFinding extends FindingOfFile {
  readonly kind: 'stain';
  readonly marker: string;
  /** The result as printed. */
  readonly result: string;
  readonly cellsPercent?: string;
  readonly intensity?: '0' | '1+' | '2+' | '3+';
  readonly score?: { readonly system: string; readonly value: string };
  readonly clone?: string;
  readonly pattern?: 'retained' | 'lost' | 'overexpressed';
}

/** A biomarker that is not a change of one gene: MSI, TMB, PD-L1 and the like. */
export interface BiomarkerFinding extends FindingOfFile {
  readonly kind: 'biomarker';
  readonly marker: string;
  /** The result as printed; empty where only a value is given. */
  readonly result: string;
  /** The value with its unit as printed. */
  readonly value?: string;
  readonly scoring?: string;
}

/** A fusion or rearrangement as a fusion caller or a table of structural variants gives it. */
export interface FusionFinding extends FindingOfFile {
  readonly kind: 'fusion';
  readonly alteration?: Alteration;
  readonly call: FusionCall;
}

/** One finding of a file. */
export type FileFinding =
  | SmallVariantFinding
  | CopyNumberFinding
  | StructuralFinding
  | FusionFinding
  | SegmentFinding
  | StainFinding
  | BiomarkerFinding;
export type FindingKind = FileFinding['kind'];
