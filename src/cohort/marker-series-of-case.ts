/** The marker series of a record: one series for each analyte, assay, unit and reference range. */
import type { CaseRecord } from '../case/index.ts';
import type { MarkerSeriesData } from '../figures/index.ts';
import { type MarkerPoint, type MarkerSeries, markerSeries } from '../response/index.ts';
import { parseReferenceRange } from '../units/index.ts';
import { caseClock } from './case-clock.ts';
import { figureTime } from './figure-time.ts';
import { listedNote } from './listed-note.ts';
import { sourceOf } from './source-of-case.ts';

type Series = MarkerSeriesData['series'][number];
type Point = Series['points'][number];

/** A value that an axis can place: one number, or the limit that an assay gives. */
function pointValue({ low, high }: MarkerPoint['value']): Pick<Point, 'value' | 'bound'> | undefined {
  if (low !== null && high !== null) return low === high ? { value: low } : { value: (low + high) / 2 };
  if (high !== null) return { value: high, bound: 'below' };
  return low === null ? undefined : { value: low, bound: 'above' };
}

/** The limits of a printed reference range in the unit of the values; nothing where they do not fit. */
function limitsOf({ referenceRange, unit }: MarkerSeries): Pick<Series, 'lowerLimit' | 'upperLimit'> {
  const read = referenceRange === null ? undefined : parseReferenceRange(referenceRange);
  if (read?.ok !== true || read.value.range === null) return {};
  const { range, unit: rangeUnit } = read.value;
  if (rangeUnit !== null && rangeUnit !== unit) return {};
  return {
    ...(range.low === null || range.low === 0 ? {} : { lowerLimit: range.low }),
    ...(range.high === null ? {} : { upperLimit: range.high }),
  };
}

/** Series of values, with what could not be placed. */
export interface SeriesOfCase {
  readonly series: readonly Series[];
  readonly left: readonly string[];
  readonly days: readonly number[];
}

/** All series of a record, as the follow-up groups them, their times in days from zero. */
export function seriesOfCase(record: CaseRecord, zero?: string): SeriesOfCase {
  const clock = caseClock(record, zero);
  const { series: grouped, unread } = markerSeries(record.laboratory);
  const left = unread.map(({ analyte, printed }) => `${analyte} ${printed} (not a number)`);
  const days: number[] = [];
  const series: Series[] = [];
  for (const each of grouped) {
    const points = each.points.flatMap(({ value, printed, date }): readonly Point[] => {
      const point = pointValue(value);
      const at = clock?.place(date ?? undefined) ?? { low: null, high: null };
      if (point === undefined || at.low === null || at.high === null) {
        left.push(
          `${each.analyte} ${printed} (${point === undefined ? 'not a number' : 'no date on this axis'})`,
        );
        return [];
      }
      days.push(at.low, at.high);
      const timeAtMost = at.high > at.low ? { timeAtMost: at.high } : {};
      return [{ time: at.low, ...timeAtMost, ...point, remark: printed }];
    });
    if (points.length > 0)
      series.push({
        label: each.assay === null ? each.analyte : `${each.analyte} (${each.assay})`,
        unit: each.unit ?? 'no unit',
        ...limitsOf(each),
        points,
      });
  }
  return { series, left, days };
}

/** The figure of a record's markers, or undefined where it has no value that can be placed. */
export function markerSeriesOfCase(
  record: CaseRecord,
  options: { readonly zero?: string; readonly scale?: 'linear' | 'log' } = {},
): MarkerSeriesData | undefined {
  const { series, left, days } = seriesOfCase(record, options.zero);
  const clock = caseClock(record, options.zero);
  if (series.length === 0 || clock === undefined) return undefined;
  const time = figureTime(Math.max(...days) - Math.min(...days));
  const spans = record.therapies.flatMap(({ kind, printed, start, end, ongoing }) => {
    const from = clock.place(start).low;
    const to = clock.place(end ?? ongoing);
    const last = to.high ?? to.low;
    if ((kind !== 'systemic' && kind !== 'prrt') || from === null || last === null) return [];
    const within = Math.max(Math.min(...days), from);
    const until = Math.min(Math.max(...days), last);
    return until <= within ? [] : [{ from: time.from(within), to: time.from(until), label: printed }];
  });
  return {
    title: `Markers: ${record.title}`,
    ...(clock.zeroNote === null ? {} : { subtitle: clock.zeroNote }),
    notes: [
      'A line through a point: the day is only known within these bounds',
      ...listedNote('Not drawn', left),
    ],
    source: sourceOf(record),
    timeUnit: time.unit,
    timeAxis: `${time.unit === 'months' ? 'Months' : 'Days'} from ${clock.zero}`,
    scale: options.scale ?? 'linear',
    series: series.map((each) => ({
      ...each,
      points: each.points.map(({ time: low, timeAtMost, ...rest }) => ({
        ...rest,
        time: time.from(low),
        ...(timeAtMost === undefined ? {} : { timeAtMost: time.from(timeAtMost) }),
      })),
    })),
    spans,
  };
}
