/**
 * The innermost intervals of interval-censored times (Turnbull, J R Stat Soc B 1976;38:290; Peto 1973): those from a lower
 * bound to the next upper bound with no other bound between. Only they can hold probability, and nothing in the data says
 * where inside them it lies.
 */
import { distinctTimes, indexOfTime } from '../survival/index.ts';
import type { CensoringIntervals } from './censoring-intervals.ts';

/** An innermost interval: (from, to], or the point where both are equal. */
export interface InnermostInterval {
  readonly from: number;
  readonly to: number;
}

/** The intervals in their order, and which of them each subject's own interval covers. */
export interface InnermostCover {
  readonly intervals: readonly InnermostInterval[];
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Bounds at one time stand in the order: exact time, upper bound, lower bound. */
const exactLower = 0;
const upperBound = 1;
const openLower = 2;
const perTime = 3;

/** The cover of intervals that are in order. */
export function innermostIntervals({ lower, upper }: CensoringIntervals): InnermostCover {
  const finite = [...lower, ...upper].filter(Number.isFinite);
  const times = distinctTimes(Float64Array.from(finite));
  const end = perTime * times.length + upperBound;
  const placeOf = (time: number, kind: number): number => perTime * indexOfTime(times, time) + kind;
  const from = Float64Array.from(lower, (bound, row) => {
    if (bound === Number.NEGATIVE_INFINITY) return -1;
    // Bounds that rounding alone tells apart are one time.
    const isExact =
      Number.isFinite(upper[row] ?? 0) && indexOfTime(times, bound) === indexOfTime(times, upper[row] ?? 0);
    return placeOf(bound, isExact ? exactLower : openLower);
  });
  const to = Float64Array.from(upper, (bound) =>
    bound === Number.POSITIVE_INFINITY ? end : placeOf(bound, upperBound),
  );
  const places = Float64Array.from(new Set([...from, ...to])).toSorted();
  const isUpper = (place: number): boolean => place >= 0 && place % perTime === upperBound;
  const timeAt = (place: number): number =>
    place < 0
      ? Number.NEGATIVE_INFINITY
      : place === end
        ? Number.POSITIVE_INFINITY
        : (times[Math.floor(place / perTime)] ?? 0);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [at, place] of places.entries()) {
    const next = places[at + 1];
    if (next === undefined || isUpper(place) || !isUpper(next)) continue;
    starts.push(place);
    ends.push(next);
  }
  const starting = Float64Array.from(starts);
  const ending = Float64Array.from(ends);
  return {
    intervals: starts.map((place, at) => ({ from: timeAt(place), to: timeAt(ends[at] ?? end) })),
    first: Int32Array.from(from, (place) => indexOfTime(starting, place - 1) + 1),
    last: Int32Array.from(to, (place) => indexOfTime(ending, place)),
  };
}
