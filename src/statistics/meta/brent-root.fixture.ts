/**
 * R's `uniroot`, step by step: Brent's zeroin (Algorithms for Minimization Without Derivatives, 1973, chapter 4) with R's
 * stopping rule. metafor's Paule-Mandel estimate and Q-profile limits are where it stops, up to 1.2e-4 from the root; with
 * the same steps the same numbers come out. For tests only.
 */

/** R's usual tolerance, `.Machine$double.eps^0.25`. */
export const usualTolerance = Number.EPSILON ** 0.25;

/** The place at which zeroin stops between two points of opposite signs. */
export function whereUnirootStops(
  of: (x: number) => number,
  lower: number,
  upper: number,
  tolerance = usualTolerance,
): number {
  let [a, b, c] = [lower, upper, lower];
  let [fa, fb, fc] = [of(lower), of(upper), of(lower)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  for (let round = 0; round < 1000; round += 1) {
    const last = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= least || fb === 0) return b;
    if (Math.abs(last) >= least && Math.abs(fa) > Math.abs(fb)) {
      const [toC, ratio] = [c - b, fb / fa];
      let p = toC * ratio;
      let q = 1 - ratio;
      if (a !== c) {
        const [one, other] = [fa / fc, fb / fc];
        p = ratio * (toC * one * (one - other) - (b - a) * (other - 1));
        q = (one - 1) * (other - 1) * (ratio - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (p < 0.75 * toC * q - Math.abs(least * q) / 2 && p < Math.abs((last * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < least) step = step > 0 ? least : -least;
    [a, fa] = [b, fb];
    b += step;
    fb = of(b);
    if (fb > 0 === fc > 0 && fb !== 0 && fc !== 0) [c, fc] = [a, fa];
  }
  return b;
}
