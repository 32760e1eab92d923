/**
 * Quantiles of a sample. Programs differ (Hyndman and Fan, Am Stat 1996;50:361): type 7 is R's, type 2 that of SAS, type 6
 * that of SPSS and Minitab. For the median all three agree.
 */
import { DomainError, requireProbability } from './domain-error.ts';

/** The definition, by the number Hyndman and Fan gave it. */
export type QuantileType = 2 | 6 | 7;

const fuzz = 4 * Number.EPSILON;

/**
 * A quantile; null for an empty sample.
 *
 * @param probability from 0 (the least value) to 1 (the largest).
 * @throws DomainError for a value that is no finite number, and for a probability outside [0, 1].
 * @example sampleQuantile([46, 52, 53, 54], 0.25, 2) // 49
 */
export function sampleQuantile(
  values: ArrayLike<number>,
  probability: number,
  type: QuantileType = 7,
): number | null {
  requireProbability('probability', probability);
  const sorted = Float64Array.from(values).toSorted();
  for (const value of sorted) if (!Number.isFinite(value)) throw new DomainError('value', value, 'finite');
  const count = sorted.length;
  if (count === 0) return null;
  const at = (rank: number): number => sorted[Math.min(count, Math.max(1, rank)) - 1] ?? 0;
  switch (type) {
    case 2: {
      const place = count * probability;
      const rank = Math.floor(place + fuzz);
      return place > rank + fuzz ? at(rank + 1) : (at(rank) + at(rank + 1)) / 2;
    }
    case 6:
    case 7: {
      const place = type === 6 ? (count + 1) * probability : 1 + (count - 1) * probability;
      const rank = Math.floor(place + fuzz);
      const part = Math.abs(place - rank) < fuzz ? 0 : place - rank;
      const low = at(rank);
      return part === 0 ? low : low + part * (at(rank + 1) - low);
    }
  }
}
