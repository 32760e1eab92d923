/** Weighted isotonic regression by pooling adjacent violators: the rising values nearest to the given ones. */
export function isotonicRegression(values: Float64Array, weights: Float64Array): Float64Array {
  const means: number[] = [];
  const sums: number[] = [];
  const sizes: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    let [mean, sum, size] = [values[at] ?? 0, weights[at] ?? 0, 1];
    for (;;) {
      const before = means.at(-1);
      if (before === undefined || before <= mean) break;
      means.pop();
      const weight = sums.pop() ?? 0;
      mean = (before * weight + mean * sum) / (weight + sum);
      sum += weight;
      size += sizes.pop() ?? 0;
    }
    means.push(mean);
    sums.push(sum);
    sizes.push(size);
  }
  return Float64Array.from(means.flatMap((mean, at) => Array.from({ length: sizes[at] ?? 0 }, () => mean)));
}
