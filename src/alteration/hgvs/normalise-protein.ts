/** The one HGVS form of a change of a protein whose sequence is held: moved to the C-terminal end, and named simply. */
import type { Normalised } from './normalise-nucleotide.ts';
import type { NotPlaced } from './nucleotide-splice.ts';
import type {
  ProteinDescription,
  ProteinEdit,
  ProteinInterval,
  ProteinPosition,
} from './protein-description.ts';
import { stop } from './residue-codes.ts';
import { isDuplication, type Splice, shifted, trimmed } from './sequence-splice.ts';

/** The residue at a place counted from 1. */
export function residueAt(sequence: string, position: number): ProteinPosition {
  return { residue: sequence.charAt(position - 1), position };
}

/** The interval between two places counted from 1. */
export function intervalAt(sequence: string, first: number, last: number): ProteinInterval {
  return {
    start: residueAt(sequence, first),
    end: first === last ? undefined : residueAt(sequence, last),
    isUncertain: false,
  };
}

/** A trimmed and moved replacement as a description. */
export function descriptionOfSplice(
  sequence: string,
  splice: Splice,
): { readonly interval: ProteinInterval; readonly edit: ProteinEdit } {
  const { start, end, inserted } = splice;
  const removedLength = end - start;
  if (inserted.startsWith(stop) && start < sequence.length)
    return { interval: intervalAt(sequence, start + 1, start + 1), edit: { kind: 'substitution', to: stop } };
  const interval = intervalAt(sequence, start + 1, end);
  if (removedLength === 0) {
    if (isDuplication(sequence, splice))
      return {
        interval: intervalAt(sequence, start - inserted.length + 1, start),
        edit: { kind: 'duplication' },
      };
    if (start === 0)
      return {
        interval: intervalAt(sequence, 1, 1),
        edit: { kind: 'delins', inserted: inserted + sequence.charAt(0) },
      };
    return { interval: intervalAt(sequence, start, start + 1), edit: { kind: 'insertion', inserted } };
  }
  if (inserted === '') return { interval, edit: { kind: 'deletion' } };
  if (removedLength === 1 && inserted.length === 1)
    return { interval, edit: { kind: 'substitution', to: inserted } };
  return { interval, edit: { kind: 'delins', inserted } };
}

function spliceOf(
  sequence: string,
  { start, end }: ProteinInterval,
  edit: ProteinEdit,
): Splice | NotPlaced | undefined {
  const from = start.position - 1;
  const to = end?.position ?? start.position;
  switch (edit.kind) {
    case 'substitution':
      return to === from + 1 ? { start: from, end: to, inserted: edit.to } : 'place';
    case 'deletion':
      return { start: from, end: to, inserted: '' };
    case 'duplication':
      return { start: to, end: to, inserted: sequence.slice(from, to) };
    case 'insertion':
      if (typeof edit.inserted !== 'string') return 'edit';
      return to === from + 2 ? { start: from + 1, end: from + 1, inserted: edit.inserted } : 'place';
    case 'delins':
      return typeof edit.inserted === 'string' ? { start: from, end: to, inserted: edit.inserted } : 'edit';
    case 'anyOf':
    case 'repeat':
    case 'frameshift':
    case 'extension':
    case 'identity':
    case 'unknown':
    case 'absent':
    case 'mixture':
      return undefined;
  }
}

/** What follows an inserted stop is not made: only the common beginning is taken away, and nothing is moved. */
function withoutCommonBeginning(sequence: string, { start, end, inserted }: Splice): Splice {
  let same = 0;
  while (same < inserted.length && sequence.charAt(start + same) === inserted.charAt(same)) same++;
  return { start: start + same, end: Math.max(end, start + same), inserted: inserted.slice(same) };
}

/**
 * Brings a change to its one form. Frameshifts, extensions, repeats and what concerns the whole protein stay.
 *
 * @param sequence one-letter codes of the reference protein, with or without the stop at its end.
 */
export function normaliseProteinDescription(
  change: ProteinDescription,
  sequence: string,
): Normalised<ProteinDescription> {
  const protein = sequence.endsWith(stop) ? sequence : sequence + stop;
  const { interval, edit, isPredicted } = change;
  if (interval === undefined) return { change, obstacle: undefined };
  const { start, end = start } = interval;
  if (
    interval.isUncertain ||
    start.position < 1 ||
    end.position < start.position ||
    end.position > protein.length
  )
    return { change: undefined, obstacle: 'place' };
  if (
    protein.charAt(start.position - 1) !== start.residue ||
    protein.charAt(end.position - 1) !== end.residue
  )
    return { change: undefined, obstacle: 'reference' };
  const splice = spliceOf(protein, interval, edit);
  if (splice === undefined) return { change, obstacle: undefined };
  if (typeof splice === 'string') return { change: undefined, obstacle: splice };
  const isTruncating = splice.inserted.includes(stop) && splice.end < protein.length;
  const core = isTruncating ? withoutCommonBeginning(protein, splice) : trimmed(protein, splice);
  if (core.start === core.end && core.inserted === '')
    return { change: { interval, edit: { kind: 'identity' }, isPredicted }, obstacle: undefined };
  const moved = isTruncating ? core : shifted(protein, core);
  return { change: { ...descriptionOfSplice(protein, moved), isPredicted }, obstacle: undefined };
}
