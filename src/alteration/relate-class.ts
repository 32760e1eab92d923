/**
 * Whether a variant is of the kind that a pattern asks for. A class that a report gives broadly ("deletion") may be of a
 * narrower kind; a truncation is nonsense, frameshift, a canonical splice site (the two bases of the intron) or a lost start.
 */
import { geneOf } from '../genes/index.ts';
import type { Truth } from '../truth/index.ts';
import type { MutationClass, PrintedClass, SequenceVariant } from './alteration.ts';
import type { PatternType } from './alteration-pattern.ts';
import { mutationClassTexts } from './describe-alteration.ts';
import { type CalledEffect, effectPart } from './relate-effect.ts';
import { findingText } from './relate-text.ts';
import type { RelationContext, RelationPart } from './relation.ts';
import { factsOf } from './variant-facts.ts';

type ClassKind = Exclude<PatternType, 'any' | CalledEffect>;

/** The classes, single or broad, that lie wholly within a kind; a broader class than the kind leaves it open. */
const within: Readonly<Record<ClassKind, readonly PrintedClass[]>> = {
  missense: ['missense'],
  nonsense: ['nonsense'],
  frameshift: ['frameshift'],
  spliceSite: ['spliceSite'],
  startLoss: ['startLoss'],
  stopLoss: ['stopLoss'],
  inFrameDeletion: ['inFrameDeletion'],
  inFrameInsertion: ['inFrameInsertion', 'internalTandemDuplication'],
  deletion: ['deletion', 'inFrameDeletion'],
  insertion: ['insertion', 'duplication', 'inFrameInsertion', 'internalTandemDuplication'],
  duplication: ['duplication', 'internalTandemDuplication'],
  indel: [
    'indel',
    'deletion',
    'insertion',
    'duplication',
    'inFrameDeletion',
    'inFrameInsertion',
    'internalTandemDuplication',
    'frameshift',
  ],
  internalTandemDuplication: ['internalTandemDuplication'],
  pointMutation: ['pointMutation'],
  truncating: ['truncating', 'nonsense', 'frameshift', 'spliceSite', 'startLoss'],
};

/** The classes that a broad one may turn out to be. */
const meant: Readonly<Record<Exclude<PrintedClass, MutationClass>, readonly PrintedClass[]>> = {
  truncating: ['nonsense', 'frameshift', 'spliceSite', 'startLoss'],
  deletion: ['inFrameDeletion', 'frameshift', 'spliceSite'],
  insertion: ['inFrameInsertion', 'duplication', 'internalTandemDuplication', 'frameshift'],
  duplication: ['inFrameInsertion', 'internalTandemDuplication', 'frameshift'],
  indel: [
    'inFrameDeletion',
    'inFrameInsertion',
    'frameshift',
    'deletion',
    'insertion',
    'duplication',
    'missense',
  ],
  internalTandemDuplication: ['inFrameInsertion', 'duplication'],
  pointMutation: ['missense', 'nonsense', 'spliceSite', 'startLoss', 'stopLoss'],
};

const isBroad = (named: PrintedClass): named is keyof typeof meant => Object.hasOwn(meant, named);

/** Whether a variant of a printed class can be one whose exact class is known. */
export function canBeClass(printed: PrintedClass, exact: PrintedClass): boolean {
  return printed === exact || (isBroad(printed) && meant[printed].includes(exact));
}

/** What the notation itself says beyond the class: a shift of the frame by lost bases is a deletion as well. */
function truthOfNotation(finding: SequenceVariant, found: PrintedClass, kind: ClassKind): Truth | undefined {
  const { protein, key } = factsOf(finding);
  const change = protein?.kind === 'frameshift' ? undefined : protein?.kind;
  const bases = finding.coding?.kind;
  switch (kind) {
    case 'deletion':
    case 'insertion':
      if (found !== 'frameshift') return undefined;
      if (bases === undefined || bases === 'delins') return 'unknown';
      return bases === kind || (kind === 'insertion' && bases === 'duplication') ? 'met' : 'unmet';
    case 'duplication':
    case 'internalTandemDuplication':
      if (change === 'duplication' || bases === 'duplication') return 'met';
      if (found === 'frameshift') return bases === undefined ? 'unknown' : 'unmet';
      if (change !== 'insertion') return undefined;
      if (geneOf(finding.gene)?.protein === undefined) return 'unknown';
      if (key?.endsWith('dup') === true) return 'met';
      return kind === 'duplication' ? 'unmet' : 'unknown';
    case 'pointMutation':
      if (change !== undefined) return change === 'substitution' || change === 'stop' ? 'met' : 'unmet';
      if (bases !== undefined) return bases === 'substitution' ? 'met' : 'unmet';
      return undefined;
    default:
      return undefined;
  }
}

/** Whether a class is of a kind: a broad class may be, where only some of what it covers is. */
function truthOfClass(found: PrintedClass, kind: ClassKind): Truth {
  if (within[kind].includes(found)) return 'met';
  if (kind === 'pointMutation' && meant.pointMutation.includes(found))
    return found === 'missense' || found === 'nonsense' ? 'met' : 'unknown';
  if (!isBroad(found)) {
    // An insertion in words may be a duplication of what stands before it.
    const isOpen =
      found === 'inFrameInsertion' && (kind === 'duplication' || kind === 'internalTandemDuplication');
    return isOpen ? 'unknown' : 'unmet';
  }
  return meant[found].some((each) => within[kind].includes(each)) ? 'unknown' : 'unmet';
}

const article = (noun: string): string => `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;

/** Whether the variant is of the kind that is asked for. A synonymous change is no mutation of any kind. */
export function kindPart(
  finding: SequenceVariant,
  type: PatternType,
  context: RelationContext,
): RelationPart {
  const found = factsOf(finding).printedClass;
  if (found === 'synonymous')
    return {
      truth: 'unmet',
      rule: 'synonymous',
      sentence: `${findingText(finding)} does not change the protein.`,
    };
  if (type === 'any') return { truth: 'met', rule: 'inGene', sentence: '' };
  if (type === 'activating' || type === 'inactivating' || type === 'oncogenic')
    return effectPart(finding, type, context);
  if (found === undefined)
    return {
      truth: 'unknown',
      rule: 'classOpen',
      reason: 'notRecorded',
      sentence: `The kind of ${findingText(finding)} is not reported.`,
    };
  const truth = truthOfNotation(finding, found, type) ?? truthOfClass(found, type);
  const sentence = `${findingText(finding)} is ${article(mutationClassTexts[found])} change.`;
  if (truth === 'unknown') return { truth, rule: 'classOpen', reason: 'notRecorded', sentence };
  return { truth, rule: truth === 'met' ? 'inGene' : 'otherClass', sentence };
}

const namesTruncation: ReadonlySet<PatternType> = new Set([
  'truncating',
  'nonsense',
  'frameshift',
  'spliceSite',
  'startLoss',
  'inactivating',
]);

/** A truncation of a pure oncogene, which a range of its codons or exons does not mean unless it asks for one. */
export function truncationInOncogene(finding: SequenceVariant, type: PatternType): RelationPart | undefined {
  const found = factsOf(finding).printedClass;
  const cutsOff =
    found === 'nonsense' || found === 'frameshift' || found === 'startLoss' || found === 'truncating';
  if (!cutsOff || namesTruncation.has(type) || geneOf(finding.gene)?.role !== 'oncogene') return undefined;
  return {
    truth: 'unmet',
    rule: 'truncationInOncogene',
    sentence: `${findingText(finding)} cuts ${finding.gene} off; the mutations of an oncogene that are meant by a range of it are not truncations.`,
  };
}
