/** A change of a protein at its place: `Lys642Glu`, `(Lys642Glu)`, and what concerns all of it: `=`, `?`, `0`, `0?`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { ProteinDescription, ProteinEdit } from './protein-description.ts';
import { readBracketedCount } from './read-inserted.ts';
import { readMixture } from './read-mixture.ts';
import { readProteinEdit } from './read-protein-edit.ts';
import { readProteinInterval } from './read-protein-interval.ts';

const openParenthesis = 40;

function whole(edit: ProteinEdit, isPredicted: boolean): ProteinDescription {
  return { interval: undefined, edit, isPredicted };
}

/** `=`, `(=)`, `?`, `0`, `0?`; undefined without a complaint if none of them stands here. */
export function takeWholeProtein(cursor: HgvsCursor): ProteinDescription | undefined {
  switch (cursor.code()) {
    case 61:
      cursor.at++;
      return whole({ kind: 'identity' }, false);
    case 63:
      cursor.at++;
      return whole({ kind: 'unknown' }, false);
    case 48:
      cursor.at++;
      return whole({ kind: 'absent', isProbable: cursor.take('?') }, false);
    case openParenthesis:
      return cursor.take('(=)') ? whole({ kind: 'identity' }, true) : undefined;
  }
  return undefined;
}

function readPlaced(cursor: HgvsCursor): ProteinDescription | undefined {
  const interval = readProteinInterval(cursor);
  if (interval === undefined) return undefined;
  const edit = readMixture(cursor, readProteinEdit);
  return edit === undefined ? undefined : { interval, edit, isPredicted: false };
}

/** `(Gln18)[25]`: a predicted repeat has its number outside the parentheses. */
function readPredictedRepeat(cursor: HgvsCursor): ProteinDescription | undefined {
  if (!cursor.take('(')) return undefined;
  const interval = readProteinInterval(cursor);
  if (interval?.end !== undefined || interval === undefined || !cursor.take(')[')) return undefined;
  cursor.at--;
  const count = readBracketedCount(cursor);
  return count === undefined ? undefined : { interval, edit: { kind: 'repeat', count }, isPredicted: true };
}

/** One change; parentheses around all of it say that it is predicted. */
export function readProteinDescription(cursor: HgvsCursor): ProteinDescription | undefined {
  const entire = takeWholeProtein(cursor);
  if (entire !== undefined) return entire;
  if (cursor.code() !== openParenthesis) return readPlaced(cursor);
  const start = cursor.at;
  cursor.at++;
  const inner = readPlaced(cursor);
  if (inner !== undefined && cursor.take(')'))
    return { interval: inner.interval, edit: inner.edit, isPredicted: true };
  if (inner !== undefined) cursor.fail('")"');
  cursor.at = start;
  const repeat = readPredictedRepeat(cursor);
  if (repeat !== undefined) return repeat;
  cursor.at = start;
  return readPlaced(cursor);
}
