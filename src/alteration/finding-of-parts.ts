/**
 * Puts the parts of one finding together: one change of copy number, of whole exons or of the sequence, an expression, a
 * methylation or a gene without changes. Parts of two findings in one text are refused, never chosen between.
 */
import { geneOf } from '../genes/index.ts';
import type { Issue } from '../reading/index.ts';
import type { MutationClass, PrintedClass, PrintedEffect, SequenceVariant } from './alteration.ts';
import { assembleVariant } from './assemble-variant.ts';
import { mutationClassTexts } from './describe-alteration.ts';
import { type FindingParts, hasNotation } from './finding-parts.ts';
import type { SingleNotation } from './notation.ts';
import { mutationClassOf } from './variant-facts.ts';

/** The finding with what its checks found, or why the parts are no one finding. */
export type FindingOfParts =
  | { readonly value: SingleNotation; readonly issues: readonly Issue[] }
  | { readonly why: string };

/** Exons of forms that have a name of their own: EGFRvIII lacks exons 2 to 7. */
const namedForms = { vIII: { gene: 'EGFR', from: 2, to: 7 } } as const;

const refuse = (why: string): FindingOfParts => ({ why });
const found = (value: SingleNotation, issues: readonly Issue[] = []): FindingOfParts => ({ value, issues });

/** Whole exons: skipped ones, and several deleted or doubled. One exon "deleted" is a deletion within it as a rule. */
function exonChangeOf(gene: string, parts: FindingParts, printed: string): FindingOfParts | undefined {
  const { exons, exonChange, namedForm, transcript } = parts;
  if (namedForm !== undefined) {
    const form = namedForms[namedForm];
    if (form.gene !== gene) return refuse(`${namedForm} is a form of ${form.gene}, not of ${gene}.`);
    return found({ kind: 'exonChange', gene, change: 'deletion', from: form.from, to: form.to, printed });
  }
  const isRun = exons !== undefined && exons.to > exons.from;
  const ofRun =
    parts.copyNumber === 'deletion' || parts.mutationClass === 'deletion'
      ? 'deletion'
      : parts.mutationClass === 'duplication'
        ? 'duplication'
        : undefined;
  const change = exonChange ?? (isRun && !hasNotation(parts) ? ofRun : undefined);
  if (change === undefined) return undefined;
  if (exons === undefined) return refuse('it says that an exon is skipped but not which.');
  if (hasNotation(parts)) return undefined;
  const isMore = parts.copyNumber !== undefined && parts.copyNumber !== 'deletion';
  if (isMore || parts.codons !== undefined || parts.region !== undefined)
    return refuse('it names a change of whole exons and something else; write one finding for each.');
  return found({
    kind: 'exonChange',
    gene,
    change,
    ...exons,
    ...(transcript === undefined ? {} : { transcript }),
    printed,
  });
}

/** What is said of the protein or the promoter rather than of the sequence. */
function stateOf(gene: string, parts: FindingParts, printed: string): FindingOfParts | undefined {
  const isVariant = hasNotation(parts) || parts.saysMutation === true || parts.exons !== undefined;
  if (parts.expression !== undefined) {
    if (isVariant || parts.region !== undefined)
      return refuse('it names an expression and a change of the gene; write one finding for each.');
    return found({ kind: 'expression', gene, level: parts.expression, printed });
  }
  if (parts.isMethylated !== undefined) {
    if (isVariant)
      return refuse('it names a methylation and a change of the gene; write one finding for each.');
    return found({ kind: 'methylation', gene, isMethylated: parts.isMethylated, printed });
  }
  if (parts.isWildType === true) {
    const names = { ...parts, isWildType: undefined, region: undefined, exons: undefined };
    if (Object.values(names).some((value) => value !== undefined))
      return refuse('it says wild type and names a change.');
    return found({ kind: 'wildType', gene, printed });
  }
  return undefined;
}

