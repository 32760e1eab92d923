/** A sequence variant against a region of its gene (codons, exons, the whole) and a kind of change. */
import { all, negate, type Truth, type UnknownReason } from '../truth/index.ts';
import type { MutationClass, SequenceVariant } from './alteration.ts';
import type { PatternType } from './alteration-pattern.ts';
import { describeAlteration, mutationClassTexts } from './describe-alteration.ts';
import { readAlteration } from './read-alteration.ts';
import { readProteinChange } from './read-protein-change.ts';
import { relateExact } from './relate-exact.ts';
import type { Relation, RelationContext, Resolution } from './relation.ts';
import { codonSpanOf, exonsOf, mutationClassOf, proteinChangeOf } from './variant-facts.ts';

/** One part of a relation: place, kind or exclusion. */
interface Part {
  readonly truth: Truth;
  readonly reason?: UnknownReason;
  readonly sentence: string;
}

const truncating: readonly MutationClass[] = ['nonsense', 'frameshift', 'spliceSite', 'startLoss'];

function effectPart(
  finding: SequenceVariant,
  wanted: 'activating' | 'inactivating',
  context: RelationContext,
): Part {
  const call = context.effectOf?.(finding);
  const text = describeAlteration(finding);
  const said = [
    ...(finding.effectPrinted === undefined
      ? []
      : [{ effect: finding.effectPrinted, basis: 'as the report calls it' }]),
    ...(call === undefined ? [] : [call]),
  ];
  const [first] = said;
  if (first === undefined)
    return {
      truth: 'unknown',
      reason: 'notRecorded',
      sentence: `Nothing says whether ${text} is ${wanted}.`,
    };
  if (said.some(({ effect }) => effect !== first.effect))
    return {
      truth: 'unknown',
      reason: 'conflicting',
      sentence: `Sources differ on ${text}: ${said.map(({ effect, basis }) => `${effect} (${basis})`).join(', ')}.`,
    };
  return {
    truth: first.effect === wanted ? 'met' : 'unmet',
    sentence: `${text} is ${first.effect} (${said.map(({ basis }) => basis).join(', ')}).`,
  };
}

/** Whether the variant is of the kind that is asked for. A synonymous change is no mutation of any kind. */
export function kindPart(finding: SequenceVariant, type: PatternType, context: RelationContext): Part {
  const found = mutationClassOf(finding);
  const text = describeAlteration(finding);
  if (found === 'synonymous') return { truth: 'unmet', sentence: `${text} does not change the protein.` };
  if (type === 'any') return { truth: 'met', sentence: '' };
  if (type === 'activating' || type === 'inactivating') return effectPart(finding, type, context);
  if (found === undefined)
    return {
      truth: 'unknown',
      reason: 'notRecorded',
      sentence: `The kind of ${text} is not reported.`,
    };
  const fits = type === 'truncating' ? truncating.includes(found) : found === type;
  return { truth: fits ? 'met' : 'unmet', sentence: `${text} is a ${mutationClassTexts[found]} change.` };
}

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
  `${describeAlteration(finding)} names a reference that does not stand at its position`;

/** Whether the variant lies wholly within the exons. */
export function exonPart(finding: SequenceVariant, exons: readonly number[]): Part {
  const name = `exon ${exons.join(' or ')}`;
  const text = describeAlteration(finding);
  const meant = interpretations(finding);
  if (meant === undefined)
    return { truth: 'unknown', reason: 'ambiguous', sentence: `${doubtful(finding)}, so its exon is open.` };
  const located = meant.map((each) => exonsOf(each));
  const [first] = located;
  if (first === undefined)
    return {
      truth: 'unknown',
      reason: finding.protein === undefined && finding.coding === undefined ? 'notRecorded' : 'notModelled',
      sentence: `The exon of ${text} is not known.`,
    };
  if (finding.exon !== undefined && !first.includes(finding.exon))
    return {
      truth: 'unknown',
      reason: 'conflicting',
      sentence: `The report says exon ${finding.exon}, the change lies in exon ${first.join(' or ')}.`,
    };
  const truth = together(
    located.map((each): Truth => {
      if (each === undefined) return 'unknown';
      if (each.every((exon) => exons.includes(exon))) return 'met';
      return each.some((exon) => exons.includes(exon)) ? 'unknown' : 'unmet';
    }),
  );
  if (truth === 'unknown')
    return {
      truth,
      reason: 'ambiguous',
      sentence:
        located.length > 1
          ? `${doubtful(finding)}, so whether it lies in ${name} is open.`
          : `${text} lies in exon ${first.join(' and ')}, not in ${name} alone.`,
    };
  return { truth, sentence: `${text} lies in exon ${first.join(' or ')}.` };
}

/** Whether the variant lies wholly within the codons. */
export function codonPart(finding: SequenceVariant, [from, to]: readonly [number, number]): Part {
  const text = describeAlteration(finding);
  const spans = (interpretations(finding) ?? []).map((each) => {
    const change = proteinChangeOf(each);
    return codonSpanOf(change === undefined ? each : { ...each, protein: change });
  });
  const truth = together(
    spans.map((span): Truth => {
      if (span === undefined) return 'unknown';
      if (span.start >= from && span.end <= to) return 'met';
      return span.end < from || span.start > to ? 'unmet' : 'unknown';
    }),
  );
  if (truth !== 'unknown')
    return { truth, sentence: `${text} lies ${truth === 'met' ? '' : 'not '}in codons ${from} to ${to}.` };
  if (finding.reference.status === 'mismatch')
    return { truth, reason: 'ambiguous', sentence: `${doubtful(finding)}, so its codon is open.` };
  return spans[0] === undefined
    ? { truth, reason: 'notRecorded', sentence: `The codon of ${text} is not reported.` }
    : { truth, reason: 'ambiguous', sentence: `${text} reaches beyond codons ${from} to ${to}.` };
}

function exclusionPart(finding: SequenceVariant, excluded: string): Part {
  const variant = readAlteration(excluded, { gene: finding.gene }).value;
  if (variant?.kind !== 'sequenceVariant')
    return {
      truth: 'unknown',
      reason: 'notModelled',
      sentence: `The exclusion ${excluded} could not be read.`,
    };
  const relation = relateExact(finding, variant);
  const truth = negate(relation.truth);
  return {
    truth,
    ...(relation.reason === undefined ? {} : { reason: relation.reason }),
    sentence: truth === 'unmet' ? `${excluded} is excluded.` : relation.sentence,
  };
}

/** Joins place, kind and exclusions: the first part that is unmet, else the first that is unknown, explains. */
export function relateParts(
  finding: SequenceVariant,
  resolution: Resolution,
  place: Part,
  pattern: { readonly type?: PatternType; readonly excluding?: readonly string[] },
  context: RelationContext,
): Relation {
  const kind = kindPart(finding, pattern.type ?? 'any', context);
  const parts = [place, kind, ...(pattern.excluding ?? []).map((each) => exclusionPart(finding, each))];
  const truth = all(parts.map((part) => part.truth));
  const deciding = parts.filter((part) => part.truth === truth);
  const [first] = deciding;
  const sentence =
    truth === 'met'
      ? [place, kind]
          .map((part) => part.sentence)
          .filter((part) => part !== '')
          .join(' ')
      : (first?.sentence ?? '');
  return {
    resolution: truth === 'unmet' ? 'sameGene' : resolution,
    truth,
    ...(truth === 'unknown' && first?.reason !== undefined ? { reason: first.reason } : {}),
    sentence,
  };
}
