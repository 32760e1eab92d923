/** @module units: patients' dates as intervals, ages, quantities with units, analytes and reference ranges. */
export { type AgeYears, ageAt, ageFromPrinted, type NoAge } from './age.ts';
export {
  type Analyte,
  type AnalyteId,
  analyteById,
  analyteOf,
  analytes,
  nearestAnalyteName,
  parseAnalyte,
} from './analyte.ts';
export { formatDay } from './civil-day.ts';
export { conversionFactor, convert, convertQuantity, gramsPerMole } from './conversion.ts';
export {
  certainlyAtOrBefore,
  compareDates,
  type DateOrder,
  type DayDistance,
  daysBetween,
  daysPerMonth,
  monthsFromDays,
  shiftToCalendar,
} from './date-order.ts';
export { formatNumericRange, type NumericRange, parseNumericRange, type RangeEnds } from './numeric-range.ts';
export type { Parsed, Refused, UnitsProblem } from './parsed.ts';
export { formatPatientDate, type PatientDate, parsePatientDate } from './patient-date.ts';
export { formatQuantity, parseQuantity, type Quantity } from './quantity.ts';
export { type ComparisonOperator, compareRange, scaleRange } from './range-comparison.ts';
export {
  multipleOfLowerLimit,
  multipleOfUpperLimit,
  parseReferenceRange,
  positionInReferenceRange,
  type ReferencePosition,
} from './reference-range.ts';
export { convertUnit, unitOf } from './unit.ts';
