/**
 * The signed rank test of Wilcoxon (Biometrics Bulletin 1945;1:80): whether paired differences tend to lie on one side of 0.
 * Differences of 0 say nothing and are left out. Exact by all ways to give the signs, or normal with the variance corrected
 * for ties.
 */
import { normalCdf, normalUpper } from '../normal.ts';
import { midRanks } from './mid-ranks.ts';
import type { RankSumOptions } from './wilcoxon-rank-sum.ts';

/** The test. */
export interface SignedRankTest {
  /** The sum of the ranks of the differences above 0: R's V. */
  readonly statistic: number;
  readonly p: number;
  /** One-sided: differences tend to lie below 0. */
  readonly less: number;
  /** One-sided: differences tend to lie above 0. */
  readonly greater: number;
  readonly method: 'exact' | 'normal' | 'normal-corrected';
  /** Differences other than 0. */
  readonly pairs: number;
  readonly zeros: number;
  readonly hasTies: boolean;
}

/** The test, or why there is none. */
export type SignedRankReading =
  | { readonly ok: true; readonly test: SignedRankTest }
  | { readonly ok: false; readonly reason: 'noDifferences' | 'notFinite' | 'tooLargeForExact' };

const smallForExact = 50;
/** More pairs than this have more ways to give the signs than a number can count. */
const mostExact = 1000;

/** For every sum of doubled ranks the share of the ways to give the signs. */
function signShares(doubledRanks: readonly number[]): Float64Array {
  const most = doubledRanks.reduce((sum, rank) => sum + rank, 0);
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  let reach = 0;
  for (const rank of doubledRanks) {
    reach += rank;
    for (let sum = reach; sum >= 0; sum -= 1) {
      const without = shares[sum] ?? 0;
      shares[sum] = (without + (sum >= rank ? (shares[sum - rank] ?? 0) : 0)) / 2;
    }
  }
  return shares;
}

/**
 * Tests paired differences. Exact under 50 pairs without ties or zeros unless asked otherwise, as in R; asked for with ties,
 * it is exact given them.
 *
 * @example wilcoxonSignedRank([1.2, -0.4, 2.2, 3.1, 0.9]) // V 14, p 0.125
 */
export function wilcoxonSignedRank(
  differences: ArrayLike<number>,
  options: RankSumOptions = {},
): SignedRankReading {
  const all = Array.from(differences);
  if (!all.every(Number.isFinite)) return { ok: false, reason: 'notFinite' };
  const own = all.filter((each) => each !== 0);
  const pairs = own.length;
  const zeros = all.length - pairs;
  if (pairs === 0) return { ok: false, reason: 'noDifferences' };
  const { ranks, ties } = midRanks(own.map(Math.abs));
  const hasTies = ties.length > 0;
  const statistic = ranks.reduce((sum, rank, at) => ((own[at] ?? 0) > 0 ? sum + rank : sum), 0);
  const said = { statistic, pairs, zeros, hasTies };
  if (options.exact ?? (pairs < smallForExact && !hasTies && zeros === 0)) {
    if (pairs > mostExact) return { ok: false, reason: 'tooLargeForExact' };
    const shares = signShares(Array.from(ranks, (rank) => Math.round(2 * rank)));
    const sum = (from: number, to: number): number =>
      Math.min(
        1,
        shares.subarray(Math.max(0, from), Math.max(0, to)).reduce((total, share) => total + share, 0),
      );
    const [at, end] = [Math.round(2 * statistic), shares.length];
    const [less, greater] = [sum(0, at + 1), sum(at, end)];
    const p = Math.min(1, 2 * Math.min(less, greater));
    return { ok: true, test: { ...said, p, less, greater, method: 'exact' } };
  }
  const isCorrected = options.continuityCorrection ?? true;
  const half = isCorrected ? 0.5 : 0;
  const tied = ties.reduce((sum, size) => sum + size ** 3 - size, 0);
  const sd = Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 24 - tied / 48);
  const deviation = statistic - (pairs * (pairs + 1)) / 4;
  return {
    ok: true,
    test: {
      ...said,
      p: Math.min(1, 2 * normalUpper((Math.abs(deviation) - half) / sd)),
      less: normalCdf((deviation + half) / sd),
      greater: normalUpper((deviation - half) / sd),
      method: isCorrected ? 'normal-corrected' : 'normal',
    },
  };
}
