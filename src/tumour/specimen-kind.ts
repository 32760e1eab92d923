/** Kinds of material a count was made on, as far as grading cares. */
export const countedMaterials = [
  'fineNeedleAspirate',
  'coreBiopsy',
  'excision',
  'resection',
  'cytology',
  'plasma',
  'blood',
  'unstated',
] as const;
export type CountedMaterial = (typeof countedMaterials)[number];

/** True for loose cells, on which a hot spot and an area cannot be chosen. */
export function isAspirate(material: CountedMaterial | undefined): boolean {
  return material === 'fineNeedleAspirate' || material === 'cytology';
}

/** Whether a count was made, and if not, why. */
export const countStatuses = ['counted', 'failed', 'notTested', 'pending'] as const;
export type CountStatus = (typeof countStatuses)[number];

/** Why there is no count, in words. */
export function countStatusText(status: CountStatus): string {
  switch (status) {
    case 'counted':
      return 'counted';
    case 'failed':
      return 'failed or the material was insufficient';
    case 'notTested':
      return 'was not done';
    case 'pending':
      return 'is pending';
  }
}
