/** The marker series of a record: one series for each analyte, assay, unit and reference range. */
import type { CaseRecord, LaboratoryValue } from '../case/index.ts';
import type { MarkerSeriesData } from '../figures/index.ts';
import { parseReferenceRange } from '../units/index.ts';
import { caseClock } from './case-clock.ts';
import { figureTime } from './figure-time.ts';
import { listedNote } from './listed-note.ts';
import { sourceOf } from './source-of-case.ts';

type Series = MarkerSeriesData['series'][number];
type Point = Series['points'][number];

/** A value that an axis can place: one number, or the limit that an assay gives. */
function pointValue({ value }: LaboratoryValue): Pick<Point, 'value' | 'bound'> | undefined {
  const { range } = value;
  if (range === null) return undefined;
  if (range.low !== null && range.high !== null)
    return range.low === range.high ? { value: range.low } : { value: (range.low + range.high) / 2 };
  if (range.high !== null) return { value: range.high, bound: 'below' };
  return range.low === null ? undefined : { value: range.low, bound: 'above' };
}

/** The limits of a printed reference range in the unit of the values; nothing where they do not fit. */
function limitsOf({ referenceRange, value }: LaboratoryValue): Pick<Series, 'lowerLimit' | 'upperLimit'> {
  if (referenceRange === undefined) return {};
  const read = parseReferenceRange(referenceRange.printed);
  if (!read.ok) return {};
  const { range, unit } = read.value;
  if (range === null || (unit !== null && unit !== value.unit)) return {};
  return {
    ...(range.low === null || range.low === 0 ? {} : { lowerLimit: range.low }),
    ...(range.high === null ? {} : { upperLimit: range.high }),
  };
}

const keyOf = ({ analyte, assay, value, referenceRange }: LaboratoryValue): string =>
  JSON.stringify([analyte, assay ?? null, value.unit, referenceRange?.printed ?? null]);

/** Series of values, with what could not be placed. */
export interface SeriesOfCase {
  readonly series: readonly Series[];
  readonly left: readonly string[];
  readonly days: readonly number[];
}

/** All series of a record, their times in days from zero. */
export function seriesOfCase(record: CaseRecord, zero?: string): SeriesOfCase {
  const clock = caseClock(record, zero);
  const series = new Map<string, Series>();
  const left: string[] = [];
  const days: number[] = [];
  for (const each of record.laboratory) {
    const point = pointValue(each);
    const at = clock?.place(each.date) ?? { low: null, high: null };
    const printed = `${each.analyte} ${each.value.printed}`;
    if (point === undefined || at.low === null || at.high === null) {
      left.push(`${printed} (${point === undefined ? 'not a number' : 'no date on this axis'})`);
      continue;
    }
    days.push(at.low, at.high);
    const key = keyOf(each);
    const known = series.get(key);
    const placed: Point = {
      time: at.low,
      ...(at.high > at.low ? { timeAtMost: at.high } : {}),
      ...point,
      remark: each.value.printed,
    };
    series.set(key, {
      label: each.assay === undefined ? each.analyte : `${each.analyte} (${each.assay})`,
      unit: each.value.unit ?? 'no unit',
      ...limitsOf(each),
      ...known,
      points: [...(known?.points ?? []), placed],
    });
  }
  return { series: [...series.values()], left, days };
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
