/** Changes of DNA and RNA in the terms of the HGVS Nomenclature 21: where, what, and whether it is only predicted. */
import type { HgvsReference, NucleotideType } from './hgvs-variant.ts';

/**
 * A nucleotide. `beforeStart` counts back from the start codon (`c.-12`), `afterStop` on from the stop codon
 * (`c.*46`). `offset` counts into the intron after (`+`) or before (`-`) the nucleotide; `+?` where it is not known.
 */
export interface CountedPosition {
  readonly at: 'sequence' | 'beforeStart' | 'afterStop';
  readonly base: number;
  readonly offset: number | '+?' | '-?';
}

/** `?`, or an end or the centromere of a chromosome. */
export interface NamedPosition {
  readonly at: 'unknown' | 'pter' | 'qter' | 'cen';
}

/** A position of a nucleotide sequence. */
export type NucleotidePosition = CountedPosition | NamedPosition;

/** `(4_6)`: somewhere from one position to the other. */
export interface PositionRange {
  readonly at: 'between';
  readonly from: NucleotidePosition;
  readonly to: NucleotidePosition;
}

/** One end of an interval. */
export type NucleotideBound = NucleotidePosition | PositionRange;

/** `76`, `76_78`, `(4_6)_(245_246)`; `isUncertain` for `(1_10)`, a change somewhere in the range. */
export interface NucleotideInterval {
  readonly start: NucleotideBound;
  /** Undefined where the text names one position. */
  readonly end: NucleotideBound | undefined;
  readonly isUncertain: boolean;
}

/** A number of copies or nucleotides: exact, from one to another, or not known. */
export type Count = number | '?' | { readonly from: number | '?'; readonly to: number | '?' };

/** A unit and how often it stands there: `CAG[23]`; without a sequence the unit is the interval. */
export interface RepeatUnit {
  readonly sequence: string | undefined;
  readonly count: Count;
}

/** A part of what was inserted that is not a plain sequence. */
export type InsertedPart =
  | { readonly kind: 'sequence'; readonly sequence: string }
  | { readonly kind: 'repeat'; readonly sequence: string; readonly count: Count }
  | { readonly kind: 'count'; readonly count: Count }
  | {
      readonly kind: 'range';
      readonly reference: HgvsReference | undefined;
      readonly type: NucleotideType | undefined;
      readonly interval: NucleotideInterval;
      readonly isInverted: boolean;
    };

/** Plain sequences as text; anything else as its parts, in brackets where there are several. */
export type Inserted = string | readonly InsertedPart[];

/**
 * What the text says of the nucleotides that are gone: their sequence or their number. HGVS 21 prints neither, unless
 * the place is uncertain: `(4_246)delN[15]`.
 */
export type Removed = string | number | undefined;

/** What happened at the interval, all of the material alike. */
export type PlainNucleotideEdit =
  | { readonly kind: 'substitution'; readonly removed: string; readonly inserted: string }
  | { readonly kind: 'deletion'; readonly removed: Removed }
  | { readonly kind: 'duplication'; readonly removed: Removed }
  | { readonly kind: 'inversion'; readonly removed: Removed }
  | { readonly kind: 'insertion'; readonly inserted: Inserted }
  | { readonly kind: 'delins'; readonly removed: Removed; readonly inserted: Inserted }
  /** `con`, given up by HGVS in favour of `delins`. */
  | { readonly kind: 'conversion'; readonly source: InsertedPart & { readonly kind: 'range' } }
  | { readonly kind: 'repeat'; readonly units: readonly RepeatUnit[] }
  /** `copy2`, an older form of `[2]`. */
  | { readonly kind: 'copy'; readonly count: number }
  | { readonly kind: 'identity'; readonly removed: Removed }
  | { readonly kind: 'methylation'; readonly state: 'gom' | 'lom' | 'met=' }
  | { readonly kind: 'unknown' }
  /** `r.spl`: splicing is changed, how is not known; `r.spl?` where that is possible only. */
  | { readonly kind: 'splice'; readonly isPossible: boolean }
  /** `r.0`: no RNA. */
  | { readonly kind: 'absent' };

/** Two kinds of cells: `=/T>C` in a mosaic (from one zygote), `=//T>C` in a chimera (from several). */
export interface MixedEdit<Edit> {
  readonly kind: 'mixture';
  readonly isChimeric: boolean;
  readonly of: readonly [Edit, Edit];
}

/** What happened at the interval. */
export type NucleotideEdit = PlainNucleotideEdit | MixedEdit<PlainNucleotideEdit>;

/** One change; `interval` is undefined for what concerns the whole sequence (`c.=`, `r.spl`, `r.?`, `r.0`). */
export interface NucleotideChange {
  readonly interval: NucleotideInterval | undefined;
  readonly edit: NucleotideEdit;
  /** In parentheses: not shown by experiment (`r.(76a>u)`). */
  readonly isPredicted: boolean;
}
