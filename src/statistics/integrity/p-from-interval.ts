/**
 * The p value that goes with an estimate and its interval (D. G. Altman and J. M. Bland, BMJ 2011;343:d2304): the width gives
 * the error, estimate over error the z. Ratios are taken on the logarithm. What rounding leaves open is computed at the ends
 * of what each printed number stands for.
 */
import { normalUpper, normalUpperQuantile } from '../normal.ts';
import type { PrintedInterval } from './interval-symmetry.ts';
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { exactDecimals, isUntestable, numberOfDecimal } from './printed-decimal.ts';
import { endsOf } from './printed-match.ts';
import { decisionsDiffer, matchOfRange, readPrintedP } from './printed-p.ts';

/** How the interval was made. */
export interface PFromIntervalOptions {
  /** `ratio` (hazard, odds, risk) when left out. */
  readonly scale?: 'ratio' | 'difference';
  readonly levelPercent?: number;
  /** The multiple of the error on either side, where it is known to be rounded: 1.96. */
  readonly criticalValue?: number;
}

/** The p value of an interval. */
export interface PFromInterval {
  /** On the logarithm for ratios. */
  readonly standardError: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** The smallest and the largest p that rounding leaves. */
  readonly pRange: readonly [number, number];
  /** The middle of the limits, geometric for ratios: the estimate, where the interval is of this kind. */
  readonly centre: number;
  /** The printed estimate is the middle of the printed limits, within rounding. */
  readonly isCentred: boolean;
}

const twoSided = (z: number): number => 2 * normalUpper(Math.abs(z));

/**
 * The p value of a printed estimate with its interval.
 *
 * @example pFromInterval({ estimate: '1.11', lower: '0.772', upper: '1.596' }).p // 0.5732...
 */
export function pFromInterval(
  interval: PrintedInterval,
  { scale = 'ratio', levelPercent = 95, criticalValue }: PFromIntervalOptions = {},
): (PFromInterval & { readonly outcome: 'computed' }) | Untestable {
  const read = exactDecimals([interval.estimate, interval.lower, interval.upper]);
  if (isUntestable(read)) return read;
  const isRatio = scale === 'ratio';
  const taken = (value: number): number => (isRatio ? Math.log(value) : value);
  const numbers = read.map(numberOfDecimal);
  const wrong = read.find((_, at) => isRatio && !((numbers[at] ?? 0) > 0));
  if (wrong !== undefined) return untestable('outOfDomain', wrong.text);
  const [estimate = 0, lower = 0, upper = 0] = numbers.map(taken);
  if (!(upper > lower)) return untestable('outOfDomain', `${interval.lower}-${interval.upper}`);
  const critical = criticalValue ?? normalUpperQuantile((1 - levelPercent / 100) / 2);
  const standardError = (upper - lower) / (2 * critical);
  const ends = read.map((each): readonly [number, number] => {
    const [low, high] = endsOf(each);
    return [isRatio ? Math.log(Math.max(Number.MIN_VALUE, low)) : low, taken(high)];
  });
  const [estimateEnds = [0, 0], lowerEnds = [0, 0], upperEnds = [0, 0]] = ends;
  const [estimateLow, estimateHigh] = estimateEnds;
  const [lowerLow, lowerHigh] = lowerEnds;
  const [upperLow, upperHigh] = upperEnds;
  const nearestToNone =
    estimateLow <= 0 && estimateHigh >= 0 ? 0 : Math.min(Math.abs(estimateLow), Math.abs(estimateHigh));
  const farthest = Math.max(Math.abs(estimateLow), Math.abs(estimateHigh));
  const narrowest = Math.max(0, upperLow - lowerHigh) / (2 * critical);
  const widest = (upperHigh - lowerLow) / (2 * critical);
  const centre = (lower + upper) / 2;
  return {
    outcome: 'computed',
    standardError,
    z: estimate / standardError,
    p: twoSided(estimate / standardError),
    pRange: [narrowest === 0 ? 0 : twoSided(farthest / narrowest), twoSided(nearestToNone / widest)],
    centre: isRatio ? Math.exp(centre) : centre,
    isCentred: 2 * estimateLow <= lowerHigh + upperHigh && lowerLow + upperLow <= 2 * estimateHigh,
  };
}

/** A printed p value against a printed interval. */
export interface PAgainstInterval extends PFromInterval {
  readonly outcome: IntegrityOutcome;
  /** One of p and interval calls the effect significant and the other does not. */
  readonly decisionError: boolean;
}

/**
 * Tests a printed two-sided p value against the interval printed with it. p values of other tests (log-rank beside a Cox
 * interval) differ a little from the p of the interval without any error.
 */
export function pAgainstInterval(
  p: string,
  interval: PrintedInterval,
  options: PFromIntervalOptions = {},
): PAgainstInterval | Untestable {
  const printed = readPrintedP(p);
  if (isUntestable(printed)) return printed;
  const found = pFromInterval(interval, options);
  if (found.outcome === 'untestable') return found;
  const match = matchOfRange(found.pRange, printed);
  return {
    ...found,
    outcome: match === 'rounded' ? 'consistent' : match === 'truncated' ? 'truncated' : 'impossible',
    decisionError: decisionsDiffer(found.pRange, printed),
  };
}
