/**
 * New lesions over time (RECIST 1.1, section 4.3.5). An unequivocal new lesion is progression. An equivocal one changes no
 * call while it is followed; a node below 10 mm is normal and no lesion; where an equivocal one turns out to be a lesion, progression dates from the day it was first seen.
 */
import type { DataQuery } from './data-query.ts';
import type { FollowedLesion } from './lesion-record.ts';
import { normalNodeMillimetres, sizeOf } from './target-response.ts';

/** New lesions of one time point. */
export interface NewLesionCall {
  /** What could be said at the time. */
  readonly atTheTime: 'yes' | 'no' | 'equivocal' | 'unknown';
  /** Ids of the unequivocal ones that were seen. */
  readonly unequivocal: readonly string[];
  readonly equivocal: readonly string[];
  /** Ids of those that were equivocal here and unequivocal at a later time point. */
  readonly confirmedLater: readonly string[];
  /** Ids of unequivocal ones that grew or were reported to have grown since the time point before. */
  readonly increased: readonly string[];
  /** Ids of those reported to progress unequivocally. */
  readonly progressed: readonly string[];
  /** Ids of unequivocal ones of earlier time points of which nothing is recorded here. */
  readonly unseen: readonly string[];
  /** Sum of the sizes of the measured ones, in millimetres. */
  readonly sum: number;
}

type Seen = 'unequivocal' | 'equivocal' | 'absent' | 'unknown';

function seen(lesion: FollowedLesion, at: number): Seen {
  const state = lesion.states[at];
  if (state === undefined || state.kind === 'missing') return 'unknown';
  if (state.kind === 'equivocal') return 'equivocal';
  const size = state.kind === 'merged' ? undefined : sizeOf(state);
  if (size !== undefined && (lesion.isNode ? size < normalNodeMillimetres : size === 0)) return 'absent';
  return 'unequivocal';
}

/** Whether a lesion was last seen as an unequivocal one. */
function wasUnequivocal(lesion: FollowedLesion, before: number): boolean {
  for (let at = before - 1; at > 0; at -= 1) {
    const then = seen(lesion, at);
    if (then !== 'unknown') return then === 'unequivocal';
  }
  return false;
}

/** Whether an equivocal lesion is later unequivocal, without having been gone in between. */
function isConfirmedLater(lesion: FollowedLesion, at: number): boolean {
  for (let later = at + 1; later < lesion.states.length; later += 1) {
    const then = seen(lesion, later);
    if (then === 'unequivocal') return true;
    if (then === 'absent') return false;
  }
  return false;
}

/** The new lesions of each time point after baseline. */
export function newLesionCalls(
  lesions: readonly FollowedLesion[],
  count: number,
  isSearched: (at: number) => boolean,
): readonly NewLesionCall[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const at = index + 1;
    const ids = (wanted: Seen): readonly string[] =>
      lesions.filter((lesion) => seen(lesion, at) === wanted).map(({ id }) => id);
    const unequivocal = ids('unequivocal');
    const equivocal = ids('equivocal');
    const rest = equivocal.length > 0 ? 'equivocal' : isSearched(at) ? 'no' : 'unknown';
    return {
      atTheTime: unequivocal.length > 0 ? 'yes' : rest,
      unequivocal,
      equivocal,
      confirmedLater: lesions
        .filter((lesion) => seen(lesion, at) === 'equivocal' && isConfirmedLater(lesion, at))
        .map(({ id }) => id),
      increased: lesions
        .filter(({ states }) => states[at]?.kind === 'increased' || states[at]?.kind === 'progressed')
        .map(({ id }) => id),
      unseen: lesions
        .filter((lesion) => seen(lesion, at) === 'unknown' && wasUnequivocal(lesion, at))
        .map(({ id }) => id),
      progressed: lesions.filter(({ states }) => states[at]?.kind === 'progressed').map(({ id }) => id),
      sum: lesions
        .map(({ states }) => sizeOf(states[at] ?? { kind: 'missing' }) ?? 0)
        .toSorted((a, b) => a - b)
        .reduce((total, size) => total + size, 0),
    };
  });
}

/** Equivocal new lesions that were never looked at again. */
export function equivocalQueries(
  lesions: readonly FollowedLesion[],
  labels: readonly string[],
): readonly DataQuery[] {
  return lesions.flatMap((lesion) => {
    const last = lesion.states.findLastIndex((state) => state !== undefined && state.kind !== 'missing');
    if (last === -1 || seen(lesion, last) !== 'equivocal' || last === labels.length - 1) return [];
    const sentence = `${lesion.id} was an equivocal new lesion at ${labels[last] ?? ''} and is not followed after it`;
    return [
      { code: 'equivocalNotFollowed', sentence, lesion: lesion.id, timePoint: labels[last] ?? '' } as const,
    ];
  });
}
