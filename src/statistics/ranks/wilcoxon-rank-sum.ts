/**
 * The rank sum test of Wilcoxon (1945), which is that of Mann and Whitney (1947): whether values of one sample tend to be
 * larger than those of another. Exact by the permutation distribution, or normal with the variance corrected for ties.
 */
import { normalCdf, normalUpper } from '../normal.ts';
import { midRanks } from './mid-ranks.ts';
import { rankSumDistribution } from './rank-sum-distribution.ts';

/** How the test is made. */
export interface RankSumOptions {
  /**
   * Exact or normal. When absent, R's rule: exact where both samples have fewer than 50 values and none are equal. Asked for
   * with equal values, it is exact given the ties, where R has no answer.
   */
  readonly exact?: boolean;
  /** Half a unit towards the null in the normal test; true when absent. */
  readonly continuityCorrection?: boolean;
}

/** The test of the first sample against the second. */
export interface RankSumTest {
  /** Pairs in which the first sample has the larger value, ties as one half: R's W, the U of Mann and Whitney. */
  readonly statistic: number;
  readonly p: number;
  /** One-sided: the first sample tends to smaller values. */
  readonly less: number;
  /** One-sided: the first sample tends to larger values. */
  readonly greater: number;
  readonly method: 'exact' | 'normal' | 'normal-corrected';
  readonly hasTies: boolean;
}

/** The test, or why there is none. */
export type RankSumReading =
  | { readonly ok: true; readonly test: RankSumTest }
  | { readonly ok: false; readonly reason: 'noValues' | 'notFinite' | 'allEqual' | 'tooLargeForExact' };

const smallForExact = 50;

/**
 * Compares two samples.
 *
 * @example wilcoxonRankSum([1.1, 2.4], [3.2, 4.5, 5.0]) // p 0.2, exact
 */
export function wilcoxonRankSum(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: RankSumOptions = {},
): RankSumReading {
  const [m, n] = [first.length, second.length];
  if (m === 0 || n === 0) return { ok: false, reason: 'noValues' };
  const all = Float64Array.from([...Array.from(first), ...Array.from(second)]);
  if (!all.every(Number.isFinite)) return { ok: false, reason: 'notFinite' };
  const { ranks, ties } = midRanks(all);
  const hasTies = ties.length > 0;
  const rankSum = ranks.subarray(0, m).reduce((sum, rank) => sum + rank, 0);
  const statistic = rankSum - (m * (m + 1)) / 2;
  if (options.exact ?? (m < smallForExact && n < smallForExact && !hasTies)) {
    const distribution = rankSumDistribution(ranks, m);
    if (distribution === undefined) return { ok: false, reason: 'tooLargeForExact' };
    const [own, centre] = [2 * rankSum, m * (m + n + 1)];
    const away = Math.abs(own - centre);
    const both = distribution.upTo(centre - away) + distribution.from(centre + away);
    const p = Math.min(1, both);
    const [less, greater] = [distribution.upTo(own), distribution.from(own)];
    return { ok: true, test: { statistic, p, less, greater, method: 'exact', hasTies } };
  }
  const total = m + n;
  const tied = ties.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = total < 2 ? 0 : ((m * n) / 12) * (total + 1 - tied / (total * (total - 1)));
  if (variance <= 1e-12 * m * n) return { ok: false, reason: 'allEqual' };
  const isCorrected = options.continuityCorrection ?? true;
  const half = isCorrected ? 0.5 : 0;
  const deviation = statistic - (m * n) / 2;
  const sd = Math.sqrt(variance);
  const p = Math.min(1, 2 * normalUpper((Math.abs(deviation) - half) / sd));
  return {
    ok: true,
    test: {
      statistic,
      p,
      less: normalCdf((deviation + half) / sd),
      greater: normalUpper((deviation - half) / sd),
      method: isCorrected ? 'normal-corrected' : 'normal',
      hasTies,
    },
  };
}
