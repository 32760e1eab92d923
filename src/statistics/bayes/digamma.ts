/** The first two derivatives of ln gamma, by recurrence up to 10 and the asymptotic series from there (DLMF 5.11.2, 5.15.8). */

const seriesFrom = 10;

/** The derivative of ln gamma, for x > 0. */
export function digamma(x: number): number {
  let [value, at] = [0, x];
  for (; at < seriesFrom; at += 1) value -= 1 / at;
  const s = 1 / (at * at);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))));
  return value + Math.log(at) - 1 / (2 * at) - series;
}

/** The second derivative of ln gamma, for x > 0. */
export function trigamma(x: number): number {
  let [value, at] = [0, x];
  for (; at < seriesFrom; at += 1) value += 1 / (at * at);
  const s = 1 / (at * at);
  const series = s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - (s * 691) / 2730)))));
  return value + 1 / at + s / 2 + series / at;
}
