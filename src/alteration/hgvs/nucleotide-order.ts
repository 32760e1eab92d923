/** The order of nucleotide positions, how many lie between two, and which are neighbours, as far as the text tells. */
import type { CountedPosition, NucleotideBound } from './nucleotide-change.ts';

const regions = { beforeStart: 0, sequence: 1, afterStop: 2 } as const;

function asCounted(bound: NucleotideBound): CountedPosition | undefined {
  return 'base' in bound ? bound : undefined;
}

/** Bases before the start codon count down towards it. */
function signedBase({ at, base }: CountedPosition): number {
  return at === 'beforeStart' ? -base : base;
}

function offsetOf({ offset }: CountedPosition): number {
  return offset === '+?' ? 0.5 : offset === '-?' ? -0.5 : offset;
}

/** Negative where `a` stands before `b`, 0 for one position, undefined where the text does not tell. */
export function comparePositions(a: NucleotideBound, b: NucleotideBound): number | undefined {
  if (a.at === 'pter') return b.at === 'pter' ? 0 : -1;
  if (b.at === 'qter') return a.at === 'qter' ? 0 : -1;
  if (a.at === 'qter' || b.at === 'pter') return 1;
  const first = asCounted(a);
  const second = asCounted(b);
  if (first === undefined || second === undefined) return undefined;
  if (first.at !== second.at) return regions[first.at] - regions[second.at];
  const bases = signedBase(first) - signedBase(second);
  if (bases !== 0) return bases;
  const isOpen = typeof first.offset === 'string' || typeof second.offset === 'string';
  const offsets = offsetOf(first) - offsetOf(second);
  return isOpen && Math.sign(offsetOf(first)) === Math.sign(offsetOf(second)) ? undefined : offsets;
}

/** The base on a line without a zero: `-1` is followed by `1`. */
function onLine(position: CountedPosition): number {
  return position.at === 'beforeStart' ? 1 - position.base : position.base;
}

/** Nucleotides from one position to the other, both counted; undefined where an intron or an end lies between. */
export function lengthBetween(a: NucleotideBound, b: NucleotideBound): number | undefined {
  const first = asCounted(a);
  const second = asCounted(b);
  if (first === undefined || second === undefined) return undefined;
  if (typeof first.offset !== 'number' || typeof second.offset !== 'number') return undefined;
  if ((first.at === 'afterStop') !== (second.at === 'afterStop')) return undefined;
  const bases = onLine(second) - onLine(first);
  if (bases === 0) return second.offset - first.offset + 1;
  return first.offset === 0 && second.offset === 0 ? bases + 1 : undefined;
}

/** Whether an insertion fits between two positions: false where something lies between them. */
export function areNeighbours(a: NucleotideBound, b: NucleotideBound): boolean | undefined {
  const first = asCounted(a);
  const second = asCounted(b);
  if (first === undefined || second === undefined) return undefined;
  const length = lengthBetween(first, second);
  if (length !== undefined) return length === 2;
  if (typeof first.offset !== 'number' || typeof second.offset !== 'number') return undefined;
  if (first.at !== 'afterStop' && second.at === 'afterStop')
    return first.at === 'sequence' && second.base === 1 && first.offset >= 0 && second.offset <= 0;
  // The middle of an intron is counted from both exons: 88+12_89-12.
  return first.offset > 0 && second.offset < 0 && onLine(second) === onLine(first) + 1;
}
