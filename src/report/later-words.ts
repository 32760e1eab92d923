/**
 * A board that is replayed at an earlier date must not be shown sources that did not exist then. Where a curator read
 * an old fact in a newer page, the fact stands and the newer source is only said to be one.
 */
import type { KnowledgeClock } from '../evidence/index.ts';
import { formatDay } from '../units/index.ts';

/** What stands in place of a source from after the knowledge clock. */
export const laterSource = 'read in a source from after the knowledge clock';

/** Whether words name a year after the clock. */
export function speaksOfLater(words: string, clock: KnowledgeClock): boolean {
  if (clock.kind === 'latest' || clock.date.latest === null || clock.date.axis !== 'calendar') return false;
  const year = Number(formatDay(clock.date.latest).slice(0, 4));
  return [...words.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].some(([named]) => Number(named) > year);
}

/** The words of a source, or that it is a later one. */
export const sourceWords = (words: string, clock: KnowledgeClock): string =>
  speaksOfLater(words, clock) ? laterSource : words;
