/** Joins the parts of a relation: place, kind, origin and exclusions. */
import { all, negate } from '../truth/index.ts';
import type { Alteration, SequenceVariant } from './alteration.ts';
import type { PatternType } from './alteration-pattern.ts';
import { namedPart } from './pattern-variant.ts';
import { kindPart, truncationInOncogene } from './relate-class.ts';
import { relateExact } from './relate-exact.ts';
import { codonPart, exonPart } from './relate-region.ts';
import { findingText } from './relate-text.ts';
import type { Relation, RelationContext, RelationPart, Resolution } from './relation.ts';

/** Whether the finding is inherited or of the tumour, as the pattern asks. */
export function originPart(
  finding: Alteration,
  wanted: 'germline' | 'somatic',
  context: RelationContext,
): RelationPart {
  const found = context.originOf?.(finding) ?? 'unknown';
  const text = findingText(finding);
  if (found === 'unknown')
    return {
      truth: 'unknown',
      rule: 'originOpen',
      reason: 'notRecorded',
      sentence: `Whether ${text} is ${wanted} is not recorded.`,
    };
  return found === wanted
    ? { truth: 'met', rule: 'inGene', sentence: `It is ${wanted}.` }
    : { truth: 'unmet', rule: 'otherOrigin', sentence: `${text} is ${found}, not ${wanted}.` };
}

/** Adds the origin that a pattern asks for to a relation. */
export function withOrigin(
  relation: Relation,
  finding: Alteration,
  wanted: 'germline' | 'somatic' | undefined,
  context: RelationContext,
): Relation {
  if (wanted === undefined || relation.truth === 'unmet') return relation;
  const origin = originPart(finding, wanted, context);
  if (origin.truth === 'met') return { ...relation, sentence: `${relation.sentence} ${origin.sentence}` };
  if (origin.truth === 'unknown' && relation.truth === 'unknown') return relation;
  return { ...origin, resolution: origin.truth === 'unmet' ? 'sameGene' : relation.resolution };
}

/** What an exception names: one variant, a codon or an exon. The finding is excluded only where it certainly is that. */
function exclusionPart(finding: SequenceVariant, excluded: string): RelationPart {
  const named = namedPart(finding.gene, excluded);
  if (named === undefined)
    return {
      truth: 'unknown',
      rule: 'exclusionOpen',
      reason: 'notModelled',
      sentence: `The exclusion ${excluded} could not be read.`,
    };
  const isNotation = named.protein !== undefined || named.coding !== undefined;
  const relation: RelationPart =
    isNotation || (named.codons === undefined && named.exon === undefined)
      ? relateExact(finding, named)
      : named.codons === undefined
        ? exonPart(finding, [named.exon ?? 0])
        : codonPart(finding, [named.codons.start, named.codons.end]);
  const truth = negate(relation.truth);
  if (truth === 'unmet') return { truth, rule: 'excluded', sentence: `${excluded} is excluded.` };
  return {
    truth,
    rule: truth === 'met' ? relation.rule : 'exclusionOpen',
    ...(relation.reason === undefined ? {} : { reason: relation.reason }),
    sentence: relation.sentence,
  };
}

/** What a pattern of a place asks beside the place. */
export interface Qualifiers {
  readonly type?: PatternType;
  readonly excluding?: readonly string[];
}

/**
 * Joins place, kind and exclusions: the first part that is unmet, else the first that is unknown, explains.
 */
export function relateParts(
  finding: SequenceVariant,
  resolution: Resolution,
  place: RelationPart,
  { type = 'any', excluding = [] }: Qualifiers,
  context: RelationContext,
): Relation {
  const kind = kindPart(finding, type, context);
  const truncation = resolution === 'gene' ? undefined : truncationInOncogene(finding, type);
  const parts = [
    place,
    kind,
    ...(truncation === undefined ? [] : [truncation]),
    ...excluding.map((each) => exclusionPart(finding, each)),
  ];
  const truth = all(parts.map((part) => part.truth));
  const deciding = parts.find((part) => part.truth === truth) ?? place;
  if (truth === 'met') {
    const sentence = [place.sentence, kind.sentence].filter((part) => part !== '').join(' ');
    return { resolution, truth, rule: kind.rule === 'inGene' ? place.rule : kind.rule, sentence };
  }
  return {
    resolution: truth === 'unmet' ? 'sameGene' : resolution,
    truth,
    rule: deciding.rule,
    ...(truth === 'unknown' && deciding.reason !== undefined ? { reason: deciding.reason } : {}),
    sentence: deciding.sentence,
  };
}
