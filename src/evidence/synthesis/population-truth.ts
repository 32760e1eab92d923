/**
 * Whether a criterion holds for every patient of a counted population: the one language, asked of a population instead of a
 * case. `disease` is answered by the entity of the population; any other leaf is met where the population was defined by
 * it, unmet where it was defined by its opposite, and otherwise unknown: a series of which nothing is said is not one without.
 */
import { type Criterion, canonicalText, diseaseAsked } from '../../criteria/index.ts';
import { all, any, atLeast, negate, type Truth } from '../../truth/index.ts';
import { type EntityId, entity, relateEntities } from '../../tumour/index.ts';
import type { Population } from '../study.ts';

/** The entity that counts: the curator's, or what the paper calls the patients. */
export type EntityReading = 'curated' | 'asPrinted';

/** The entity of a population under a reading. */
export function entityOf(population: Population, reading: EntityReading): EntityId {
  return reading === 'asPrinted' ? (population.printedAs?.entity ?? population.entity) : population.entity;
}

/** What holds for all patients of a population, and what holds for none, by its definition. */
function conjuncts(criterion: Criterion | undefined): {
  readonly held: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
} {
  const held = new Set<string>();
  const excluded = new Set<string>();
  const visit = (each: Criterion): void => {
    if ('all' in each) each.all.forEach(visit);
    else if ('not' in each) excluded.add(canonicalText(each.not));
    else held.add(canonicalText(each));
  };
  if (criterion !== undefined) visit(criterion);
  return { held, excluded };
}

function diseaseTruth(asked: EntityId, of: EntityId): Truth {
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
    case 'siblingGrade':
    case 'siblingSubtype':
    case 'siblingSite':
    case 'siblingDifferentiation':
    case 'otherLineage':
      return 'unmet';
  }
}

/** The answer of a criterion for a population. */
export function populationTruth(
  where: Criterion,
  population: Population,
  reading: EntityReading = 'curated',
): Truth {
  const { held, excluded } = conjuncts(population.criterion);
  const answer = (asked: Criterion): Truth => {
    if ('all' in asked) return all(asked.all.map(answer));
    if ('any' in asked) return any(asked.any.map(answer));
    if ('not' in asked) return negate(answer(asked.not));
    if ('atLeast' in asked) return atLeast(asked.atLeast.count, asked.atLeast.of.map(answer));
    const disease = diseaseAsked(asked);
    if (disease !== undefined) return diseaseTruth(disease, entityOf(population, reading));
    const text = canonicalText(asked);
    if (held.has(text)) return 'met';
    return excluded.has(text) ? 'unmet' : 'unknown';
  };
  return answer(where);
}
