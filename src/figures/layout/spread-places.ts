/**
 * Places along a line for things of given widths, as near as possible to where each belongs, none over another: least squares
 * under an order, by pooling neighbours that would overlap (Barlow 1972, isotonic regression), in one pass.
 */

/** A thing on the line: where it belongs, and how much room it takes. */
export interface SpreadItem {
  readonly at: number;
  readonly width: number;
}

interface Pool {
  sum: number;
  count: number;
}

const meanOf = ({ sum, count }: Pool): number => sum / count;

/**
 * Centres of the things between two ends, in the order given, which must be that of `at`. Where they do not all fit, all
 * widths shrink alike.
 */
export function spreadPlaces(items: readonly SpreadItem[], low: number, high: number): readonly number[] {
  const wanted = items.reduce((sum, { width }) => sum + width, 0);
  const share = wanted > high - low ? (high - low) / wanted : 1;
  const offsets: number[] = [];
  let used = 0;
  for (const { width } of items) {
    offsets.push(used + (width * share) / 2);
    used += width * share;
  }
  const pools: Pool[] = [];
  items.forEach(({ at }, index) => {
    let pool: Pool = { sum: at - (offsets[index] ?? 0), count: 1 };
    for (let last = pools.at(-1); last !== undefined && meanOf(last) > meanOf(pool); last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  const starts = pools.flatMap((pool) => Array.from({ length: pool.count }, () => meanOf(pool)));
  return starts.map((start, index) => Math.max(low, Math.min(start, high - used)) + (offsets[index] ?? 0));
}
