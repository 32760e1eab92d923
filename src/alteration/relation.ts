/** How one finding stands to one pattern, and what the parts of that answer are. */
import type { Truth, UnknownReason } from '../truth/index.ts';
import type { Alteration } from './alteration.ts';
import type { RelationRule } from './relation-rule.ts';

/**
 * How near the finding is to what the pattern names. `sameCodonOtherAllele` and what follows it never count as met:
 * a statement about V560del says nothing about V560A.
 */
export const resolutions = [
  'exact',
  'codons',
  'exon',
  'gene',
  'copyNumber',
  'fusion',
  'exonChange',
  'chromosome',
  'sameCodonOtherAllele',
  'overlapping',
  'sameGene',
  'none',
] as const;
export type Resolution = (typeof resolutions)[number];

/** The answer, with a sentence for the report. */
export interface Relation {
  readonly resolution: Resolution;
  readonly truth: Truth;
  /** The rule that decided. */
  readonly rule: RelationRule;
  /** Why the truth is unknown. */
  readonly reason?: UnknownReason;
  readonly sentence: string;
}

/** One part of a relation: place, kind, origin or exclusion. */
export interface RelationPart {
  readonly truth: Truth;
  readonly rule: RelationRule;
  readonly reason?: UnknownReason;
  readonly sentence: string;
}

/** What is known of a change's effect, and from where. Knowledge passed in by the caller, never held here. */
export interface EffectCall {
  readonly effect: 'activating' | 'inactivating' | 'oncogenic' | 'neutral';
  /** Only likely (another allele of an oncogenic codon, a hotspot): shown beside the answer, never met by it. */
  readonly isLikely?: true;
  /** The source of the call, for the sentence. */
  readonly basis: string;
}

/** What a relation may draw on beside the finding itself. */
export interface RelationContext {
  /** The patient's other findings; without them "alone" is unknown. */
  readonly otherFindings?: readonly Alteration[];
  /** Curated effects of changes. */
  readonly effectOf?: (finding: Alteration) => EffectCall | undefined;
  /** Whether a finding is inherited; without it a pattern that asks for an origin stays open. */
  readonly originOf?: (finding: Alteration) => 'somatic' | 'germline' | 'unknown';
}

/** A relation that holds. */
export const holds = (resolution: Resolution, rule: RelationRule, sentence: string): Relation => ({
  resolution,
  truth: 'met',
  rule,
  sentence,
});

/** A relation that does not hold; the resolution says how near it is. */
export const fails = (resolution: Resolution, rule: RelationRule, sentence: string): Relation => ({
  resolution,
  truth: 'unmet',
  rule,
  sentence,
});

/** A relation that cannot be decided. */
export const open = (
  resolution: Resolution,
  rule: RelationRule,
  reason: UnknownReason,
  sentence: string,
): Relation => ({ resolution, truth: 'unknown', rule, reason, sentence });
