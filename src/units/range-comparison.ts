/** A range of possible values against a limit, and its arithmetic. The whole range decides. */
import { formatNumericRange, type NumericRange, type RangeEnds } from './numeric-range.ts';

/** How a value is compared with a limit. */
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=';

/** Every possible value is below the limit (or at it, when `orAt`). */
const allBelow = ({ high, highOpen }: RangeEnds, limit: number, orAt: boolean): boolean =>
  high !== null && (high < limit || (high === limit && (orAt || highOpen)));

/** Every possible value is above the limit (or at it, when `orAt`). */
const allAbove = ({ low, lowOpen }: RangeEnds, limit: number, orAt: boolean): boolean =>
  low !== null && (low > limit || (low === limit && (orAt || lowOpen)));

const decided = (met: boolean, unmet: boolean): 'met' | 'unmet' | 'unknown' => {
  if (met) return 'met';
  return unmet ? 'unmet' : 'unknown';
};

/**
 * Whether the value satisfies the comparison: `met` when every possible value does, `unmet` when none does, `unknown`
 * when the range spans the limit. '45-70' > 55 is unknown; '<95' <= 95 is met.
 */
export function compareRange(
  range: RangeEnds,
  op: ComparisonOperator,
  limit: number,
): 'met' | 'unmet' | 'unknown' {
  switch (op) {
    case '<':
      return decided(allBelow(range, limit, false), allAbove(range, limit, true));
    case '<=':
      return decided(allBelow(range, limit, true), allAbove(range, limit, false));
    case '>':
      return decided(allAbove(range, limit, false), allBelow(range, limit, true));
    case '>=':
      return decided(allAbove(range, limit, true), allBelow(range, limit, false));
    case '=':
      return decided(
        range.low === limit && range.high === limit,
        allBelow(range, limit, false) || allAbove(range, limit, false),
      );
  }
}

/** 12 significant digits: enough for any assay, and 2.1 / 1.4 is 1.5 again, so a limit that is met exactly is met. */
const withoutFloatNoise = (value: number): number => Number(value.toPrecision(12));

function computed(range: RangeEnds, compute: (end: number) => number): NumericRange {
  const end = (value: number | null): number | null =>
    value === null ? null : withoutFloatNoise(compute(value));
  const ends: RangeEnds = {
    low: end(range.low),
    high: end(range.high),
    lowOpen: range.lowOpen,
    highOpen: range.highOpen,
  };
  return { ...ends, printed: formatNumericRange(ends) };
}

function mustBePositive(number: number): void {
  if (!(number > 0 && Number.isFinite(number)))
    throw new RangeError(`a range is scaled by a positive number, not ${number}`);
}

/**
 * Every possible value times a positive factor, without the noise of binary fractions. `printed` is the canonical
 * text of the result, for it was computed.
 *
 * @throws RangeError when the factor is not positive and finite.
 */
export function scaleRange(range: RangeEnds, factor: number): NumericRange {
  mustBePositive(factor);
  return computed(range, (end) => end * factor);
}

/** Every possible value divided by a positive number; see `scaleRange`. */
export function divideRange(range: RangeEnds, divisor: number): NumericRange {
  mustBePositive(divisor);
  return computed(range, (end) => end / divisor);
}
