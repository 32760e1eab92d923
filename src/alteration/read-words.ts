/**
 * The parts of a finding after its gene: notations, an exon, and the few words that reports put around them. Every
 * part must be understood; one that is not is handed back.
 */
import type { CopyNumberChange, MutationClass, PrintedEffect } from './alteration.ts';
import type { CodingChange } from './coding-change.ts';
import { readCodingChange } from './read-coding-change.ts';
import { type ReadProteinChange, readProteinChange } from './read-protein-change.ts';

/** What the parts of one finding say. */
export interface FindingParts {
  readonly protein?: ReadProteinChange;
  readonly coding?: CodingChange;
  readonly exon?: number;
  readonly effect?: PrintedEffect;
  readonly mutationClass?: MutationClass;
  readonly copyNumber?: CopyNumberChange;
  readonly saysMutation: boolean;
}

/** The parts, or the first part that could not be read and why. */
export type PartsReading =
  | { readonly kind: 'read'; readonly parts: FindingParts }
  | { readonly kind: 'unread'; readonly part: string; readonly reason: 'unreadable' | 'twice' };

const phrases: readonly (readonly [RegExp, Partial<FindingParts>])[] = [
  [/^(?:homozygous|biallelic|deep) (?:deletion|loss)\b/i, { copyNumber: 'deepDeletion' }],
  [/^(?:amplification|amplified|amp)\b/i, { copyNumber: 'amplification' }],
  [/^(?:copy number |copy-number )?gain\b/i, { copyNumber: 'gain' }],
  [/^(?:copy number |copy-number )?loss(?! of function|-of-function)\b/i, { copyNumber: 'loss' }],
  [/^in-?frame deletion\b/i, { mutationClass: 'inFrameDeletion', saysMutation: true }],
  [/^in-?frame insertion\b/i, { mutationClass: 'inFrameInsertion', saysMutation: true }],
  [/^(?:deletion|deleted|del)\b/i, { copyNumber: 'deletion' }],
  [/^missense\b/i, { mutationClass: 'missense', saysMutation: true }],
  [/^nonsense\b/i, { mutationClass: 'nonsense', saysMutation: true }],
  [/^frame-?shift\b/i, { mutationClass: 'frameshift', saysMutation: true }],
  [/^splice[- ](?:site|variant)\b/i, { mutationClass: 'spliceSite', saysMutation: true }],
  [/^start loss\b/i, { mutationClass: 'startLoss', saysMutation: true }],
  [/^synonymous\b/i, { mutationClass: 'synonymous', saysMutation: true }],
  [/^(?:activating|gain[- ]of[- ]function)\b/i, { effect: 'activating', saysMutation: true }],
  [/^(?:inactivating|loss[- ]of[- ]function)\b/i, { effect: 'inactivating', saysMutation: true }],
  [/^(?:mutations?|mutated|mutant|variants?|alterations?)\b/i, { saysMutation: true }],
  [/^(?:in|of|the|an|a)\b/i, {}],
];

const exonPart = /^(?:exons?|ex)[ .-]?([1-9]\d{0,2})(?![A-Za-z0-9])/i;
/** A notation may hold one pair of parentheses, after `p.`; otherwise parentheses stand around parts. */
const token = /^(?:p\.\([^()\s]{1,400}\)|[^\s,;()]+)/i;

/** Values given twice must agree; the first that does not is named. */
function clash(parts: FindingParts, more: Partial<FindingParts>): boolean {
  return (
    (more.protein !== undefined && parts.protein !== undefined) ||
    (more.coding !== undefined && parts.coding !== undefined) ||
    (more.exon !== undefined && parts.exon !== undefined && parts.exon !== more.exon) ||
    (more.effect !== undefined && parts.effect !== undefined && parts.effect !== more.effect) ||
    (more.mutationClass !== undefined && parts.mutationClass !== undefined) ||
    (more.copyNumber !== undefined && parts.copyNumber !== undefined)
  );
}

function partAt(text: string): { readonly length: number; readonly part?: Partial<FindingParts> } {
  const exon = exonPart.exec(text);
  if (exon !== null) return { length: exon[0].length, part: { exon: Number(exon[1]) } };
  for (const [pattern, part] of phrases) {
    const match = pattern.exec(text);
    if (match !== null && /^(?:$|[\s,;()])/.test(text.slice(match[0].length)))
      return { length: match[0].length, part };
  }
  const word = token.exec(text)?.[0] ?? text.charAt(0);
  const protein = readProteinChange(word);
  if (protein !== undefined) return { length: word.length, part: { protein } };
  const coding = readCodingChange(word);
  if (coding !== undefined) return { length: word.length, part: { coding } };
  return { length: word.length };
}

/** A notation names the change itself. */
export function hasNotation(parts: FindingParts): boolean {
  return parts.protein !== undefined || parts.coding !== undefined;
}

const separators = /^[\s,;()]+/;

/** True when parentheses open and close in order. */
function isBalanced(text: string): boolean {
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
  let parts: FindingParts = { saysMutation: false };
  let rest = text.replace(separators, '');
  let isSecondExon = false;
  let isListed = false;
  while (rest !== '') {
    const { length, part } = partAt(rest);
    const here = rest.slice(0, length);
    if (part === undefined) return { kind: 'unread', part: here, reason: 'unreadable' };
    // "V561D, exon 18 mutation" lists two findings; "V560del, exon 11" and "exon 11 mutation, V560del" are one.
    if (isSecondExon && part.saysMutation === true) return { kind: 'unread', part: here, reason: 'twice' };
    isSecondExon = isListed && part.exon !== undefined && hasNotation(parts);
    if (clash(parts, part)) return { kind: 'unread', part: here, reason: 'twice' };
    parts = { ...parts, ...part, saysMutation: parts.saysMutation || part.saysMutation === true };
    const after = rest.slice(length);
    isListed = /^[\s)]*[,;]/.test(after);
    rest = after.replace(separators, '');
  }
  return { kind: 'read', parts };
}
