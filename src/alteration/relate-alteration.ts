/** Relates a finding to a pattern by explicit rules; the answer says how near the two are and which rule decided. */
import type { Truth } from '../truth/index.ts';
import { type Alteration, type CopyNumber, type CopyNumberChange, genesOf } from './alteration.ts';
import { type AlterationPattern, patternGenes, patternText } from './alteration-pattern.ts';
import { describeAlteration } from './describe-alteration.ts';
import { readAlteration } from './read-alteration.ts';
import { relateExact } from './relate-exact.ts';
import { relateFusion } from './relate-fusion.ts';
import { codonPart, exonPart, relateParts } from './relate-region.ts';
import { fails, holds, open, type Relation, type RelationContext, resolutions } from './relation.ts';

/** Whether a reported change of copy number is one that is asked for. A gain is not an amplification. */
const copyNumberTruths: Readonly<Record<CopyNumberChange, Readonly<Record<CopyNumberChange, Truth>>>> = {
  amplification: {
    amplification: 'met',
    gain: 'unmet',
    loss: 'unmet',
    deletion: 'unmet',
    deepDeletion: 'unmet',
  },
  gain: { amplification: 'met', gain: 'met', loss: 'unmet', deletion: 'unmet', deepDeletion: 'unmet' },
  loss: { amplification: 'unmet', gain: 'unmet', loss: 'met', deletion: 'met', deepDeletion: 'met' },
  deletion: { amplification: 'unmet', gain: 'unmet', loss: 'unknown', deletion: 'met', deepDeletion: 'met' },
  deepDeletion: {
    amplification: 'unmet',
    gain: 'unmet',
    loss: 'unknown',
    deletion: 'unknown',
    deepDeletion: 'met',
  },
};

function relateCopyNumber(finding: CopyNumber, wanted: CopyNumberChange): Relation {
  const text = describeAlteration(finding);
  switch (copyNumberTruths[wanted][finding.change]) {
    case 'met':
      return holds('copyNumber', `The finding is ${text}.`);
    case 'unmet':
      return fails('sameGene', `${text} is another change of copy number.`);
    case 'unknown':
      return open('copyNumber', 'notRecorded', `${text}: the report does not say how many copies are lost.`);
  }
}

function relateAlone(finding: CopyNumber, relation: Relation, context: RelationContext): Relation {
  if (relation.truth === 'unmet') return relation;
  if (context.otherFindings === undefined)
    return open('copyNumber', 'notRecorded', `Whether ${finding.gene} is mutated as well is not given.`);
  const mutation = context.otherFindings.find(
    (other) => other.kind === 'sequenceVariant' && other.gene === finding.gene,
  );
  if (mutation === undefined) return relation;
  return fails('sameGene', `${finding.gene} is mutated as well (${describeAlteration(mutation)}).`);
}

const kindTexts: Readonly<Record<Alteration['kind'], string>> = {
  sequenceVariant: 'a mutation',
  copyNumber: 'a change of copy number',
  fusion: 'a fusion',
};

function otherKind(finding: Alteration, pattern: AlterationPattern): Relation {
  return fails(
    'sameGene',
    `${describeAlteration(finding)} is ${kindTexts[finding.kind]}; it says nothing of ${patternText(pattern)}.`,
  );
}

/**
 * Relates one finding to one pattern.
 *
 * Rules: another allele of the codon, an overlap and another kind of change never count as met; amplification is not
 * mutation and mutation is not amplification; a finding that contradicts the reference matches no exact variant and
 * never its suggestion; a fusion counts as active only in frame with the whole kinase, and what is not reported is
 * unknown; "activating" needs the report's word or a call that the caller passes in.
 *
 * @example relateAlteration(v560a, { gene: 'KIT', variant: 'V560del' }).resolution // 'sameCodonOtherAllele', unmet
 */
export function relateAlteration(
  finding: Alteration,
  pattern: AlterationPattern,
  context: RelationContext = {},
): Relation {
  const genes = patternGenes(pattern);
  if ('fusionOf' in pattern) {
    if (finding.kind === 'fusion') {
      const partner = pattern.partner;
      return relateFusion(finding, {
        genes,
        ...(partner === undefined
          ? {}
          : { partner: patternGenes({ gene: partner, anyMutation: true })[0] ?? partner }),
        inFrameWithKinase: pattern.inFrameWithKinase === true,
      });
    }
    return genes.includes(finding.gene)
      ? otherKind(finding, pattern)
      : fails('none', `${describeAlteration(finding)} is in another gene.`);
  }
  if (!genesOf(finding).some((gene) => genes.includes(gene)))
    return fails('none', `${describeAlteration(finding)} is in another gene than ${genes.join(' or ')}.`);
  if ('amplification' in pattern || 'copyNumber' in pattern) {
    if (finding.kind !== 'copyNumber') return otherKind(finding, pattern);
    if ('copyNumber' in pattern) return relateCopyNumber(finding, pattern.copyNumber);
    const relation = relateCopyNumber(finding, 'amplification');
    return pattern.alone === true ? relateAlone(finding, relation, context) : relation;
  }
  if (finding.kind !== 'sequenceVariant') return otherKind(finding, pattern);
  if ('variant' in pattern) {
    const wanted = readAlteration(pattern.variant, { gene: pattern.gene }).value;
    if (wanted?.kind !== 'sequenceVariant')
      return open('sameGene', 'notModelled', `The pattern ${patternText(pattern)} could not be read.`);
    return relateExact(finding, wanted);
  }
  const asked = {
    ...(pattern.type === undefined ? {} : { type: pattern.type }),
    ...(pattern.excluding === undefined ? {} : { excluding: pattern.excluding }),
  };
  if ('codons' in pattern)
    return relateParts(finding, 'codons', codonPart(finding, pattern.codons), asked, context);
  if ('exon' in pattern)
    return relateParts(finding, 'exon', exonPart(finding, [pattern.exon].flat()), asked, context);
  const anywhere = {
    truth: 'met',
    sentence: `${describeAlteration(finding)} is a mutation of ${finding.gene}.`,
  } as const;
  return relateParts(finding, 'gene', anywhere, asked, context);
}

/** The finding that stands nearest to a pattern, with its relation. */
export interface NearestFinding {
  readonly finding: Alteration;
  readonly relation: Relation;
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
  const order: readonly Truth[] = ['met', 'unknown', 'unmet'];
  const genes = patternGenes(pattern);
  const inGenes = findings.filter((finding) => genesOf(finding).some((gene) => genes.includes(gene)));
  const compared = inGenes.length > 0 ? inGenes : findings.slice(0, 1);
  const related = compared.map((finding) => ({
    finding,
    relation: relateAlteration(finding, pattern, {
      ...context,
      otherFindings: inGenes.filter((other) => other !== finding),
    }),
  }));
  return related.toSorted(
    (a, b) =>
      order.indexOf(a.relation.truth) - order.indexOf(b.relation.truth) ||
      resolutions.indexOf(a.relation.resolution) - resolutions.indexOf(b.relation.resolution),
  )[0];
}
