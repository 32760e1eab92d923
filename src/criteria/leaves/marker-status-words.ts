/** What a laboratory said of a marker, in the words of a reader. */
import type { MarkerStatus } from '../../truth/index.ts';

export const markerStatusWords: Readonly<Record<MarkerStatus, string>> = {
  positive: 'positive',
  negative: 'negative',
  equivocal: 'equivocal',
  notTested: 'not tested',
  pending: 'pending',
  failed: 'failed',
  notCovered: 'not covered by the assay',
  assayCanMiss: 'not found by an assay that can miss it',
};
