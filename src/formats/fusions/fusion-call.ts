/** What one row of a fusion caller says: places, reads and claims as printed, and the fusion that it names, if it names one. */
import type { Fusion } from '../../alteration/index.ts';
import type { BreakpointLevel } from '../../genes/index.ts';
import type { Issue } from '../../reading/index.ts';

/** Formats that are read, by the name of the program or table. */
export const fusionFormats = [
  'Arriba',
  'STAR-Fusion',
  'ctat-LR-fusion',
  'FusionCatcher',
  'cBioPortal SV',
  'MAF fusion',
  'breakpoint table',
  'exon table',
] as const;
export type FusionFormat = (typeof fusionFormats)[number];

/** A gene of the row with its end of the junction. */
export interface CalledSide {
  /** Approved symbol where the gene is in the catalogue, else as printed; absent for a place outside genes. */
  readonly gene?: string;
  /** The cell as printed. */
  readonly printed: string;
  readonly geneId?: string;
  readonly transcript?: string;
  /** The last exon kept of the 5' partner, the first of the 3' partner, as the file counts them. */
  readonly exon?: number;
  readonly breakpoint?: { readonly chromosome: string; readonly position: number };
  readonly strand?: '+' | '-';
  /** Where the breakpoint lies, in the caller's word (`CDS/splice-site`, `intron`). */
  readonly site?: string;
}

/** How the two ends are joined. Only `fiveToThree` and `notStated` are fusions of two genes in that sense. */
export type Arrangement =
  | 'fiveToThree'
  /** The file does not say which partner is the 5' one. */
  | 'notStated'
  /** Both 5' ends, or both 3' ends, of the genes are joined: no transcript runs through both in their sense. */
  | 'fiveToFive'
  | 'threeToThree'
  /** Both places lie in one gene: a deletion, duplication or inversion of it. */
  | 'intragenic'
  /** One place lies in no gene. */
  | 'intergenic';

/** Reads in support; each as the caller counts it, absent where it does not. */
export interface FusionSupport {
  readonly splitReads?: number;
  readonly spanningPairs?: number;
  readonly longReads?: number;
  /** The columns as printed. */
  readonly printed: Readonly<Record<string, string>>;
}

/** A caller's claim on the frame, in words common to all callers. */
export type ClaimedFrame = 'inFrame' | 'outOfFrame' | 'stopBeforeJunction';

/** What the caller itself concludes. It stands beside our own verdict and is never taken for it. */
export interface CallerClaims {
  readonly frame?: { readonly printed: string; readonly frame?: ClaimedFrame };
  /** Domains that the caller calls retained, 5' and 3' side, as printed. */
  readonly domains?: { readonly five: string; readonly three: string };
  readonly confidence?: string;
  readonly filters?: string;
  /** The kind of event in the caller's words (`translocation`, `duplication/ITD`). */
  readonly event?: string;
  readonly annotation?: string;
}

/** One row of a fusion file. */
export interface FusionCall {
  readonly format: FusionFormat;
  /** The line of the file; the first is 1. */
  readonly line: number;
  readonly sample?: string;
  readonly five: CalledSide;
  readonly three: CalledSide;
  readonly arrangement: Arrangement;
  /** The fusion that the row names; absent for what is none. */
  readonly alteration?: Fusion;
  readonly support: FusionSupport;
  readonly claims: CallerClaims;
  /** Bases between the two parts that belong to neither, as the caller prints them. */
  readonly linker?: string;
  /** What was sequenced. */
  readonly level: BreakpointLevel;
  /** The genome build as printed. */
  readonly build?: string;
  readonly issues: readonly Issue[];
}
