/**
 * Biomarkers that are not one gene's alteration: MSI, mismatch repair, tumour mutational burden, PD-L1, MGMT, HER2
 * and others. A value without the asked scoring system does not answer. Asked with a limit, the value decides; asked
 * without one, the status does, unless its own value contradicts it by a cut-off in general use.
 */
import * as z from 'zod';
import {
  type Assay,
  type Biomarker,
  type BiomarkerKind,
  biomarkerKinds,
  type EventKind,
  reachOf,
} from '../../case/index.ts';
import { type AssayReach, combineMarkerTruths, type MarkerTruth, markerTruth } from '../../truth/index.ts';
import { compareRange, unitOf } from '../../units/index.ts';
import { answer, isUnknown, type LeafAnswer } from '../answer.ts';
import { boundFields, boundsText, hasLimit, isPossible, noLimit, noNumber, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { Subject } from '../subject.ts';
import { markerStatusWords } from './marker-status-words.ts';

/** The event that an assay looks for, and the gene where the marker is one gene's. */
const events: Partial<Record<BiomarkerKind, { readonly event: EventKind; readonly gene?: string }>> = {
  MSI: { event: 'microsatelliteInstability' },
  MMR: { event: 'mismatchRepair' },
  TMB: { event: 'tumourMutationalBurden' },
  MGMT: { event: 'promoterMethylation', gene: 'MGMT' },
};

/**
 * From which value a marker is positive, where one cut-off is in general use: TMB-high from 10 mutations per megabase
 * (US label of pembrolizumab, June 2020).
 */
const cutOffs: Partial<Record<BiomarkerKind, { readonly from: number; readonly unit: string }>> = {
  TMB: { from: 10, unit: 'mut/Mb' },
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

type Question = z.output<typeof question>;

const biomarkerText = (each: Biomarker): string =>
  [each.marker, markerStatusWords[each.status], each.value?.printed, each.scoring]
    .filter((word) => word !== undefined)
    .join(' ');

function reach(assay: Assay | undefined, marker: BiomarkerKind): AssayReach {
  const looked = events[marker];
  if (assay === undefined || looked === undefined) return 'detects';
  // An assay made for the marker need not list its one gene; a list without the gene excludes it.
  const { event } = looked;
  return reachOf(assay, assay.genes === 'unstated' ? { event } : looked);
}

/** The unit that a scoring system is, where it is one: `mutations per megabase` is mut/Mb, CPS is none. */
const unitOfScoring = (scoring: string): string | undefined =>
  unitOf(scoring.replace(/^(?:mutations|muts?) per /i, 'mutations/'));

/** The unit of a value: its own, else the scoring system where that is a unit. */
const valueUnit = ({ value, scoring = '' }: Biomarker): string | undefined =>
  value?.unit == null ? unitOfScoring(scoring) : unitOf(value.unit);

/** Whether a value is in the scoring system asked for, by its name or by the unit that it is. */
function isScoredBy(asked: string, result: Biomarker): boolean {
  if (result.scoring?.toLowerCase() === asked.toLowerCase()) return true;
  const unit = unitOfScoring(asked);
  return unit !== undefined && valueUnit(result) === unit;
}

/** Whether a result is called positive or negative against the cut-off of its own value. */
function contradictsCutOff(result: Biomarker): boolean {
  const cutOff = cutOffs[result.marker];
  const range = result.value?.range;
  if (cutOff === undefined || range == null || valueUnit(result) !== cutOff.unit) return false;
  const isReached = compareRange(range, '>=', cutOff.from);
  return (
    (result.status === 'positive' && isReached === 'unmet') ||
    (result.status === 'negative' && isReached === 'met')
  );
}

function evaluate({ marker, scoring, ...bounds }: Question, { record }: Subject): LeafAnswer {
  const settledBy = `test ${marker}`;
  const results = record.biomarkers.filter((each) => each.marker === marker);
  if (results.length === 0) return isUnknown('notRecorded', settledBy);
  const data = results.map((each) => datumOf(each, biomarkerText(each)));
  const truths = results.map((each): MarkerTruth => {
    if (!hasLimit(bounds) && contradictsCutOff(each)) return { truth: 'unknown', reason: 'conflicting' };
    const assay = record.assays.find((candidate) => candidate.id === each.assay);
    return markerTruth(each.status, reach(assay, marker));
  });
  const combined = combineMarkerTruths(truths);
  if (!hasLimit(bounds)) {
    if (combined.truth !== 'unknown') return { truth: combined.truth, data };
    const cutOff = results.some(contradictsCutOff) ? cutOffs[marker] : undefined;
    if (combined.reason !== 'conflicting' || cutOff === undefined) return { ...combined, settledBy, data };
    const usual = `${cutOff.from} ${cutOff.unit} is the usual one`;
    return isUnknown('conflicting', `state by which cut-off ${marker} was judged: ${usual}`, ...data);
  }
  const latest = mostRecent(
    results.filter(
      (each) => each.value?.range != null && (scoring === undefined || isScoredBy(scoring, each)),
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

const positiveWords: Record<BiomarkerKind, string> = {
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
