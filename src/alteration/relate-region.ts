/** Whether a sequence variant lies in a region of its gene: codons, exons of the reference transcript, or a named part. */
import { accessionOf, domainsOf, geneOf, isKinaseDomain, transcriptOf } from '../genes/index.ts';
import type { Truth } from '../truth/index.ts';
import type { GeneRegion, SequenceVariant } from './alteration.ts';
import { regionTexts } from './describe-alteration.ts';
import { readProteinChange } from './read-protein-change.ts';
import { findingText } from './relate-text.ts';
import type { RelationPart } from './relation.ts';
import { factsOf } from './variant-facts.ts';

/**
 * The variant with each suggestion in place of what is printed, beside the printed one; undefined when the printed place
 * is doubtful and nothing else is suggested.
 */
function interpretations(finding: SequenceVariant): readonly SequenceVariant[] | undefined {
  if (finding.reference.status !== 'mismatch') return [finding];
  const suggested = finding.reference.suggestions.flatMap(({ text }) => {
    const change = readProteinChange(text)?.change;
    return change === undefined ? [] : [{ ...finding, protein: change }];
  });
  return suggested.length === 0 ? undefined : [finding, ...suggested];
}

/** One truth from several interpretations: they agree, or it is open. */
function together(truths: readonly Truth[]): Truth {
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : 'unknown';
}

const doubtful = (finding: SequenceVariant): string =>
  `${findingText(finding)} names a reference that does not stand at its position`;

/** The transcript on which exons are counted; undefined where the exon is only what the report prints. */
function referenceOf(finding: SequenceVariant): string | undefined {
  const gene = geneOf(finding.gene);
  const transcript = gene === undefined ? undefined : transcriptOf(gene);
  const hasPlace = finding.protein !== undefined || finding.coding !== undefined;
  return transcript === undefined || !hasPlace ? undefined : accessionOf(transcript);
}

/** True where the text counts on a transcript that is held and is not the reference one. */
function isOnOtherTranscript(finding: SequenceVariant): boolean {
  const gene = geneOf(finding.gene);
  if (gene === undefined || finding.transcript === undefined) return false;
  const named = transcriptOf(gene, finding.transcript);
  return named !== undefined && named !== transcriptOf(gene);
}

/** Whether the variant lies wholly within the exons. */
export function exonPart(finding: SequenceVariant, exons: readonly number[]): RelationPart {
  const name = `exon ${exons.join(' or ')}`;
  const text = findingText(finding);
  const open = (
    rule: RelationPart['rule'],
    reason: 'ambiguous' | 'notRecorded' | 'notModelled' | 'conflicting',
    sentence: string,
  ): RelationPart => ({ truth: 'unknown', rule, reason, sentence });
  if (isOnOtherTranscript(finding))
    return open(
      'exonNumbersOpen',
      'ambiguous',
      `${text} is counted on ${finding.transcript}; which exon of the reference transcript it is in is open.`,
    );
  const meant = interpretations(finding);
  if (meant === undefined)
    return open('referenceDoubtful', 'ambiguous', `${doubtful(finding)}, so its exon is open.`);
  const located = meant.map((each) => factsOf(each).exons);
  const [first] = located;
  if (first === undefined) {
    const isPlaced = finding.protein !== undefined || finding.coding !== undefined;
    return open('exonUnknown', isPlaced ? 'notModelled' : 'notRecorded', `The exon of ${text} is not known.`);
  }
  if (finding.exon !== undefined && !first.includes(finding.exon))
    return open(
      'exonConflict',
      'conflicting',
      `The report says exon ${finding.exon}, the change lies in exon ${first.join(' or ')}.`,
    );
  const truth = together(
    located.map((each): Truth => {
      if (each === undefined) return 'unknown';
      if (each.every((exon) => exons.includes(exon))) return 'met';
      return each.some((exon) => exons.includes(exon)) ? 'unknown' : 'unmet';
    }),
  );
  if (truth === 'unknown')
    return located.length > 1
      ? open('referenceDoubtful', 'ambiguous', `${doubtful(finding)}, so whether it lies in ${name} is open.`)
      : open('spansExons', 'ambiguous', `${text} lies in exon ${first.join(' and ')}, not in ${name} alone.`);
  const transcript = referenceOf(finding);
  const counted = transcript === undefined ? '' : `, on ${transcript}`;
  return {
    truth,
    rule: truth === 'met' ? 'withinExon' : 'outsideExon',
    sentence: `${text} lies in exon ${first.join(' or ')}${counted}.`,
  };
}

