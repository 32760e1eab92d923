/**
 * The time in which a marker doubles: ln 2 over the slope of ln(value) on days by least squares, with the interval of the
 * slope from Student's t on n - 2 degrees of freedom. A falling marker has a halving time instead. Least squares assume
 * exponential change and errors of equal size on the log scale; fewer than three values have no interval and are refused.
 */
import { studentsTUpperQuantile } from '../../statistics/index.ts';
import type { MarkerPoint } from './marker-series.ts';

/** Why there is no doubling time. */
export type NoDoublingTime =
  | 'tooFewValues'
  | 'censoredValue'
  | 'valueNotPositive'
  | 'dateNotExact'
  | 'oneDay'
  | 'noChange';

/** The fitted line. */
export interface DoublingTime {
  readonly values: number;
  /** Change of ln(value) a day. */
  readonly slopePerDay: number;
  readonly slopeLower: number;
  readonly slopeUpper: number;
  readonly confidence: number;
  readonly direction: 'doubling' | 'halving';
  /** Days to twice, or to half, the value. */
  readonly days: number;
  readonly lowerDays: number;
  /** Null where the interval of the slope reaches 0: no change is compatible with the values. */
  readonly upperDays: number | null;
}

/** The doubling time, or why there is none. */
export type DoublingTimeReading =
  | { readonly ok: true; readonly value: DoublingTime }
  | { readonly ok: false; readonly reason: NoDoublingTime; readonly message: string };

const messages: Readonly<Record<NoDoublingTime, string>> = {
  tooFewValues: 'a doubling time needs at least three values',
  censoredValue: 'a censored value or range has no logarithm: record the number measured',
  valueNotPositive: 'a value of 0 has no logarithm',
  dateNotExact: 'a value without an exact day has no place on the axis of time',
  oneDay: 'all values are of one day',
  noChange: 'the fitted line is level: nothing doubles or halves',
};
const none = (reason: NoDoublingTime): DoublingTimeReading => ({
  ok: false,
  reason,
  message: messages[reason],
});

interface DayAndLog {
  readonly day: number;
  readonly log: number;
}

function dayAndLog({ date, value }: MarkerPoint): DayAndLog | NoDoublingTime {
  if (value.low === null || value.high === null || value.low !== value.high) return 'censoredValue';
  if (value.low <= 0) return 'valueNotPositive';
  if (date === null || date.earliest === null || date.earliest !== date.latest) return 'dateNotExact';
  return { day: date.earliest, log: Math.log(value.low) };
}

/**
 * The doubling time of the points of one series.
 *
 * @param confidence of the two-sided interval, in (0, 1)
 * @example values 1, 2, 4 on days 0, 10, 20 double in 10 days
 */
export function doublingTime(points: readonly MarkerPoint[], confidence = 0.95): DoublingTimeReading {
  if (points.length < 3) return none('tooFewValues');
  const read: DayAndLog[] = [];
  for (const point of points) {
    const each = dayAndLog(point);
    if (typeof each === 'string') return none(each);
    read.push(each);
  }
  const mean = (of: (each: DayAndLog) => number): number =>
    read.reduce((sum, each) => sum + of(each), 0) / read.length;
  const meanDay = mean(({ day }) => day);
  const meanLog = mean(({ log }) => log);
  const spread = read.reduce((sum, { day }) => sum + (day - meanDay) ** 2, 0);
  if (spread === 0) return none('oneDay');
  const slope = read.reduce((sum, { day, log }) => sum + (day - meanDay) * (log - meanLog), 0) / spread;
  if (slope === 0) return none('noChange');
  const residual = read.reduce(
    (sum, { day, log }) => sum + (log - meanLog - slope * (day - meanDay)) ** 2,
    0,
  );
  const degrees = read.length - 2;
  const half = studentsTUpperQuantile((1 - confidence) / 2, degrees) * Math.sqrt(residual / degrees / spread);
  const steepest = Math.abs(slope) + half;
  const flattest = Math.abs(slope) - half;
  return {
    ok: true,
    value: {
      values: read.length,
      slopePerDay: slope,
      slopeLower: slope - half,
      slopeUpper: slope + half,
      confidence,
      direction: slope > 0 ? 'doubling' : 'halving',
      days: Math.LN2 / Math.abs(slope),
      lowerDays: Math.LN2 / steepest,
      upperDays: flattest > 0 ? Math.LN2 / flattest : null,
    },
  };
}
