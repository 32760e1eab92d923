/** Printed p values: their reading, what they say about significance, and whether computed ones print as they stand. */
import { type Untestable, untestable } from './outcome.ts';
import { type PrintedDecimal, readPrintedDecimal } from './printed-decimal.ts';
import { endsOf, matchOf, type PrintedMatch } from './printed-match.ts';

const label = /^p(?:[- ]value)?\s*(?:=\s*|(?=[<>≤≥]))/i;
const level = 0.05;

/** Reads a p value: "0.09", "p = .02", "P < .001". "NS" is refused, because its level is not said. */
export function readPrintedP(text: string): PrintedDecimal | Untestable {
  const read = readPrintedDecimal(text.trim().replace(label, ''));
  if (!read.ok) return untestable(read.reason, text);
  const { units, decimals, percent } = read.decimal;
  return percent || units < 0 || units > 10 ** decimals ? untestable('outOfDomain', text) : read.decimal;
}

/** What a p value says at the 5% level: `open` where its rounding or its bound leaves both. */
export type Significance = 'significant' | 'notSignificant' | 'open';

/** What p values from the first to the second say. */
export function significanceOfRange([least, most]: readonly [number, number]): Significance {
  return most < level ? 'significant' : least > level ? 'notSignificant' : 'open';
}

/** The p values that a printed one may stand for. */
export function rangeOfP(printed: PrintedDecimal): readonly [number, number] {
  const value = printed.units / 10 ** printed.decimals;
  switch (printed.bound) {
    case 'exact': {
      const [least, most] = endsOf(printed);
      return [Math.max(0, least), Math.min(1, most)];
    }
    case 'below':
      return [0, value * (1 - Number.EPSILON)];
    case 'atMost':
      return [0, value];
    case 'above':
      return [value * (1 + Number.EPSILON), 1];
    case 'atLeast':
      return [value, 1];
  }
}

/** One of the two is significant and the other is not, whatever rounding leaves open. */
export function decisionsDiffer(computed: readonly [number, number], printed: PrintedDecimal): boolean {
  const [one, other] = [significanceOfRange(computed), significanceOfRange(rangeOfP(printed))];
  return one !== 'open' && other !== 'open' && one !== other;
}

/** How some p value of a range prints as the given one, or null if none does. */
export function matchOfRange(
  [least, most]: readonly [number, number],
  printed: PrintedDecimal,
): PrintedMatch | null {
  const [low, high] = rangeOfP(printed);
  if (least <= high && low <= most) return 'rounded';
  return matchOf(least, printed) ?? matchOf(most, printed);
}
