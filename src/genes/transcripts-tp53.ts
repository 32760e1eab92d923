/** Transcripts of TP53. Written by scripts/import/gene-models.ts; not edited by hand. */
import type { TranscriptRow } from './transcript.ts';

export const transcriptsTp53: readonly TranscriptRow[] = [
  {
    gene: 'TP53',
    id: 'ENST00000269305',
    build: 'GRCh37',
    strand: '-',
    mane: false,
    cdsLength: 1182,
    source: 'exons and codons: serve-ensembl-cds, Ensembl 75',
    exons: [
      [2, 7579839, 7579940, 1, 74],
      [3, 7579700, 7579721, 75, 96],
      [4, 7579312, 7579590, 97, 375],
      [5, 7578371, 7578554, 376, 559],
      [6, 7578177, 7578289, 560, 672],
      [7, 7577499, 7577608, 673, 782],
      [8, 7577019, 7577155, 783, 919],
      [9, 7576853, 7576926, 920, 993],
      [10, 7573927, 7574033, 994, 1100],
      [11, 7571720, 7573008, 1101, 1182],
    ],
  },
];
