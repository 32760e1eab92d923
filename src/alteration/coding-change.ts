/** Changes of the coding sequence (`c.`) in the terms of the HGVS Nomenclature 21. */

/**
 * A position of the coding transcript. `offset` counts into the intron after (`+`) or before (`-`) that base;
 * `region` tells bases before the start codon (`c.-12`) and after the stop codon (`c.*46`) from coding ones.
 */
export interface CodingPosition {
  readonly region: 'coding' | 'beforeStart' | 'afterStop';
  readonly base: number;
  readonly offset: number;
}

/** What happened to the transcript. `removed` holds the bases where the text names them. */
export type CodingChange =
  | {
      readonly kind: 'substitution';
      readonly start: CodingPosition;
      readonly end: CodingPosition;
      readonly removed: string;
      readonly inserted: string;
    }
  | {
      readonly kind: 'deletion' | 'duplication' | 'inversion' | 'silent';
      readonly start: CodingPosition;
      readonly end: CodingPosition;
      readonly removed?: string;
    }
  | {
      readonly kind: 'insertion';
      readonly start: CodingPosition;
      readonly end: CodingPosition;
      readonly inserted: string;
    }
  | {
      readonly kind: 'delins';
      readonly start: CodingPosition;
      readonly end: CodingPosition;
      readonly removed?: string;
      readonly inserted: string;
    };

const equal = (a: CodingPosition, b: CodingPosition): boolean =>
  a.region === b.region && a.base === b.base && a.offset === b.offset;

/** `1679`, `2056+1`, `-12`, `*46`. */
export function codingPositionText({ region, base, offset }: CodingPosition): string {
  const sign = region === 'beforeStart' ? '-' : region === 'afterStop' ? '*' : '';
  return `${sign}${base}${offset === 0 ? '' : offset > 0 ? `+${offset}` : offset}`;
}

/** `1679_1681del`: the change without the `c.`. Bases that the range already names are not repeated (HGVS). */
export function codingChangeText(change: CodingChange): string {
  const place = equal(change.start, change.end)
    ? codingPositionText(change.start)
    : `${codingPositionText(change.start)}_${codingPositionText(change.end)}`;
  switch (change.kind) {
    case 'substitution':
      return `${place}${change.removed}>${change.inserted}`;
    case 'deletion':
      return `${place}del`;
    case 'duplication':
      return `${place}dup`;
    case 'inversion':
      return `${place}inv`;
    case 'silent':
      return `${place}=`;
    case 'insertion':
      return `${place}ins${change.inserted}`;
    case 'delins':
      return `${place}delins${change.inserted}`;
  }
}

/** True when both ends lie in coding exons. */
export function isExonic(change: CodingChange): boolean {
  return [change.start, change.end].every(({ region, offset }) => region === 'coding' && offset === 0);
}

/** Bases gained (positive) or lost; undefined where the range is not wholly in the coding exons. */
export function gainedBases(change: CodingChange): number | undefined {
  if (!isExonic(change)) return undefined;
  const span = change.end.base - change.start.base + 1;
  switch (change.kind) {
    case 'substitution':
    case 'inversion':
    case 'silent':
      return 0;
    case 'deletion':
      return -span;
    case 'duplication':
      return span;
    case 'insertion':
      return change.inserted.length;
    case 'delins':
      return change.inserted.length - span;
  }
}