/** A small deletion within an exon, a codon range or a region is written with the word that names copies elsewhere. */
function withinPlace(parts: FindingParts): FindingParts {
  const isPlaced = parts.exons !== undefined || parts.codons !== undefined || parts.region !== undefined;
  if (parts.copyNumber !== 'deletion' || !isPlaced) return parts;
  const { copyNumber: _copies, ...rest } = parts;
  return { ...rest, mutationClass: rest.mutationClass ?? 'deletion', saysMutation: true };
}

/** The classes that the words of a text may give to a notation. */
const wordsFor: Readonly<Record<MutationClass, readonly PrintedClass[]>> = {
  missense: ['missense', 'pointMutation', 'indel'],
  nonsense: ['nonsense', 'truncating', 'pointMutation'],
  frameshift: ['frameshift', 'truncating', 'indel', 'deletion', 'insertion', 'duplication'],
  inFrameDeletion: ['inFrameDeletion', 'deletion', 'indel'],
  inFrameInsertion: ['inFrameInsertion', 'insertion', 'duplication', 'indel', 'internalTandemDuplication'],
  spliceSite: ['spliceSite', 'truncating', 'pointMutation', 'deletion', 'insertion', 'indel'],
  startLoss: ['startLoss', 'missense', 'pointMutation', 'truncating'],
  stopLoss: ['stopLoss', 'missense', 'pointMutation', 'frameshift'],
  synonymous: ['synonymous', 'pointMutation', 'spliceSite'],
};

/** Whether the class in words can be that of the notation; where the notation tells none there is nothing to compare. */
function fitsClass(variant: SequenceVariant, said: PrintedClass | undefined): boolean {
  if (said === undefined || variant.classPrinted !== undefined) return true;
  const found = mutationClassOf(variant);
  return found === undefined || wordsFor[found].includes(said);
}

/** The first base of the start codon of TERT on chromosome 5 of GRCh37, 1,295,104: `C228T` is c.-124C>T (228 - 104). */
const tertStart = 104;

/** Pairs of residues (A GCN, C TGY, G GGN, T ACN) whose codons differ in two bases at least. */
const twoBasesApart: ReadonlySet<string> = new Set(['AC', 'CA', 'CT', 'TC', 'GT', 'TG']);

/** The letters of an exchange written without `p.` that could be bases as well. */
function possibleBases(parts: FindingParts): string | undefined {
  const change = parts.protein?.change;
  if (change?.kind !== 'substitution' || parts.protein?.isPrefixed === true) return undefined;
  const letters = `${change.at.residue}${change.to}`;
  return /^[ACGT]{2}$/.test(letters) ? letters : undefined;
}

/** A substitution in a promoter is of bases, numbered by the end of the coordinate (`C228T`); it changes no protein. */
function inPromoter(gene: string, given: FindingParts): FindingParts {
  const change = given.protein?.change;
  const bases = possibleBases(given);
  if (bases === undefined || change?.kind !== 'substitution') return given;
  const { residue, position } = change.at;
  // Of TERT such an exchange is the promoter's even without the word: as one of residues it would take two bases.
  const isOfTert = gene === 'TERT' && twoBasesApart.has(bases) && position > tertStart && position <= 999;
  if (given.region !== 'promoter' && !isOfTert) return given;
  const parts: FindingParts = { ...given, region: 'promoter' };
  const { protein: _bases, ...rest } = parts;
  const start = { region: 'beforeStart', base: position - tertStart, offset: 0 } as const;
  if (gene !== 'TERT' || start.base < 1 || position > 999)
    return { ...rest, genomic: `${residue}${position}${change.to}` };
  return {
    ...rest,
    coding: { kind: 'substitution', start, end: start, removed: residue, inserted: change.to },
  };
}

/** The Breast Cancer Information Core counted bases of these genes from the start of the transcript. */
const oldNumbering: ReadonlySet<string> = new Set(['BRCA1', 'BRCA2']);

function ofOldNumbering(gene: string, parts: FindingParts): string | undefined {
  if (parts.isCodingBare !== true || !oldNumbering.has(gene)) return undefined;
  return `without "c." the position may be counted as the BIC database did; write the change with "c." or its protein change.`;
}

