/**
 * The response of the non-target lesions of one time point (RECIST 1.1, section 4.3.3): gone, persisting, unequivocally
 * progressing, or not all evaluated. A node below 10 mm short axis is no disease.
 */
import type { LesionState } from './lesion-record.ts';
import type { NonTargetResponse } from './overall-response.ts';
import { normalNodeMillimetres, sizeOf } from './target-response.ts';

/** A non-target lesion as it was seen; absent: nothing was recorded. */
export interface SeenNonTarget {
  readonly id: string;
  readonly isNode: boolean;
  readonly state: LesionState | undefined;
  /** At the time point before. */
  readonly before?: LesionState | undefined;
}

/** The non-target response with its reason. */
export interface NonTargetCall {
  readonly response: NonTargetResponse;
  /** Lesions that grew since the time point before, whether unequivocally or not (asked by iRECIST). */
  readonly increased: readonly string[];
  readonly because: string;
}

function isGone({ isNode, state }: SeenNonTarget): boolean {
  if (state === undefined) return false;
  if (state.kind === 'absent') return true;
  const size = state.kind === 'merged' ? undefined : sizeOf(state);
  return size !== undefined && (isNode ? size < normalNodeMillimetres : size === 0);
}

/** Said to have grown, or measured larger than last time. */
function isIncreased({ state, before }: SeenNonTarget): boolean {
  if (state?.kind === 'progressed' || state?.kind === 'increased') return true;
  return state?.kind === 'measured' && before?.kind === 'measured' && state.millimetres > before.millimetres;
}

const idsOf = (lesions: readonly SeenNonTarget[]): string => lesions.map(({ id }) => id).join(', ');

/** The response of the non-target lesions; undefined where there are none. */
export function nonTargetCall(lesions: readonly SeenNonTarget[]): NonTargetCall | undefined {
  if (lesions.length === 0) return undefined;
  const progressed = lesions.filter(({ state }) => state?.kind === 'progressed');
  const increased = lesions.filter(isIncreased).map(({ id }) => id);
  if (progressed.length > 0)
    return { response: 'PD', increased, because: `unequivocal progression of ${idsOf(progressed)}` };
  const unseen = lesions.filter(({ state }) => state === undefined || state.kind === 'missing');
  if (unseen.length > 0) return { response: 'NE', increased, because: `not evaluated: ${idsOf(unseen)}` };
  const left = lesions.filter((lesion) => !isGone(lesion));
  if (left.length === 0) return { response: 'CR', increased, because: 'every non-target lesion is gone' };
  return { response: 'non-CR/non-PD', increased, because: `still there: ${idsOf(left)}` };
}
