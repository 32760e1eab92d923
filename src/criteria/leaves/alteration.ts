/**
 * Whether the tumour carries an alteration that a pattern names. A finding that fits is met. Without one, every gene
 * of the pattern has to be excluded: by a negative result, or by an assay that covers the gene and cannot miss the kind
 * of event. A pending, failed or partial assay leaves it unknown, each with its own reason; so does a
 * record that names no test: silence is not the statement that nothing was tested.
 *
 * A report that names another variant of the same gene has read that gene: a further variant would stand in it, where
 * the assay covers its place.
 */
import {
  type Alteration,
  type AlterationPattern,
  alterationPattern,
  genesOf,
  patternGenes,
  patternText,
  relateAlteration,
  relateFindings,
} from '../../alteration/index.ts';
import { type Assay, reachOf } from '../../case/index.ts';
import { geneOf } from '../../genes/index.ts';
import { combineMarkerTruths, type MarkerTruth, markerTruth } from '../../truth/index.ts';
import { type Datum, isUnknown, type LeafAnswer } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import type { ReadFinding, Subject } from '../subject.ts';
import { assayText } from './assay-text.ts';
import { eventOf, eventsOf, type PatternEvent, reachInGene, reachOnChromosome } from './gene-coverage.ts';
import { markerStatusWords } from './marker-status-words.ts';
import { excludes } from './negative-result.ts';

const eventWords = {
  smallVariant: 'sequencing of',
  copyNumber: 'a copy number test of',
  fusion: 'an RNA test for fusions of',
} as const;

/** The test that would settle a pattern. */
function testFor(pattern: AlterationPattern): string {
  if ('chromosome' in pattern)
    return `${eventOf(pattern) === 'fusion' ? 'a karyotype or genome sequencing for' : 'a copy number test for'} ${patternText(pattern)}`;
  const genes = patternGenes(pattern).join(', ');
  if ('exonChange' in pattern) return `an RNA test of ${genes}`;
  if ('lossOfFunction' in pattern) return `sequencing and a copy number test of ${genes}`;
  return `${eventWords[eventOf(pattern)]} ${genes}`;
}

/** The place that a pattern is about: its first gene, or its chromosome. */
const placeOf = (pattern: AlterationPattern): string =>
  'chromosome' in pattern
    ? `chromosome ${pattern.chromosome}${pattern.arm ?? ''}`
    : (patternGenes(pattern)[0] ?? '');

const findingText = ({ finding }: ReadFinding): string =>
  `${finding.gene} ${finding.alteration}${finding.coding === undefined ? '' : ` (${finding.coding})`}: ${markerStatusWords[finding.status]}`;

/** The kind of event that a finding is. */
function eventFound(alteration: Alteration): PatternEvent {
  switch (alteration.kind) {
    case 'sequenceVariant':
    case 'exonChange':
      return 'smallVariant';
    case 'copyNumber':
      return 'copyNumber';
    case 'chromosomal':
      return alteration.change === 'translocation' || alteration.change === 'inversion'
        ? 'fusion'
        : 'copyNumber';
    case 'fusion':
      return 'fusion';
  }
}

/**
 * Whether a report that names another change in the gene has looked where the pattern lies: not for whole exons where it
 * names a change within the sequence, and not for a loss of function, which the copies may show as well.
 */
function hasLookedFor(pattern: AlterationPattern, found: Alteration): boolean {
  if ('lossOfFunction' in pattern) return false;
  return 'exonChange' in pattern ? found.kind === 'exonChange' : true;
}

/** One result about one gene of the pattern. */
interface Result {
  readonly truth: MarkerTruth;
  readonly datum: Datum;
}

function namesGene({ finding, alteration }: ReadFinding, gene: string): boolean {
  const named = alteration === undefined ? finding.gene.split(/::|[:/ -]+/u) : genesOf(alteration);
  return named.some((each) => (geneOf(each)?.symbol ?? each).toUpperCase() === gene.toUpperCase());
}

