/**
 * The p value that goes with a printed test statistic, and whether the printed p agrees: the test of the R package statcheck
 * (Nuijten and others, Behav Res Methods 2016;48:1205), with what the rounding of the statistic leaves open, half of a
 * two-sided p for tests that may have been one-sided, and errors that change the decision.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { fUpper } from '../f-distribution.ts';
import { normalUpper } from '../normal.ts';
import { studentsTUpper } from '../students-t.ts';
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { exactDecimals, isUntestable, numberOfDecimal } from './printed-decimal.ts';
import { endsOf } from './printed-match.ts';
import { decisionsDiffer, matchOfRange, readPrintedP } from './printed-p.ts';

/** A test statistic with its degrees of freedom, as printed. */
export type PrintedStatistic =
  | { readonly kind: 'z'; readonly value: string }
  | { readonly kind: 't' | 'r' | 'chiSquare'; readonly value: string; readonly df: number }
  | { readonly kind: 'F'; readonly value: string; readonly df: readonly [number, number] };

/** The p value of a statistic. */
export interface PFromStatistic {
  readonly outcome: 'computed';
  /** Two-sided for z, t and r; the upper tail for F and chi-square. */
  readonly p: number;
  /** The smallest and the largest p that rounding of the statistic leaves. */
  readonly pRange: readonly [number, number];
}

/** p at a value of the statistic, by its size. */
function pAt(statistic: PrintedStatistic, size: number): number {
  switch (statistic.kind) {
    case 'z':
      return 2 * normalUpper(size);
    case 't':
      return 2 * studentsTUpper(size, statistic.df);
    case 'r': {
      const bounded = Math.min(1, size);
      return bounded === 1
        ? 0
        : 2 * studentsTUpper(bounded * Math.sqrt(statistic.df / (1 - bounded * bounded)), statistic.df);
    }
    case 'chiSquare':
      return chiSquareUpper(size, statistic.df);
    case 'F':
      return fUpper(size, ...statistic.df);
  }
}

const degreesOf = (statistic: PrintedStatistic): readonly number[] =>
  statistic.kind === 'z' ? [] : statistic.kind === 'F' ? statistic.df : [statistic.df];

/**
 * The p value of a printed statistic.
 *
 * @example pFromStatistic({ kind: 't', value: '2.20', df: 28 }).p // 0.0362...
 */
export function pFromStatistic(statistic: PrintedStatistic): PFromStatistic | Untestable {
  const read = exactDecimals([statistic.value]);
  if (isUntestable(read)) return read;
  const wrong = degreesOf(statistic).find((df) => !(df > 0 && Number.isFinite(df)));
  if (wrong !== undefined) return untestable('outOfDomain', String(wrong));
  const [decimal] = read;
  if (decimal === undefined) return untestable('nothingToTest', statistic.value);
  const isSigned = statistic.kind === 'z' || statistic.kind === 't' || statistic.kind === 'r';
  const value = numberOfDecimal(decimal);
  if ((!isSigned && value < 0) || (statistic.kind === 'r' && Math.abs(value) > 1))
    return untestable('outOfDomain', statistic.value);
  const [low, high] = endsOf({ ...decimal, units: Math.abs(decimal.units) });
  return {
    outcome: 'computed',
    p: pAt(statistic, Math.abs(value)),
    pRange: [pAt(statistic, high), pAt(statistic, Math.max(0, low))],
  };
}

/** A printed p value against its statistic. */
export interface PAgainstStatistic {
  readonly outcome: IntegrityOutcome;
  /** The p that goes with the statistic. */
  readonly p: number;
  readonly pRange: readonly [number, number];
  /** The printed p agrees with half the two-sided one, and not with the whole. */
  readonly oneSided: boolean;
  /** One of printed and computed p is below 0.05 and the other above, whatever rounding leaves open. */
  readonly decisionError: boolean;
}

/**
 * Tests a printed p value against the statistic printed with it. A p that agrees only as a one-sided one is `consistent` and
 * says so.
 */
export function pAgainstStatistic(p: string, statistic: PrintedStatistic): PAgainstStatistic | Untestable {
  const printed = readPrintedP(p);
  if (isUntestable(printed)) return printed;
  const found = pFromStatistic(statistic);
  if (found.outcome === 'untestable') return found;
  const { pRange } = found;
  const isTwoSided = statistic.kind === 'z' || statistic.kind === 't' || statistic.kind === 'r';
  const half: readonly [number, number] = [pRange[0] / 2, pRange[1] / 2];
  const match = matchOfRange(pRange, printed);
  const oneSided = match !== 'rounded' && isTwoSided && matchOfRange(half, printed) === 'rounded';
  return {
    outcome:
      match === 'rounded' || oneSided ? 'consistent' : match === 'truncated' ? 'truncated' : 'impossible',
    p: found.p,
    pRange,
    oneSided,
    decisionError: decisionsDiffer(oneSided ? half : pRange, printed),
  };
}
