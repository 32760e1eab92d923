/**
 * Whether a computed number, known as a binary fraction only, prints as a given decimal. Numbers within 1e-9 of a unit from a
 * tie count for both sides, because the computation is not exact there.
 */
import { numberOfDecimal, type PrintedDecimal } from './printed-decimal.ts';

/** How a computed number prints as the given decimal. */
export type PrintedMatch = 'rounded' | 'truncated';

const slack = 1e-9;

/** How `computed` prints as `decimal`, or null if it does not. A bound ("<.001") is met by all numbers beyond it. */
export function matchOf(computed: number, decimal: PrintedDecimal): PrintedMatch | null {
  const value = numberOfDecimal(decimal);
  switch (decimal.bound) {
    case 'below':
      return computed < value ? 'rounded' : null;
    case 'atMost':
      return computed <= value ? 'rounded' : null;
    case 'above':
      return computed > value ? 'rounded' : null;
    case 'atLeast':
      return computed >= value ? 'rounded' : null;
    case 'exact': {
      const difference = computed * 10 ** decimal.decimals - decimal.units;
      if (Math.abs(difference) <= 0.5 + slack) return 'rounded';
      const beyond = decimal.units < 0 ? -difference : difference;
      const isCut = beyond >= -slack && beyond < 1 + slack;
      return isCut || (decimal.units === 0 && Math.abs(difference) < 1 + slack) ? 'truncated' : null;
    }
  }
}

/** The smallest and the largest number that print as the decimal by rounding. */
export function endsOf(decimal: PrintedDecimal): readonly [number, number] {
  const { units, decimals } = decimal;
  return [(units - 0.5) / 10 ** decimals, (units + 0.5) / 10 ** decimals];
}
