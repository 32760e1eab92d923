/** What the two rank correlations share: their result, and the check of their columns. */

/** How a rank correlation is tested. */
export interface RankCorrelationOptions {
  /** Exact where it can be; when absent, R's rule. Never with equal values. */
  readonly exact?: boolean;
  /** Towards the null in the approximate test; false when absent. */
  readonly continuityCorrection?: boolean;
}

/** A rank correlation with its test. */
export interface RankCorrelation {
  /** Kendall's tau-b or Spearman's rho. */
  readonly estimate: number;
  readonly pairs: number;
  readonly p: number;
  /** One-sided: smaller than 0. */
  readonly less: number;
  /** One-sided: larger than 0. */
  readonly greater: number;
  readonly method: 'exact' | 'edgeworth' | 'normal' | 't';
}

/** The correlation, or why there is none. */
export type RankCorrelationReading =
  | { readonly ok: true; readonly correlation: RankCorrelation }
  | { readonly ok: false; readonly reason: RankCorrelationFault };

/** Why two columns have no rank correlation. */
export type RankCorrelationFault = 'lengthsDiffer' | 'fewerThanThreePairs' | 'notFinite' | 'allEqual';

/** What is wrong with the columns, or undefined. */
export function rankCorrelationFault(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): RankCorrelationFault | undefined {
  if (x.length !== y.length) return 'lengthsDiffer';
  if (x.length < 3) return 'fewerThanThreePairs';
  const [xs, ys] = [Array.from(x), Array.from(y)];
  if (![...xs, ...ys].every(Number.isFinite)) return 'notFinite';
  return [xs, ys].some((values) => values.every((value) => value === values[0])) ? 'allEqual' : undefined;
}
