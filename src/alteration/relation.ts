/** How one finding stands to one pattern, and what the parts of that answer are. */
import type { Truth, UnknownReason } from '../truth/index.ts';
import type { Alteration, SequenceVariant } from './alteration.ts';

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
  /** Why the truth is unknown. */
  readonly reason?: UnknownReason;
  readonly sentence: string;
}

/** What is known of a variant's effect, and from where. Knowledge passed in by the caller, never held here. */
export interface EffectCall {
  readonly effect: 'activating' | 'inactivating' | 'neutral';
  /** The source of the call, for the sentence. */
  readonly basis: string;
}

/** What a relation may draw on beside the finding itself. */
export interface RelationContext {
  /** The patient's other findings; without them "alone" is unknown. */
  readonly otherFindings?: readonly Alteration[];
  /** Curated effects of variants. */
  readonly effectOf?: (finding: SequenceVariant) => EffectCall | undefined;
}

/** A relation that holds. */
export const holds = (resolution: Resolution, sentence: string): Relation => ({
  resolution,
  truth: 'met',
  sentence,
});

/** A relation that does not hold; the resolution says how near it is. */
export const fails = (resolution: Resolution, sentence: string): Relation => ({
  resolution,
  truth: 'unmet',
  sentence,
});

/** A relation that cannot be decided. */
export const open = (resolution: Resolution, reason: UnknownReason, sentence: string): Relation => ({
  resolution,
  truth: 'unknown',
  reason,
  sentence,
});
