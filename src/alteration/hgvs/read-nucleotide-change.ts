/** A change of DNA or RNA at its place: `76A>T`, `(4_6)_246del`, `(76a>u)` for RNA, `spl`, `=`, `?`, `0`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { NucleotideType } from './hgvs-variant.ts';
import type { NucleotideChange, NucleotideEdit } from './nucleotide-change.ts';
import { readMixture } from './read-mixture.ts';
import { asSubstitution, readNucleotideEdit } from './read-nucleotide-edit.ts';
import { readNucleotideInterval } from './read-nucleotide-interval.ts';

const zero = 48;
const openParenthesis = 40;

function readPlaced(cursor: HgvsCursor, type: NucleotideType): NucleotideChange | undefined {
  const interval = readNucleotideInterval(cursor, type);
  if (interval === undefined) return undefined;
  const isPoint = interval.end === undefined;
  const edit = readMixture(cursor, (at) => {
    const read = readNucleotideEdit(at, type);
    return read !== undefined && isPoint ? asSubstitution(read) : read;
  });
  return edit === undefined ? undefined : { interval, edit, isPredicted: false };
}

/** True where what was begun ends here: at the end of the text or of the bracket, or where the next change follows. */
function isAtClose(cursor: HgvsCursor): boolean {
  const code = cursor.code();
  if (code === openParenthesis) return cursor.text.startsWith('(;)', cursor.at);
  return cursor.isAtEnd() || code === 41 || code === 59 || code === 93 || code === 44;
}

/** What concerns the whole sequence: `=`, `?`, and for RNA `spl` and `0`. */
function takeWhole(cursor: HgvsCursor, type: NucleotideType): NucleotideEdit | undefined {
  const start = cursor.at;
  if (cursor.take('=')) return { kind: 'identity', removed: undefined };
  if (cursor.take('?')) {
    if (isAtClose(cursor)) return { kind: 'unknown' };
    cursor.at = start;
  }
  if (type !== 'r') return undefined;
  if (cursor.take('spl')) return { kind: 'splice', isPossible: cursor.take('?') };
  if (cursor.code() === zero) {
    cursor.at++;
    if (isAtClose(cursor)) return { kind: 'absent' };
    cursor.at = start;
  }
  return undefined;
}

function readBare(cursor: HgvsCursor, type: NucleotideType): NucleotideChange | undefined {
  const whole = takeWhole(cursor, type);
  if (whole !== undefined) return { interval: undefined, edit: whole, isPredicted: false };
  return readPlaced(cursor, type);
}

/** A change; parentheses around all of it say that it is predicted, and stand with RNA alone. */
export function readNucleotideChange(cursor: HgvsCursor, type: NucleotideType): NucleotideChange | undefined {
  if (type !== 'r' || cursor.code() !== openParenthesis) return readBare(cursor, type);
  const start = cursor.at;
  const placed = readPlaced(cursor, type);
  if (placed !== undefined) return placed;
  cursor.at = start + 1;
  const inner = readBare(cursor, type);
  if (inner === undefined || !cursor.must(')')) return undefined;
  return { interval: inner.interval, edit: inner.edit, isPredicted: true };
}
