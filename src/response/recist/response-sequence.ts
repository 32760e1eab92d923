/**
 * Sequences of overall responses that cannot be (RECIST 1.1, note to table 3): after a complete response any disease that is
 * seen is progression, so a PR or SD behind a CR asks which of the two is right.
 */
import type { DataQuery } from './data-query.ts';
import type { OverallResponse } from './overall-response.ts';

/** A response with the time point it was called at, in the order of time. */
export interface LabelledResponse {
  readonly label: string;
  readonly response: OverallResponse;
}

/** The queries of one patient's sequence up to its first progression. */
export function sequenceQueries(given: readonly LabelledResponse[]): readonly DataQuery[] {
  const progression = given.findIndex(({ response }) => response === 'PD');
  const counted = progression === -1 ? given : given.slice(0, progression);
  const complete = counted.findIndex(({ response }) => response === 'CR');
  const first = counted[complete];
  if (first === undefined) return [];
  return counted
    .slice(complete + 1)
    .filter(({ response }) => response === 'PR' || response === 'SD' || response === 'non-CR/non-PD')
    .map(({ label, response }) => ({
      code: 'responseAfterComplete',
      sentence: `${response} on ${label} behind CR on ${first.label}: a lesion that comes back is progression`,
      timePoint: label,
    }));
}
