/** Transcripts of KRAS. Written by scripts/import/gene-models.ts; not edited by hand. */
import type { TranscriptRow } from './transcript.ts';

export const transcriptsKras: readonly TranscriptRow[] = [
  {
    gene: 'KRAS',
    id: 'ENST00000256078',
    build: 'GRCh37',
    strand: '-',
    mane: false,
    cdsLength: 570,
    source: 'exons and codons: serve-ensembl-cds, Ensembl 75',
    exons: [
      [2, 25398208, 25398329, 1, 111],
      [3, 25380168, 25380346, 112, 290],
      [4, 25378548, 25378707, 291, 450],
      [5, 25368371, 25368494, 451, 570],
    ],
  },
];
