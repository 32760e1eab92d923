/**
 * What a name of a knowledge base asks of a patient, as a criterion. A name that has no pattern of its own width gets none;
 * where only some of several alternatives have one, those speak and the others are named. A part that is not understood is
 * never left out of a combination or of what is denied: without it the rest would be met by more patients than it was said of.
 */
import {
  genesOfNotation,
  type Notation,
  notationText,
  type PatternTree,
  patternGenes,
  patternOfNotation,
  patternsIn,
  readNotation,
} from '../../alteration/index.ts';
import type { Criterion } from '../../criteria/index.ts';
import { geneOf } from '../../genes/index.ts';
import { type ProfileTree, readMolecularProfile } from './molecular-profile.ts';

/** A criterion, the genes it names, and what of the name was not understood; both are present for alternatives read in part. */
export interface NameMeaning {
  readonly when?: Criterion;
  readonly genes: readonly string[];
  readonly notMatched?: string;
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const genesIn = (parts: readonly NameMeaning[]): readonly string[] =>
  unique(parts.flatMap(({ genes }) => genes));

/** A tree of patterns as a criterion. */
function criterionOf(tree: PatternTree): Criterion {
  if ('anyOf' in tree) return { any: tree.anyOf.map(criterionOf) };
  if ('allOf' in tree) return { all: tree.allOf.map(criterionOf) };
  if ('not' in tree) return { not: criterionOf(tree.not) };
  return { alteration: tree };
}

/** Alternatives: those without a pattern are named, the others still speak. */
function anyMeaning(parts: readonly NameMeaning[], nameOf: (index: number) => string): NameMeaning {
  const whens = parts.flatMap(({ when }) => when ?? []);
  const open = parts.flatMap(({ when }, index) => (when === undefined ? [nameOf(index)] : []));
  const partial = parts.flatMap(({ when, notMatched }) => (when === undefined ? [] : (notMatched ?? [])));
  const said = [
    ...(open.length === 0 ? [] : [`of the alternatives not matched: ${open.join(', ')}`]),
    ...partial,
  ];
  return {
    genes: genesIn(parts),
    ...(said.length === 0 ? {} : { notMatched: said.join('; ') }),
    ...(whens.length === 0 ? {} : { when: { any: whens } }),
  };
}

/** A combination: all of its parts, or none of it. */
function allMeaning(parts: readonly NameMeaning[]): NameMeaning {
  const genes = genesIn(parts);
  const notMatched = parts.flatMap((part) => part.notMatched ?? []).join('; ');
  const said = notMatched === '' ? {} : { notMatched };
  if (parts.some(({ when }) => when === undefined)) return { genes, ...said };
  return { genes, ...said, when: { all: parts.flatMap(({ when }) => when ?? []) } };
}

/** A denial of alternatives that were read in part would let patients in of whom nothing was said. */
function notMeaning({ when, genes, notMatched }: NameMeaning): NameMeaning {
  if (notMatched !== undefined || when === undefined)
    return { genes, notMatched: `what is excluded was not read: ${notMatched ?? 'no pattern'}` };
  return { genes, when: { not: when } };
}

/** What a name without a pattern is of. */
function kindOf({ kind }: Notation): string {
  switch (kind) {
    case 'marker':
      return 'a biomarker';
    case 'expression':
      return 'an expression';
    case 'methylation':
      return 'a methylation';
    case 'wildType':
      return 'a wild type';
    case 'namedAllele':
      return 'a named allele';
    case 'sequenceVariant':
    case 'copyNumber':
    case 'fusion':
    case 'exonChange':
    case 'chromosomal':
      return 'a change';
    case 'anyOf':
    case 'allOf':
    case 'not':
      return 'a combination';
  }
}

function meaningOf(notation: Notation): NameMeaning {
  if (notation.kind === 'anyOf')
    return anyMeaning(notation.of.map(meaningOf), (index) => {
      const part = notation.of[index];
      return part === undefined ? '' : notationText(part);
    });
  const tree = patternOfNotation(notation);
  if (tree === undefined)
    return {
      genes: genesOfNotation(notation),
      notMatched: `${kindOf(notation)}: no pattern of just this width`,
    };
  return { when: criterionOf(tree), genes: unique(patternsIn(tree).flatMap(patternGenes)) };
}

/** The genes that a name starts with (`KIT ...`, `EML4::ALK ...`), so that it is found under them although it is not read. */
function genesAtStart(name: string): readonly string[] {
  const [start = ''] = name.trim().split(/\s+/);
  return unique(start.split(/::|-/).flatMap((part) => geneOf(part)?.symbol ?? []));
}

function meaningOfName(name: string, gene?: string): NameMeaning {
  const { value, issues } = readNotation(name, gene === undefined ? {} : { gene });
  if (value === undefined) return { genes: genesAtStart(name), notMatched: issues[0]?.message ?? 'not read' };
  const meaning = meaningOf(value);
  return meaning.genes.length === 0 ? { ...meaning, genes: genesAtStart(name) } : meaning;
}

function meaningOfTree(tree: ProfileTree): NameMeaning {
  if ('name' in tree) return meaningOfName(tree.name);
  if ('not' in tree) return notMeaning(meaningOfTree(tree.not));
  if ('and' in tree) return allMeaning(tree.and.map(meaningOfTree));
  return anyMeaning(tree.or.map(meaningOfTree), (index) => profileText(tree.or[index]));
}

function profileText(tree: ProfileTree | undefined): string {
  if (tree === undefined) return '';
  if ('name' in tree) return tree.name;
  if ('not' in tree) return `NOT ${profileText(tree.not)}`;
  return 'and' in tree ? tree.and.map(profileText).join(' AND ') : tree.or.map(profileText).join(' OR ');
}

/** The meaning of a molecular profile. */
export function meaningOfProfile(profile: string): NameMeaning {
  const tree = readMolecularProfile(profile);
  return tree === undefined
    ? { genes: genesAtStart(profile), notMatched: 'its parentheses or operators do not fit' }
    : meaningOfTree(tree);
}

/**
 * The meaning of a variant's name under its gene, which it is found under in any case.
 *
 * @param names the several variants, where the text is known to join them; they are read one by one if it is not read whole
 */
export function meaningOfVariant(gene: string, variant: string, names: readonly string[] = []): NameMeaning {
  const whole = meaningOfName(variant, gene === '' ? undefined : gene);
  const isJoined = whole.when === undefined && names.length > 1;
  const meaning = isJoined
    ? anyMeaning(
        names.map((name) => meaningOfName(name, gene === '' ? undefined : gene)),
        (index) => names[index] ?? '',
      )
    : whole;
  if (gene === '' || meaning.when !== undefined) return meaning;
  return { ...meaning, genes: unique([geneOf(gene)?.symbol ?? gene, ...meaning.genes]) };
}
