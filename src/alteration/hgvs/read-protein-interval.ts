/** Positions and intervals of proteins: `Lys558`, `K558`, `*110`, `Trp557_Lys558`, `(Met1_Gly10)`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { ProteinInterval, ProteinPosition } from './protein-description.ts';
import { isAmbiguousResidue, takeResidueOrStop } from './residue-codes.ts';

/** A residue of the reference with its number. The reference is known, so that B, Z and Xaa cannot stand here. */
export function readProteinPosition(cursor: HgvsCursor): ProteinPosition | undefined {
  const start = cursor.at;
  const residue = takeResidueOrStop(cursor);
  if (residue === undefined || isAmbiguousResidue(residue)) {
    cursor.at = start;
    return cursor.fail('an amino acid with its number, such as Lys642 or K642');
  }
  const position = cursor.number('the number of the amino acid');
  return position === undefined ? undefined : { residue, position };
}

function readEnds(cursor: HgvsCursor): ProteinInterval | undefined {
  const start = readProteinPosition(cursor);
  if (start === undefined) return undefined;
  if (!cursor.take('_')) return { start, end: undefined, isUncertain: false };
  const end = readProteinPosition(cursor);
  return end === undefined ? undefined : { start, end, isUncertain: false };
}

/** One residue or two; parentheses around two say that the change is somewhere between them. */
export function readProteinInterval(cursor: HgvsCursor): ProteinInterval | undefined {
  if (!cursor.take('(')) return readEnds(cursor);
  const ends = readEnds(cursor);
  if (ends === undefined) return undefined;
  if (ends.end === undefined) return cursor.fail('"_" and the second amino acid');
  return cursor.must(')') ? { start: ends.start, end: ends.end, isUncertain: true } : undefined;
}
