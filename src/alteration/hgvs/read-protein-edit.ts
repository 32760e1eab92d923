/** What happened to the residues: `Glu`, `del`, `dup`, `insAla`, `delinsAla`, `[10]`, `Profs*23`, `ext*17`, `=`, `?`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { InsertedResidues, PlainProteinEdit } from './protein-description.ts';
import { readBracketedCount } from './read-inserted.ts';
import { readProteinInterval } from './read-protein-interval.ts';
import { stop, takeResidueOrStop, takeResidues, takeStop } from './residue-codes.ts';

const edits = 'a change: an amino acid, del, dup, ins, delins, fs, ext, = or ?';

/** The number or `?` after the stop of a frameshift or an extension; undefined where there is none. */
export function readStopDistance(cursor: HgvsCursor): number | '?' | undefined {
  if (cursor.take('?')) return '?';
  return cursor.isAtDigit() ? cursor.number('the distance to the stop') : undefined;
}

/** What stands after `fs`: nothing, or the stop and its distance. */
export function readFrameshiftStop(cursor: HgvsCursor): number | '?' | undefined {
  if (takeStop(cursor) !== undefined) return readStopDistance(cursor);
  return cursor.fail('"*" or "Ter" and the distance to the new stop, or the end of the description');
}

/** `fs`, `fs*23`, `fsTer?`. */
export function readFrameshift(cursor: HgvsCursor, to: string | undefined): PlainProteinEdit | undefined {
  return cursor.must('fs') ? { kind: 'frameshift', to, stop: readFrameshiftStop(cursor) } : undefined;
}

type Extension = PlainProteinEdit & { readonly kind: 'extension' };

function readNewStart(
  cursor: HgvsCursor,
  to: string | undefined,
  residues: string | undefined,
): Extension | undefined {
  const length = cursor.numberOrUnknown('the number of residues added before the start');
  return length === undefined || (length === '?' && residues !== undefined)
    ? cursor.fail('the number of residues added before the start')
    : { kind: 'extension', to, terminus: 'N', length, residues };
}

/** What stands after `ext`: `*17`, `Ter?`, `-5`, `Val-5`, `AsnLysTer`. */
export function readExtensionReach(cursor: HgvsCursor, to: string | undefined): Extension | undefined {
  if (takeStop(cursor) !== undefined)
    return { kind: 'extension', to, terminus: 'C', length: readStopDistance(cursor), residues: undefined };
  if (cursor.take('-')) return readNewStart(cursor, to, undefined);
  const residues = takeResidues(cursor);
  if (residues === undefined) {
    cursor.fail('"*" or "Ter" for the end, "-" for the start, or the end of the description');
    return { kind: 'extension', to, terminus: undefined, length: undefined, residues };
  }
  if (residues.endsWith(stop)) return { kind: 'extension', to, terminus: 'C', length: undefined, residues };
  if (residues.length !== 1) return cursor.fail('"*" or "Ter" after the residues added');
  return cursor.must('-') ? readNewStart(cursor, to, residues) : undefined;
}

/** `ext*17`, `ext-5`. */
export function readExtension(cursor: HgvsCursor, to: string | undefined): PlainProteinEdit | undefined {
  return cursor.must('ext') ? readExtensionReach(cursor, to) : undefined;
}

/** `Ter12`, or the range `Gly4_Ser6` that begins at `start`. */
function readNumbered(cursor: HgvsCursor, residue: string, start: number): InsertedResidues | undefined {
  if (residue === stop) {
    const at = cursor.number('the number of the stop');
    return at === undefined ? undefined : { kind: 'stop', at };
  }
  cursor.at = start;
  const interval = readProteinInterval(cursor);
  if (interval === undefined) return undefined;
  return interval.end === undefined
    ? cursor.fail('"_" and the last amino acid of the range put in')
    : { kind: 'range', interval };
}

/** A sequence, or one residue and a number: `Xaa[23]`, `Ter12`, `Gly4_Ser6`. */
export function readInsertedResidues(cursor: HgvsCursor): InsertedResidues | undefined {
  const start = cursor.at;
  const residues = takeResidues(cursor);
  if (residues === undefined) return cursor.fail('the amino acids put in');
  if (residues.length !== 1) return residues;
  if (cursor.isAtDigit()) return readNumbered(cursor, residues, start);
  if (cursor.code() !== 91) return residues;
  const count = readBracketedCount(cursor);
  return count === undefined ? undefined : { kind: 'count', residue: residues, count };
}

function readAfterDel(cursor: HgvsCursor): PlainProteinEdit | undefined {
  if (!cursor.take('ins')) {
    cursor.fail('"ins", or the end of the description');
    return { kind: 'deletion' };
  }
  const inserted = readInsertedResidues(cursor);
  return inserted === undefined ? undefined : { kind: 'delins', inserted };
}

function readAfterIns(cursor: HgvsCursor): PlainProteinEdit | undefined {
  const inserted = readInsertedResidues(cursor);
  return inserted === undefined ? undefined : { kind: 'insertion', inserted };
}

function readRepeat(cursor: HgvsCursor): PlainProteinEdit | undefined {
  const count = readBracketedCount(cursor);
  return count === undefined ? undefined : { kind: 'repeat', count };
}

/** `Ser^Cys` after the first residue and its `^`. */
function readAlternatives(cursor: HgvsCursor, first: string): PlainProteinEdit | undefined {
  const residues = [first];
  do {
    const residue = takeResidueOrStop(cursor);
    if (residue === undefined) return cursor.fail('another amino acid');
    residues.push(residue);
  } while (cursor.take('^'));
  return { kind: 'anyOf', residues };
}

/** A residue stands alone (substitution), or is the first one of a frameshift or an extension. */
function readFromResidue(cursor: HgvsCursor): PlainProteinEdit | undefined {
  const to = takeResidueOrStop(cursor);
  if (cursor.text.startsWith('fs', cursor.at)) return readFrameshift(cursor, to);
  if (cursor.text.startsWith('ext', cursor.at)) return readExtension(cursor, to);
  if (to === undefined) return cursor.fail(edits);
  return cursor.take('^') ? readAlternatives(cursor, to) : { kind: 'substitution', to };
}

/** One edit. */
export function readProteinEdit(cursor: HgvsCursor): PlainProteinEdit | undefined {
  switch (cursor.code()) {
    case 100: // d
      if (cursor.take('del')) return readAfterDel(cursor);
      if (cursor.take('dup')) return { kind: 'duplication' };
      return cursor.fail(edits);
    case 105: // i
      return cursor.take('ins') ? readAfterIns(cursor) : cursor.fail(edits);
    case 61: // =
      cursor.at++;
      return { kind: 'identity' };
    case 63: // ?
      cursor.at++;
      return { kind: 'unknown' };
    case 91: // [
      return readRepeat(cursor);
  }
  return readFromResidue(cursor);
}
