/**
 * What a change of a transcript does to its protein, in the terms of the HGVS Nomenclature 21 (recommendations for
 * proteins): silence, substitution, loss and gain of residues, frameshift with the distance to the new stop, loss of
 * the stop (extension), of the start (`Met1?`) and of the whole coding part (`0?`).
 */
import { descriptionOfSplice, intervalAt } from './normalise-protein.ts';
import type { NucleotideChange } from './nucleotide-change.ts';
import type { SequenceContext } from './nucleotide-place.ts';
import { asDna, spliceOf } from './nucleotide-splice.ts';
import type { ProteinDescription, ProteinEdit, ProteinInterval } from './protein-description.ts';
import { stop } from './residue-codes.ts';
import { type Splice, shifted, spliced, trimmed } from './sequence-splice.ts';
import { translatedFrom } from './translate-codons.ts';

/** First base of the start codon and last base of the stop codon, counted from 1. */
export interface CodingPart {
  readonly start: number;
  readonly end: number;
}

const selenocysteineCodon = 'TGA';

/** Places (from 0) of the TGA codons inside the coding part, which stand for selenocysteine. */
function selenocysteines(sequence: string, { start, end }: CodingPart): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = start - 1; at + 3 < end; at += 3)
    if (sequence.startsWith(selenocysteineCodon, at)) places.add(at);
  return places;
}

/** The same places after the replacement; those inside it are gone. */
function movedPlaces(places: ReadonlySet<number>, splice: Splice): ReadonlySet<number> {
  const gained = splice.inserted.length - (splice.end - splice.start);
  const moved = new Set<number>();
  for (const at of places) {
    if (at + 3 <= splice.start) moved.add(at);
    else if (at >= splice.end) moved.add(at + gained);
  }
  return moved;
}

function whole(edit: ProteinEdit, isPredicted: boolean): ProteinDescription {
  return { interval: undefined, edit, isPredicted };
}

function placed(interval: ProteinInterval, edit: ProteinEdit): ProteinDescription {
  return { interval, edit, isPredicted: true };
}

/** The first place at which two proteins differ, from 0. */
function firstDifference(wild: string, changed: string): number {
  let at = 0;
  while (at < wild.length && wild.charCodeAt(at) === changed.charCodeAt(at)) at++;
  return at;
}

/** `=` at the codons that the change lies in. */
function silent(wild: string, splice: Splice, { start }: CodingPart): ProteinDescription {
  const codonOf = (place: number): number => Math.floor((place - (start - 1)) / 3) + 1;
  const first = codonOf(splice.start);
  const last = Math.max(first, codonOf(splice.end - 1));
  return placed(intervalAt(wild, first, Math.min(last, wild.length)), { kind: 'identity' });
}

function frameshift(wild: string, changed: string, at: number): ProteinDescription {
  const newStop = changed.indexOf(stop, at);
  return placed(intervalAt(wild, at + 1, at + 1), {
    kind: 'frameshift',
    to: changed.charAt(at) === '' ? undefined : changed.charAt(at),
    stop: newStop === -1 ? '?' : newStop - at + 1,
  });
}

function extension(wild: string, changed: string, at: number): ProteinDescription {
  const newStop = changed.indexOf(stop, at);
  return placed(intervalAt(wild, at + 1, at + 1), {
    kind: 'extension',
    to: changed.charAt(at) === '' ? undefined : changed.charAt(at),
    terminus: 'C',
    length: newStop === -1 ? '?' : newStop - at,
    residues: undefined,
  });
}

/** A change that keeps the frame but not the old stop: the residues up to the new one take the place of those changed. */
function truncatedInFrame(
  wild: string,
  changed: string,
  at: number,
  lastChanged: number,
): ProteinDescription | undefined {
  if (!changed.endsWith(stop)) return undefined;
  const { interval, edit } = descriptionOfSplice(wild, {
    start: at,
    end: Math.max(at, Math.min(lastChanged, wild.length)),
    inserted: changed.slice(at),
  });
  return placed(interval, edit);
}

