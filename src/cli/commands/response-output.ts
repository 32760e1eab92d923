/** What the answers of `cajal response` share: lines, days, best responses in words, the statement of use. */
import type { DataQuery, PossibleBest } from '../../response/index.ts';
import type { DayDistance } from '../../units/index.ts';
import { plainForTerminal } from '../outcome.ts';

/** Said under every answer. */
export const useStatement =
  'Research use only, for professionals. A call follows from the criteria named; it is not a decision.';

/** Writes one line. */
export const print = (line: string): void => {
  process.stdout.write(`${plainForTerminal(line)}\n`);
};

/** `day 28`, `day 168 to 365`, `day not known`. */
export function dayText({ least, most }: DayDistance): string {
  if (least === null && most === null) return 'day not known';
  if (least === most) return `day ${least ?? ''}`;
  if (least === null) return `day ${most ?? ''} or earlier`;
  return most === null ? `day ${least} or later` : `day ${least} to ${most}`;
}

/** `56 days`, `309 to 339 days`. */
export function daysText({ least, most }: DayDistance): string {
  if (least === null && most === null) return 'a time that is not known';
  if (least === most) return `${least ?? ''} days`;
  if (least === null) return `at most ${most ?? ''} days`;
  return most === null ? `at least ${least} days` : `${least} to ${most} days`;
}

const responseText = (response: string): string =>
  response === 'confirmationNotReported' ? 'not known, confirmation not reported' : response;

/** A best response with its reason; several where open dates leave several. */
export function bestText({ possible, isEndsOnly }: PossibleBest): string {
  const words = possible
    .map(({ response, because }) => `${responseText(response)} (${because})`)
    .join(' or ');
  const open = possible.length > 1 ? ', as the dates leave it open' : '';
  return `${words}${open}${isEndsOnly ? '; too many open dates, only their ends were tried' : ''}`;
}

/** The queries of an answer. */
export function queryLines(queries: readonly DataQuery[]): readonly string[] {
  return queries.map(({ sentence }) => `query: ${sentence}`);
}

/** Best responses as JSON. */
export function bestJson({ possible, isEndsOnly }: PossibleBest): unknown {
  return {
    possible: possible.map(({ response, because }) => ({ response, because })),
    ...(isEndsOnly ? { isEndsOnly } : {}),
  };
}
