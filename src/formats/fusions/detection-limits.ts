/**
 * What an assay for fusions can miss. Not finding a fusion says no more than that the assay, with these reads, did not
 * show it; each sentence has its source.
 */

/** How fusions were looked for. */
export type FusionAssay = 'rnaTargeted' | 'rnaWhole' | 'dnaPanel' | 'longReadRna';

/** One limit of an assay. */
export interface DetectionLimit {
  readonly sentence: string;
  readonly source: string;
}

const expressed: DetectionLimit = {
  sentence:
    'RNA shows only fusions that are transcribed in the tissue sampled; degraded RNA and few tumour cells hide them.',
  source: 'follows from the method',
};

/** What each kind of assay can miss. */
export const detectionLimits: Readonly<Record<FusionAssay, readonly DetectionLimit[]>> = {
  rnaTargeted: [
    expressed,
    {
      sentence:
        'Targeted RNA assays for NTRK fusions needed between 1 and 620 copies of a fusion, by assay and fusion; of formalin-fixed samples 43 to 83% passed quality control.',
      source: 'J Mol Diagn 2021, comparison of three targeted RNA assays for NTRK fusions (abstract)',
    },
  ],
  rnaWhole: [
    expressed,
    {
      sentence:
        'On a reference material with 16 known fusions, three replicates of RNA sequencing showed 7, 15 and 9 of them with Arriba and 8, 13 and 9 with STAR-Fusion.',
      source: 'SeraSeq Fusion RNA v4, three replicates, recomputed in the test of this room',
    },
    {
      sentence:
        'STAR-Fusion leaves out fusions below 0.1 fusion fragments per million unless told otherwise.',
      source: 'STAR-Fusion, issue 387',
    },
  ],
  dnaPanel: [
    {
      sentence:
        'DNA panels see a fusion only where the broken intron is covered; the large introns of NTRK2 and NTRK3 are as a rule not. A negative result does not exclude an NTRK fusion.',
      source: 'PMC6589488',
    },
  ],
  longReadRna: [
    expressed,
    {
      sentence: 'Depth is lower than that of short reads, so that rare transcripts are missed.',
      source: 'follows from the method',
    },
  ],
};

/** The assay that a caller's input implies. */
export function usualAssay(format: string): FusionAssay {
  if (format === 'cBioPortal SV') return 'dnaPanel';
  return format === 'ctat-LR-fusion' ? 'longReadRna' : 'rnaWhole';
}
