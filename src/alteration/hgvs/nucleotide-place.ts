/** Between HGVS positions and places in a sequence that is held. */
import type { NucleotideType } from './hgvs-variant.ts';
import type { NucleotideBound, NucleotideInterval } from './nucleotide-change.ts';

/** A reference sequence and where its coding part lies. */
export interface SequenceContext {
  /** Upper-case letters A, C, G, T (or U). */
  readonly sequence: string;
  /** First base of the start codon and last base of the stop codon, counted from 1; the whole sequence unless said. */
  readonly coding?: { readonly start: number; readonly end: number };
  /** Last bases of exons, counted from 1: changes of a transcript are not moved across them. */
  readonly exonEnds?: readonly number[];
}

/** True where positions are counted from the start codon. */
function isCodingType(type: NucleotideType): boolean {
  return type === 'c' || type === 'r';
}

/** The place in the sequence counted from 1; it can lie outside. Undefined for introns and what is not exact. */
export function placeOf(
  bound: NucleotideBound,
  type: NucleotideType,
  { sequence, coding }: SequenceContext,
): number | undefined {
  const start = isCodingType(type) ? (coding?.start ?? 1) : 1;
  switch (bound.at) {
    case 'sequence':
      return bound.offset === 0 ? start - 1 + bound.base : undefined;
    case 'beforeStart':
      return bound.offset === 0 ? start - bound.base : undefined;
    case 'afterStop':
      return bound.offset === 0 ? (coding?.end ?? sequence.length) + bound.base : undefined;
    case 'between':
    case 'unknown':
    case 'pter':
    case 'qter':
    case 'cen':
      return undefined;
  }
}

/** The HGVS position of a place counted from 1. */
export function boundAt(place: number, type: NucleotideType, context: SequenceContext): NucleotideBound {
  if (!isCodingType(type)) return { at: 'sequence', base: place, offset: 0 };
  const start = context.coding?.start ?? 1;
  const end = context.coding?.end ?? context.sequence.length;
  if (place < start) return { at: 'beforeStart', base: start - place, offset: 0 };
  if (place > end) return { at: 'afterStop', base: place - end, offset: 0 };
  return { at: 'sequence', base: place - start + 1, offset: 0 };
}

/** First and last place of an exact interval inside the sequence, counted from 1. */
export function placesOf(
  interval: NucleotideInterval,
  type: NucleotideType,
  context: SequenceContext,
): { readonly first: number; readonly last: number } | undefined {
  if (interval.isUncertain) return undefined;
  const first = placeOf(interval.start, type, context);
  const last = interval.end === undefined ? first : placeOf(interval.end, type, context);
  if (first === undefined || last === undefined) return undefined;
  return first >= 1 && last >= first && last <= context.sequence.length ? { first, last } : undefined;
}
