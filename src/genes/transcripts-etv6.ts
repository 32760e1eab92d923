/** Transcripts of ETV6. Written by scripts/import/gene-models.ts; not edited by hand. */
import type { TranscriptRow } from './transcript.ts';

export const transcriptsEtv6: readonly TranscriptRow[] = [
  {
    gene: 'ETV6',
    id: 'NM_001987',
    version: 4,
    build: 'GRCh37',
    strand: '+',
    mane: false,
    cdsLength: 1359,
    source: 'UCSC refGene row quoted in a public script (ucsc exonFrames kept)',
    exons: [
      [1, 11802788, 11803094, 1, 33],
      [2, 11905384, 11905513, 34, 163],
      [3, 11992074, 11992238, 164, 328],
      [4, 12006361, 12006495, 329, 463],
      [5, 12022358, 12022903, 464, 1009],
      [6, 12037379, 12037521, 1010, 1152],
      [7, 12038860, 12038960, 1153, 1253],
      [8, 12043875, 12048325, 1254, 1359],
    ],
  },
  {
    gene: 'ETV6',
    id: 'ENST00000396373',
    version: 8,
    build: 'GRCh38',
    strand: '+',
    mane: true,
    cdsLength: 1359,
    source:
      'exons: GeneFuse gene table (Ensembl); CDS start from literature, end from protein length (CDS start from refGene row lifted; stop in exon 8/8; unmet nt 0)',
    exons: [
      [1, 11649854, 11650160, 1, 33],
      [2, 11752450, 11752579, 34, 163],
      [3, 11839140, 11839304, 164, 328],
      [4, 11853427, 11853561, 329, 463],
      [5, 11869424, 11869969, 464, 1009],
      [6, 11884445, 11884587, 1010, 1152],
      [7, 11885926, 11886026, 1153, 1253],
      [8, 11890941, 11895402, 1254, 1359],
    ],
  },
];
