/** The sources of a curator's rule, as the basis of a line. A study that was left out is not cited. */

import { sourcePlaceText } from '../evidence/index.ts';
import type { OptionDefinition } from '../options/index.ts';
import { verificationWords } from './board-words.ts';
import type { Span } from './document.ts';
import { laterSource, sourceWords, speaksOfLater } from './later-words.ts';
import type { ReportContext } from './report-input.ts';
import { text } from './span.ts';

type RuleSource = OptionDefinition['sources'][number];

function sourceSpans(
  source: RuleSource,
  { citations, board, knowledgeClock }: ReportContext,
): readonly Span[] {
  const { study, place, verification, words } = source;
  const isLeftOut = board.leftOut.some((each) => each.id === study);
  if (speaksOfLater(words, knowledgeClock)) return [text(laterSource)];
  const more = [
    place === undefined ? undefined : sourceWords(sourcePlaceText(place), knowledgeClock),
    verification === 'read' ? undefined : verificationWords[verification].words,
  ].filter((part) => part !== undefined);
  return [
    text(more.length === 0 ? words : `${words} (${more.join('; ')})`),
    ...(study === undefined || isLeftOut ? [] : [text(', '), ...citations.study(study)]),
  ];
}

/** Every source, one after the other. */
export function ruleBasis(sources: readonly RuleSource[], context: ReportContext): readonly Span[] {
  return sources.flatMap((source, index) => [
    ...(index === 0 ? [] : [text('; ')]),
    ...sourceSpans(source, context),
  ]);
}
