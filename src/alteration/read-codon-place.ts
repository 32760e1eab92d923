/**
 * Reads codons without what became of them: `V600`, `Val600`, `codon 12`, `codons 550-592`, and ranges with a class that
 * knowledge bases write (`550_592del`, `2375_2555trunc`, `449_514mut`).
 */
import { aminoAcids, threeLetterCodes } from '../genes/index.ts';
import type { CodonPlace, PrintedClass } from './alteration.ts';
import { type ReadProteinChange, readProteinChange } from './read-protein-change.ts';

/** Codons with the class written onto them. */
export interface ReadCodons {
  readonly codons: CodonPlace;
  readonly mutationClass?: PrintedClass;
}

/** `V600`; `V600X` where X cannot be a stop is any change of the codon. */
const residueAlone = /^(?:p\.)?([A-Z]|[A-Z][a-z]{2})([1-9]\d{0,4})X?$/;
const range =
  /^(?:p\.)?\(?([1-9]\d{0,4})_([1-9]\d{0,4})\)?(del|ins|dup|indel|delins|trunc|mut|mis|fs|splice)?$/;
const rangeWithResidues = /^(p\.)?([1-9]\d{0,4})_([1-9]\d{0,4})(dup|del)([A-Z]{1,100})$/;

const classes: Readonly<Record<string, PrintedClass | undefined>> = {
  del: 'inFrameDeletion',
  ins: 'inFrameInsertion',
  dup: 'inFrameInsertion',
  indel: 'indel',
  delins: 'indel',
  trunc: 'truncating',
  mut: undefined,
  mis: 'missense',
  fs: 'frameshift',
  splice: 'spliceSite',
};

function oneLetterOf(residue: string): string | undefined {
  if (residue.length === 1) return aminoAcids.includes(residue) ? residue : undefined;
  return Object.entries(threeLetterCodes).find(([, three]) => three === residue)?.[0];
}

/**
 * Codons named by one token; undefined where the token is anything else. A range without a class needs its underscore
 * and is of codons only behind a gene, which the caller has seen.
 */
export function readCodonToken(token: string): ReadCodons | undefined {
  const [, residueText, position] = residueAlone.exec(token) ?? [];
  if (residueText !== undefined) {
    const residue = oneLetterOf(residueText);
    const at = Number(position);
    return residue === undefined ? undefined : { codons: { start: at, end: at, residue } };
  }
  const [all, first, last, kind] = range.exec(token) ?? [];
  if (all === undefined || kind === undefined) return undefined;
  const codons = { start: Number(first), end: Number(last) };
  if (codons.end < codons.start) return undefined;
  const mutationClass = classes[kind];
  return { codons, ...(mutationClass === undefined ? {} : { mutationClass }) };
}

/**
 * A change of a range whose residues stand behind it (`p.193_196dupSTSC`): its ends are the first and the last of them.
 * Without `p.` letters that could all be bases are not read.
 */
export function readSpelledRange(token: string): ReadProteinChange | undefined {
  const [all, prefix = '', first, last, kind, residues] = rangeWithResidues.exec(token) ?? [];
  if (all === undefined || residues === undefined || (prefix === '' && /^[ACGT]+$/.test(residues)))
    return undefined;
  return readProteinChange(
    `${prefix}${residues.charAt(0)}${first}_${residues.slice(-1)}${last}${kind}${residues}`,
  );
}

const codonWords =
  /(?:codons?|residues?|amino acids?) ([1-9]\d{0,4})(?: ?(?:-|_|to|through) ?([1-9]\d{0,4}))?(?![A-Za-z0-9])/iy;

/** `codon 12`, `codons 550-592` at a place of the text, and how long the words are. */
export function codonWordsAt(
  text: string,
  from: number,
): { readonly length: number; readonly codons: CodonPlace } | undefined {
  codonWords.lastIndex = from;
  const match = codonWords.exec(text);
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = Number(match[2] ?? match[1]);
  return end < start ? undefined : { length: match[0].length, codons: { start, end } };
}
