/** The entity that a `disease` leaf asks for, for those who ask a criterion of something else than a patient. */
import type { EntityId } from '../tumour/index.ts';
import type { Criterion } from './criterion.ts';
import { diseaseLeaf } from './leaves/index.ts';

/** Undefined where the criterion is no `disease` leaf. */
export function diseaseAsked(criterion: Criterion): EntityId | undefined {
  return 'disease' in criterion ? diseaseLeaf.schema.safeParse(criterion.disease).data?.entity : undefined;
}
