/**
 * Whether the patient has a disease of the entity tree. A group that holds the tumour is met; a part of what the
 * tumour may be is unknown; another class, site or lineage is unmet. NET is never NEC. Where no lineage is recorded at
 * all, only the site can say no.
 */
import * as z from 'zod';
import { diseaseText, type EntityRelation, entity, entityIds, relateEntities } from '../../tumour/index.ts';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

function settledBy({ axes }: EntityRelation): string {
  const open = (axis: keyof EntityRelation['axes']) =>
    !['same', 'broader', 'unrestricted'].includes(axes[axis]);
  if (open('lineage')) return 'establish the lineage of the tumour';
  if (open('differentiation')) return 'pathology review of differentiation';
  if (axes.site !== 'possible' && open('subtype')) return 'pathology review of the subtype';
  if (open('site')) return 'look for the primary';
  return 'count Ki-67 and mitoses';
}

export const diseaseLeaf = defineLeaf({
  name: 'disease',
  schema: z.strictObject({ entity: z.enum(entityIds) }),
  evaluate({ entity: id }, { disease, classification, record }) {
    const related = relateEntities(entity(id), disease);
    const datum = { text: diseaseText(disease) };
    const isStated = classification.disease !== null || mostRecent(record.primary)?.entity !== undefined;
    if (!isStated && related.axes.lineage === 'disjoint' && related.axes.site !== 'disjoint')
      return isUnknown('notRecorded', 'establish the lineage of the tumour', datum);
    switch (related.relation) {
      case 'same':
      case 'broaderIncludes':
      case 'agnostic':
        return isMet(datum);
      case 'narrower':
      case 'overlapping':
      case 'possiblySame':
        return isUnknown('ambiguous', settledBy(related), datum);
      case 'siblingGrade':
      case 'siblingSubtype':
      case 'siblingSite':
      case 'siblingDifferentiation':
      case 'otherLineage':
        return isUnmet(datum);
    }
  },
  print: ({ entity: id }) => entity(id).name,
});
