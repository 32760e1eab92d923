/**
 * Reference ranges as laboratories print them ('1.9–15.0 ng/mL', '<95'), and values relative to them. The upper
 * limit of normal (ULN) of '1.9-15.0' is 15.0; of '<95' it is 95.
 */
import type { AnalyteId } from './analyte.ts';
import { convert } from './conversion.ts';
import type { NumericRange } from './numeric-range.ts';
import { accepted, type Parsed, quoted, refused } from './parsed.ts';
import { parseQuantity, type Quantity } from './quantity.ts';
import { compareRange, divideRange } from './range-comparison.ts';
import { convertUnit } from './unit.ts';

const forms = "write '1.9-15.0', '0-15 mg/d', '<95 ng/mL' or '>60 mL/min'";

/**
 * Reads a reference range: an interval or a one-sided limit, with or without a unit, with or without parentheses.
 * A single number, a word, and a multiple of a limit are no range (`unparsable-quantity`).
 */
export function parseReferenceRange(text: string): Parsed<Quantity> {
  const inner = /^\s*\(([^()]*)\)\s*$/.exec(text)?.[1] ?? text;
  const read = parseQuantity(inner);
  if (!read.ok) return read;
  const { range, unit } = read.value;
  if (range === null || range.low === range.high || unit === 'ULN' || unit === 'LLN')
    return refused('unparsable-quantity', `${quoted(text.trim())} is not a reference range: ${forms}.`);
  return accepted({ ...read.value, printed: text.trim() });
}

/**
 * The limits of a reference range in the unit of the value. Where only one of the two carries a unit, it was
 * printed once for both.
 */
function limitsInUnitOf(
  value: Quantity,
  reference: Quantity,
  analyte: AnalyteId | undefined,
): Parsed<NumericRange> {
  const { range, unit } = reference;
  if (range === null)
    return refused(
      'reference-range-unusable',
      `${quoted(reference.printed)} is not a reference range: ${forms}.`,
    );
  if (unit === null || value.unit === null || unit === value.unit) return accepted(range);
  return analyte === undefined
    ? convertUnit(range, unit, value.unit)
    : convert(range, unit, value.unit, analyte);
}

function multipleOf(
  side: 'high' | 'low',
  value: Quantity,
  reference: Quantity,
  analyte: AnalyteId | undefined,
): Parsed<NumericRange> {
  const [multipleUnit, words] = side === 'high' ? ['ULN', 'upper'] : ['LLN', 'lower'];
  if (value.range === null)
    return refused(
      'unparsable-quantity',
      `${quoted(value.printed)} is a word, and no multiple can be taken of it.`,
    );
  if (value.unit === multipleUnit) return accepted(value.range);
  const limits = limitsInUnitOf(value, reference, analyte);
  if (!limits.ok) return limits;
  const limit = limits.value[side];
  if (limit === null || limit <= 0)
    return refused(
      'reference-range-unusable',
      `The reference range ${quoted(reference.printed)} has no ${words} limit above zero: give one to compare with.`,
    );
  return accepted(divideRange(value.range, limit));
}

/**
 * A value as a multiple of the upper limit of its reference range. A value printed in multiples already is
 * returned as it stands.
 *
 * @param analyte allows a reference range in another unit of this analyte, by its molar mass
 * @returns `unparsable-quantity` for a word, `unit-unknown` or `unit-mismatch` where the units do not fit,
 * `reference-range-unusable` where the range has no upper limit.
 * @example 44 ng/mL with 1.9-15.0 is 2.93 (paper 000)
 */
export function multipleOfUpperLimit(
  value: Quantity,
  referenceRange: Quantity,
  analyte?: AnalyteId,
): Parsed<NumericRange> {
  return multipleOf('high', value, referenceRange, analyte);
}

/** As `multipleOfUpperLimit`, for the lower limit (LLN). */
export function multipleOfLowerLimit(
  value: Quantity,
  referenceRange: Quantity,
  analyte?: AnalyteId,
): Parsed<NumericRange> {
  return multipleOf('low', value, referenceRange, analyte);
}

/** Where a value lies: `unknown` when its own range spans a limit, or value or limits cannot be compared. */
export type ReferencePosition = 'below' | 'within' | 'above' | 'unknown';

/** Where a value lies relative to its reference range; an end that is absent limits nothing. */
export function positionInReferenceRange(
  value: Quantity,
  referenceRange: Quantity,
  analyte?: AnalyteId,
): ReferencePosition {
  if (value.range === null) return 'unknown';
  const limits = limitsInUnitOf(value, referenceRange, analyte);
  if (!limits.ok) return 'unknown';
  const { low, high, lowOpen, highOpen } = limits.value;
  const above = high === null ? 'unmet' : compareRange(value.range, highOpen ? '>=' : '>', high);
  const below = low === null ? 'unmet' : compareRange(value.range, lowOpen ? '<=' : '<', low);
  if (above === 'met') return 'above';
  if (below === 'met') return 'below';
  return above === 'unmet' && below === 'unmet' ? 'within' : 'unknown';
}
