/**
 * Risk sets as spans: the distinct event times of all strata stand in one row, ascending within each stratum, and every
 * subject is at risk on a span [from, to) of them. Near-equal times are one, and one that enters at the time of an event is
 * not at risk for it, as everywhere in survival here.
 */
import { distinctTimes, indexOfTime } from '../survival/index.ts';
import { countingOrder } from './counting-order.ts';
import { type CoxColumns, numbered } from './cox-columns.ts';

/** The spans, with subjects in ascending order of `to`, those with the event first. */
export interface RiskSpans {
  /** Rows of the columns; of the first `active` of them the span is not empty. */
  readonly row: Int32Array;
  readonly active: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly event: Uint8Array;
  /** Distinct event times, stratum after stratum. */
  readonly times: Float64Array;
  readonly stratumOfTime: Int32Array;
  /** Position of the first subject whose span ends with each event time; one more for the end. */
  readonly firstAt: Int32Array;
  /** Events at each event time: the subjects from `firstAt` on. */
  readonly eventsAt: Int32Array;
  /** Event times of stratum s are those from `stratumStart[s]` to before `stratumStart[s + 1]`. */
  readonly stratumStart: Int32Array;
  /** Subjects that begin later than their stratum, by `from` descending. */
  readonly late: Int32Array;
  readonly strata: readonly (number | string)[];
  /** By row of the columns: its stratum, and entry (-1 without) and exit among all distinct times. */
  readonly stratumOfRow: Int32Array;
  readonly entryIndex: Int32Array;
  readonly exitIndex: Int32Array;
  readonly distinct: Float64Array;
}

/** The first place in [low, high) of an ascending column whose value is above a key. */
function placeAbove(column: Int32Array, start: number, end: number, key: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entry and exit as places among the distinct times; a row whose entry falls together with its exit is a fault. */
function timesOf({ time, entry }: CoxColumns) {
  const all = new Float64Array(time.length + (entry?.length ?? 0));
  all.set(time);
  if (entry !== undefined) all.set(entry, time.length);
  const isBounded = entry === undefined || entry.every((start) => Number.isFinite(start));
  const distinct = distinctTimes(isBounded ? all : all.filter((value) => Number.isFinite(value)));
  const exitIndex = new Int32Array(time.length);
  const entryIndex = new Int32Array(time.length).fill(-1);
  for (let row = 0; row < time.length; row += 1) {
    exitIndex[row] = indexOfTime(distinct, time[row] ?? 0);
    if (entry !== undefined) entryIndex[row] = indexOfTime(distinct, entry[row] ?? 0);
  }
  const empty = exitIndex.findIndex((exit, row) => (entryIndex[row] ?? 0) >= exit);
  return { distinct, exitIndex, entryIndex, empty };
}

/** The spans, or the row whose entry and exit are one time by the rule of ties. */
export function riskSpans(columns: CoxColumns): RiskSpans | { readonly emptyRow: number } {
  const { event, entry } = columns;
  const length = event.length;
  const { distinct, exitIndex, entryIndex, empty } = timesOf(columns);
  if (empty >= 0) return { emptyRow: empty };
  const { index: stratumOfRow, labels: strata } = numbered(columns.strata, length);
  const rows = Int32Array.from(event.keys());
  const inTime = countingOrder(exitIndex, distinct.length, rows);
  const inStrata = countingOrder(stratumOfRow, strata.length, inTime);
  const times: number[] = [];
  const timeIndex: number[] = [];
  const stratumOfTime: number[] = [];
  const stratumStart = new Int32Array(strata.length + 1);
  const toOfRow = new Int32Array(length);
  let stratum = -1;
  let at = 0;
  while (at < length) {
    const row = inStrata[at] ?? 0;
    const own = stratumOfRow[row] ?? 0;
    const exit = exitIndex[row] ?? 0;
    if (own !== stratum) {
      stratum = own;
      stratumStart[own] = times.length;
    }
    let end = at;
    let hasEvent = false;
    while (end < length) {
      const other = inStrata[end] ?? 0;
      if (stratumOfRow[other] !== own || exitIndex[other] !== exit) break;
      if (event[other] === 1) hasEvent = true;
      end += 1;
    }
    if (hasEvent) {
      times.push(distinct[exit] ?? 0);
      timeIndex.push(exit);
      stratumOfTime.push(own);
    }
    for (; at < end; at += 1) toOfRow[inStrata[at] ?? 0] = times.length;
  }
  stratumStart[strata.length] = times.length;
  const indexOfEventTime = Int32Array.from(timeIndex);
  const fromOfRow = new Int32Array(length);
  for (let row = 0; row < length; row += 1) {
    const own = stratumOfRow[row] ?? 0;
    const start = stratumStart[own] ?? 0;
    fromOfRow[row] =
      entry === undefined
        ? start
        : placeAbove(indexOfEventTime, start, stratumStart[own + 1] ?? 0, entryIndex[row] ?? -1);
  }
  // Ascending by the last event time, events first; rows that are at risk at no event time come last.
  const key = new Int32Array(length);
  for (let row = 0; row < length; row += 1) {
    const to = toOfRow[row] ?? 0;
    const isActive = (fromOfRow[row] ?? 0) < to;
    key[row] = isActive ? 2 * (to - 1) + (event[row] === 1 ? 0 : 1) : 2 * times.length;
  }
  const row = countingOrder(key, 2 * times.length + 1, rows);
  const from = row.map((each) => fromOfRow[each] ?? 0);
  const to = row.map((each) => toOfRow[each] ?? 0);
  const firstAt = new Int32Array(times.length + 1);
  const eventsAt = new Int32Array(times.length);
  let active = 0;
  for (const each of row) {
    const own = key[each] ?? 0;
    if (own === 2 * times.length) break;
    active += 1;
    const place = own >>> 1;
    firstAt[place + 1] = (firstAt[place + 1] ?? 0) + 1;
    if (own % 2 === 0) eventsAt[place] = (eventsAt[place] ?? 0) + 1;
  }
  for (let place = 0; place < times.length; place += 1)
    firstAt[place + 1] = (firstAt[place + 1] ?? 0) + (firstAt[place] ?? 0);
  const isLate = (position: number): boolean =>
    (from[position] ?? 0) > (stratumStart[stratumOfRow[row[position] ?? 0] ?? 0] ?? 0);
  const latePositions = Int32Array.from({ length: active }, (_, position) => position).filter(isLate);
  return {
    row,
    active,
    from,
    to,
    event: Uint8Array.from(row, (each) => event[each] ?? 0),
    times: Float64Array.from(times),
    stratumOfTime: Int32Array.from(stratumOfTime),
    firstAt,
    eventsAt,
    stratumStart,
    late: countingOrder(from, times.length + 1, latePositions).reverse(),
    strata,
    stratumOfRow,
    entryIndex,
    exitIndex,
    distinct,
  };
}
