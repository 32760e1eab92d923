/**
 * The log-rank test for a trend over ordered groups (Tarone, Biometrika 1975;62:679): the scored sum of observed minus
 * expected events against its hypergeometric variance, on one degree of freedom.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { type LogRankReading, type LogRankWeight, logRank } from './log-rank.ts';
import type { SurvivalColumns } from './survival-columns.ts';

/** The test. */
export interface LogRankTrend {
  readonly weight: LogRankWeight;
  readonly scores: readonly number[];
  /** Above 0 where groups with higher scores have more events than expected. */
  readonly z: number;
  readonly chiSquare: number;
  /** Two-sided. */
  readonly p: number;
}

/** The test, or why there is none. */
export type LogRankTrendReading =
  | { readonly ok: true; readonly test: LogRankTrend }
  | Extract<LogRankReading, { ok: false }>
  | { readonly ok: false; readonly reason: 'scoresDiffer' | 'noVariation' };

const smallestShare = 1e-12;

/**
 * The trend over groups in their order.
 *
 * @param strata as for {@link logRank}.
 * @param scores one for each group; 1, 2, 3 ... when absent.
 */
export function logRankTrend(
  strata: readonly (readonly SurvivalColumns[])[],
  scores: readonly number[] = (strata[0] ?? []).map((_, at) => at + 1),
  weight: LogRankWeight = { kind: 'log-rank' },
): LogRankTrendReading {
  const read = logRank(strata, weight);
  if (!read.ok) return read;
  const { groups, variance } = read.test;
  if (scores.length !== groups.length || !scores.every(Number.isFinite))
    return { ok: false, reason: 'scoresDiffer' };
  // Scores count from their mean, so that equal ones leave nothing but rounding, and none of that.
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const centred = scores.map((score) => score - mean);
  const sum = groups.reduce(
    (all, { observed, expected }, at) => all + (centred[at] ?? 0) * (observed - expected),
    0,
  );
  let [spread, size] = [0, 0];
  for (const [row, values] of variance.entries())
    for (const [column, value] of values.entries()) {
      const part = (centred[row] ?? 0) * (centred[column] ?? 0) * value;
      spread += part;
      size += Math.abs(part);
    }
  if (!(spread > smallestShare * size)) return { ok: false, reason: 'noVariation' };
  const z = sum / Math.sqrt(spread);
  const chiSquare = z * z;
  const p = chiSquare > 0 ? chiSquareUpper(chiSquare, 1) : 1;
  return { ok: true, test: { weight, scores, z, chiSquare, p } };
}
