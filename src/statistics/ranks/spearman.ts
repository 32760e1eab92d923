/**
 * Spearman's rho and its test: exact by all permutations of up to nine pairs, the Edgeworth series of Best and Roberts
 * (Applied Statistics 1975;24:377, AS 89) above, Student's t with ties: the steps of R's cor.test.
 */
import { normalUpper } from '../normal.ts';
import { studentsTCdf, studentsTUpper } from '../students-t.ts';
import { midRanks } from './mid-ranks.ts';
import {
  type RankCorrelationOptions,
  type RankCorrelationReading,
  rankCorrelationFault,
} from './rank-correlation.ts';

const mostEnumerated = 9;
const mostBySeries = 1290;

/** Permutations of n by half their sum of squared differences, which is even; counted once for each n. */
function squaredDifferences(n: number): Float64Array {
  const counts = new Float64Array((n * (n * n - 1)) / 6 + 1);
  const free = Array.from({ length: n }, (_, at) => at);
  const place = (at: number, sum: number): void => {
    if (at === n) {
      counts[sum / 2] = (counts[sum / 2] ?? 0) + 1;
      return;
    }
    for (let index = at; index < n; index += 1) {
      const [chosen = 0, present = 0] = [free[index], free[at]];
      free[at] = chosen;
      free[index] = present;
      place(at + 1, sum + (chosen - at) ** 2);
      free[index] = chosen;
      free[at] = present;
    }
  };
  place(0, 0);
  return counts;
}

/** P(sum of squared differences >= the given, even one), by enumeration. */
function enumerated(sum: number, n: number): number {
  const counts = squaredDifferences(n);
  const all = counts.reduce((total, count) => total + count, 0);
  return counts.subarray(Math.max(0, sum / 2)).reduce((total, count) => total + count, 0) / all;
}

/** P(sum of squared differences >= the given one), by the series of AS 89. */
function bySeries(sum: number, n: number): number {
  const b = 1 / n;
  const x = ((6 * (sum - 1) * b) / (n * n - 1) - 1) * Math.sqrt(1 / b - 1);
  const y = x * x;
  const tail = y * b * (0.0131 - 4.6e-4 * y);
  const inner = y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + tail));
  const series =
    x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + y * (-0.0758 + b * (0.1033 + 0.3932 * b) - inner));
  return Math.min(1, Math.max(0, series / Math.exp(y / 2) + normalUpper(x)));
}

/** Spearman's rho of pairs (x, y). Exact or by the series up to 1290 pairs without ties unless asked otherwise, as in R. */
export function spearman(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: RankCorrelationOptions = {},
): RankCorrelationReading {
  const reason = rankCorrelationFault(x, y);
  if (reason !== undefined) return { ok: false, reason };
  const n = x.length;
  const [xs, ys] = [midRanks(x), midRanks(y)];
  const centre = (n + 1) / 2;
  let [cross, spreadX, spreadY] = [0, 0, 0];
  for (let at = 0; at < n; at += 1) {
    const [dx, dy] = [(xs.ranks[at] ?? 0) - centre, (ys.ranks[at] ?? 0) - centre];
    cross += dx * dy;
    spreadX += dx * dx;
    spreadY += dy * dy;
  }
  const estimate = cross / Math.sqrt(spreadX * spreadY);
  const cubic = n * (n * n - 1);
  const squared = (cubic * (1 - estimate)) / 6;
  const hasTies = xs.ties.length + ys.ties.length > 0;
  if ((options.exact ?? true) && !hasTies && n <= mostBySeries) {
    const isSmall = n <= mostEnumerated;
    const from = (sum: number): number => (isSmall ? enumerated(sum, n) : bySeries(sum, n));
    const own = Math.round(squared / 2) * 2;
    const less = from(own);
    const greater = 1 - from(own + 2);
    const p = Math.min(1, 2 * (squared > cubic / 6 ? less : greater));
    return {
      ok: true,
      correlation: { estimate, pairs: n, p, less, greater, method: isSmall ? 'exact' : 'edgeworth' },
    };
  }
  const r = 1 - squared / (cubic / 6 + (options.continuityCorrection === true ? 1 : 0));
  const t = r / Math.sqrt(((1 - r) * (1 + r)) / (n - 2));
  const [less, greater] = [studentsTCdf(t, n - 2), studentsTUpper(t, n - 2)];
  const p = Math.min(1, 2 * Math.min(less, greater));
  return { ok: true, correlation: { estimate, pairs: n, p, less, greater, method: 't' } };
}
