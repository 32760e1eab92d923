/**
 * The parts of a finding after its gene: notations, an exon, and the few words that reports put around them. Every
 * part must be understood; one that is not is handed back.
 */
import type { FindingParts } from './finding-parts.ts';
import { hasNotation } from './finding-parts.ts';
import { foldedForPhrases, phraseAt } from './finding-words.ts';
import { readCodingChange } from './read-coding-change.ts';
import { codonWordsAt, readCodonToken, readSpelledRange } from './read-codon-place.ts';
import { readAccession, readDescription } from './read-described.ts';
import { exonAt } from './read-exon.ts';
import { readProteinChange } from './read-protein-change.ts';

/** The parts, or the first part that could not be read and why. */
export type PartsReading =
  | { readonly kind: 'read'; readonly parts: FindingParts }
  | { readonly kind: 'unread'; readonly part: string; readonly reason: 'unreadable' | 'twice' };

/**
 * A notation may hold parentheses behind its prefix (`p.(V560del)`, `g.(?_31)_(33_?)del`) and around the gene of its
 * sequence (`NM_000222.3(KIT):c.`); else they stand around parts.
 */
const token =
  /(?:(?:(?:[NX][CGMPRTW]_|ENS[A-Z]{0,6}[GTP]|LRG_)[\w.]{1,30}(?:\([A-Za-z0-9-]{1,24}\))?:)?[cgmnrp]\.(?:\((?!p\.)[^()\s]{1,400}\)|[^\s,;()]){1,400}|[^\s,;()]+)/iy;

type PartName = keyof FindingParts;
/** Values that must not be given twice, unless they agree. */
const single: readonly PartName[] = [
  'protein',
  'coding',
  'genomic',
  'proteinEffect',
  'sequenceGene',
  'copyNumber',
  'exonChange',
  'expression',
  'isMethylated',
  'effect',
  'codons',
  'region',
  'origin',
  'zygosity',
];

function clash(parts: FindingParts, more: Partial<FindingParts>): boolean {
  const differs = (name: PartName): boolean =>
    more[name] !== undefined &&
    parts[name] !== undefined &&
    (typeof more[name] === 'object' || more[name] !== parts[name]);
  if (single.some(differs)) return true;
  if (isOtherSequence(parts.transcript, more.transcript)) return true;
  if (more.exons !== undefined && parts.exons !== undefined)
    return more.exons.from !== parts.exons.from || more.exons.to !== parts.exons.to;
  return more.mutationClass !== undefined && parts.mutationClass !== undefined;
}

const ofProtein = /^(?:[NX]P_|ENSP)/;

/** A transcript and its protein may both be named; two transcripts may not. */
function isOtherSequence(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  return ofProtein.test(one) === ofProtein.test(other);
}

/** The sequence that counts: the transcript where its protein is named as well. */
function sequenceOf(one: string | undefined, other: string | undefined): Pick<FindingParts, 'transcript'> {
  const transcript = other === undefined || (one !== undefined && ofProtein.test(other)) ? one : other;
  return transcript === undefined ? {} : { transcript };
}

interface PartAt {
  readonly length: number;
  readonly part?: Partial<FindingParts>;
}

/** Reads a protein or coding change; undefined where the token is anything else. */
export function readNotationToken(word: string): FindingParts | undefined {
  const protein = readProteinChange(word);
  if (protein !== undefined) return { protein };
  const coding = readCodingChange(word);
  if (coding === undefined) return undefined;
  return word.startsWith('c.') ? { coding } : { coding, isCodingBare: true };
}

function notationOf(word: string): Partial<FindingParts> | undefined {
  const change = readNotationToken(word);
  if (change !== undefined) return change;
  const described = readDescription(word);
  if (described !== undefined)
    return {
      ...described.parts,
      ...(described.gene === undefined ? {} : { sequenceGene: described.gene }),
    };
  const sequence = readAccession(word);
  if (sequence !== undefined) return sequence;
  if (word === 'p.?' || word === 'p.(?)') return { proteinEffect: 'unknown', saysMutation: true };
  const spelled = readSpelledRange(word);
  if (spelled !== undefined) return { protein: spelled };
  const codons = readCodonToken(word);
  if (codons === undefined) return undefined;
  return { ...codons, saysMutation: true };
}

