/** Changes of a protein in the terms of the HGVS Nomenclature 21. Residues are one-letter codes, the stop is `*`. */
import type { Count, MixedEdit } from './nucleotide-change.ts';

/** A residue of the reference protein and its number. */
export interface ProteinPosition {
  readonly residue: string;
  readonly position: number;
}

/** `Lys558`, `Trp557_Lys558`; `isUncertain` for `(Met1_Gly10)`, somewhere in the range. */
export interface ProteinInterval {
  readonly start: ProteinPosition;
  /** Undefined where the text names one residue. */
  readonly end: ProteinPosition | undefined;
  readonly isUncertain: boolean;
}

/**
 * Residues put in: a one-letter sequence; so many that are not named (`Xaa[23]`); up to a stop at a number (`Ter12`: 11
 * residues and the stop); a copy of residues of the same protein (`Gly4_Ser6`).
 */
export type InsertedResidues =
  | string
  | { readonly kind: 'count'; readonly residue: string; readonly count: Count }
  | { readonly kind: 'stop'; readonly at: number }
  | { readonly kind: 'range'; readonly interval: ProteinInterval };

/** What happened at the interval, or to the whole protein, in all of the material alike. */
export type PlainProteinEdit =
  | { readonly kind: 'substitution'; readonly to: string }
  /** `Ala^Ser^Cys`: one of these, it is not known which. */
  | { readonly kind: 'anyOf'; readonly residues: readonly string[] }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'duplication' }
  | { readonly kind: 'insertion'; readonly inserted: InsertedResidues }
  | { readonly kind: 'delins'; readonly inserted: InsertedResidues }
  | { readonly kind: 'repeat'; readonly count: Count }
  | {
      readonly kind: 'frameshift';
      /** The first residue that differs. */
      readonly to: string | undefined;
      /** Codons from the first changed one to the new stop, both counted; `?` where no stop was met. */
      readonly stop: number | '?' | undefined;
    }
  | {
      readonly kind: 'extension';
      /** The residue that stands in place of the stop or of the start. */
      readonly to: string | undefined;
      readonly terminus: 'N' | 'C' | undefined;
      /** Residues added: up to the new stop (C) or from the new start (N). */
      readonly length: number | '?' | undefined;
      /** The added residues as far as the text names them: with the stop (C), or the new first residue (N). */
      readonly residues: string | undefined;
    }
  /** `=`. */
  | { readonly kind: 'identity' }
  /** `?`. */
  | { readonly kind: 'unknown' }
  /** `0`: no protein is made; `0?` where that is probable only. */
  | { readonly kind: 'absent'; readonly isProbable: boolean };

/** What happened at the interval, or to the whole protein. */
export type ProteinEdit = PlainProteinEdit | MixedEdit<PlainProteinEdit>;

/** One change; `interval` is undefined for what concerns the whole protein (`p.=`, `p.?`, `p.0`). */
export interface ProteinDescription {
  readonly interval: ProteinInterval | undefined;
  readonly edit: ProteinEdit;
  /** In parentheses: deduced from DNA, not shown by experiment (`p.(Lys642Glu)`). */
  readonly isPredicted: boolean;
}
