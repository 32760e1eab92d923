/** What an HGVS change of DNA or RNA does to a sequence that is held, as one replacement of DNA letters. */
import type { NucleotideType } from './hgvs-variant.ts';
import type { Inserted, InsertedPart, NucleotideChange, Removed } from './nucleotide-change.ts';
import { placesOf, type SequenceContext } from './nucleotide-place.ts';
import type { Splice } from './sequence-splice.ts';

/** Why a change cannot be placed on the sequence. */
export type NotPlaced =
  /** An intron, an uncertain or unknown position, or a position outside the sequence. */
  | 'place'
  /** The nucleotides that the change names are not those of the sequence. */
  | 'reference'
  /** The change does not say what the sequence becomes. */
  | 'edit';

const complements: Readonly<Record<string, string>> = {
  A: 'T',
  C: 'G',
  G: 'C',
  T: 'A',
  R: 'Y',
  Y: 'R',
  K: 'M',
  M: 'K',
  B: 'V',
  V: 'B',
  D: 'H',
  H: 'D',
};

/** The other strand, read in its own direction; letters that have no other complement stay. */
export function reverseComplement(sequence: string): string {
  let other = '';
  for (let at = sequence.length - 1; at >= 0; at--) {
    const base = sequence.charAt(at);
    other += complements[base] ?? base;
  }
  return other;
}

/** RNA letters as DNA letters. */
export function asDna(sequence: string): string {
  return sequence.includes('U') ? sequence.replaceAll('U', 'T') : sequence;
}

function agrees(removed: Removed, stands: string): boolean {
  if (removed === undefined) return true;
  return typeof removed === 'number' ? removed === stands.length : asDna(removed) === stands;
}

/** No inserted sequence is written out beyond this length. */
const longestInsertion = 1_000_000;

function partSequence(
  part: InsertedPart,
  type: NucleotideType,
  context: SequenceContext,
): string | undefined {
  switch (part.kind) {
    case 'sequence':
      return asDna(part.sequence);
    case 'repeat':
      if (typeof part.count !== 'number' || part.count * part.sequence.length > longestInsertion)
        return undefined;
      return asDna(part.sequence).repeat(part.count);
    case 'count':
      return undefined;
    case 'range': {
      if (part.reference !== undefined) return undefined;
      const places = placesOf(part.interval, type, context);
      if (places === undefined) return undefined;
      const copy = asDna(context.sequence.slice(places.first - 1, places.last));
      return part.isInverted ? reverseComplement(copy) : copy;
    }
  }
}

function insertedSequence(
  inserted: Inserted,
  type: NucleotideType,
  context: SequenceContext,
): string | undefined {
  if (typeof inserted === 'string') return asDna(inserted);
  let sequence = '';
  for (const part of inserted) {
    const text = partSequence(part, type, context);
    if (text === undefined) return undefined;
    sequence += text;
  }
  return sequence;
}

/** The replacement, or why there is none. */
export function spliceOf(
  { interval, edit }: NucleotideChange,
  type: NucleotideType,
  context: SequenceContext,
): Splice | NotPlaced {
  if (interval === undefined) return 'place';
  const places = placesOf(interval, type, context);
  if (places === undefined) return 'place';
  const { first, last } = places;
  const stands = asDna(context.sequence.slice(first - 1, last));
  if ('removed' in edit && !agrees(edit.removed, stands)) return 'reference';
  const whole = { start: first - 1, end: last };
  switch (edit.kind) {
    case 'substitution':
      return { ...whole, inserted: asDna(edit.inserted) };
    case 'deletion':
      return { ...whole, inserted: '' };
    case 'duplication':
      return { start: last, end: last, inserted: stands };
    case 'inversion':
      return { ...whole, inserted: reverseComplement(stands) };
    case 'insertion': {
      const inserted = insertedSequence(edit.inserted, type, context);
      if (inserted === undefined) return 'edit';
      return last === first + 1 ? { start: first, end: first, inserted } : 'place';
    }
    case 'delins': {
      const inserted = insertedSequence(edit.inserted, type, context);
      return inserted === undefined ? 'edit' : { ...whole, inserted };
    }
    case 'copy':
      if (edit.count * stands.length > longestInsertion) return 'edit';
      return { ...whole, inserted: stands.repeat(edit.count) };
    case 'identity':
      return { ...whole, inserted: stands };
    case 'conversion': {
      const inserted = insertedSequence([edit.source], type, context);
      return inserted === undefined ? 'edit' : { ...whole, inserted };
    }
    case 'repeat':
    case 'methylation':
    case 'unknown':
    case 'splice':
    case 'absent':
    case 'mixture':
      return 'edit';
  }
}
