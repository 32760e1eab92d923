/** Kinds of molecular events that a test looks for, in the words of a reader. */
import type { EventKind } from '../../case/index.ts';

export const eventKindWords: Readonly<Record<EventKind, string>> = {
  smallVariant: 'small variants',
  copyNumber: 'changes of copy number',
  fusion: 'fusions',
  microsatelliteInstability: 'microsatellite instability',
  mismatchRepair: 'mismatch repair',
  tumourMutationalBurden: 'tumour mutational burden',
  expression: 'expression',
  promoterMethylation: 'promoter methylation',
};
