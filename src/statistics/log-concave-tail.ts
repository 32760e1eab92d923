/**
 * The integral of a log-concave function over a half-line, by Gauss-Legendre quadrature over the stretch on which
 * the function falls to e^-40 of its first value. The integrand is positive, so nothing cancels in either tail.
 */

const order = 64;
const decay = 40;

/** Nodes and weights of the Gauss-Legendre rule on [0, 1], by Newton's method on the Legendre polynomial. */
const rule: readonly { readonly node: number; readonly weight: number }[] = Array.from(
  { length: order },
  (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (order + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 8; iteration += 1) {
      let previous = 1;
      let value = x;
      for (let degree = 2; degree <= order; degree += 1) {
        const next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
        previous = value;
        value = next;
      }
      slope = (order * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    return { node: (1 + x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  },
);

/**
 * The integral of f(w) / f(0) over w >= 0.
 *
 * @param lnRatio ln(f(w) / f(0)).
 * @param slope minus the first derivative of ln f at 0, 0 or more.
 * @param curvature minus the second derivative of ln f at 0, 0 or more.
 */
export function logConcaveTail(lnRatio: (w: number) => number, slope: number, curvature: number): number {
  const end = (2 * decay) / (slope + Math.sqrt(slope * slope + 2 * decay * curvature));
  return end * rule.reduce((sum, { node, weight }) => sum + weight * Math.exp(lnRatio(end * node)), 0);
}
