/**
 * The pattern that a name of a knowledge base or of a trial means. A name that has no pattern of just its width gets none:
 * a wider one would lend evidence to findings of which the source does not speak.
 */
import { domainsOf, geneOf, isKinaseDomain, transcriptOf } from '../genes/index.ts';
import type {
  Alteration,
  Fusion,
  FusionSide,
  PrintedClass,
  PrintedEffect,
  SequenceVariant,
} from './alteration.ts';
import { type AlterationPattern, alterationPattern, type PatternType } from './alteration-pattern.ts';
import { codingChangeText } from './coding-change.ts';
import { structureIn } from './fusion-structure.ts';
import type { Notation } from './notation.ts';
import { proteinChangeText } from './protein-change.ts';

/** Patterns joined as a name joins them. */
export type PatternTree =
  | AlterationPattern
  | { readonly anyOf: readonly PatternTree[] }
  | { readonly allOf: readonly PatternTree[] }
  | { readonly not: PatternTree };

const typeOfClass: Readonly<Record<PrintedClass, PatternType | undefined>> = {
  missense: 'missense',
  nonsense: 'nonsense',
  frameshift: 'frameshift',
  inFrameDeletion: 'inFrameDeletion',
  inFrameInsertion: 'inFrameInsertion',
  spliceSite: 'spliceSite',
  startLoss: 'startLoss',
  stopLoss: 'stopLoss',
  synonymous: undefined,
  truncating: 'truncating',
  deletion: 'deletion',
  insertion: 'insertion',
  duplication: 'duplication',
  indel: 'indel',
  internalTandemDuplication: 'internalTandemDuplication',
  pointMutation: 'pointMutation',
};

const typeOfEffect: Readonly<Record<PrintedEffect, PatternType | undefined>> = {
  activating: 'activating',
  inactivating: 'inactivating',
  oncogenic: 'oncogenic',
  // No pattern asks for these: they name no change that a statement could be of.
  neutral: undefined,
  unknownSignificance: undefined,
  resistance: undefined,
};

/** The kind that class and effect name together; `none` where no pattern holds both. */
function typeOf({ classPrinted, effectPrinted }: SequenceVariant): PatternType | 'none' {
  if (classPrinted !== undefined && effectPrinted !== undefined) return 'none';
  if (classPrinted !== undefined) return typeOfClass[classPrinted] ?? 'none';
  return effectPrinted === undefined ? 'any' : (typeOfEffect[effectPrinted] ?? 'none');
}

/** True where a text counts on a transcript that is not the reference one, or that is not known. */
function isElsewhere(symbol: string, transcript: string | undefined): boolean {
  if (transcript === undefined) return false;
  const gene = geneOf(symbol);
  const reference = gene === undefined ? undefined : transcriptOf(gene);
  return gene === undefined || reference === undefined || transcriptOf(gene, transcript) !== reference;
}

function variantPattern(variant: SequenceVariant): AlterationPattern | undefined {
  const { gene, protein, coding, codons, exon, region } = variant;
  if (protein !== undefined || coding !== undefined) {
    if (variant.agreement === 'disagrees') return undefined;
    const text = protein === undefined ? undefined : `p.${proteinChangeText(protein)}`;
    return { gene, variant: text ?? `c.${coding === undefined ? '' : codingChangeText(coding)}` };
  }
  if (variant.genomic !== undefined || variant.proteinEffect !== undefined) return undefined;
  if (isElsewhere(gene, variant.transcript)) return undefined;
  const named = typeOf(variant);
  if (named === 'none') return undefined;
  const type = named === 'any' ? {} : { type: named };
  if (region !== undefined)
    return codons === undefined && exon === undefined ? { gene, region, ...type } : undefined;
  if (codons !== undefined) return { gene, codons: [codons.start, codons.end], ...type };
  return exon === undefined ? { gene, anyMutation: true, ...type } : { gene, exon, ...type };
}

function hasKinase(side: FusionSide | undefined): boolean {
  const gene = side === undefined ? undefined : geneOf(side.gene);
  return gene !== undefined && domainsOf(gene)?.some(isKinaseDomain) === true;
}

/** The partner that acts: the one with a kinase, as in FGFR3::TACC3; else the 3' one. */
function mainSide(five: FusionSide | undefined, three: FusionSide | undefined): FusionSide | undefined {
  return hasKinase(five) && !hasKinase(three) ? five : (three ?? five);
}

