/** What happened to the nucleotides: `A>C`, `del`, `dup`, `insT`, `delinsTA`, `inv`, `con...`, `CAG[23]`, `copy2`, `=`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { NucleotideType } from './hgvs-variant.ts';
import type { PlainNucleotideEdit, Removed, RepeatUnit } from './nucleotide-change.ts';
import { sequenceWords, takeSequence } from './nucleotide-letters.ts';
import { readBracketedCount, readInserted, readRangeOfSequence } from './read-inserted.ts';

const edits =
  'a change: a substitution such as A>C, del, dup, ins, delins, inv, a repeat such as CAG[23], or =';

/** The sequence or the number (`3`, `N[3]`) after `del` and `inv`. */
function readRemoved(cursor: HgvsCursor, type: NucleotideType): Removed | null {
  const sequence = takeSequence(cursor, type);
  if (sequence === 'N' && cursor.take('[')) {
    const size = cursor.number('the number of nucleotides');
    return size === undefined || !cursor.must(']') ? null : size;
  }
  if (sequence !== undefined || !cursor.isAtDigit()) return sequence;
  return cursor.number('the number of nucleotides') ?? null;
}

function readAfterDel(cursor: HgvsCursor, type: NucleotideType): PlainNucleotideEdit | undefined {
  const removed = readRemoved(cursor, type);
  if (removed === null) return undefined;
  if (!cursor.take('ins')) {
    cursor.fail('"ins", or the end of the description');
    return { kind: 'deletion', removed };
  }
  const inserted = readInserted(cursor, type);
  return inserted === undefined ? undefined : { kind: 'delins', removed, inserted };
}

function readAfterDup(cursor: HgvsCursor, type: NucleotideType): PlainNucleotideEdit {
  const removed = takeSequence(cursor, type);
  if (removed === undefined && cursor.isAtDigit())
    cursor.fail('no number after dup, but the range before it');
  return { kind: 'duplication', removed };
}

function readAfterIns(cursor: HgvsCursor, type: NucleotideType): PlainNucleotideEdit | undefined {
  const inserted = readInserted(cursor, type);
  return inserted === undefined ? undefined : { kind: 'insertion', inserted };
}

function readAfterInv(cursor: HgvsCursor, type: NucleotideType): PlainNucleotideEdit | undefined {
  const removed = readRemoved(cursor, type);
  return removed === null ? undefined : { kind: 'inversion', removed };
}

function readAfterCon(cursor: HgvsCursor, type: NucleotideType): PlainNucleotideEdit | undefined {
  const source = readRangeOfSequence(cursor, type);
  return source === undefined ? undefined : { kind: 'conversion', source };
}

function readAfterCopy(cursor: HgvsCursor): PlainNucleotideEdit | undefined {
  const count = cursor.number('a number of copies');
  return count === undefined ? undefined : { kind: 'copy', count };
}

/** `[23]`, `CAG[23]`, `GGC[10]GGA[1]GGC[9]`; the first sequence is taken already. */
function readRepeat(
  cursor: HgvsCursor,
  type: NucleotideType,
  first: string | undefined,
): PlainNucleotideEdit | undefined {
  const units: RepeatUnit[] = [];
  let sequence = first;
  do {
    const count = readBracketedCount(cursor);
    if (count === undefined) return undefined;
    units.push({ sequence, count });
    sequence = takeSequence(cursor, type);
  } while (sequence !== undefined);
  return { kind: 'repeat', units };
}

/** More than one letter on a side of `>` is an older way to write a `delins`. */
function readAfterSequence(
  cursor: HgvsCursor,
  type: NucleotideType,
  removed: string,
): PlainNucleotideEdit | undefined {
  if (cursor.take('>')) {
    const inserted = takeSequence(cursor, type);
    if (inserted === undefined) return cursor.fail(sequenceWords(type));
    return removed.length === 1 && inserted.length === 1
      ? { kind: 'substitution', removed, inserted }
      : { kind: 'delins', removed, inserted };
  }
  if (cursor.take('=')) return { kind: 'identity', removed };
  if (cursor.code() === 91) return readRepeat(cursor, type, removed);
  return cursor.fail('">", "=" or a number of copies in brackets');
}

function readMethylation(cursor: HgvsCursor): PlainNucleotideEdit | undefined {
  for (const state of ['gom', 'lom', 'met='] as const)
    if (cursor.take(state)) return { kind: 'methylation', state };
  return cursor.fail('gom, lom or met=');
}

/** One edit. */
export function readNucleotideEdit(
  cursor: HgvsCursor,
  type: NucleotideType,
): PlainNucleotideEdit | undefined {
  switch (cursor.code()) {
    case 100: // d
      if (cursor.take('del')) return readAfterDel(cursor, type);
      if (cursor.take('dup')) return readAfterDup(cursor, type);
      break;
    case 105: // i
      if (cursor.take('ins')) return readAfterIns(cursor, type);
      if (cursor.take('inv')) return readAfterInv(cursor, type);
      break;
    case 99: // c
      if (cursor.take('con')) return readAfterCon(cursor, type);
      if (cursor.take('copy')) return readAfterCopy(cursor);
      break;
    case 61: // =
      cursor.at++;
      return { kind: 'identity', removed: undefined };
    case 63: // ?
      cursor.at++;
      return { kind: 'unknown' };
    case 91: // [
      return readRepeat(cursor, type, undefined);
    case 124: // |
      cursor.at++;
      return readMethylation(cursor);
  }
  const removed = takeSequence(cursor, type);
  return removed === undefined ? cursor.fail(edits) : readAfterSequence(cursor, type, removed);
}

/** One nucleotide replaced by another is a substitution, however it is written. */
export function asSubstitution(edit: PlainNucleotideEdit): PlainNucleotideEdit {
  if (edit.kind !== 'delins') return edit;
  const { removed, inserted } = edit;
  if (typeof removed !== 'string' || typeof inserted !== 'string') return edit;
  if (removed.length !== 1 || inserted.length !== 1 || removed === inserted) return edit;
  return { kind: 'substitution', removed, inserted };
}
