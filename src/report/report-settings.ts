/** How a board was asked, in the words of the report. */
import type { BoardAnswer } from './board-question.ts';
import { dateWords } from './date-words.ts';
import { clockWords } from './decision-point.ts';
import type { ReportSettings } from './report-input.ts';

/** The settings of an answered question. */
export function reportSettings(answer: BoardAnswer): ReportSettings {
  const { subject, knowledgeClock, knowledgeClockBasis, without } = answer;
  const knowledge =
    knowledgeClock.kind === 'latest' ? 'the whole library' : `known by ${dateWords(knowledgeClock.date)}`;
  return {
    clockLabel: clockWords(subject),
    knowledgeClock: `${knowledge} (${knowledgeClockBasis})`,
    without,
  };
}
