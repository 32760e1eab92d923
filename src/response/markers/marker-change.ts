/**
 * Change of a marker in percent, as bounds: a censored value leaves a range of changes. Values of one series are compared
 * as numbers, values of two assays only as multiples of the upper limit of normal.
 */
import { formatNumericRange, type NumericRange, type RangeEnds } from '../../units/index.ts';
import type { MarkerPoint, MarkerSeries } from './marker-series.ts';

/** A change in percent and what was compared, or why there is none. */
export type ChangeReading =
  | {
      readonly ok: true;
      readonly percent: NumericRange;
      readonly compared: 'values' | 'multiplesOfUpperLimit';
    }
  | {
      readonly ok: false;
      readonly reason: 'fromZero' | 'noUpperLimit' | 'differentAnalytes';
      readonly message: string;
    };

const withoutFloatNoise = (value: number): number => Number(value.toPrecision(12));
const percentOf = (ratio: number): number => withoutFloatNoise((ratio - 1) * 100);

/**
 * The change from one amount to another in percent, for amounts that cannot be negative; undefined where the first is 0.
 *
 * @example percentChange(44, 4) as ranges is -90.9%; from 10 to '<5' it is below -50%, at least -100%
 */
export function percentChange(from: RangeEnds, to: RangeEnds): NumericRange | undefined {
  if (from.high !== null && from.high <= 0) return undefined;
  const least = Math.max(to.low ?? 0, 0);
  const low = from.high === null ? 0 : least / from.high;
  const lowOpen = least === 0 ? false : from.high === null || to.lowOpen || from.highOpen;
  const start = Math.max(from.low ?? 0, 0);
  const high = to.high === null || start === 0 ? null : to.high / start;
  const ends: RangeEnds = {
    low: percentOf(low),
    high: high === null ? null : percentOf(high),
    lowOpen,
    highOpen: high !== null && (to.highOpen || from.lowOpen),
  };
  return { ...ends, percent: true, printed: formatNumericRange({ ...ends, percent: true }) };
}

const reading = (
  from: RangeEnds,
  to: RangeEnds,
  compared: 'values' | 'multiplesOfUpperLimit',
): ChangeReading => {
  const percent = percentChange(from, to);
  return percent === undefined
    ? { ok: false, reason: 'fromZero', message: 'the first value is 0: no percentage can be taken of it' }
    : { ok: true, percent, compared };
};

/** The change between two points of one series. */
export function changeWithin(from: MarkerPoint, to: MarkerPoint): ChangeReading {
  return reading(from.value, to.value, 'values');
}

/** The change between points of two series of one analyte, as multiples of the upper limit of each assay. */
export function changeAcross(
  from: { readonly series: MarkerSeries; readonly point: MarkerPoint },
  to: { readonly series: MarkerSeries; readonly point: MarkerPoint },
): ChangeReading {
  if (from.series.analyte !== to.series.analyte)
    return {
      ok: false,
      reason: 'differentAnalytes',
      message: `${from.series.analyte} and ${to.series.analyte} are not compared`,
    };
  const [before, after] = [from.point.multiple, to.point.multiple];
  if (before === null || after === null)
    return {
      ok: false,
      reason: 'noUpperLimit',
      message: `values of two assays are compared only as multiples of the upper limit: ${from.point.noMultiple ?? to.point.noMultiple ?? 'a limit is missing'}`,
    };
  return reading(before, after, 'multiplesOfUpperLimit');
}

/** The lowest value of a series, as the range of what it can have been, and the points that can have been it. */
export interface MarkerNadir {
  readonly value: NumericRange;
  readonly candidates: readonly number[];
}

/** The nadir of the points; undefined without points. */
export function markerNadir(points: readonly MarkerPoint[]): MarkerNadir | undefined {
  if (points.length === 0) return undefined;
  const highs = points.flatMap(({ value }) => (value.high === null ? [] : [value.high]));
  const high = highs.length === 0 ? null : Math.min(...highs);
  const lows = points.map(({ value }) => value.low ?? 0);
  const low = Math.min(...lows);
  const highOpen = high !== null && points.some(({ value }) => value.high === high && value.highOpen);
  const lowOpen = points.every(({ value }) => (value.low ?? 0) !== low || value.lowOpen);
  const isUnbounded = points.some(({ value }) => value.low === null && low === 0);
  const ends: RangeEnds = {
    low: isUnbounded ? null : low,
    high,
    lowOpen: !isUnbounded && lowOpen,
    highOpen,
  };
  return {
    value: { ...ends, printed: formatNumericRange(ends) },
    candidates: points.flatMap(({ value }, at) =>
      high === null || (value.low ?? 0) < high || (value.low === high && !value.lowOpen && !highOpen)
        ? [at]
        : [],
    ),
  };
}

const noChange: NumericRange = {
  low: 0,
  high: 0,
  lowOpen: false,
  highOpen: false,
  percent: true,
  printed: '0%',
};

/** The rise from the nadir of the points up to one of them; 0% where that one is the nadir. */
export function riseFromNadir(points: readonly MarkerPoint[], at: number): ChangeReading | undefined {
  const point = points[at];
  const nadir = markerNadir(points.slice(0, at + 1));
  if (point === undefined || nadir === undefined) return undefined;
  if (nadir.candidates.length === 1 && nadir.candidates[0] === at)
    return { ok: true, percent: noChange, compared: 'values' };
  const change = reading(nadir.value, point.value, 'values');
  if (!change.ok) return change;
  // Nothing lies below its own nadir.
  const { percent } = change;
  if (percent.low === null || percent.low >= 0) return change;
  const ends = { ...percent, low: 0, lowOpen: false };
  return { ...change, percent: { ...ends, printed: formatNumericRange(ends) } };
}