/** Words of ordinary length begin with a small letter or are in capitals; notations have a digit. */
const hasDigit = /[\d?]/;

function partAt(text: string, folded: string, from: number): PartAt {
  token.lastIndex = from;
  const word = token.exec(text)?.[0] ?? text.charAt(from);
  if (hasDigit.test(word)) {
    const exon = exonAt(text, from);
    if (exon !== undefined) return { length: exon.length, part: exonPart(exon) };
    const part = notationOf(word);
    if (part !== undefined) return { length: word.length, part };
  }
  const exon = exonAt(text, from);
  if (exon !== undefined) return { length: exon.length, part: exonPart(exon) };
  const codons = codonWordsAt(text, from);
  if (codons !== undefined)
    return { length: codons.length, part: { codons: codons.codons, saysMutation: true } };
  const form = namedFormAt(text, from);
  if (form !== undefined) return form;
  const phrase = phraseAt(folded, from);
  if (phrase !== undefined) return { length: phrase.length, part: phrase.said };
  return { length: word.length };
}

const variantThree = /(?:v|variant )III(?![A-Za-z0-9])/iy;

/** `vIII`, `variant III` behind EGFR: a deletion of exons known by a name of its own. */
function namedFormAt(text: string, from: number): PartAt | undefined {
  variantThree.lastIndex = from;
  const length = variantThree.exec(text)?.[0].length;
  return length === undefined ? undefined : { length, part: { namedForm: 'vIII' } };
}

function exonPart({ exons, change }: ReturnType<typeof exonAt> & object): Partial<FindingParts> {
  if (change === 'skipping') return { exons, exonChange: 'skipping', saysMutation: true };
  return {
    exons,
    ...(change === undefined ? {} : { mutationClass: change, saysMutation: true }),
  };
}

const separators = /[\s,;()]*/y;

function afterSeparators(text: string, from: number): number {
  separators.lastIndex = from;
  return from + (separators.exec(text)?.[0].length ?? 0);
}

/** True when parentheses open and close in order. */
function isBalanced(text: string): boolean {
  if (!text.includes('(') && !text.includes(')')) return true;
  let open = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') open += 1;
    if (text[index] === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Reads every part of the text after the gene. */
export function readParts(text: string): PartsReading {
  if (!isBalanced(text)) return { kind: 'unread', part: text, reason: 'unreadable' };
  const folded = foldedForPhrases(text);
  let parts: FindingParts = {};
  let at = afterSeparators(text, 0);
  let isSecondExon = false;
  let isListed = false;
  while (at < text.length) {
    const { length, part } = partAt(text, folded, at);
    const here = text.slice(at, at + length);
    if (part === undefined) return { kind: 'unread', part: here, reason: 'unreadable' };
    // "V561D, exon 18 mutation" lists two findings; "V560del, exon 11" and "exon 11 mutation, V560del" are one.
    if (isSecondExon && part.saysMutation === true) return { kind: 'unread', part: here, reason: 'twice' };
    isSecondExon = isListed && part.exons !== undefined && hasNotation(parts);
    if (clash(parts, part)) return { kind: 'unread', part: here, reason: 'twice' };
    const saysMutation = parts.saysMutation === true || part.saysMutation === true;
    const sequence = sequenceOf(parts.transcript, part.transcript);
    parts = { ...parts, ...part, ...sequence, ...(saysMutation ? { saysMutation } : {}) };
    const after = at + length;
    at = afterSeparators(text, after);
    isListed = /[,;]/.test(text.slice(after, at));
  }
  return { kind: 'read', parts };
}
