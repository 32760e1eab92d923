/**
 * Hazard, odds and risk ratios against their interval and the p value printed with them. The interval of a ratio is made on the
 * logarithm (D. G. Altman and J. M. Bland, BMJ 2011;343:d2090 and d2304), so its limits lie as many times above as below the
 * estimate, it holds the estimate, and it leaves out 1 where p is below 1 less its level. The p is often that of another
 * test of the same data: score (log-rank), likelihood ratio and Wald tests agree in large samples only, so a gap between
 * the two z is graded instead of called wrong.
 */
import { normalUpperQuantile } from '../normal.ts';
import type { PrintedInterval } from './interval-symmetry.ts';
import { inOrder } from './median-and-range.ts';
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { exactDecimals, isUntestable } from './printed-decimal.ts';
import { endsOf } from './printed-match.ts';
import { rangeOfP, readPrintedP } from './printed-p.ts';

/** From the least to the most that rounding leaves. */
export type RoundedRange = readonly [number, number];

/** A ratio against its own interval. */
export interface RatioAndInterval {
  /** Limits in order with the estimate between them. */
  readonly order: IntegrityOutcome;
  /** Whether the interval leaves out 1, which is no effect; `open` where rounding decides. */
  readonly one: 'excluded' | 'included' | 'open';
  /**
   * The distance of the estimate from the lower limit over that of the upper limit from the estimate, on the logarithm: 1 for
   * an interval of the usual kind. Null where the order is broken or a number is 0.
   */
  readonly balance: RoundedRange | null;
}

/** A number with what it may stand for, on the logarithm. */
function logEnds(text: string): RoundedRange | null {
  const read = exactDecimals([text]);
  const [decimal] = isUntestable(read) ? [] : read;
  if (decimal === undefined || decimal.units <= 0) return null;
  const [least, most] = endsOf(decimal);
  return [Math.log(least), Math.log(most)];
}

/** A quotient of two distances that may be as small as nothing. */
function quotient([least, most]: RoundedRange, [divisorLeast, divisorMost]: RoundedRange): RoundedRange {
  const over = (one: number, other: number): number => (other <= 0 ? Number.POSITIVE_INFINITY : one / other);
  return [over(Math.max(0, least), divisorMost), over(most, Math.max(0, divisorLeast))];
}

/**
 * Tests a printed ratio against its printed interval.
 *
 * @example ratioAgainstInterval({ estimate: '0.71', lower: '0.40', upper: '0.65' }).order // 'impossible'
 * @example ratioAgainstInterval({ estimate: '0.70', lower: '0.50', upper: '0.98' }).one // 'excluded'
 */
export function ratioAgainstInterval(interval: PrintedInterval): RatioAndInterval | Untestable {
  const { estimate, lower, upper } = interval;
  const read = exactDecimals([estimate, lower, upper]);
  if (isUntestable(read)) return read;
  const negative = read.find(({ units }) => units < 0);
  if (negative !== undefined) return untestable('outOfDomain', negative.text);
  const order = inOrder([
    [lower, estimate],
    [estimate, upper],
    [lower, upper],
  ]);
  if (order.outcome === 'untestable') return order;
  const [, low, high] = read.map(endsOf);
  if (low === undefined || high === undefined) return untestable('nothingToTest', estimate);
  const excluded = low[0] > 1 || high[1] < 1;
  const included = low[1] <= 1 && high[0] >= 1;
  const [middle, bottom, top] = [estimate, lower, upper].map(logEnds);
  const balance =
    order.outcome === 'consistent' && middle && bottom && top
      ? quotient([middle[0] - bottom[1], middle[1] - bottom[0]], [top[0] - middle[1], top[1] - middle[0]])
      : null;
  return { order: order.outcome, one: excluded ? 'excluded' : included ? 'included' : 'open', balance };
}

