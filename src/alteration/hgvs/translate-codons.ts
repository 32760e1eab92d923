/** Translation by a table of the 64 codons, for the many sequences that consequences need. */
import { residueOfCodon } from '../../genes/index.ts';
import { stop } from './residue-codes.ts';

const bases = 'ACGT';

/** The place of a base in the table by its UTF-16 unit; -1 for anything else. */
const digitOf = new Int8Array(128).fill(-1);
for (let digit = 0; digit < bases.length; digit++) digitOf[bases.charCodeAt(digit)] = digit;

const residues: readonly string[] = Array.from({ length: 64 }, (_, codon) => {
  const letters = [codon >> 4, (codon >> 2) & 3, codon & 3].map((digit) => bases.charAt(digit)).join('');
  return residueOfCodon(letters) ?? '';
});

function codonAt(sequence: string, at: number): number {
  const a = digitOf[sequence.charCodeAt(at)] ?? -1;
  const b = digitOf[sequence.charCodeAt(at + 1)] ?? -1;
  const c = digitOf[sequence.charCodeAt(at + 2)] ?? -1;
  return a < 0 || b < 0 || c < 0 ? -1 : 16 * a + 4 * b + c;
}

/**
 * Residues from a place (from 0) on, up to and with the first stop, or up to a codon that is not of A, C, G, T.
 *
 * @param readThrough places of codons that stand for selenocysteine instead of a stop.
 */
export function translatedFrom(sequence: string, from: number, readThrough: ReadonlySet<number>): string {
  let protein = '';
  for (let at = from; at + 3 <= sequence.length; at += 3) {
    const codon = codonAt(sequence, at);
    if (codon < 0) return protein;
    const residue = residues[codon] ?? '';
    const read = residue === stop && readThrough.has(at) ? 'U' : residue;
    protein += read;
    if (read === stop) return protein;
  }
  return protein;
}
