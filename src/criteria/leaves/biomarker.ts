/**
 * Biomarkers that are not one gene's alteration: MSI, mismatch repair, tumour mutational burden, PD-L1, MGMT, HER2
 * and others. A value without the asked scoring system does not answer.
 */
import * as z from 'zod';
import { type Biomarker, biomarkerKinds, type EventKind, reachOf } from '../../case/index.ts';
import { combineMarkerTruths, markerTruth } from '../../truth/index.ts';
import { answer, isUnknown, type LeafAnswer } from '../answer.ts';
import { boundFields, boundsText, hasLimit, isPossible, noLimit, noNumber, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { Subject } from '../subject.ts';

const events: Partial<Record<(typeof biomarkerKinds)[number], EventKind>> = {
  MSI: 'microsatelliteInstability',
  MMR: 'mismatchRepair',
  TMB: 'tumourMutationalBurden',
  MGMT: 'promoterMethylation',
};

const question = z
  .strictObject({
    marker: z.enum(biomarkerKinds),
    scoring: z
      .string()
      .min(1)
      .describe('The scoring system the limits are in: CPS, TPS, mutations per megabase')
      .exactOptional(),
    ...boundFields,
  })
  .refine((asked) => asked.scoring === undefined || hasLimit(asked), noLimit)
  .refine(isPossible, noNumber);

const sameScoring = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
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
  const truths = results.map((each) => {
    const assay = record.assays.find((candidate) => candidate.id === each.assay);
    const reach = assay === undefined || event === undefined ? 'detects' : reachOf(assay, { event });
    return markerTruth(each.status, reach);
  });
  const combined = combineMarkerTruths(truths);
  if (!hasLimit(bounds))
    return combined.truth === 'unknown' ? { ...combined, settledBy, data } : { truth: combined.truth, data };
  const latest = mostRecent(
    results.filter(
      (each) => each.value?.range != null && (scoring === undefined || sameScoring(each.scoring, scoring)),
    ),
  );
  const range = latest?.value?.range;
  if (latest !== undefined && range != null) {
    const used = datumOf(latest, biomarkerText(latest));
    return answer(withinBounds(range, bounds), [used], { reason: 'rangeSpansLimit', settledBy });
  }
  if (combined.truth === 'unknown') return { ...combined, settledBy, data };
  const wanted = scoring === undefined ? 'as a number' : `as ${scoring}`;
  return isUnknown('unitUnknown', `give ${marker} ${wanted}`, ...data);
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