/** Whether the variant lies wholly within the codons. */
export function codonPart(finding: SequenceVariant, [from, to]: readonly [number, number]): RelationPart {
  const text = findingText(finding);
  const spans = (interpretations(finding) ?? []).map((each) => factsOf(each).span);
  const truth = together(
    spans.map((span): Truth => {
      if (span === undefined) return 'unknown';
      if (span.start >= from && span.end <= to) return 'met';
      return span.end < from || span.start > to ? 'unmet' : 'unknown';
    }),
  );
  const name = from === to ? `codon ${from}` : `codons ${from} to ${to}`;
  if (truth !== 'unknown')
    return {
      truth,
      rule: truth === 'met' ? 'withinCodons' : 'outsideCodons',
      sentence: `${text} lies ${truth === 'met' ? '' : 'not '}in ${name}.`,
    };
  if (finding.reference.status === 'mismatch')
    return {
      truth,
      rule: 'referenceDoubtful',
      reason: 'ambiguous',
      sentence: `${doubtful(finding)}, so its codon is open.`,
    };
  return spans[0] === undefined
    ? unknownCodon(finding, [from, to])
    : { truth, rule: 'beyondCodons', reason: 'ambiguous', sentence: `${text} reaches beyond ${name}.` };
}

/** Where only an exon is known, it may lie wholly outside the codons. */
function unknownCodon(finding: SequenceVariant, [from, to]: readonly [number, number]): RelationPart {
  const { exons } = factsOf(finding);
  const gene = geneOf(finding.gene);
  const transcript = gene === undefined ? undefined : transcriptOf(gene);
  const coded = (exons ?? []).flatMap(
    (number) => transcript?.exons.find((exon) => exon.number === number)?.cds ?? [],
  );
  const isElsewhere =
    coded.length > 0 &&
    coded.length === exons?.length &&
    coded.every(({ start, end }) => end < 3 * from - 2 || start > 3 * to);
  if (isElsewhere)
    return {
      truth: 'unmet',
      rule: 'outsideCodons',
      sentence: `${findingText(finding)} lies in exon ${exons.join(' or ')}, outside codons ${from} to ${to}.`,
    };
  return {
    truth: 'unknown',
    rule: 'codonUnknown',
    reason: 'notRecorded',
    sentence: `The codon of ${findingText(finding)} is not reported.`,
  };
}

/** Whether the variant lies in a part of the gene that is named without positions. */
export function regionPart(finding: SequenceVariant, region: GeneRegion): RelationPart {
  const text = findingText(finding);
  const name = regionTexts[region];
  if (finding.region === region)
    return { truth: 'met', rule: 'withinRegion', sentence: `${text} lies in the ${name}.` };
  const { coding } = finding;
  if (region === 'promoter' && (finding.protein !== undefined || coding !== undefined)) {
    // The promoter has no bound of its own; bases before the start codon are what reports number as promoter.
    const isBefore = coding?.start.region === 'beforeStart' && finding.protein === undefined;
    return isBefore
      ? {
          truth: 'unknown',
          rule: 'regionUnknown',
          reason: 'ambiguous',
          sentence: `Whether ${text} lies in the ${name} is not reported.`,
        }
      : {
          truth: 'unmet',
          rule: 'outsideRegion',
          sentence: `${text} lies in the transcript, not in the ${name}.`,
        };
  }
  return (
    domainPart(finding, region) ?? {
      truth: 'unknown',
      rule: 'regionUnknown',
      reason: 'notModelled',
      sentence: `Whether ${text} lies in the ${name} is not known.`,
    }
  );
}

/** Where the domain tables set the bounds of the kinase domain; undefined where none holds the gene. */
export function kinaseBounds(symbol: string): readonly (readonly [number, number])[] | undefined {
  const gene = geneOf(symbol);
  const kinases = gene === undefined ? undefined : domainsOf(gene)?.filter(isKinaseDomain);
  return kinases === undefined || kinases.length === 0
    ? undefined
    : kinases.map(({ start, end }) => [start, end] as const);
}

/** The kinase domain by the domain tables of the gene, which may differ; other parts have no bounds that are held. */
function domainPart(finding: SequenceVariant, region: GeneRegion): RelationPart | undefined {
  if (region !== 'kinaseDomain') return undefined;
  const parts = kinaseBounds(finding.gene)?.map((bounds) => codonPart(finding, bounds));
  const [first] = parts ?? [];
  if (parts === undefined || first === undefined) return undefined;
  const named = together(parts.map(({ truth }) => truth));
  if (named !== 'unknown' || first.truth === 'unknown')
    return named === 'unknown'
      ? first
      : { ...first, rule: named === 'met' ? 'withinRegion' : 'outsideRegion' };
  return {
    truth: 'unknown',
    rule: 'regionUnknown',
    reason: 'ambiguous',
    sentence: `Domain tables differ on whether ${findingText(finding)} lies in the ${regionTexts[region]}.`,
  };
}
