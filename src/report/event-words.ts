/** Kinds of molecular events in words. */
import type { EventKind } from '../case/index.ts';

export const eventWords: Readonly<Record<EventKind, string>> = {
  smallVariant: 'small variants',
  copyNumber: 'copy number',
  fusion: 'fusions',
  microsatelliteInstability: 'microsatellite instability',
  mismatchRepair: 'mismatch repair',
  tumourMutationalBurden: 'tumour mutational burden',
  expression: 'expression',
  promoterMethylation: 'promoter methylation',
};
