/**
 * Biomarkers that are not one gene's alteration: MSI, mismatch repair, tumour mutational burden, PD-L1, MGMT, HER2
 * and others. A value without the asked scoring system does not answer.
 */
import * as z from 'zod';
import { type Biomarker, biomarkerKinds, type EventKind, reachOf } from '../../case/index.ts';
import { combineMarkerTruths, markerTruth } from '../../truth/index.ts';
import { answer, isUnknown, type LeafAnswer } from '../answer.ts';
import { boundFields, boundsText, withinBounds } from '../bounds.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { Subject } from '../subject.ts';

const events: Partial<Record<(typeof biomarkerKinds)[number], EventKind>> = {
  MSI: 'microsatelliteInstability',
  MMR: 'mismatchRepair',
  TMB: 'tumourMutationalBurden',
  MGMT: 'promoterMethylation',
};

const question = z.strictObject({
  marker: z.enum(biomarkerKinds),
  scoring: z
    .string()
    .min(1)
    .describe('The scoring system the limits are in: CPS, TPS, mutations per megabase')
    .exactOptional(),
  ...boundFields,
});
type Question = z.output<typeof question>;

const biomarkerText = (each: Biomarker): string =>
  [each.marker, each.status, each.value?.printed, each.scoring]
    .filter((word) => word !== undefined)
    .join(' ');

function evaluate({ marker, scoring, ...bounds }: Question, { record }: Subject): LeafAnswer {
  const settledBy = `test ${marker}`;
  const results = record.biomarkers.filter((each) => each.marker === marker);
  if (results.length === 0) return isUnknown('notTested', settledBy);
  const data = results.map((each) => datumOf(each, biomarkerText(each)));
  const event = events[marker];
  if (Object.keys(bounds).length === 0) {
    const truths = results.map((each) => {
      const assay = record.assays.find((candidate) => candidate.id === each.assay);
      const reach = assay === undefined || event === undefined ? 'detects' : reachOf(assay, { event });
      return markerTruth(each.status, reach);
    });
    const combined = combineMarkerTruths(truths);
    return combined.truth === 'unknown' ? { ...combined, settledBy, data } : { truth: combined.truth, data };
  }
  const measured = results.filter(
    (each) => each.value?.range != null && (scoring === undefined || each.scoring === scoring),
  );
  const range = measured.at(-1)?.value?.range;
  if (range === undefined || range === null) {
    return isUnknown(
      'unitUnknown',
      `give ${marker} ${scoring === undefined ? 'as a number' : `as ${scoring}`}`,
      ...data,
    );
  }
  return answer(withinBounds(range, bounds), data, { reason: 'rangeSpansLimit', settledBy });
}

const positiveWords: Record<(typeof biomarkerKinds)[number], string> = {
  MSI: 'MSI-high',
  MMR: 'deficient mismatch repair',
  TMB: 'high tumour mutational burden',
  'PD-L1': 'PD-L1 positive',
  MGMT: 'MGMT deficient or methylated',
  HER2: 'HER2 positive',
  DLL3: 'DLL3 positive',
  SSTR2: 'SSTR2 positive',
  RB1: 'RB1 lost or mutated',
  TP53: 'TP53 mutated',
  DAXX: 'DAXX lost or mutated',
  ATRX: 'ATRX lost or mutated',
  MEN1: 'MEN1 mutated',
};

export const biomarkerLeaf = defineLeaf({
  name: 'biomarker',
  schema: question,
  evaluate,
  topic: ({ marker }) => `biomarker:${marker}`,
  print: ({ marker, scoring, ...bounds }) =>
    Object.keys(bounds).length === 0
      ? positiveWords[marker]
      : `${marker} ${boundsText(bounds)}${scoring === undefined ? '' : ` (${scoring})`}`,
});
