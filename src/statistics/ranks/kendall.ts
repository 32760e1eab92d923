/**
 * Kendall's tau-b (Biometrika 1945;33:239) and its test: exact by the number of permutations with each number of
 * inversions, or normal with the variance corrected for ties (Kendall 1970, Rank Correlation Methods, section 4.6).
 */
import { normalCdf, normalUpper } from '../normal.ts';
import { midRanks } from './mid-ranks.ts';
import {
  type RankCorrelationOptions,
  type RankCorrelationReading,
  rankCorrelationFault,
} from './rank-correlation.ts';

const smallForExact = 50;

/** Pairs in the wrong order, by merging sorted halves. */
function inversions(values: Float64Array): number {
  if (values.length < 2) return 0;
  const middle = values.length >>> 1;
  const [left, right] = [values.slice(0, middle), values.slice(middle)];
  let count = inversions(left) + inversions(right);
  let [i, j] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const [one, other] = [left[i], right[j]];
    if (other === undefined || (one !== undefined && one <= other)) {
      values[at] = one ?? 0;
      i += 1;
    } else {
      values[at] = other;
      j += 1;
      count += left.length - i;
    }
  }
  return count;
}

/** Shares of the permutations of n by their number of inversions. */
function inversionShares(n: number): Float64Array {
  let shares = Float64Array.of(1);
  for (let size = 2; size <= n; size += 1) {
    const next = new Float64Array(shares.length + size - 1);
    for (const [at, share] of shares.entries())
      for (let more = 0; more < size; more += 1) next[at + more] = (next[at + more] ?? 0) + share / size;
    shares = next;
  }
  return shares;
}

/** Pairs of equal values, over all groups. */
const pairsOf = (ties: readonly number[]): number =>
  ties.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

function varianceOf(n: number, ties: readonly (readonly number[])[]): number {
  const over = (groups: readonly number[], of: (size: number) => number): number =>
    groups.reduce((sum, size) => sum + of(size), 0);
  const [x = [], y = []] = ties;
  const weighted = (size: number): number => size * (size - 1) * (2 * size + 5);
  const thirds = (size: number): number => size * (size - 1) * (size - 2);
  return (
    (weighted(n) - over(x, weighted) - over(y, weighted)) / 18 +
    (4 * pairsOf(x) * pairsOf(y)) / (2 * n * (n - 1)) +
    (over(x, thirds) * over(y, thirds)) / (9 * n * (n - 1) * (n - 2))
  );
}

/** Kendall's tau-b of pairs (x, y). Exact under 50 pairs without ties unless asked otherwise, as in R. */
export function kendall(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: RankCorrelationOptions = {},
): RankCorrelationReading {
  const reason = rankCorrelationFault(x, y);
  if (reason !== undefined) return { ok: false, reason };
  const n = x.length;
  const [xs, ys] = [midRanks(x), midRanks(y)];
  const order = Array.from({ length: n }, (_, at) => at).toSorted(
    (a, b) => (xs.ranks[a] ?? 0) - (xs.ranks[b] ?? 0) || (ys.ranks[a] ?? 0) - (ys.ranks[b] ?? 0),
  );
  const both = midRanks(order.map((at) => (xs.ranks[at] ?? 0) * 2 * (n + 1) + (ys.ranks[at] ?? 0)));
  const discordant = inversions(Float64Array.from(order, (at) => ys.ranks[at] ?? 0));
  const pairs = (n * (n - 1)) / 2;
  const [tiedX, tiedY] = [pairsOf(xs.ties), pairsOf(ys.ties)];
  const score = pairs - tiedX - tiedY + pairsOf(both.ties) - 2 * discordant;
  const estimate = score / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  const hasTies = tiedX + tiedY > 0;
  if ((options.exact ?? n < smallForExact) && !hasTies) {
    const shares = inversionShares(n);
    const sum = (from: number, to: number): number =>
      Math.min(
        1,
        shares.subarray(from, to).reduce((total, share) => total + share, 0),
      );
    const greater = sum(0, discordant + 1);
    const less = sum(discordant, shares.length);
    const p = Math.min(1, 2 * Math.min(less, greater));
    return { ok: true, correlation: { estimate, pairs: n, p, less, greater, method: 'exact' } };
  }
  const shift = options.continuityCorrection === true ? Math.sign(score) : 0;
  const z = (score - shift) / Math.sqrt(varianceOf(n, [xs.ties, ys.ties]));
  const [less, greater] = [normalCdf(z), normalUpper(z)];
  const p = Math.min(1, 2 * Math.min(less, greater));
  return { ok: true, correlation: { estimate, pairs: n, p, less, greater, method: 'normal' } };
}
