/**
 * Whether a variant has the effect that a pattern asks for. The effect is called by the report or by a curated source,
 * each with its basis; a likely effect is shown and meets nothing. A truncation takes the function of a suppressor by
 * itself.
 */
import { geneOf } from '../genes/index.ts';
import type { Truth } from '../truth/index.ts';
import type { PrintedEffect, SequenceVariant } from './alteration.ts';
import { findingText } from './relate-text.ts';
import { truncationOf } from './relate-truncation.ts';
import type { EffectCall, RelationContext, RelationPart } from './relation.ts';

/** Effects that a pattern can ask for. */
export type CalledEffect = 'activating' | 'inactivating' | 'oncogenic';

/** Whether a printed or curated effect is the one asked for. Resistance and unknown significance say neither. */
function effectTruth(said: PrintedEffect, wanted: CalledEffect): Truth {
  if (said === 'unknownSignificance' || said === 'resistance') return 'unknown';
  if (said === wanted) return 'met';
  if (wanted === 'oncogenic') return said === 'neutral' ? 'unmet' : 'met';
  return said === 'oncogenic' ? 'unknown' : 'unmet';
}

const effectWords: Readonly<Record<PrintedEffect, string>> = {
  activating: 'activating',
  inactivating: 'inactivating',
  oncogenic: 'oncogenic',
  neutral: 'neutral',
  unknownSignificance: 'of unknown significance',
  resistance: 'called a resistance mutation',
};

interface Said {
  readonly effect: PrintedEffect;
  readonly basis: string;
  readonly isLikely?: true;
}

/** A truncation of a suppressor is a call with its own basis; with a caveat only a likely one. */
function callOfTruncation(finding: SequenceVariant): readonly EffectCall[] {
  if (geneOf(finding.gene)?.role !== 'suppressor') return [];
  const truncation = truncationOf(finding);
  if (truncation === undefined) return [];
  const [caveat] = truncation.caveats;
  const basis = `a truncation of a suppressor${caveat === undefined ? '' : `; ${caveat}`}`;
  return [{ effect: 'inactivating', basis, ...(caveat === undefined ? {} : { isLikely: true as const }) }];
}

const inWords = (said: readonly Said[]): string =>
  said
    .map(({ effect, basis, isLikely }) => `${isLikely ? 'likely ' : ''}${effectWords[effect]} (${basis})`)
    .join(', ');

/** Whether the effect is called. */
export function effectPart(
  finding: SequenceVariant,
  wanted: CalledEffect,
  context: RelationContext,
): RelationPart {
  const call = context.effectOf?.(finding);
  const text = findingText(finding);
  const said: readonly Said[] = [
    ...(finding.effectPrinted === undefined
      ? []
      : [{ effect: finding.effectPrinted, basis: 'as the report calls it' }]),
    ...(call === undefined ? callOfTruncation(finding) : [call]),
  ];
  if (said.length === 0)
    return {
      truth: 'unknown',
      rule: 'effectNotCalled',
      reason: 'notRecorded',
      sentence: `Nothing says whether ${text} is ${wanted}.`,
    };
  const sure = said.filter(({ isLikely }) => isLikely !== true);
  const truths = new Set(sure.map(({ effect }) => effectTruth(effect, wanted)));
  if (truths.has('met') && truths.has('unmet'))
    return {
      truth: 'unknown',
      rule: 'effectConflict',
      reason: 'conflicting',
      sentence: `Sources differ on ${text}: ${inWords(said)}.`,
    };
  const sentence = `${text} is ${inWords(said)}.`;
  if (truths.has('met')) return { truth: 'met', rule: 'effectCalled', sentence };
  if (truths.has('unmet')) return { truth: 'unmet', rule: 'effectDenied', sentence };
  const isLikely = said.some((each) => each.isLikely === true);
  return {
    truth: 'unknown',
    rule: isLikely ? 'effectLikely' : 'effectNotCalled',
    reason: isLikely ? 'ambiguous' : 'notRecorded',
    sentence,
  };
}
