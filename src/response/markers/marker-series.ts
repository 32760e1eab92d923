/**
 * Markers over time. Values belong to one series only if they can be compared as numbers: the same analyte, the same assay
 * as far as it is stated, one reference range, and units that convert soundly. Everything else is compared as multiples of
 * the upper limit of normal. Chromogranin A of paper 000 (1.9-15.0 ng/mL, lines 147 and 195-196) and of paper 001 (below
 * 95 ng/mL, lines 165-167) are two series although both are printed in ng/mL.
 */
import type { LaboratoryValue, Place } from '../../case/index.ts';
import {
  type AnalyteId,
  analyteOf,
  convert,
  convertUnit,
  multipleOfUpperLimit,
  type NumericRange,
  type Parsed,
  type PatientDate,
  positionInReferenceRange,
  type Quantity,
  type ReferencePosition,
  shiftToCalendar,
} from '../../units/index.ts';
import { inTimeOrder } from './time-order.ts';

/** One value of a series. A censored value ('<5') is a range with an open end. */
export interface MarkerPoint {
  /** In the unit of the series. */
  readonly value: NumericRange;
  readonly printed: string;
  readonly date: PatientDate | null;
  /** As a multiple of the upper limit of its own reference range; null where there is none. */
  readonly multiple: NumericRange | null;
  readonly noMultiple: string | null;
  readonly position: ReferencePosition;
  /** Whether the dates make certain that it was taken after the point before it; true for the first. */
  readonly isOrderCertain: boolean;
  readonly place: Place | null;
}

/** Comparable values in the order of time. */
export interface MarkerSeries {
  readonly analyte: string;
  readonly analyteId: AnalyteId | null;
  /** As printed; null where no assay is stated. */
  readonly assay: string | null;
  readonly unit: string | null;
  readonly referenceRange: string | null;
  readonly points: readonly MarkerPoint[];
  /** What has to be known before the numbers are used. */
  readonly cautions: readonly string[];
}

/** The series of a record, and the values that are no numbers. */
export interface MarkerReading {
  readonly series: readonly MarkerSeries[];
  readonly unread: readonly {
    readonly analyte: string;
    readonly printed: string;
    readonly because: string;
  }[];
}

interface Draft {
  readonly analyte: string;
  readonly id: AnalyteId | undefined;
  readonly assay: string | null;
  readonly unit: string | null;
  range: Quantity | null;
  readonly points: MarkerPoint[];
}

/** The numbers of a quantity in a unit, where that is sound. */
function inUnit(
  quantity: Quantity,
  unit: string | null,
  id: AnalyteId | undefined,
): NumericRange | undefined {
  const { range, unit: own } = quantity;
  if (range === null) return undefined;
  if (own === unit) return range;
  if (own === null || unit === null) return undefined;
  const converted: Parsed<NumericRange> =
    id === undefined ? convertUnit(range, own, unit) : convert(range, own, unit, id);
  return converted.ok ? converted.value : undefined;
}

/** A reference range is often printed without its unit: it has that of the value. */
const withUnit = (range: Quantity, value: Quantity): Quantity =>
  range.unit === null ? { ...range, unit: value.unit } : range;

function isSameRange(a: Quantity | null, b: Quantity | null, id: AnalyteId | undefined): boolean {
  if (a === null || b === null) return a === b;
  const other = inUnit(b, a.unit, id);
  return other !== undefined && a.range !== null && a.range.low === other.low && a.range.high === other.high;
}

const folded = (text: string): string => text.trim().toLowerCase();

function fits(draft: Draft, value: LaboratoryValue, range: Quantity | null): boolean {
  const id = analyteOf(value.analyte)?.id;
  const isSameAnalyte = id === undefined ? draft.analyte === value.analyte.trim() : draft.id === id;
  const assay = value.assay ?? null;
  const isSameAssay =
    assay === null || draft.assay === null ? assay === draft.assay : folded(assay) === folded(draft.assay);
  if (!isSameAnalyte || !isSameAssay || inUnit(value.value, draft.unit, id) === undefined) return false;
  // A named assay vouches for values printed without their range; nothing else does.
  return isSameRange(draft.range, range, id) || (assay !== null && (range === null || draft.range === null));
}

function pointOf(value: LaboratoryValue, range: Quantity | null, draft: Draft): MarkerPoint | undefined {
  const inSeries = inUnit(value.value, draft.unit, draft.id);
  if (inSeries === undefined) return undefined;
  const multiple = range === null ? undefined : multipleOfUpperLimit(value.value, range, draft.id);
  return {
    value: inSeries,
    printed: value.value.printed,
    date: value.date ?? null,
    multiple: multiple?.ok === true ? multiple.value : null,
    noMultiple:
      multiple === undefined ? 'no reference range is recorded' : multiple.ok ? null : multiple.message,
    position: range === null ? 'unknown' : positionInReferenceRange(value.value, range, draft.id),
    isOrderCertain: true,
    place: value.place ?? null,
  };
}

function cautionsOf(draft: Draft, points: readonly MarkerPoint[]): readonly string[] {
  const cautions: string[] = [];
  if (points.length > 1 && draft.assay === null)
    cautions.push(
      draft.range === null
        ? 'neither assay nor reference range is recorded: that these values come from one assay is not known'
        : 'the assay is not recorded: values with one reference range are taken to come from one assay',
    );
  if (points.some(({ isOrderCertain }) => !isOrderCertain))
    cautions.push('the dates overlap or are missing: part of the order is that of the record');
  if (draft.unit === null) cautions.push('no unit is recorded');
  return cautions;
}

/**
 * The marker series of laboratory values.
 *
 * @param anchor the calendar date of day 0, where days from an anchor and calendar dates stand side by side
 */
export function markerSeries(values: readonly LaboratoryValue[], anchor?: PatientDate): MarkerReading {
  const drafts: Draft[] = [];
  const unread: { analyte: string; printed: string; because: string }[] = [];
  const axes = new Set(values.flatMap(({ date }) => (date === undefined ? [] : [date.axis])));
  for (const given of values) {
    const { date } = given;
    // Dates of one axis are not moved: they would gain the uncertainty of the anchor.
    const isMoved = anchor !== undefined && date !== undefined && axes.size > 1;
    const value = isMoved ? { ...given, date: shiftToCalendar(date, anchor) } : given;
    if (value.value.range === null) {
      unread.push({
        analyte: value.analyte,
        printed: value.value.printed,
        because: 'a word is recorded, not a number',
      });
      continue;
    }
    const range = value.referenceRange === undefined ? null : withUnit(value.referenceRange, value.value);
    let draft = drafts.find((each) => fits(each, value, range));
    if (draft === undefined) {
      const known = analyteOf(value.analyte);
      draft = {
        analyte: known?.name ?? value.analyte.trim(),
        id: known?.id,
        assay: value.assay ?? null,
        unit: value.value.unit,
        range,
        points: [],
      };
      drafts.push(draft);
    }
    draft.range ??= range;
    const point = pointOf(value, range, draft);
    if (point !== undefined) draft.points.push(point);
  }
  const series = drafts.map((draft): MarkerSeries => {
    const points = inTimeOrder(draft.points);
    return {
      analyte: draft.analyte,
      analyteId: draft.id ?? null,
      assay: draft.assay,
      unit: draft.unit,
      referenceRange: draft.range?.printed ?? null,
      points,
      cautions: cautionsOf(draft, points),
    };
  });
  return { series, unread };
}
