/** Ranks of a sample; equal values share the mean of their ranks, as in R's `rank`. */

/** The ranks, from 1, in the order of the values. */
export interface MidRanks {
  readonly ranks: Float64Array;
  /** The sizes of the groups of equal values, of 2 and more. */
  readonly ties: readonly number[];
}

/** Ranks the values, which have to be numbers. */
export function midRanks(values: ArrayLike<number>): MidRanks {
  const order = Array.from({ length: values.length }, (_, at) => at).toSorted(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  const ranks = new Float64Array(values.length);
  const ties: number[] = [];
  let from = 0;
  while (from < order.length) {
    const value = values[order[from] ?? 0];
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === value) to += 1;
    for (let place = from; place < to; place += 1) ranks[order[place] ?? 0] = (from + 1 + to) / 2;
    if (to - from > 1) ties.push(to - from);
    from = to;
  }
  return { ranks, ties };
}
