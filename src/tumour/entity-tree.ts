/** The tree over the entities: what is broader than what, found from the axes and not from a list. */
import { type EntityId, entities, entity } from './entities.ts';
import { relateEntities } from './entity-relation.ts';

/** True when the first entity covers the second and more. */
export function includesEntity(broader: EntityId, narrower: EntityId): boolean {
  return relateEntities(entity(broader), entity(narrower)).relation === 'broaderIncludes';
}

/** Every entity that covers this one and more. */
export function ancestorsOf(id: EntityId): readonly EntityId[] {
  return entities.map((each) => each.id).filter((each) => includesEntity(each, id));
}

/** The nearest entities above: those that cover no other ancestor. */
export function parentsOf(id: EntityId): readonly EntityId[] {
  const ancestors = ancestorsOf(id);
  return ancestors.filter((each) => !ancestors.some((other) => includesEntity(each, other)));
}