/**
 * The protein side of a change that lies in the coding part and leaves the start codon. What adds residues at the end is
 * an extension, and what begins before the stop codon and takes it away a frameshift, in frame or not.
 */
function consequence(
  sequence: string,
  coding: CodingPart,
  splice: Splice,
  wild: string,
): ProteinDescription | undefined {
  const gained = splice.inserted.length - (splice.end - splice.start);
  const readThrough = movedPlaces(selenocysteines(sequence, coding), splice);
  const changed = translatedFrom(spliced(sequence, splice), coding.start - 1, readThrough);
  if (changed === wild) return silent(wild, splice, coding);
  const at = firstDifference(wild, changed);
  if (wild.charAt(at) === stop) return extension(wild, changed, at);
  const keepsFrame = gained % 3 === 0;
  const stopPlace = coding.start - 1 + 3 * (changed.length - 1);
  const keepsStop =
    keepsFrame &&
    splice.end <= coding.end - 3 &&
    stopPlace === coding.end - 3 + gained &&
    changed.endsWith(stop);
  if (keepsStop) {
    const core = trimmed(wild, { start: at, end: wild.length, inserted: changed.slice(at) });
    return placedSplice(wild, shifted(wild, core));
  }
  if (changed.charAt(at) === stop)
    return placed(intervalAt(wild, at + 1, at + 1), { kind: 'substitution', to: stop });
  const takesStop = splice.end > coding.end - 3;
  if (!keepsFrame || takesStop) return frameshift(wild, changed, at);
  const lastChanged = Math.ceil((splice.end - (coding.start - 1)) / 3);
  return truncatedInFrame(wild, changed, at, lastChanged);
}

function placedSplice(wild: string, splice: Splice): ProteinDescription {
  const { interval, edit } = descriptionOfSplice(wild, splice);
  return placed(interval, edit);
}

/**
 * The consequence of a `c.` change on a transcript that is held. In parentheses, because it is deduced; `Met1?` and `0?`
 * carry their doubt already. Without bases after the stop codon the distance to a new stop beyond it is `?`.
 *
 * @param transcript the transcript, or only its coding part with `coding` from 1 to its length.
 * @param change counted on that transcript.
 * @returns undefined where the sequence does not tell: introns, inexact places, a reference that disagrees, a coding
 *   part without a start, a stop or whole codons.
 * @example proteinOfCoding(kit.coding, { start: 1, end: kit.coding.length }, change)
 */
export function proteinOfCoding(
  transcript: string,
  coding: CodingPart,
  change: NucleotideChange,
): ProteinDescription | undefined {
  const sequence = asDna(transcript);
  const { start, end } = coding;
  if (start < 1 || end > sequence.length || (end - start + 1) % 3 !== 0) return undefined;
  const wild = translatedFrom(sequence, start - 1, selenocysteines(sequence, coding));
  if (wild.length !== (end - start + 1) / 3 || !wild.endsWith(stop)) return undefined;
  const context: SequenceContext = { sequence, coding };
  const named = spliceOf(change, 'c', context);
  if (typeof named === 'string') return undefined;
  const core = trimmed(sequence, named);
  const splice = shifted(sequence, core);
  if (splice.start === splice.end && splice.inserted === '') {
    const isCoding = named.start >= start - 1 && named.end <= end;
    return isCoding ? silent(wild, named, coding) : whole({ kind: 'identity' }, true);
  }
  if ([core, splice].some((each) => each.start < start && each.end >= end))
    return whole({ kind: 'absent', isProbable: true }, false);
  const isBeforeStart = splice.end < start - 1 || (splice.end === start - 1 && splice.start < splice.end);
  if (isBeforeStart || splice.start >= end) return whole({ kind: 'identity' }, true);
  if (splice.start < start + 2)
    return { interval: intervalAt(wild, 1, 1), edit: { kind: 'unknown' }, isPredicted: false };
  return consequence(sequence, coding, splice, wild);
}
