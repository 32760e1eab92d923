/**
 * What a text says (one change, alternatives, several together) against a pattern, and findings against patterns that are
 * joined by "any of", "all of" and "not".
 */
import { all, any, negate, type Truth } from '../truth/index.ts';
import type { Alteration } from './alteration.ts';
import type { AlterationPattern } from './alteration-pattern.ts';
import { isAlteration, type Notation } from './notation.ts';
import { isJoined, type PatternTree } from './pattern-of-notation.ts';
import { compareRelations, relateAlteration, relateFindings } from './relate-alteration.ts';
import type { Relation, RelationContext } from './relation.ts';

/** Alternatives that agree say what they agree on; others leave it open. */
function ofAlternatives(relations: readonly Relation[]): Relation | undefined {
  const [nearest] = relations.toSorted(compareRelations);
  if (nearest === undefined || relations.every(({ truth }) => truth === nearest.truth)) return nearest;
  return {
    ...nearest,
    truth: 'unknown',
    reason: 'ambiguous',
    sentence: `The text leaves it open: ${relations.map(({ sentence }) => sentence).join(' ')}`,
  };
}

/**
 * Relates what a text says to one pattern: of alternatives all must agree, of several changes the nearest counts.
 *
 * @returns undefined where the text says nothing of an alteration (a marker) or denies one.
 */
export function relateNotation(
  notation: Notation,
  pattern: AlterationPattern,
  context: RelationContext = {},
): Relation | undefined {
  if (isAlteration(notation)) return relateAlteration(notation, pattern, context);
  if (notation.kind !== 'anyOf' && notation.kind !== 'allOf') return undefined;
  const relations = notation.of.map((part) => relateNotation(part, pattern, context));
  const known = relations.filter((relation) => relation !== undefined);
  if (notation.kind === 'allOf') return known.toSorted(compareRelations)[0];
  return known.length === relations.length ? ofAlternatives(known) : undefined;
}

/** The truth of a tree of patterns, with the relation of each single pattern in it. */
export interface TreeRelation {
  readonly truth: Truth;
  readonly parts: readonly { readonly pattern: AlterationPattern; readonly relation: Relation | undefined }[];
}

/**
 * Findings of one patient against joined patterns. A finding that is not listed counts as not there: whether it was
 * looked for is the matter of criteria.
 */
export function relateTree(
  findings: readonly Alteration[],
  tree: PatternTree,
  context: Omit<RelationContext, 'otherFindings'> = {},
): TreeRelation {
  if (!isJoined(tree)) {
    const relation = relateFindings(findings, tree, context)?.relation;
    return { truth: relation?.truth ?? 'unmet', parts: [{ pattern: tree, relation }] };
  }
  if ('not' in tree) {
    const inner = relateTree(findings, tree.not, context);
    return { truth: negate(inner.truth), parts: inner.parts };
  }
  const branches = ('anyOf' in tree ? tree.anyOf : tree.allOf).map((part) =>
    relateTree(findings, part, context),
  );
  const truths = branches.map(({ truth }) => truth);
  return {
    truth: 'anyOf' in tree ? any(truths) : all(truths),
    parts: branches.flatMap(({ parts }) => parts),
  };
}
