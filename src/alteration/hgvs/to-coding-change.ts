/** From HGVS changes of a coding transcript to the simpler coding changes of this room. */
import type { CodingChange, CodingPosition } from '../coding-change.ts';
import type { NucleotideBound, NucleotideChange, NucleotideInterval, Removed } from './nucleotide-change.ts';

function positionOf(bound: NucleotideBound): CodingPosition | undefined {
  switch (bound.at) {
    case 'sequence':
    case 'beforeStart':
    case 'afterStop':
      if (typeof bound.offset !== 'number') return undefined;
      return {
        region: bound.at === 'sequence' ? 'coding' : bound.at,
        base: bound.base,
        offset: bound.offset,
      };
    case 'between':
    case 'unknown':
    case 'pter':
    case 'qter':
    case 'cen':
      return undefined;
  }
}

function endsOf(
  interval: NucleotideInterval,
): { readonly start: CodingPosition; readonly end: CodingPosition } | undefined {
  if (interval.isUncertain) return undefined;
  const start = positionOf(interval.start);
  const end = interval.end === undefined ? start : positionOf(interval.end);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function named(removed: Removed): { readonly removed?: string } {
  return typeof removed === 'string' ? { removed } : {};
}

/**
 * The change of a `c.` description in the simpler terms, or undefined for what they cannot say: uncertain places,
 * repeats, copies, mosaics, conversions, methylation, and insertions that are no plain sequence.
 */
export function toCodingChange({ interval, edit }: NucleotideChange): CodingChange | undefined {
  const ends = interval === undefined ? undefined : endsOf(interval);
  if (ends === undefined) return undefined;
  switch (edit.kind) {
    case 'substitution':
      if (interval?.end !== undefined) return undefined;
      return { kind: 'substitution', ...ends, removed: edit.removed, inserted: edit.inserted };
    case 'deletion':
    case 'duplication':
    case 'inversion':
      return { kind: edit.kind, ...ends, ...named(edit.removed) };
    case 'identity':
      return { kind: 'silent', ...ends, ...named(edit.removed) };
    case 'insertion':
      return typeof edit.inserted === 'string'
        ? { kind: 'insertion', ...ends, inserted: edit.inserted }
        : undefined;
    case 'delins':
      return typeof edit.inserted === 'string'
        ? { kind: 'delins', ...ends, ...named(edit.removed), inserted: edit.inserted }
        : undefined;
    case 'conversion':
    case 'repeat':
    case 'copy':
    case 'methylation':
    case 'unknown':
    case 'splice':
    case 'absent':
    case 'mixture':
      return undefined;
  }
}