/** What the findings say of one gene where none of them fits the pattern. */
function findingResults(
  pattern: AlterationPattern,
  gene: string,
  findings: readonly ReadFinding[],
): Result[] {
  const event = eventOf(pattern);
  return findings.flatMap((each): Result[] => {
    const { alteration, finding } = each;
    if (!namesGene(each, gene)) return [];
    const datum = datumOf(finding, findingText(each));
    if (alteration === undefined) return [{ truth: { truth: 'unknown', reason: 'notModelled' }, datum }];
    if (!eventsOf(pattern).includes(eventFound(alteration))) return [];
    const reach = reachInGene(each.assay, pattern, gene);
    if (finding.status === 'positive') {
      const hasReadPlace = event === 'smallVariant' ? reach === 'detects' || reach === 'unstated' : true;
      return hasLookedFor(pattern, alteration) &&
        hasReadPlace &&
        relateAlteration(alteration, pattern).truth === 'unmet'
        ? [{ truth: { truth: 'unmet' }, datum }]
        : [];
    }
    if (finding.status === 'negative' && !excludes(alteration, pattern)) return [];
    return [{ truth: markerTruth(finding.status, reach), datum }];
  });
}

/** Whether an assay looks for any event of the pattern in any of its genes. */
function looksAt(assay: Assay, pattern: AlterationPattern): boolean {
  const events =
    'exonChange' in pattern ? (['smallVariant', 'fusion', 'copyNumber'] as const) : eventsOf(pattern);
  return patternGenes(pattern).some((gene) =>
    events.some((event) => reachOf(assay, { event, gene }) !== 'doesNotCover'),
  );
}

/** What findings and assays say of a chromosome where none of the findings fits. */
function chromosomeResults(pattern: AlterationPattern, subject: Subject): readonly Result[] {
  const stated = subject.findings.flatMap((each): Result[] => {
    const { alteration, finding, assay } = each;
    if (alteration === undefined || finding.status === 'positive' || !excludes(alteration, pattern))
      return [];
    const truth = markerTruth(finding.status, reachOnChromosome(assay, pattern));
    return [{ truth, datum: datumOf(finding, findingText(each)) }];
  });
  const ofAssays = subject.record.assays.flatMap((assay): Result[] => {
    const reach = reachOnChromosome(assay, pattern);
    if (reach === 'doesNotCover') return [];
    const truth = markerTruth(assay.status === 'done' ? 'negative' : assay.status, reach);
    return [{ truth, datum: datumOf(assay, assayText(assay)) }];
  });
  return stated.length > 0 ? stated : ofAssays;
}

/** What the assays say of one gene where no finding speaks of it: a finished one that covers it found nothing. */
function assayResults(pattern: AlterationPattern, gene: string, subject: Subject): Result[] {
  return subject.record.assays.flatMap((assay): Result[] => {
    if (!looksAt(assay, pattern)) return [];
    const status = assay.status === 'done' ? 'negative' : assay.status;
    const truth = markerTruth(status, reachInGene(assay, pattern, gene));
    return [{ truth, datum: datumOf(assay, assayText(assay)) }];
  });
}

/** All that is known of one gene. A finding stands before the assay it comes from. */
function geneResults(pattern: AlterationPattern, gene: string, subject: Subject): readonly Result[] {
  const speaking = subject.findings.filter((each) => findingResults(pattern, gene, [each]).length > 0);
  const stated = findingResults(pattern, gene, speaking);
  const isUntied = speaking.some(({ assay }) => assay === undefined);
  const others = subject.record.assays.filter((assay) => speaking.every((each) => each.assay !== assay));
  const ofAssays = isUntied
    ? []
    : assayResults(pattern, gene, { ...subject, record: { ...subject.record, assays: others } });
  const isNotCovered = ({ truth }: Result) => truth.truth === 'unknown' && truth.reason === 'notCovered';
  const results = [...stated, ...ofAssays];
  return [...results.filter((each) => !isNotCovered(each)), ...results.filter(isNotCovered)];
}

