/** Relates a finding to a pattern by explicit rules; the answer says how near the two are and which rule decided. */
import type { Truth } from '../truth/index.ts';
import { type Alteration, genesOf, type SequenceVariant } from './alteration.ts';
import type { AlterationPattern } from './alteration-pattern.ts';
import { genesOfPattern } from './pattern-genes.ts';
import { patternText } from './pattern-text.ts';
import { namedPart } from './pattern-variant.ts';
import {
  relateChromosomal,
  relateChromosomeToCopies,
  relateChromosomeToFusion,
} from './relate-chromosomal.ts';
import { relateAlone, relateCopyNumber } from './relate-copy-number.ts';
import { relateExact } from './relate-exact.ts';
import { relateExonChange, relateSpliceVariant, relateWholeExons } from './relate-exon-change.ts';
import { exonChangeOfFusion } from './relate-exon-frame.ts';
import { relateToFusion, relateToRearrangement } from './relate-junction.ts';
import { relateLossOfFunction } from './relate-loss-of-function.ts';
import { relateParts, withOrigin } from './relate-parts.ts';
import { codonPart, exonPart, kinaseBounds, regionPart } from './relate-region.ts';
import { findingText } from './relate-text.ts';
import { fails, open, type Relation, type RelationContext, resolutions } from './relation.ts';

const kindTexts: Readonly<Record<Alteration['kind'], string>> = {
  sequenceVariant: 'a mutation',
  copyNumber: 'a change of copy number',
  fusion: 'a fusion',
  exonChange: 'a change of whole exons',
  chromosomal: 'a change of a chromosome',
};

function otherKind(finding: Alteration, pattern: AlterationPattern): Relation {
  const asksMutation = ['variant', 'codons', 'exon', 'region', 'anyMutation'].some((key) => key in pattern);
  const isAmplified = finding.kind === 'copyNumber' && finding.change === 'amplification' && asksMutation;
  const asksAmplified = finding.kind === 'sequenceVariant' && 'amplification' in pattern;
  return fails(
    'sameGene',
    isAmplified || asksAmplified ? 'amplificationIsNoMutation' : 'otherKind',
    `${findingText(finding)} is ${kindTexts[finding.kind]}; it says nothing of ${patternText(pattern)}.`,
  );
}

/** Patterns of one gene or several: all but those of a chromosome. */
type GenePattern = Exclude<AlterationPattern, { chromosome: unknown }>;
type PlacePattern = Extract<AlterationPattern, { type?: unknown }>;

function relatePlace(finding: SequenceVariant, pattern: PlacePattern, context: RelationContext): Relation {
  if ('codons' in pattern)
    return relateParts(finding, 'codons', codonPart(finding, pattern.codons), pattern, context);
  if ('exon' in pattern)
    return relateParts(finding, 'exon', exonPart(finding, [pattern.exon].flat()), pattern, context);
  if ('region' in pattern)
    return relateParts(finding, 'codons', regionPart(finding, pattern.region), pattern, context);
  const anywhere = {
    truth: 'met',
    rule: 'inGene',
    sentence: `${findingText(finding)} is a mutation of ${finding.gene}.`,
  } as const;
  return relateParts(finding, 'gene', anywhere, pattern, context);
}

function relateVariant(finding: SequenceVariant, pattern: GenePattern, context: RelationContext): Relation {
  if ('variant' in pattern) {
    const wanted = namedPart(pattern.gene, pattern.variant);
    return wanted === undefined
      ? open('sameGene', 'patternUnread', 'notModelled', `${patternText(pattern)} could not be read.`)
      : relateExact(finding, wanted);
  }
  if ('lossOfFunction' in pattern) return relateLossOfFunction(finding, context);
  if ('exonChange' in pattern) return relateSpliceVariant(finding, pattern);
  if ('amplification' in pattern || 'copyNumber' in pattern) return otherKind(finding, pattern);
  if ('rearrangement' in pattern || 'fusionOf' in pattern) return otherKind(finding, pattern);
  return relatePlace(finding, pattern, context);
}

function relateCopies(
  finding: Extract<Alteration, { kind: 'copyNumber' }>,
  pattern: GenePattern,
  context: RelationContext,
): Relation {
  if ('amplification' in pattern) {
    const relation = relateCopyNumber(finding, 'amplification');
    return pattern.alone === true ? relateAlone(finding, relation, context.otherFindings) : relation;
  }
  if ('copyNumber' in pattern) return relateCopyNumber(finding, pattern.copyNumber);
  return 'lossOfFunction' in pattern ? relateLossOfFunction(finding, context) : otherKind(finding, pattern);
}

function relateExons(
  finding: Extract<Alteration, { kind: 'exonChange' }>,
  pattern: GenePattern,
  context: RelationContext,
): Relation {
  if ('exonChange' in pattern) return relateExonChange(finding, pattern);
  if ('lossOfFunction' in pattern) return relateLossOfFunction(finding, context);
  const asked = 'type' in pattern && pattern.type !== undefined ? { type: pattern.type } : {};
  if ('codons' in pattern) return relateWholeExons(finding, { ...asked, codons: pattern.codons });
  if ('exon' in pattern) return relateWholeExons(finding, { ...asked, exons: [pattern.exon].flat() });
  if ('region' in pattern) {
    const [bounds] = pattern.region === 'kinaseDomain' ? (kinaseBounds(finding.gene) ?? []) : [];
    return relateWholeExons(finding, bounds === undefined ? asked : { ...asked, codons: bounds });
  }
  if ('anyMutation' in pattern) return relateWholeExons(finding, asked);
  if ('rearrangement' in pattern || 'fusionOf' in pattern)
    return fails('sameGene', 'intragenic', `${findingText(finding)} lies within one gene: it is no fusion.`);
  return otherKind(finding, pattern);
}

