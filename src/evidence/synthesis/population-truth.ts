/**
 * Whether a criterion holds for every patient of a counted population: the one language, asked of a population instead of a
 * case. `disease` is answered by the entity of the population; any other leaf is met where the population was defined by
 * it or by what cannot be without it, unmet where it was defined by its opposite, and otherwise unknown: a series of which
 * nothing is said is not one without. A population of several diseases is not known to be one of them, and not known not to be.
 */
import { alterationPattern, readAlteration, relateAlteration } from '../../alteration/index.ts';
import { type Criterion, canonicalText, diseaseAsked } from '../../criteria/index.ts';
import { all, any, atLeast, negate, type Truth } from '../../truth/index.ts';
import { type EntityId, entity, relateEntities } from '../../tumour/index.ts';
import type { Population } from '../study.ts';
import { impliedBy, inParts } from './alteration-selection.ts';

/** The entity that counts: the curator's, or what the paper calls the patients. */
export type EntityReading = 'curated' | 'asPrinted';

/** The entity of a population under a reading. */
export function entityOf(population: Population, reading: EntityReading): EntityId {
  return reading === 'asPrinted' ? (population.printedAs?.entity ?? population.entity) : population.entity;
}

/** A leaf that holds for all patients, or for none. */
interface Literal {
  readonly leaf: Criterion;
  readonly holds: boolean;
}

/** Combinations beyond which a definition is not taken apart: nothing is then known from it. */
const mostCombinations = 64;

/** A definition as alternatives, of which each patient has one: what holds in each. */
function alternativesOf(definition: Criterion, holds = true): readonly (readonly Literal[])[] {
  if ('not' in definition) return alternativesOf(definition.not, !holds);
  const parts = 'all' in definition ? definition.all : 'any' in definition ? definition.any : undefined;
  if (parts === undefined) {
    const implied = holds ? impliedBy(definition) : undefined;
    return [
      [{ leaf: definition, holds }, ...(implied === undefined ? [] : [{ leaf: implied, holds: true }])],
    ];
  }
  const each = parts.map((part) => alternativesOf(part, holds));
  const isJoined = 'all' in definition === holds;
  const combined = isJoined
    ? each.reduce<readonly (readonly Literal[])[]>(
        (before, more) =>
          before.length * more.length > mostCombinations
            ? [[]]
            : before.flatMap((one) => more.map((other) => [...one, ...other])),
        [[]],
      )
    : each.flat();
  return combined.length > mostCombinations ? [[]] : combined;
}

/** Whether having one alteration is having the other: V560del is a mutation in exon 11. */
function isWithin(held: Criterion, asked: Criterion): boolean {
  if (!('alteration' in held) || !('alteration' in asked)) return false;
  const [one, other] = [held.alteration, asked.alteration].map(
    (pattern) => alterationPattern.safeParse(pattern).data,
  );
  if (one === undefined || other === undefined || !('variant' in one)) return false;
  const finding = readAlteration(one.variant, { gene: one.gene }).value;
  return finding !== undefined && relateAlteration(finding, other).truth === 'met';
}

/** Whether all patients of one disease have the other. */
export function diseaseTruth(asked: EntityId, of: EntityId): Truth {
  const { relation } = relateEntities(entity(asked), entity(of));
  switch (relation) {
    case 'same':
    case 'broaderIncludes':
    case 'agnostic':
      return 'met';
    case 'narrower':
    case 'overlapping':
    case 'possiblySame':
      return 'unknown';
    case 'otherLineage': {
      const isWider = relateEntities(entity(of), entity(asked)).relation === 'agnostic';
      return isWider || entity(of).lineage === 'unstated' ? 'unknown' : 'unmet';
    }
    case 'siblingGrade':
    case 'siblingSubtype':
    case 'siblingSite':
    case 'siblingDifferentiation':
      return 'unmet';
  }
}

/** The answer of a criterion whose leaves are answered. */
export function criterionTruth(where: Criterion, answerOf: (leaf: Criterion) => Truth | undefined): Truth {
  const known = answerOf(where);
  if (known !== undefined) return known;
  const answers = (parts: readonly Criterion[]) => parts.map((part) => criterionTruth(part, answerOf));
  if ('all' in where) return all(answers(where.all));
  if ('any' in where) return any(answers(where.any));
  if ('not' in where) return negate(criterionTruth(where.not, answerOf));
  if ('atLeast' in where) return atLeast(where.atLeast.count, answers(where.atLeast.of));
  return 'unknown';
}

/** The answer of a criterion for the patients of one alternative of a definition. */
function truthAmong(where: Criterion, literals: readonly Literal[], of: EntityId): Truth {
  const signs = new Map(literals.map(({ leaf, holds }) => [canonicalText(leaf), holds]));
  return criterionTruth(where, (asked) => {
    const disease = diseaseAsked(asked);
    if (disease !== undefined) return diseaseTruth(disease, of);
    const sign = signs.get(canonicalText(asked));
    if (sign !== undefined) return sign ? 'met' : 'unmet';
    if (literals.some(({ leaf, holds }) => holds && isWithin(leaf, asked))) return 'met';
    const implied = impliedBy(asked);
    return implied !== undefined && signs.get(canonicalText(implied)) === false ? 'unmet' : undefined;
  });
}

/** The answer of a criterion for a population. */
export function populationTruth(
  where: Criterion,
  population: Population,
  reading: EntityReading = 'curated',
): Truth {
  const { criterion } = population;
  const alternatives = criterion === undefined ? [[]] : alternativesOf(inParts(criterion));
  const asked = inParts(where);
  const answers = alternatives.map((literals) => truthAmong(asked, literals, entityOf(population, reading)));
  const [first = 'unknown', ...more] = answers;
  return more.every((each) => each === first) ? first : 'unknown';
}
