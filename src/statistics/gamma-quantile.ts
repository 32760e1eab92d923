/** Quantiles of the gamma distribution of scale 1, which carry those of the normal, chi-square and Poisson. */
import { requireOpenProbability, requireShape } from './domain-error.ts';
import { gammaTails, lnGammaKernel } from './incomplete-gamma.ts';
import { lnGammaOfNext } from './ln-gamma.ts';
import { newtonRoot } from './newton-root.ts';
import { mirrored, type Tails, tailsOfLower } from './tails.ts';

/** Below this ln x the distribution function is a pure power of x to double precision. */
const negligible = -40;

/** ln x where the lower tail has this logarithm; ln P is concave in ln x. */
function lnLowerQuantile(lnLower: number, a: number): number {
  return newtonRoot(
    (lnX) => {
      const x = Math.exp(lnX);
      const lower = gammaTails(a, x).lnLower;
      return { value: lower - lnLower, slope: Math.exp(lnGammaKernel(a, x) - lower) };
    },
    Math.log(a),
    2 * Number.EPSILON * Math.abs(lnLower),
  );
}

/** x where the upper tail has this logarithm. */
function upperQuantile(lnUpper: number, a: number): number {
  return newtonRoot(
    (x) => {
      const upper = gammaTails(a, x).lnUpper;
      return { value: upper - lnUpper, slope: -Math.exp(lnGammaKernel(a, x) - upper) / x };
    },
    Math.max(a, Math.min(1, -lnUpper)),
    2 * Number.EPSILON * Math.abs(lnUpper),
    0,
  );
}

/** ln x at the point with these tails; solved in the smaller of the two. */
export function lnGammaQuantile({ lnLower, lnUpper }: Tails, a: number): number {
  const pure = (lnLower + lnGammaOfNext(a)) / a;
  if (pure < negligible) return pure;
  return lnLower <= lnUpper ? lnLowerQuantile(lnLower, a) : Math.log(upperQuantile(lnUpper, a));
}

/** The quantile with these tails; the caller has excluded an upper tail of 0. */
function quantile(tails: Tails, a: number): number {
  return tails.lnLower === Number.NEGATIVE_INFINITY ? 0 : Math.exp(lnGammaQuantile(tails, a));
}

/**
 * The x with P(a, x) = p, for the gamma distribution of shape a and scale 1.
 *
 * @throws DomainError unless 0 <= p < 1 and 1e-280 <= a <= 1e16.
 */
export function gammaQuantile(p: number, a: number): number {
  requireShape('a', a);
  if (p !== 0) requireOpenProbability('p', p);
  return quantile(tailsOfLower(p), a);
}

/** The x with Q(a, x) = p. @throws DomainError unless 0 < p <= 1 and 1e-280 <= a <= 1e16. */
export function gammaUpperQuantile(p: number, a: number): number {
  requireShape('a', a);
  if (p !== 1) requireOpenProbability('p', p);
  return quantile(mirrored(tailsOfLower(p)), a);
}