function relateJoined(
  finding: Extract<Alteration, { kind: 'fusion' }>,
  pattern: GenePattern,
  context: RelationContext,
): Relation {
  const within = exonChangeOfFusion(finding);
  if (within !== undefined) return relateExons(within, pattern, context);
  if ('fusionOf' in pattern) return relateToFusion(finding, genesOfPattern(pattern), pattern);
  if ('rearrangement' in pattern) return relateToRearrangement(finding);
  return 'lossOfFunction' in pattern ? relateLossOfFunction(finding, context) : otherKind(finding, pattern);
}

/** A change of a chromosome against a gene: only copies and fusions can be meant by it. */
function relateChromosomeToGene(
  finding: Extract<Alteration, { kind: 'chromosomal' }>,
  pattern: GenePattern,
): Relation {
  const genes = genesOfPattern(pattern);
  if ('amplification' in pattern) return relateChromosomeToCopies(finding, genes[0] ?? '', 'amplification');
  if ('copyNumber' in pattern) return relateChromosomeToCopies(finding, genes[0] ?? '', pattern.copyNumber);
  if ('fusionOf' in pattern) {
    const partner = pattern.partner === undefined ? undefined : genesOfPattern({ gene: pattern.partner })[0];
    return relateChromosomeToFusion(finding, genes, partner);
  }
  if ('rearrangement' in pattern) return relateChromosomeToFusion(finding, genes, undefined);
  return fails(
    'none',
    'otherKind',
    `${findingText(finding)} is a change of a chromosome; it says nothing of ${patternText(pattern)}.`,
  );
}

function relateInGene(
  finding: Exclude<Alteration, { kind: 'chromosomal' }>,
  pattern: GenePattern,
  context: RelationContext,
): Relation {
  switch (finding.kind) {
    case 'sequenceVariant':
      return relateVariant(finding, pattern, context);
    case 'copyNumber':
      return relateCopies(finding, pattern, context);
    case 'exonChange':
      return relateExons(finding, pattern, context);
    case 'fusion':
      return relateJoined(finding, pattern, context);
  }
}

/**
 * Relates one finding to one pattern.
 *
 * Rules (docs/alteration-relations.md lists all): another allele of the codon, an overlap and another kind of change
 * never count as met; amplification is not mutation and mutation is not amplification; a finding that contradicts the
 * reference matches no exact variant and never its suggestion; a fusion counts as active only in frame with the whole
 * kinase, and what is not reported is unknown; "activating" needs the report's word or a call that the caller passes in;
 * whole exons lost are no variant of the exon, and a chromosome says of a gene on it only that it may be changed.
 *
 * @example relateAlteration(v560a, { gene: 'KIT', variant: 'V560del' }).resolution // 'sameCodonOtherAllele', unmet
 */
export function relateAlteration(
  finding: Alteration,
  pattern: AlterationPattern,
  context: RelationContext = {},
): Relation {
  if ('chromosome' in pattern)
    return finding.kind === 'chromosomal'
      ? relateChromosomal(finding, pattern)
      : fails('none', 'otherKind', `${findingText(finding)} is a change of a gene, not of a chromosome.`);
  if (finding.kind === 'chromosomal') return relateChromosomeToGene(finding, pattern);
  const genes = genesOfPattern(pattern);
  if (!genesOf(finding).some((gene) => genes.includes(gene)))
    return fails(
      'none',
      'otherGene',
      `${findingText(finding)} is in another gene than ${genes.join(' or ')}.`,
    );
  const relation = relateInGene(finding, pattern, context);
  return 'origin' in pattern ? withOrigin(relation, finding, pattern.origin, context) : relation;
}

/** The finding that stands nearest to a pattern, with its relation. */
export interface NearestFinding {
  readonly finding: Alteration;
  readonly relation: Relation;
}

const order: readonly Truth[] = ['met', 'unknown', 'unmet'];

/** Negative where the first relation is nearer: met before unknown before unmet, then by resolution. */
export function compareRelations(a: Relation, b: Relation): number {
  return (
    order.indexOf(a.truth) - order.indexOf(b.truth) ||
    resolutions.indexOf(a.resolution) - resolutions.indexOf(b.resolution)
  );
}

/**
 * The nearest of several findings of one patient: met before unknown before unmet, then by resolution. Each finding sees
 * the others as `otherFindings`. Undefined when there is no finding.
 */
export function relateFindings(
  findings: readonly Alteration[],
  pattern: AlterationPattern,
  context: Omit<RelationContext, 'otherFindings'> = {},
): NearestFinding | undefined {
  const genes = genesOfPattern(pattern);
  const near = findings.filter(
    (finding) => finding.kind === 'chromosomal' || genesOf(finding).some((gene) => genes.includes(gene)),
  );
  const compared = near.length > 0 ? near : findings.slice(0, 1);
  const related = compared.map((finding) => ({
    finding,
    relation: relateAlteration(finding, pattern, {
      ...context,
      otherFindings: near.filter((other) => other !== finding),
    }),
  }));
  return related.toSorted((a, b) => compareRelations(a.relation, b.relation))[0];
}
