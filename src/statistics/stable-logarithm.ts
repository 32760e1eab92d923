/** Logarithms that keep their relative accuracy where the plain formula cancels. */

/**
 * ln(1 + x) - x for x > -1. Near 0 by the series of the inverse hyperbolic tangent: with r = x / (2 + x),
 * ln(1 + x) - x = r (2 r^2 (1/3 + r^2/5 + r^4/7 + ...) - x).
 */
export function log1pMinus(x: number): number {
  if (x < -0.3 || x > 0.4) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const square = r * r;
  let sum = 0;
  for (let k = 27; k >= 3; k -= 2) sum = sum * square + 1 / k;
  return r * (2 * square * sum - x);
}

/**
 * ln(1 - e^x) for x <= 0: the logarithm of a probability from that of its complement.
 * Maechler, Accurately computing log(1 - exp(-|a|)), vignette of the R package Rmpfr, 2012.
 */
export function log1mExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
