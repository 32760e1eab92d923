/**
 * The second clock: what was known when the board sat. A study, statement or approval counts from the end of its
 * published date, so "2012" is not yet certain in July 2012.
 */
import { type PatientDate, parsePatientDate } from '../units/index.ts';

/** `latest`: everything in the library. `asOf`: only what was certainly known by then. */
export type KnowledgeClock =
  | { readonly kind: 'latest' }
  | { readonly kind: 'asOf'; readonly date: PatientDate };

/** Whether something published at a date was certainly known. */
export function isKnownBy(published: string, clock: KnowledgeClock): boolean {
  if (clock.kind === 'latest') return true;
  const parsed = parsePatientDate(published);
  if (!parsed.ok || parsed.value.latest === null) return false;
  return clock.date.latest !== null && parsed.value.latest <= clock.date.latest;
}

/** Whether something that ended (a superseded rule) was still in force. Without an end it is. */
export function isInForce(until: string | undefined, clock: KnowledgeClock): boolean {
  return until === undefined || !isKnownBy(until, clock);
}

/** `as of 2012-07`, or `as of the library's last entry`. */
export function knowledgeClockText(clock: KnowledgeClock): string {
  return clock.kind === 'latest' ? 'the whole library' : `known by ${clock.date.printed}`;
}
