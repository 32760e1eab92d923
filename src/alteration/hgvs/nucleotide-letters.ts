/** The IUPAC-IUBMB letters of DNA and RNA sequences (NC-IUB 1984, PMID 6204056), read in either case. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { NucleotideType } from './hgvs-variant.ts';

const ambiguous = 'BDHKMNRSVWY';

function lettersOf(bases: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of bases + ambiguous) {
    table[letter.charCodeAt(0)] = 1;
    table[letter.toLowerCase().charCodeAt(0)] = 2;
  }
  return table;
}

const dna = lettersOf('ACGT');
const rna = lettersOf('ACGU');

/** Takes a sequence of at least one letter, in upper case; undefined (without a complaint) if none stands here. */
export function takeSequence(cursor: HgvsCursor, type: NucleotideType): string | undefined {
  const letters = type === 'r' ? rna : dna;
  const start = cursor.at;
  let isLower = false;
  for (;;) {
    const kind = letters[cursor.code()];
    if (kind !== 1 && kind !== 2) break;
    if (kind === 2) isLower = true;
    cursor.at++;
  }
  if (cursor.at === start) return undefined;
  const sequence = cursor.text.slice(start, cursor.at);
  return isLower ? sequence.toUpperCase() : sequence;
}

/** What to ask for where a sequence is missing. */
export function sequenceWords(type: NucleotideType): string {
  return type === 'r' ? 'a sequence of A, C, G, U' : 'a sequence of A, C, G, T';
}
