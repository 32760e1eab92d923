/**
 * Nodes and weights of Gauss-Legendre quadrature on (-1, 1), exact for polynomials up to degree 2n - 1: roots of the Legendre
 * polynomials by Newton's method (Press et al., Numerical Recipes 4.6).
 */

/** A node with its weight. */
export interface QuadratureNode {
  readonly x: number;
  readonly weight: number;
}

/** The rule with n nodes, from the smallest up. */
export function gaussLegendre(n: number): readonly QuadratureNode[] {
  return Array.from({ length: n }, (_, at) => {
    let x = -Math.cos((Math.PI * (at + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round += 1) {
      let [value, before] = [1, 0];
      for (let degree = 1; degree <= n; degree += 1)
        [value, before] = [((2 * degree - 1) * x * value - (degree - 1) * before) / degree, value];
      slope = (n * (x * value - before)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}