function withoutRepeats(data: readonly Datum[]): readonly Datum[] {
  return data.filter((datum, index) => data.findIndex((other) => other.text === datum.text) === index);
}

function evaluate(pattern: AlterationPattern, subject: Subject): LeafAnswer {
  if ('amplification' in pattern && pattern.alone === true) return evaluateAlone(pattern.gene, subject);
  const positive = subject.findings.filter(({ finding }) => finding.status === 'positive');
  const read = positive.flatMap(({ alteration }) => (alteration === undefined ? [] : [alteration]));
  const originOf = (alteration: Alteration) =>
    positive.find((each) => each.alteration === alteration)?.finding.origin ?? 'unknown';
  const { effectOf } = subject;
  const nearest = relateFindings(read, pattern, {
    originOf,
    ...(effectOf === undefined ? {} : { effectOf }),
  });
  const genes = patternGenes(pattern);
  const settledBy = testFor(pattern);
  const source = positive.find((each) => each.alteration === nearest?.finding);
  const isNear = nearest !== undefined && nearest.relation.resolution !== 'none';
  const resolution = isNear ? { resolution: nearest.relation.resolution } : {};
  const data =
    isNear && source !== undefined
      ? [datumOf(source.finding, `${findingText(source)}. ${nearest.relation.sentence}`)]
      : [];
  if (nearest?.relation.truth === 'met') return { truth: 'met', data, ...resolution };
  if (nearest?.relation.truth === 'unknown')
    return { ...isUnknown(nearest.relation.reason ?? 'ambiguous', settledBy, ...data), ...resolution };

  const byGene =
    'chromosome' in pattern
      ? [chromosomeResults(pattern, subject)]
      : genes.map((gene) => geneResults(pattern, gene, subject));
  const verdicts = byGene.map((results) =>
    results.length === 0
      ? ({ truth: 'unknown', reason: 'notRecorded' } as const)
      : combineMarkerTruths(results.map(({ truth }) => truth)),
  );
  const ofSource = source === undefined ? [] : [findingText(source)];
  const shown = withoutRepeats([
    ...data,
    ...byGene
      .flat()
      .flatMap(({ datum }) => (data.length > 0 && ofSource.includes(datum.text) ? [] : [datum])),
  ]);
  const open = verdicts.find((verdict) => verdict.truth === 'unknown');
  return open === undefined || open.truth !== 'unknown'
    ? { truth: 'unmet', data: shown, ...resolution }
    : { ...isUnknown(open.reason, settledBy, ...shown), ...resolution };
}

/** Amplified, and without a mutation: the gene has to be sequenced before it counts as alone. */
function evaluateAlone(gene: string, subject: Subject): LeafAnswer {
  const amplified = evaluate({ gene, amplification: true }, subject);
  if (amplified.truth !== 'met') return amplified;
  const mutated = evaluate({ gene, anyMutation: true }, subject);
  const data = withoutRepeats([...amplified.data, ...mutated.data]);
  const resolution = amplified.resolution === undefined ? {} : { resolution: amplified.resolution };
  switch (mutated.truth) {
    case 'met':
      return { truth: 'unmet', data, resolution: 'sameGene' };
    case 'unmet':
      return { truth: 'met', data, ...resolution };
    case 'unknown':
      return { ...isUnknown(mutated.reason, mutated.settledBy, ...data), ...resolution };
  }
}

export const alterationLeaf = defineLeaf({
  name: 'alteration',
  schema: alterationPattern,
  evaluate,
  topic: (pattern) => {
    const words = { smallVariant: 'variant', copyNumber: 'copyNumber', fusion: 'fusion' } as const;
    return `${words[eventOf(pattern)]}:${placeOf(pattern)}`;
  },
  print: patternText,
});