/** A p value against the interval of its ratio. */
export interface PAgainstRatioInterval {
  /**
   * `consistent`: rounding explains both; `near`: the gap is one that different tests of the same data have; `discrepant`:
   * it is larger; `irreconcilable`: no two tests of the same data differ so much.
   */
  readonly agreement: 'consistent' | 'near' | 'discrepant' | 'irreconcilable';
  /** The interval leaves out 1 and p is not below 1 less the level, or the reverse, whatever rounding leaves open. */
  readonly decisionError: boolean;
  /** The distance from no effect, in errors, by the interval. */
  readonly zOfInterval: RoundedRange;
  /** The same by the p value, two-sided. */
  readonly zOfP: RoundedRange;
}

/**
 * Gaps of z that Wald, score and likelihood ratio tests of the same data have: for d events in two equal groups the score z over
 * the Wald z is 1.01 at a ratio of 0.6, 1.06 at 0.3 and 1.11 at 0.2.
 */
const nearGap = 0.25;
const nearShare = 0.15;
/** Tests of the same data do not differ by three errors. */
const irreconcilableGap = 3;
/** What binary fractions may leave of an equality. */
const slack = 1e-9;

const zOf = (p: number): number =>
  p <= 0 ? Number.POSITIVE_INFINITY : normalUpperQuantile(Math.min(p, 1) / 2);

/**
 * Tests a printed two-sided p value against the interval of its ratio, by its z. An interval that is not balanced about its
 * estimate may have been made from the likelihood: the errors of either side and of both together are all allowed.
 *
 * @example
 * pAgainstRatioInterval('0.8', { estimate: '0.50', lower: '0.35', upper: '0.71' }).agreement // 'irreconcilable'
 */
export function pAgainstRatioInterval(
  p: string,
  { estimate, lower, upper }: PrintedInterval,
  levelPercent = 95,
): PAgainstRatioInterval | Untestable {
  const printed = readPrintedP(p);
  if (isUntestable(printed)) return printed;
  const test = ratioAgainstInterval({ estimate, lower, upper });
  if ('outcome' in test) return test;
  const [middle, bottom, top] = [estimate, lower, upper].map(logEnds);
  if (!middle || !bottom || !top || test.order !== 'consistent')
    return untestable('outOfDomain', `${lower}-${upper}`);
  const critical = normalUpperQuantile((1 - levelPercent / 100) / 2);
  const widths: readonly RoundedRange[] = [
    [(top[0] - bottom[1]) / 2, (top[1] - bottom[0]) / 2],
    [middle[0] - bottom[1], middle[1] - bottom[0]],
    [top[0] - middle[1], top[1] - middle[0]],
  ];
  const narrowest = Math.max(0, Math.min(...widths.map(([least]) => least))) / critical;
  const widest = Math.max(...widths.map(([, most]) => most)) / critical;
  const [least, most] = [Math.abs(middle[0]), Math.abs(middle[1])];
  const nearest = middle[0] <= 0 && middle[1] >= 0 ? 0 : Math.min(least, most);
  const zOfInterval: RoundedRange = [
    nearest / widest,
    narrowest === 0 ? Number.POSITIVE_INFINITY : Math.max(least, most) / narrowest,
  ];
  const [pLeast, pMost] = rangeOfP(printed);
  if (pMost <= 0) return untestable('outOfDomain', p);
  const zOfP: RoundedRange = [zOf(pMost), zOf(pLeast)];
  const gap = Math.max(zOfP[0] - zOfInterval[1], zOfInterval[0] - zOfP[1], 0);
  const alpha = 1 - levelPercent / 100;
  const larger = Math.max(zOfP[0], zOfInterval[0]);
  return {
    agreement:
      gap <= slack
        ? 'consistent'
        : gap <= Math.max(nearGap, nearShare * larger)
          ? 'near'
          : gap < irreconcilableGap
            ? 'discrepant'
            : 'irreconcilable',
    decisionError:
      (test.one === 'excluded' && pLeast > alpha - slack) ||
      (test.one === 'included' && pMost < alpha + slack),
    zOfInterval,
    zOfP,
  };
}