/** The splice forms of the androgen receptor are numbered AR-V1 to AR-V14. */
const lastSpliceForm = 14;

/** Why letters cannot be told apart, where no sequence decides. */
function doubtOf(variant: SequenceVariant, parts: FindingParts): string | undefined {
  const isChecked = variant.reference.status !== 'unchecked';
  const bases = possibleBases(parts);
  if (bases !== undefined && !isChecked && variant.coding === undefined && twoBasesApart.has(bases))
    return 'its letters are as likely bases as residues; write "c." or "p." in front.';
  const { residue } = variant.codons ?? {};
  const isLength = variant.classPrinted === 'deletion' || variant.classPrinted === 'insertion';
  if (residue !== undefined && /^[ACGT]$/.test(residue) && isLength && !isChecked)
    return 'its letter is as likely a base as a residue; write the change in HGVS.';
  if (variant.gene === 'AR' && residue === 'V' && (variant.codons?.start ?? 0) <= lastSpliceForm)
    return 'V1 to V14 are splice forms of the receptor; record the expression of the form.';
  if (parts.protein?.isPrintedX === true && geneOf(variant.gene)?.role !== 'suppressor')
    return 'X was the stop before 2009 and is any residue to many; write "*" for a stop, else the codon alone.';
  return undefined;
}

/** Statements of which one finding makes one. */
function statementsIn(parts: FindingParts): number {
  const { copyNumber, expression, isMethylated, isWildType, exonChange, namedForm } = parts;
  return [copyNumber, expression, isMethylated, isWildType, exonChange, namedForm].filter(
    (said) => said !== undefined,
  ).length;
}

/** Whether a form with a name of its own is named together with another change or place. */
function saysMoreThanForm(parts: FindingParts): boolean {
  if (parts.namedForm === undefined) return false;
  const { exons, codons, region, mutationClass } = parts;
  return hasNotation(parts) || [exons, codons, region, mutationClass].some((said) => said !== undefined);
}

/**
 * One finding of the parts.
 *
 * @param gene approved symbol, or as printed.
 * @param effect what stands beside the text in the record.
 */
export function findingOfParts(
  gene: string,
  given: FindingParts,
  effect: PrintedEffect | undefined,
  printed: string,
): FindingOfParts {
  if (statementsIn(given) > 1 || saysMoreThanForm(given))
    return refuse('it says two things at once; write one finding for each.');
  const ofExons = exonChangeOf(gene, given, printed);
  if (ofExons !== undefined) return ofExons;
  const ofState = stateOf(gene, given, printed);
  if (ofState !== undefined) return ofState;
  const parts = inPromoter(gene, withinPlace(given));
  const saysVariant =
    hasNotation(parts) ||
    parts.saysMutation === true ||
    parts.exons !== undefined ||
    parts.codons !== undefined ||
    parts.region !== undefined;
  if (parts.copyNumber !== undefined) {
    if (saysVariant)
      return refuse('it names a change of copy number and a mutation; write one finding for each.');
    return found({ kind: 'copyNumber', gene, change: parts.copyNumber, printed });
  }
  if (!saysVariant) return refuse(`it names ${gene} but no change of it.`);
  if (parts.exons !== undefined && parts.exons.to > parts.exons.from)
    return refuse('it names several exons; write one finding for each.');
  const legacy = ofOldNumbering(gene, parts);
  if (legacy !== undefined) return refuse(legacy);
  const { variant, issues } = assembleVariant(gene, parts, parts.effect ?? effect, printed);
  const doubt = doubtOf(variant, parts);
  if (doubt !== undefined) return refuse(doubt);
  if (!fitsClass(variant, parts.mutationClass))
    return refuse(
      `it says "${mutationClassTexts[parts.mutationClass ?? 'indel']}", which its notation is not; write one finding for each.`,
    );
  if (hasNotation(parts) && parts.codons !== undefined)
    return refuse('it names a change and another codon; write one finding for each.');
  return found(variant, issues);
}
