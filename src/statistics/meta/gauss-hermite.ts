/**
 * Nodes and weights of Gauss-Hermite quadrature: sums of w f(x) are integrals of exp(-x^2) f(x), exact for polynomials up to
 * degree 2n - 1. Roots of the orthonormal Hermite polynomials by Newton's method (Press et al., Numerical Recipes 4.6).
 */

/** A node with its weight. */
export interface QuadratureNode {
  readonly x: number;
  readonly weight: number;
}

/** Value of the orthonormal Hermite polynomial of degree n, and of the one below it. */
function hermite(n: number, x: number): { readonly value: number; readonly before: number } {
  let value = Math.PI ** -0.25;
  let before = 0;
  for (let degree = 1; degree <= n; degree += 1) {
    const next = x * Math.sqrt(2 / degree) * value - Math.sqrt((degree - 1) / degree) * before;
    before = value;
    value = next;
  }
  return { value, before };
}

/** The first guess of each root, largest first, from those already found. */
function guess(at: number, n: number, found: readonly number[]): number {
  const last = found[at - 1] ?? 0;
  switch (at) {
    case 0:
      return Math.sqrt(2 * n + 1) - 1.85575 * (2 * n + 1) ** -0.16667;
    case 1:
      return last - (1.14 * n ** 0.426) / last;
    case 2:
      return 1.86 * last - 0.86 * (found[0] ?? 0);
    case 3:
      return 1.91 * last - 0.91 * (found[1] ?? 0);
    default:
      return 2 * last - (found[at - 2] ?? 0);
  }
}

/** The rule with n nodes, from the largest down. */
export function gaussHermite(n: number): readonly QuadratureNode[] {
  const positive: number[] = [];
  const nodes: QuadratureNode[] = [];
  for (let at = 0; at < Math.ceil(n / 2); at += 1) {
    let x = n % 2 === 1 && at === (n - 1) / 2 ? 0 : guess(at, n, positive);
    for (let round = 0; round < 100 && x !== 0; round += 1) {
      const { value, before } = hermite(n, x);
      const step = value / (Math.sqrt(2 * n) * before);
      x -= step;
      if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(x))) break;
    }
    positive.push(x);
    const slope = Math.sqrt(2 * n) * hermite(n, x).before;
    nodes.push({ x, weight: 2 / (slope * slope) });
  }
  const mirrored = nodes.filter(({ x }) => x !== 0).map(({ x, weight }) => ({ x: -x, weight }));
  return [...nodes, ...mirrored.toReversed()];
}
