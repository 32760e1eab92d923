/** What `cajal relate` answers: a finding, what is known of it, and its relations to patterns and statements. */
import {
  type AlterationPattern,
  alterationPattern,
  compareRelations,
  effectsFrom,
  exonsOf,
  isAlteration,
  isJoined,
  mutationClassOf,
  type Notation,
  notationText,
  type Oncogenicity,
  oncogenicityOf,
  type PatternTree,
  patternOfNotation,
  patternsIn,
  patternText,
  type Relation,
  readNotation,
  relateNotation,
  singlesOf,
  type VariantEffect,
} from '../../alteration/index.ts';
import { type Criterion, partsOf } from '../../criteria/index.ts';
import type { Statement } from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import { all, any, negate, type Truth } from '../../truth/index.ts';

/** What is known of one change in the text. */
export interface ReadChange {
  readonly text: string;
  readonly mutationClass?: string;
  readonly exons?: readonly number[];
  readonly oncogenicity: Oncogenicity;
}

/** One relation, with the words of the pattern. */
export interface PatternAnswer {
  readonly pattern: AlterationPattern;
  readonly words: string;
  readonly relation: Relation;
}

/** A statement by the alterations that it names: whether they hold together, and how each stands to the finding. */
export interface StatementAnswer {
  readonly id: string;
  readonly about: string;
  readonly direction: string;
  readonly entity: string;
  readonly claim: string;
  readonly truth: Truth;
  /** Nearest first; those that have nothing to do with the finding are left out. */
  readonly parts: readonly PatternAnswer[];
}

/** What is known of each change of a text. */
export function changesOf(notation: Notation, curated: readonly VariantEffect[]): readonly ReadChange[] {
  return singlesOf(notation).flatMap((single): readonly ReadChange[] => {
    if (!isAlteration(single)) return [];
    const isVariant = single.kind === 'sequenceVariant';
    const mutationClass = isVariant ? mutationClassOf(single) : undefined;
    const exons = isVariant ? exonsOf(single) : undefined;
    return [
      {
        text: notationText(single),
        ...(mutationClass === undefined ? {} : { mutationClass }),
        ...(exons === undefined ? {} : { exons }),
        oncogenicity: oncogenicityOf(single, { curated }),
      },
    ];
  });
}

const refused = (message: string): Issue => ({ code: 'unparsable-alteration', severity: 'error', message });

function patternOfJson(text: string): PatternTree | Issue {
  try {
    const parsed = alterationPattern.safeParse(JSON.parse(text));
    return parsed.success
      ? parsed.data
      : refused(`${text} is not a pattern: see docs/alteration-relations.md`);
  } catch {
    return refused(`${text} is not JSON`);
  }
}

/** Whether a tree denies something: its parts, shown one by one, would say the opposite. */
function denies(tree: PatternTree): boolean {
  if (!isJoined(tree)) return false;
  if ('not' in tree) return true;
  return ('anyOf' in tree ? tree.anyOf : tree.allOf).some(denies);
}

/** The patterns of a tree, each to be related on its own. */
function eachOf(text: string, tree: PatternTree): ReturnType<typeof patternsOfArgument> {
  if (!denies(tree)) return { patterns: patternsIn(tree), issues: [] };
  const message = `"${text}" denies a change (wild type, NOT, non-); ask for the change that it denies`;
  return { patterns: [], issues: [refused(message)] };
}

/** The patterns of an argument: a name as knowledge bases write it, or a pattern as JSON. */
export function patternsOfArgument(text: string): {
  readonly patterns: readonly AlterationPattern[];
  readonly issues: readonly Issue[];
} {
  if (text.trimStart().startsWith('{')) {
    const pattern = patternOfJson(text);
    return 'code' in pattern ? { patterns: [], issues: [pattern] } : eachOf(text, pattern);
  }
  const { value, issues } = readNotation(text);
  if (value === undefined) return { patterns: [], issues };
  const tree = patternOfNotation(value);
  if (tree === undefined)
    return {
      patterns: [],
      issues: [...issues, refused(`"${text}" is read, but no pattern is of just its width`)],
    };
  const each = eachOf(text, tree);
  return { patterns: each.patterns, issues: [...issues, ...each.issues] };
}

/** A text against patterns. */
export function answerPatterns(
  notation: Notation,
  patterns: readonly AlterationPattern[],
  curated: readonly VariantEffect[],
): readonly PatternAnswer[] {
  const effectOf = effectsFrom({ curated });
  return patterns.flatMap((pattern) => {
    const relation = relateNotation(notation, pattern, { effectOf });
    return relation === undefined ? [] : [{ pattern, words: patternText(pattern), relation }];
  });
}

/** The alterations that a criterion asks for; its other leaves are left out. */
function treeOf(criterion: Criterion): PatternTree | undefined {
  if ('alteration' in criterion) return alterationPattern.safeParse(criterion.alteration).data;
  const parts = partsOf(criterion).flatMap((part) => treeOf(part) ?? []);
  const [first] = parts;
  if (first === undefined) return undefined;
  if ('not' in criterion) return { not: first };
  if ('any' in criterion) return { anyOf: parts };
  // Of "at least so many" each one may be among them.
  return 'atLeast' in criterion ? { anyOf: parts } : { allOf: parts };
}

/** The truth of joined patterns for this finding alone: other findings of the patient are not given. */
function truthOf(tree: PatternTree, of: (pattern: AlterationPattern) => Truth): Truth {
  if (!isJoined(tree)) return of(tree);
  if ('not' in tree) return negate(truthOf(tree.not, of));
  return 'anyOf' in tree
    ? any(tree.anyOf.map((part) => truthOf(part, of)))
    : all(tree.allOf.map((part) => truthOf(part, of)));
}

/**
 * A text against every statement of the library that names an alteration near it. Only the alterations of a statement are
 * asked; disease, line and the rest are the matter of a case.
 */
export function answerStatements(
  notation: Notation,
  statements: readonly Statement[],
  curated: readonly VariantEffect[],
): readonly StatementAnswer[] {
  const effectOf = effectsFrom({ curated });
  return statements.flatMap(({ id, subject, direction, entity, when, claim }) => {
    const tree = treeOf(when);
    if (tree === undefined) return [];
    const parts = answerPatterns(notation, patternsIn(tree), curated)
      .filter(({ relation }) => relation.resolution !== 'none')
      .toSorted((a, b) => compareRelations(a.relation, b.relation));
    if (parts.length === 0) return [];
    const truth = truthOf(
      tree,
      (pattern) => relateNotation(notation, pattern, { effectOf })?.truth ?? 'unmet',
    );
    const about = [...subject.drugs, ...subject.drugClasses, subject.regimen ?? '', subject.option ?? '']
      .filter((part) => part !== '')
      .join(', ');
    return [{ id, about, direction, entity, claim, truth, parts }];
  });
}
