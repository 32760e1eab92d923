/**
 * A disease as a point or a region of the tree lineage x site x class x grade: what a study enrolled, or what a patient
 * may have. An axis that is not given is not restricted.
 */
import type { GradeBounds } from './grade.ts';
import type { NenClass } from './nen-class.ts';
import type { Site } from './site.ts';

/** Lineages of the tumours that evidence speaks of. `anySolid` is tissue-agnostic. */
export const lineages = [
  'neuroendocrine',
  'adenocarcinoma',
  'nonSmallCellLung',
  'hepatocellular',
  'urothelial',
  'renalCell',
  'melanoma',
  'gist',
  'sarcoma',
  'germCell',
  'glioma',
  'chromaffin',
  'medullaryThyroid',
  'salivary',
  'leukaemia',
  'unstated',
  'anySolid',
] as const;
export type Lineage = (typeof lineages)[number];

/** Kinds within a lineage that evidence tells apart. */
export const subtypes = [
  'smallCell',
  'largeCell',
  'merkelCell',
  'typicalCarcinoid',
  'atypicalCarcinoid',
  'acral',
  'mucosal',
  'cutaneous',
  'uveal',
  'seminoma',
  'nonSeminoma',
] as const;
export type Subtype = (typeof subtypes)[number];

/** A region of the tree. In evidence several sites are all covered; in a case they are the possible ones. */
export interface Disease {
  readonly lineage: Lineage;
  readonly sites: readonly Site[] | 'any';
  readonly classes?: readonly NenClass[];
  readonly subtypes?: readonly Subtype[];
  readonly grades?: GradeBounds;
  /** Of a mixed neoplasm: whether the component that treatment follows is a NEC, or may be one. */
  readonly necComponent?: 'present' | 'possible';
}
