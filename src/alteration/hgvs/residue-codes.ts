/** One- and three-letter codes of amino acids (IUPAC-IUB 1984, PMID 6743224) and of the stop, as HGVS uses them. */
import { threeLetterCodes } from '../../genes/index.ts';
import type { HgvsCursor } from './hgvs-cursor.ts';

/** The codes of the genetic code, and those that name a group of residues or selenocysteine. */
const threeOfOne: Readonly<Record<string, string>> = {
  ...threeLetterCodes,
  B: 'Asx',
  Z: 'Glx',
  X: 'Xaa',
  U: 'Sec',
};

const oneOfThree: ReadonlyMap<string, string> = new Map(
  Object.entries(threeOfOne).map(([one, three]) => [three, one]),
);

const oneLetters: ReadonlySet<string> = new Set(Object.keys(threeOfOne).filter((letter) => letter !== '*'));

/** Residues that a reference protein cannot have at a position, because they name no one amino acid. */
const ambiguous: ReadonlySet<string> = new Set(['B', 'Z', 'X']);

/** The stop in any of its forms; `X` is the one that HGVS gave up. */
export const stop = '*';

/** The three-letter code of a one-letter one; letters that are none stay. */
export function threeLetterCode(residue: string): string {
  return threeOfOne[residue] ?? residue;
}

/** True for B, Z and X. */
export function isAmbiguousResidue(residue: string): boolean {
  return ambiguous.has(residue);
}

/** Takes a three-letter code, `Ter` excepted; undefined without a complaint if none stands here. */
export function takeThreeLetter(cursor: HgvsCursor): string | undefined {
  cursor.steps += 3;
  const residue = oneOfThree.get(cursor.text.slice(cursor.at, cursor.at + 3));
  if (residue === undefined || residue === stop) return undefined;
  cursor.at += 3;
  return residue;
}

/** Takes a one-letter code. */
export function takeOneLetter(cursor: HgvsCursor): string | undefined {
  cursor.steps++;
  const letter = cursor.text.charAt(cursor.at);
  if (!oneLetters.has(letter)) return undefined;
  cursor.at++;
  return letter;
}

/** Takes a residue in either code. */
export function takeResidue(cursor: HgvsCursor): string | undefined {
  return takeThreeLetter(cursor) ?? takeOneLetter(cursor);
}

/** Takes `Ter`, `*`, or the old `X`. */
export function takeStop(cursor: HgvsCursor): string | undefined {
  if (cursor.take('*') || cursor.take('Ter')) return stop;
  if (cursor.text.charAt(cursor.at) !== 'X' || cursor.text.startsWith('Xaa', cursor.at)) return undefined;
  cursor.at++;
  return stop;
}

/** Takes a residue or a stop; a lone `X` is a stop. */
export function takeResidueOrStop(cursor: HgvsCursor): string | undefined {
  return takeStop(cursor) ?? takeResidue(cursor);
}

function takeThreeLetters(cursor: HgvsCursor): string {
  let sequence = '';
  for (;;) {
    const residue = takeThreeLetter(cursor);
    if (residue === undefined) break;
    sequence += residue;
  }
  return cursor.take('Ter') || cursor.take('*') ? sequence + stop : sequence;
}

function takeOneLetters(cursor: HgvsCursor): string {
  const start = cursor.at;
  while (takeOneLetter(cursor) !== undefined);
  cursor.take(stop);
  return cursor.text.slice(start, cursor.at);
}

/** Takes residues in one of the codes, a stop only as the last; undefined without a complaint if there is none. */
export function takeResidues(cursor: HgvsCursor): string | undefined {
  const sequence = takeThreeLetters(cursor);
  if (sequence !== '') return sequence;
  const letters = takeOneLetters(cursor);
  return letters === '' ? undefined : letters;
}
