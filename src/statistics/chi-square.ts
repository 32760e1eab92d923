/** The chi-square distribution: twice a gamma variable of shape df / 2. */
import { requireShape } from './domain-error.ts';
import { gammaQuantile, gammaUpperQuantile } from './gamma-quantile.ts';
import { checkedGammaTails } from './incomplete-gamma.ts';
import { lowerOf, type Tails, upperOf } from './tails.ts';

function chiSquareTails(x: number, df: number): Tails {
  requireShape('df', df);
  return checkedGammaTails(df / 2, x / 2);
}

/** P(X <= x) with df degrees of freedom, which may be fractional. @throws DomainError unless x >= 0 and 1e-279 <= df <= 1e16. */
export function chiSquareCdf(x: number, df: number): number {
  return lowerOf(chiSquareTails(x, df));
}

/** P(X > x), accurate for large x. Errors as {@link chiSquareCdf}. */
export function chiSquareUpper(x: number, df: number): number {
  return upperOf(chiSquareTails(x, df));
}

/** ln P(X <= x); -Infinity at 0. Errors as {@link chiSquareCdf}. */
export function chiSquareLnCdf(x: number, df: number): number {
  return chiSquareTails(x, df).lnLower;
}

/** ln P(X > x). Errors as {@link chiSquareCdf}. */
export function chiSquareLnUpper(x: number, df: number): number {
  return chiSquareTails(x, df).lnUpper;
}

/** The x with P(X <= x) = p. @throws DomainError unless 0 <= p < 1 and 1e-279 <= df <= 1e16. */
export function chiSquareQuantile(p: number, df: number): number {
  requireShape('df', df);
  return 2 * gammaQuantile(p, df / 2);
}

/** The x with P(X > x) = p, accurate for small p. @throws DomainError unless 0 < p <= 1 and 1e-279 <= df <= 1e16. */
export function chiSquareUpperQuantile(p: number, df: number): number {
  requireShape('df', df);
  return 2 * gammaUpperQuantile(p, df / 2);
}
