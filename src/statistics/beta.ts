/** The beta distribution: distribution function, tails, density and quantiles. */
import { requireOpenProbability, requireProbability, requireShape } from './domain-error.ts';
import {
  betaTails,
  checkedBetaTails,
  incompleteBetaLower,
  incompleteBetaUpper,
  lnBetaKernel,
} from './incomplete-beta.ts';
import { lnBeta, lnGammaOfNext, lnGammaRatio } from './ln-gamma.ts';
import { newtonRoot } from './newton-root.ts';
import { mirrored, type Tails, tailsOfLower } from './tails.ts';

/** Below this logit the lower tail is a pure power of x to double precision (shape b taken into account). */
const negligible = -40;

/** The logit at which x^a / (a B(a, b)), the lower tail for tiny x, has this logarithm. */
function pureLogit(lnLower: number, a: number, b: number): number {
  const lnScale = a < b ? lnGammaOfNext(a) - lnGammaRatio(b, a) : Math.log(a) + lnBeta(a, b);
  return (lnLower + lnScale) / a;
}

/** The logit at which the lower tail has this logarithm, at most ln(1/2); the tail is log-concave in the logit. */
function lowerLogit(lnLower: number, a: number, b: number): number {
  return newtonRoot(
    (logit) => {
      const x = 1 / (1 + Math.exp(-logit));
      const y = 1 / (1 + Math.exp(logit));
      const lower = betaTails(a, b, x, y).lnLower;
      return { value: lower - lnLower, slope: Math.exp(lnBetaKernel(a, b, x, y) - lower) };
    },
    Math.log(a) - Math.log(b),
    2 * Number.EPSILON * Math.abs(lnLower),
  );
}

/** The logit ln(x / (1 - x)) of the beta quantile with these tails; solved in the smaller of the two. */
export function betaQuantileLogit({ lnLower, lnUpper }: Tails, a: number, b: number): number {
  const nearZero = pureLogit(lnLower, a, b);
  if (nearZero + Math.max(0, Math.log(b)) < negligible) return nearZero;
  const nearOne = pureLogit(lnUpper, b, a);
  if (nearOne + Math.max(0, Math.log(a)) < negligible) return -nearOne;
  return lnLower <= lnUpper ? lowerLogit(lnLower, a, b) : -lowerLogit(lnUpper, b, a);
}

function quantile(tails: Tails, a: number, b: number): number {
  requireShape('a', a);
  requireShape('b', b);
  if (tails.lnLower === Number.NEGATIVE_INFINITY) return 0;
  if (tails.lnUpper === Number.NEGATIVE_INFINITY) return 1;
  return 1 / (1 + Math.exp(-betaQuantileLogit(tails, a, b)));
}

/** P(X <= x) for X ~ Beta(a, b). @throws DomainError unless 0 <= x <= 1 and 1e-280 <= a, b <= 1e16. */
export const betaCdf: (x: number, a: number, b: number) => number = incompleteBetaLower;

/** P(X > x). Errors as {@link betaCdf}. */
export const betaUpper: (x: number, a: number, b: number) => number = incompleteBetaUpper;

/** ln P(X <= x). Errors as {@link betaCdf}. */
export function betaLnCdf(x: number, a: number, b: number): number {
  return checkedBetaTails(x, a, b).lnLower;
}

/** ln P(X > x). Errors as {@link betaCdf}. */
export function betaLnUpper(x: number, a: number, b: number): number {
  return checkedBetaTails(x, a, b).lnUpper;
}

/** The logarithm of the density inside (0, 1). @throws DomainError unless 0 < x < 1 and 1e-280 <= a, b <= 1e16. */
export function betaLnDensity(x: number, a: number, b: number): number {
  requireOpenProbability('x', x);
  requireShape('a', a);
  requireShape('b', b);
  return lnBetaKernel(a, b, x, 1 - x) - Math.log(x) - Math.log1p(-x);
}

/**
 * The x with P(X <= x) = p. Values below the smallest double come out as 0.
 *
 * @throws DomainError unless 0 <= p <= 1 and 1e-280 <= a, b <= 1e16.
 * @example betaQuantile(0.025, 7, 11) // 0.18443696178...
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability('p', p);
  return quantile(tailsOfLower(p), a, b);
}

/** The x with P(X > x) = p, accurate for small p. Errors as {@link betaQuantile}. */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  requireProbability('p', p);
  return quantile(mirrored(tailsOfLower(p)), a, b);
}
