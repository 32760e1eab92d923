/**
 * The one HGVS form of a change of DNA or RNA on a sequence that is held: the 3' rule, and the order of preference
 * substitution, deletion, inversion, duplication, insertion, delins (HGVS Nomenclature 21, general recommendations).
 */
import type { NucleotideType } from './hgvs-variant.ts';
import type { NucleotideChange, NucleotideEdit } from './nucleotide-change.ts';
import { boundAt, type SequenceContext } from './nucleotide-place.ts';
import { asDna, type NotPlaced, reverseComplement, spliceOf } from './nucleotide-splice.ts';
import { isDuplication, type Splice, shifted, trimmed } from './sequence-splice.ts';

/** The change in its one form, or why it has none on this sequence. */
export type Normalised<Change> =
  | { readonly change: Change; readonly obstacle: undefined }
  | { readonly change: undefined; readonly obstacle: NotPlaced };

/** Where moving a change must end: the end of the exon that the change lies in. */
function limitOf({ exonEnds, sequence }: SequenceContext, splice: Splice): number {
  const end = exonEnds?.find((each) => each >= splice.end);
  return end ?? sequence.length;
}

interface PlacedEdit {
  readonly edit: NucleotideEdit;
  readonly first: number;
  readonly last: number;
}

/** Before the first and after the last base there are no two neighbours: that base is named as replaced. */
function insertionOf(sequence: string, splice: Splice): PlacedEdit {
  const { start, inserted } = splice;
  if (isDuplication(sequence, splice))
    return {
      edit: { kind: 'duplication', removed: undefined },
      first: start - inserted.length + 1,
      last: start,
    };
  if (start === 0) {
    const edit: NucleotideEdit = {
      kind: 'delins',
      removed: undefined,
      inserted: inserted + sequence.charAt(0),
    };
    return { edit, first: 1, last: 1 };
  }
  if (start === sequence.length) {
    const edit: NucleotideEdit = {
      kind: 'delins',
      removed: undefined,
      inserted: sequence.charAt(start - 1) + inserted,
    };
    return { edit, first: start, last: start };
  }
  return { edit: { kind: 'insertion', inserted }, first: start, last: start + 1 };
}

/** The replacement as an edit, with the place it is named by (first and last, counted from 1). */
function editOf(sequence: string, splice: Splice): PlacedEdit {
  const { start, end, inserted } = splice;
  const removed = sequence.slice(start, end);
  const first = start + 1;
  if (removed === '') return insertionOf(sequence, splice);
  if (inserted === '') return { edit: { kind: 'deletion', removed: undefined }, first, last: end };
  if (removed.length === 1 && inserted.length === 1)
    return { edit: { kind: 'substitution', removed, inserted }, first, last: end };
  if (removed.length === inserted.length && reverseComplement(removed) === inserted)
    return { edit: { kind: 'inversion', removed: undefined }, first, last: end };
  return { edit: { kind: 'delins', removed: undefined, inserted }, first, last: end };
}

const toRna = (sequence: string): string => sequence.replaceAll('T', 'U');

function inLettersOf(type: NucleotideType, edit: NucleotideEdit): NucleotideEdit {
  if (type !== 'r') return edit;
  if (edit.kind === 'substitution')
    return { kind: 'substitution', removed: toRna(edit.removed), inserted: toRna(edit.inserted) };
  if ((edit.kind === 'insertion' || edit.kind === 'delins') && typeof edit.inserted === 'string')
    return { ...edit, inserted: toRna(edit.inserted) };
  return edit;
}

/** Brings a change to its one form. A change that leaves the sequence as it is becomes `=` at its place. */
export function normaliseNucleotideChange(
  change: NucleotideChange,
  type: NucleotideType,
  given: SequenceContext,
): Normalised<NucleotideChange> {
  const context = given.sequence.includes('U') ? { ...given, sequence: asDna(given.sequence) } : given;
  const splice = spliceOf(change, type, context);
  if (typeof splice === 'string') return { change: undefined, obstacle: splice };
  const core = trimmed(context.sequence, splice);
  if (core.start === core.end && core.inserted === '')
    return {
      change: {
        interval: change.interval,
        edit: { kind: 'identity', removed: undefined },
        isPredicted: change.isPredicted,
      },
      obstacle: undefined,
    };
  const moved = shifted(context.sequence, core, limitOf(context, core));
  const { edit, first, last } = editOf(context.sequence, moved);
  const interval = {
    start: boundAt(first, type, context),
    end: first === last ? undefined : boundAt(last, type, context),
    isUncertain: false,
  };
  return {
    change: { interval, edit: inLettersOf(type, edit), isPredicted: change.isPredicted },
    obstacle: undefined,
  };
}
