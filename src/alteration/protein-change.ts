/**
 * Changes of a protein in the terms of the HGVS Nomenclature 21 (den Dunnen 2016, PMID 26931183), one-letter codes.
 * Positions are counted on the reference protein of the gene.
 */

/** A residue of the reference protein: one-letter code and position. */
export interface ResiduePosition {
  readonly residue: string;
  readonly position: number;
}

/** What happened to the protein. Ends belong to the range; `inserted` is a one-letter sequence. */
export type ProteinChange =
  | { readonly kind: 'substitution'; readonly at: ResiduePosition; readonly to: string }
  | { readonly kind: 'stop'; readonly at: ResiduePosition }
  | { readonly kind: 'silent'; readonly at: ResiduePosition }
  | { readonly kind: 'deletion'; readonly start: ResiduePosition; readonly end: ResiduePosition }
  | { readonly kind: 'duplication'; readonly start: ResiduePosition; readonly end: ResiduePosition }
  | {
      readonly kind: 'insertion';
      readonly start: ResiduePosition;
      readonly end: ResiduePosition;
      readonly inserted: string;
    }
  | {
      readonly kind: 'delins';
      readonly start: ResiduePosition;
      readonly end: ResiduePosition;
      readonly inserted: string;
    }
  | {
      readonly kind: 'frameshift';
      readonly at: ResiduePosition;
      /** The first residue that differs, where it is given. */
      readonly to?: string;
      /** Codons from the first changed one to the new stop, both counted. */
      readonly stopAfter?: number;
    }
  /** The stop is lost (`*977Wext*12`) or the protein begins further in front (`M1ext-5`). */
  | {
      readonly kind: 'extension';
      readonly at: ResiduePosition;
      readonly terminus: 'N' | 'C';
      readonly to?: string;
      /** Residues added, where a new stop or start is given. */
      readonly length?: number;
    }
  /** `M1?`: the start codon is changed and what is made instead is not known. */
  | { readonly kind: 'startUnknown'; readonly at: ResiduePosition }
  /** A run of residues stands there so many times: `A42[12]`. */
  | {
      readonly kind: 'repeat';
      readonly start: ResiduePosition;
      readonly end: ResiduePosition;
      readonly copies: number;
    };

/** First and last position that a change names. */
export function proteinSpan(change: ProteinChange): { readonly start: number; readonly end: number } {
  if ('at' in change) return { start: change.at.position, end: change.at.position };
  return { start: change.start.position, end: change.end.position };
}

/** The residues that a change says stand in the reference. */
export function namedResidues(change: ProteinChange): readonly ResiduePosition[] {
  if ('at' in change) return [change.at];
  return change.start.position === change.end.position ? [change.start] : [change.start, change.end];
}

const point = ({ residue, position }: ResiduePosition): string => `${residue}${position}`;

function range(start: ResiduePosition, end: ResiduePosition): string {
  return start.position === end.position ? point(start) : `${point(start)}_${point(end)}`;
}

/** `V560del`, `L576P`, `W557_K558del`: the change without the `p.` in front. */
export function proteinChangeText(change: ProteinChange): string {
  switch (change.kind) {
    case 'substitution':
      return `${point(change.at)}${change.to}`;
    case 'stop':
      return `${point(change.at)}*`;
    case 'silent':
      return `${point(change.at)}=`;
    case 'deletion':
      return `${range(change.start, change.end)}del`;
    case 'duplication':
      return `${range(change.start, change.end)}dup`;
    case 'insertion':
      return `${range(change.start, change.end)}ins${change.inserted}`;
    case 'delins':
      return `${range(change.start, change.end)}delins${change.inserted}`;
    case 'frameshift': {
      const stop = change.stopAfter === undefined ? '' : `*${change.stopAfter}`;
      return `${point(change.at)}${change.to ?? ''}fs${stop}`;
    }
    case 'extension':
      return change.terminus === 'N'
        ? `${point(change.at)}${change.to ?? ''}ext-${change.length ?? '?'}`
        : `${point(change.at)}${change.to ?? ''}ext*${change.length ?? '?'}`;
    case 'startUnknown':
      return `${point(change.at)}?`;
    case 'repeat':
      return `${range(change.start, change.end)}[${change.copies}]`;
  }
}
