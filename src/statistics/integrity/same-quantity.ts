/** One quantity printed in several places: text, table, abstract and caption have to agree as far as their digits go. */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { exactDecimals, isUntestable } from './printed-decimal.ts';
import { commonDecimals, mayBeAtMost, type PrintedAs, valuesOf } from './printed-interval.ts';

/**
 * Tests whether printed numbers can be one quantity. With the same decimals they have to be the same number, `truncated` if
 * one unit apart; with other decimals some value has to print as each of them.
 *
 * @example sameQuantity(['41.2', '41']).outcome // 'consistent'
 * @example sameQuantity(['43.76', '43.7']).outcome // 'truncated'
 */
export function sameQuantity(texts: readonly string[]): { readonly outcome: IntegrityOutcome } | Untestable {
  if (texts.length < 2) return untestable('nothingToTest', texts[0] ?? '');
  const decimals = exactDecimals(texts);
  if (isUntestable(decimals)) return decimals;
  const at = commonDecimals(decimals);
  // Intervals that meet in pairs have a value in common.
  const meetsAs = (as: PrintedAs): boolean =>
    decimals.every((one) =>
      decimals.every((other) =>
        as === 'rounded' && one.decimals === other.decimals
          ? one.units === other.units
          : mayBeAtMost(valuesOf(one, at, as), valuesOf(other, at, as)),
      ),
    );
  return { outcome: meetsAs('rounded') ? 'consistent' : meetsAs('either') ? 'truncated' : 'impossible' };
}
