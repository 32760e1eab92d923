/** The standard genetic code (NCBI translation table 1) and the names of the amino acids (IUPAC-IUB 1983). */

const bases = 'TCAG';
const residues = 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG';

/** One-letter codes of the twenty amino acids that codons name. */
export const aminoAcids = 'ACDEFGHIKLMNPQRSTVWY';

/** Three-letter code by one-letter code; `*` is `Ter`. */
export const threeLetterCodes: Readonly<Record<string, string>> = {
  A: 'Ala',
  C: 'Cys',
  D: 'Asp',
  E: 'Glu',
  F: 'Phe',
  G: 'Gly',
  H: 'His',
  I: 'Ile',
  K: 'Lys',
  L: 'Leu',
  M: 'Met',
  N: 'Asn',
  P: 'Pro',
  Q: 'Gln',
  R: 'Arg',
  S: 'Ser',
  T: 'Thr',
  V: 'Val',
  W: 'Trp',
  Y: 'Tyr',
  '*': 'Ter',
};

/** The residue of a codon (`*` for a stop), or undefined when it is not three of A, C, G, T. */
export function residueOfCodon(codon: string): string | undefined {
  const [a = -1, b = -1, c = -1] = [0, 1, 2].map((at) => bases.indexOf(codon.charAt(at)));
  if (codon.length !== 3 || a < 0 || b < 0 || c < 0) return undefined;
  return residues[16 * a + 4 * b + c];
}

/** The protein of a coding sequence up to and with its first stop (`*`); incomplete last codons are left out. */
export function translate(coding: string): string {
  let protein = '';
  for (let at = 0; at + 3 <= coding.length; at += 3) {
    const residue = residueOfCodon(coding.slice(at, at + 3));
    if (residue === undefined) return protein;
    protein += residue;
    if (residue === '*') return protein;
  }
  return protein;
}

const complements: Readonly<Record<string, string>> = { A: 'T', C: 'G', G: 'C', T: 'A' };

/** The base on the opposite strand; undefined for anything but A, C, G, T. */
export function complementOf(base: string): string | undefined {
  return Object.hasOwn(complements, base) ? complements[base] : undefined;
}
