/**
 * The permutation distribution of the sum of the ranks that a sample of a given size draws: the number of subsets with each
 * sum, rank by rank. Ranks are doubled, so that the halves of ties are whole.
 */

/** Beyond this many additions the distribution is not enumerated. */
const mostAdditions = 4e8;

/** Shares of the subsets, by the doubled sum of their ranks. */
export interface RankSumDistribution {
  /** P(the doubled sum is at most this). */
  readonly upTo: (doubledSum: number) => number;
  /** P(the doubled sum is at least this). */
  readonly from: (doubledSum: number) => number;
}

/** The distribution for subsets of a size; undefined where there are too many sums. */
export function rankSumDistribution(ranks: Float64Array, size: number): RankSumDistribution | undefined {
  const doubled = Array.from(ranks, (rank) => Math.round(2 * rank)).toSorted((a, b) => a - b);
  if (2 * size > doubled.length) {
    // What the rest draws says it too, with fewer ranks to draw.
    const all = doubled.reduce((sum, rank) => sum + rank, 0);
    const rest = rankSumDistribution(ranks, doubled.length - size);
    return rest && { upTo: (sum) => rest.from(all - sum), from: (sum) => rest.upTo(all - sum) };
  }
  const most = doubled.slice(doubled.length - size).reduce((sum, rank) => sum + rank, 0);
  if (doubled.length * size * most > mostAdditions) return undefined;
  // counts[k][s]: subsets of k ranks with the sum s, scaled at the end.
  const counts = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  const [none] = counts;
  if (none !== undefined) none[0] = 1;
  let reach = 0;
  for (const [drawn, rank] of doubled.entries()) {
    reach = Math.min(most, reach + rank);
    for (let k = Math.min(size, drawn + 1); k >= 1; k -= 1) {
      const to = counts[k];
      const from = counts[k - 1];
      if (to === undefined || from === undefined) continue;
      for (let sum = reach; sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
    }
  }
  const own = counts[size] ?? new Float64Array(1);
  const total = own.reduce((sum, count) => sum + count, 0);
  const over = (from: number, to: number): number =>
    own.subarray(Math.max(0, from), Math.max(0, to)).reduce((sum, count) => sum + count, 0) / total;
  return {
    upTo: (doubledSum) => over(0, Math.floor(doubledSum + 1e-6) + 1),
    from: (doubledSum) => over(Math.ceil(doubledSum - 1e-6), most + 1),
  };
}