function fusionPattern(fusion: Fusion): AlterationPattern | undefined {
  const { five, three, unplaced, isOrderStated } = fusion;
  // Offsets, linkers and inserted segments have no place in a pattern; neither has a kinase that is lost.
  if (structureIn(fusion) !== undefined || fusion.inFramePrinted === false || fusion.kinasePrinted === 'lost')
    return undefined;
  if (unplaced !== undefined && fusion.isRearrangement === true)
    return { gene: unplaced, rearrangement: true };
  const isActive = fusion.inFramePrinted === true || fusion.kinasePrinted === 'retained';
  const frame = isActive ? { inFrameWithKinase: true } : {};
  if (unplaced !== undefined) return { fusionOf: unplaced, ...frame };
  const main = mainSide(five, three);
  if (main === undefined || five?.gene === three?.gene) return undefined;
  if ([five, three].some((side) => side !== undefined && isElsewhere(side.gene, side.transcript)))
    return undefined;
  const partner = main === three ? five : three;
  return {
    fusionOf: main.gene,
    ...(partner === undefined ? {} : { partner: partner.gene }),
    ...(isOrderStated ? { side: main === three ? ('three' as const) : ('five' as const) } : {}),
    ...(main.exon === undefined ? {} : { exon: main.exon }),
    ...(partner?.exon === undefined ? {} : { partnerExon: partner.exon }),
    ...frame,
  };
}

function single(alteration: Alteration): AlterationPattern | undefined {
  switch (alteration.kind) {
    case 'sequenceVariant':
      return variantPattern(alteration);
    case 'copyNumber': {
      const { gene, change } = alteration;
      return change === 'amplification' ? { gene, amplification: true } : { gene, copyNumber: change };
    }
    case 'fusion':
      return fusionPattern(alteration);
    case 'exonChange': {
      const { gene, change, from, to, transcript } = alteration;
      return isElsewhere(gene, transcript) ? undefined : { gene, exonChange: change, exons: [from, to] };
    }
    case 'chromosomal': {
      const { kind: _, printed: __, ...pattern } = alteration;
      return pattern;
    }
  }
}

/** Only what the schema of patterns takes, so that what is made here can be written to a file and read back. */
function checked(pattern: AlterationPattern | undefined): AlterationPattern | undefined {
  const parsed = alterationPattern.safeParse(pattern);
  return parsed.success ? parsed.data : undefined;
}

function each(parts: readonly Notation[]): readonly PatternTree[] | undefined {
  const made = parts.map(patternOfNotation);
  const known = made.filter((part) => part !== undefined);
  return known.length === made.length ? known : undefined;
}

/**
 * The pattern of a name, never wider than the name.
 *
 * @returns undefined for what is no alteration (a marker, an expression), for what no pattern can hold (another
 *   transcript, an offset junction, "resistance mutation"), and where any part of a joined name has none.
 * @example patternOfNotation(v600) // { gene: 'BRAF', codons: [600, 600] }
 */
export function patternOfNotation(notation: Notation): PatternTree | undefined {
  switch (notation.kind) {
    case 'anyOf': {
      const parts = each(notation.of);
      return parts === undefined ? undefined : { anyOf: parts };
    }
    case 'allOf': {
      const parts = each(notation.of);
      return parts === undefined ? undefined : { allOf: parts };
    }
    case 'not': {
      const part = patternOfNotation(notation.of);
      return part === undefined ? undefined : { not: part };
    }
    case 'wildType':
      return { not: { gene: notation.gene, anyMutation: true } };
    case 'marker':
    case 'expression':
    case 'methylation':
    case 'namedAllele':
      return undefined;
    default:
      return checked(single(notation));
  }
}

/** True for patterns that are joined, not a single one. */
export function isJoined(tree: PatternTree): tree is Exclude<PatternTree, AlterationPattern> {
  return 'anyOf' in tree || 'allOf' in tree || 'not' in tree;
}

/** The single patterns in a tree, in their order. */
export function patternsIn(tree: PatternTree): readonly AlterationPattern[] {
  if (!isJoined(tree)) return [tree];
  if ('not' in tree) return patternsIn(tree.not);
  return ('anyOf' in tree ? tree.anyOf : tree.allOf).flatMap(patternsIn);
}
