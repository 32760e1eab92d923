/**
 * The parts of a variant description in the HGVS Nomenclature 21 (den Dunnen 2016, PMID 26931183; hgvs-nomenclature.org).
 * Bases are held in upper case (RNA with U), residues as one-letter codes with `*` for the stop.
 */
import type { NucleotideChange } from './nucleotide-change.ts';
import type { ProteinDescription } from './protein-description.ts';

/** The prefix before the dot: genomic, mitochondrial, circular genomic, coding, non-coding, RNA, protein. */
export type SequenceType = NucleotideType | 'p';

/** The prefixes that count nucleotides. */
export type NucleotideType = 'g' | 'm' | 'o' | 'c' | 'n' | 'r';

/** An accession with its version, as printed before the colon: `NM_000222.3`, `LRG_307t1`; also a gene symbol alone. */
export interface Accession {
  readonly id: string;
  readonly version: number | undefined;
}

/** The reference sequence: `NM_000222.3`, `NM_000222.3(KIT)`, `NC_000004.12(NM_000222.3)`. */
export interface HgvsReference {
  readonly accession: Accession;
  /** The gene symbol in parentheses. */
  readonly gene: string | undefined;
  /** The transcript or protein in parentheses, whose numbering is used on the genomic sequence before it. */
  readonly within: Accession | undefined;
}

/** One change of a nucleotide sequence. */
export interface NucleotideVariant {
  readonly kind: 'nucleotide';
  readonly reference: HgvsReference | undefined;
  readonly type: NucleotideType;
  readonly change: NucleotideChange;
}

/** One change of a protein. */
export interface ProteinVariant {
  readonly kind: 'protein';
  readonly reference: HgvsReference | undefined;
  readonly type: 'p';
  readonly change: ProteinDescription;
}

/** Between changes: on one chromosome or on the other (`;`), phase not known (`(;)`), products of one allele (`,`). */
export type AlleleJoint = ';' | '(;)' | ',';

/** The changes of one allele: `[76A>C;83G>C]`; without brackets one change whose phase is not known. */
export interface HgvsAllele<Change> {
  readonly changes: readonly Change[];
  /** What stands between the changes; one fewer than `changes`. */
  readonly joints: readonly AlleleJoint[];
  readonly isBracketed: boolean;
  /** `[(Ser68Arg;Asn594del)]`: parentheses around all changes of the bracket. */
  readonly isPredicted: boolean;
}

/** Several changes: `[a;b]` on one chromosome, `[a];[b]` on two, `a(;)b` with the phase not known. */
export interface Alleles<Change> {
  readonly alleles: readonly HgvsAllele<Change>[];
  /** What stands between the alleles; one fewer than `alleles`. */
  readonly joints: readonly AlleleJoint[];
}

/** A description of several changes, or of one in brackets. */
export type AlleleVariant =
  | {
      readonly kind: 'alleles';
      readonly reference: HgvsReference | undefined;
      readonly type: NucleotideType;
      readonly changes: Alleles<NucleotideChange>;
    }
  | {
      readonly kind: 'alleles';
      readonly reference: HgvsReference | undefined;
      readonly type: 'p';
      readonly changes: Alleles<ProteinDescription>;
    };

/** A variant description that was read. */
export type HgvsVariant = NucleotideVariant | ProteinVariant | AlleleVariant;
