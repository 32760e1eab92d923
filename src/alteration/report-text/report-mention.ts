/** What the reader of report text hands back: every mention with its place, its polarity and whose it is. */
import type { Issue } from '../../reading/index.ts';
import type { Notation } from '../notation.ts';

/**
 * What a mention is about.
 *
 * @public
 */
export const mentionKinds = [
  'variant',
  'copyNumber',
  'fusion',
  'exonChange',
  'chromosomal',
  'marker',
  'ihc',
  'expression',
  'grade',
  'ki67',
  'mitoses',
] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** The kinds in words, for tables. */
export const mentionKindWords: Readonly<Record<MentionKind, string>> = {
  variant: 'variant',
  copyNumber: 'copy number',
  fusion: 'fusion',
  exonChange: 'exon change',
  chromosomal: 'chromosome',
  marker: 'marker',
  ihc: 'stain',
  expression: 'expression',
  grade: 'grade',
  ki67: 'Ki-67',
  mitoses: 'mitoses',
};

/**
 * What the text says of it: found, looked for and not found, awaited, not looked for, looked for without a result, between
 * found and not, or spoken of as a possibility (a test to order, a condition, general knowledge).
 *
 * @public
 */
export const polarities = [
  'present',
  'absent',
  'pending',
  'notTested',
  'failed',
  'equivocal',
  'hypothetical',
] as const;
export type Polarity = (typeof polarities)[number];

/**
 * Whose it is. Only `patient` may become a finding of the record.
 *
 * @public
 */
export const owners = ['patient', 'family', 'others', 'control'] as const;
export type Owner = (typeof owners)[number];

/** One mention. */
export interface ReportMention {
  /** UTF-16 units from the beginning of the text; `end` is behind the last one. */
  readonly start: number;
  readonly end: number;
  /** The text at that place, unchanged. */
  readonly text: string;
  readonly kind: MentionKind;
  /** The gene (approved symbol) or the marker or stain. */
  readonly subject: string;
  /** What it says, where it is a molecular notation. */
  readonly notation?: Notation;
  /** What it says in short: `V560del`, `positive`, `5-10%`, `4 per 10 HPF`, `G2`. */
  readonly means: string;
  readonly polarity: Polarity;
  readonly owner: Owner;
  /** `hedged`: the text itself is not sure ("likely", "consistent with"). */
  readonly certainty: 'stated' | 'hedged';
  /** What was taken for granted to read it: a gene named earlier in the sentence, a word with two meanings. */
  readonly assumptions: readonly string[];
  /** Other things that the same words can mean. */
  readonly alternatives: readonly string[];
}

/** A place that looks like a result and was not understood. */
export interface UninterpretedSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly why: string;
}

/** All that was read from a text. */
export interface ReportReading {
  readonly mentions: readonly ReportMention[];
  readonly uninterpreted: readonly UninterpretedSpan[];
  readonly issues: readonly Issue[];
}
