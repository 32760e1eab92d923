/**
 * The parts of a finding after its gene: notations, an exon, and the few words that reports put around them. Every
 * part must be understood; one that is not is handed back.
 */
import type { FindingParts } from './finding-parts.ts';
import { hasNotation } from './finding-parts.ts';
import { foldedForPhrases, phraseAt } from './finding-words.ts';
import { readCodingChange } from './read-coding-change.ts';
import { codonWordsAt, readCodonToken } from './read-codon-place.ts';
import { readDescription } from './read-described.ts';
import { exonAt } from './read-exon.ts';
import { readProteinChange } from './read-protein-change.ts';

/** The parts, or the first part that could not be read and why. */
export type PartsReading =
  | { readonly kind: 'read'; readonly parts: FindingParts }
  | { readonly kind: 'unread'; readonly part: string; readonly reason: 'unreadable' | 'twice' };

/** A notation may hold parentheses behind its prefix (`p.(V560del)`, `g.(?_31)_(33_?)del`); else they stand around parts. */
const token = /(?:[cgmnrp]\.(?:\([^()\s]{1,400}\)|[^\s,;()]){1,400}|[^\s,;()]+)/iy;

type PartName = keyof FindingParts;
/** Values that must not be given twice, unless they agree. */
const single: readonly PartName[] = [
  'protein',
  'coding',
  'genomic',
  'proteinEffect',
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
  if (more.exons !== undefined && parts.exons !== undefined)
    return more.exons.from !== parts.exons.from || more.exons.to !== parts.exons.to;
  return more.mutationClass !== undefined && parts.mutationClass !== undefined;
}

interface PartAt {
  readonly length: number;
  readonly part?: Partial<FindingParts>;
}

function notationOf(word: string): Partial<FindingParts> | undefined {
  const protein = readProteinChange(word);
  if (protein !== undefined) return { protein };
  const coding = readCodingChange(word);
  if (coding !== undefined) return { coding };
  const described = readDescription(word);
  if (described !== undefined) return described.parts;
  if (word === 'p.?' || word === 'p.(?)') return { proteinEffect: 'unknown', saysMutation: true };
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
  const phrase = phraseAt(folded, from);
  if (phrase !== undefined) return { length: phrase.length, part: phrase.said };
  return { length: word.length, ...named(word) };
}

/** `VIII` behind EGFR: a deletion of exons known by a name of its own. */
function named(word: string): { readonly part: Partial<FindingParts> } | undefined {
  return /^vIII$/i.test(word) ? { part: { namedForm: 'vIII' } } : undefined;
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
    parts = { ...parts, ...part, ...(saysMutation ? { saysMutation } : {}) };
    const after = at + length;
    at = afterSeparators(text, after);
    isListed = /[,;]/.test(text.slice(after, at));
  }
  return { kind: 'read', parts };
}
