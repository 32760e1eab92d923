/** Transcripts of BRAF. Written by scripts/import/gene-models.ts; not edited by hand. */
import type { TranscriptRow } from './transcript.ts';

export const transcriptsBraf: readonly TranscriptRow[] = [
  {
    gene: 'BRAF',
    id: 'ENST00000288602',
    version: 10,
    build: 'GRCh38',
    strand: '-',
    mane: false,
    cdsLength: 2301,
    source:
      'exons: GeneFuse gene table (Ensembl); CDS start from literature, end from protein length (CDS start lifted by constant offset; stop in exon 18/18; unmet nt 0)',
    exons: [
      [1, 140924566, 140924764, 1, 138],
      [2, 140850111, 140850212, 139, 240],
      [3, 140834609, 140834872, 241, 504],
      [4, 140808892, 140808995, 505, 608],
      [5, 140807960, 140808062, 609, 711],
      [6, 140801412, 140801560, 712, 860],
      [7, 140800362, 140800481, 861, 980],
      [8, 140794308, 140794467, 981, 1140],
      [9, 140787548, 140787584, 1141, 1177],
      [10, 140783021, 140783157, 1178, 1314],
      [11, 140781576, 140781693, 1315, 1432],
      [12, 140777991, 140778075, 1433, 1517],
      [13, 140776912, 140777088, 1518, 1694],
      [14, 140754187, 140754233, 1695, 1741],
      [15, 140753275, 140753393, 1742, 1860],
      [16, 140749287, 140749418, 1861, 1992],
      [17, 140739812, 140739946, 1993, 2127],
      [18, 140734479, 140734770, 2128, 2301],
    ],
  },
];
