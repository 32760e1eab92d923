/**
 * Whether the tumour carries an alteration that a pattern names. A finding that fits is met. Without one, only an
 * assay that covers the gene and cannot miss the kind of event makes it unmet; a pending, failed or partial assay, and
 * no assay at all, leave it unknown, each with its own reason.
 *
 * A report that names another variant of the same gene has read that gene: a further variant would stand in it.
 */
import {
  type AlterationPattern,
  alterationPattern,
  type NearestFinding,
  patternGenes,
  patternText,
  relateFindings,
} from '../../alteration/index.ts';
import { type EventKind, reachOf } from '../../case/index.ts';
import { combineMarkerTruths, type MarkerTruth, markerTruth } from '../../truth/index.ts';
import { type Datum, isUnknown, type LeafAnswer } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { ReadFinding, Subject } from '../subject.ts';

function eventOf(pattern: AlterationPattern): EventKind {
  if ('fusionOf' in pattern) return 'fusion';
  return 'amplification' in pattern || 'copyNumber' in pattern ? 'copyNumber' : 'smallVariant';
}

const eventWords: Readonly<Record<EventKind, string>> = {
  smallVariant: 'sequencing of',
  copyNumber: 'a copy number test of',
  fusion: 'an RNA test for fusions of',
  microsatelliteInstability: 'an MSI test of',
  mismatchRepair: 'mismatch repair stains of',
  tumourMutationalBurden: 'a mutational burden of',
  expression: 'an expression test of',
  promoterMethylation: 'a methylation test of',
};

const findingText = ({ finding }: ReadFinding): string =>
  `${finding.gene} ${finding.alteration}${finding.coding === undefined ? '' : ` (${finding.coding})`}: ${finding.status}`;

/** Recorded results that are no positive finding: negative, pending, failed and the others, on these genes. */
function statedResults(
  pattern: AlterationPattern,
  subject: Subject,
): readonly { truth: MarkerTruth; datum: Datum }[] {
  const genes = patternGenes(pattern);
  const event = eventOf(pattern);
  return subject.findings
    .filter(({ finding }) => finding.status !== 'positive')
    .filter(({ finding, alteration }) => {
      const named = alteration === undefined ? [finding.gene] : genesOfFinding(finding.gene);
      const ofEvent = alteration === undefined || kindOf(alteration.kind) === event;
      return ofEvent && named.some((gene) => genes.includes(gene));
    })
    .map((each) => ({
      truth: markerTruth(each.finding.status, reachOf(each.assay, { event, gene: each.finding.gene })),
      datum: datumOf(each.finding, findingText(each)),
    }));
}

const genesOfFinding = (printed: string): readonly string[] =>
  printed.split(/::|[:/ -]+/u).filter((part) => part !== '');

const kindOf = (kind: 'sequenceVariant' | 'copyNumber' | 'fusion'): EventKind =>
  kind === 'sequenceVariant' ? 'smallVariant' : kind;

/** What the assays say where no result is recorded: a finished one that covers the genes found nothing. */
function assayResults(
  pattern: AlterationPattern,
  subject: Subject,
): readonly { truth: MarkerTruth; datum: Datum }[] {
  const event = eventOf(pattern);
  const genes = patternGenes(pattern);
  return subject.record.assays.flatMap((assay) => {
    const datum = datumOf(assay, `${assay.name} (${assay.analyte}), ${assay.status}`);
    const reaches = genes.map((gene) => reachOf(assay, { event, gene }));
    if (reaches.every((reach) => reach === 'doesNotCover')) return [];
    const status = assay.status === 'done' ? 'negative' : assay.status;
    return reaches.map((reach) => ({ truth: markerTruth(status, reach), datum }));
  });
}

/** All genes of a pattern have to be excluded before the pattern is. */
function combined(results: readonly { truth: MarkerTruth; datum: Datum }[], genes: number): MarkerTruth {
  const excluded = results.filter((each) => each.truth.truth === 'unmet');
  if (excluded.length > 0 && excluded.length < genes) {
    return (
      results.map((each) => each.truth).find((each) => each.truth === 'unknown') ?? {
        truth: 'unknown',
        reason: 'notCovered',
      }
    );
  }
  return combineMarkerTruths(results.map((each) => each.truth));
}

function evaluate(pattern: AlterationPattern, subject: Subject): LeafAnswer {
  const positive = subject.findings.filter(({ finding }) => finding.status === 'positive');
  const read = positive.flatMap(({ alteration }) => (alteration === undefined ? [] : [alteration]));
  const nearest: NearestFinding | undefined = relateFindings(read, pattern);
  const genes = patternGenes(pattern);
  const settledBy = `${eventWords[eventOf(pattern)]} ${genes.join(', ')}`;
  const resolution =
    nearest === undefined || nearest.relation.resolution === 'none'
      ? {}
      : { resolution: nearest.relation.resolution };
  const source = positive.find((each) => each.alteration === nearest?.finding);
  const data =
    source === undefined || nearest === undefined
      ? []
      : [datumOf(source.finding, `${findingText(source)}. ${nearest.relation.sentence}`)];
  if (nearest?.relation.truth === 'met') return { truth: 'met', data, ...resolution };
  if (nearest?.relation.truth === 'unknown') {
    return { ...isUnknown(nearest.relation.reason ?? 'ambiguous', settledBy, ...data), ...resolution };
  }
  const sameEvent =
    source !== undefined &&
    source.alteration !== undefined &&
    kindOf(source.alteration.kind) === eventOf(pattern);
  if (nearest !== undefined && sameEvent && nearest.relation.resolution !== 'none')
    return { truth: 'unmet', data, ...resolution };

  const stated = statedResults(pattern, subject);
  const results = stated.length > 0 ? stated : assayResults(pattern, subject);
  if (results.length === 0) return { ...isUnknown('notTested', settledBy, ...data), ...resolution };
  const verdict = combined(results, stated.length > 0 ? 1 : genes.length);
  const shown = [...data, ...results.map((each) => each.datum)].filter(
    (datum, index, list) => list.findIndex((other) => other.text === datum.text) === index,
  );
  return verdict.truth === 'unknown'
    ? { ...isUnknown(verdict.reason, settledBy, ...shown), ...resolution }
    : { truth: verdict.truth, data: shown, ...resolution };
}

export const alterationLeaf = defineLeaf({
  name: 'alteration',
  schema: alterationPattern,
  evaluate,
  topic: (pattern) => {
    const kind = { smallVariant: 'variant', copyNumber: 'copyNumber', fusion: 'fusion' } as const;
    const event = eventOf(pattern);
    const word =
      event === 'smallVariant' || event === 'copyNumber' || event === 'fusion' ? kind[event] : event;
    return `${word}:${patternGenes(pattern)[0] ?? ''}`;
  },
  print: patternText,
});
