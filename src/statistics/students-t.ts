/**
 * Student's t distribution, from the incomplete beta function: P(|T| > t) = I_x(df/2, 1/2) with
 * x = df / (df + t^2) (Abramowitz and Stegun 26.7.1).
 */
import { betaQuantileLogit } from './beta.ts';
import { DomainError, requireNumber, requireOpenProbability, requireShape } from './domain-error.ts';
import { betaTails } from './incomplete-beta.ts';
import { lnBeta } from './ln-gamma.ts';
import { lowerOf, mirrored, type Tails, tailsOfLnLower, upperOf } from './tails.ts';

function requireDegrees(df: number): void {
  requireShape('df', df);
  requireShape('df / 2', df / 2);
}

function twoSided(t: number, df: number): Tails {
  const ratio = (t / df) * t;
  // The square of t is beyond all numbers, and x below them: what is left is the first term of the series (DLMF 8.17.7).
  if (ratio === Number.POSITIVE_INFINITY && Number.isFinite(t)) {
    const a = df / 2;
    const lnX = Math.log(df) - 2 * Math.log(Math.abs(t));
    return tailsOfLnLower(a * lnX - Math.log(a) - lnBeta(a, 0.5));
  }
  return betaTails(df / 2, 0.5, 1 / (1 + ratio), 1 / (1 + 1 / ratio));
}

function studentsTTails(t: number, df: number): Tails {
  requireNumber('t', t);
  requireDegrees(df);
  const tails = tailsOfLnLower(t === 0 ? -Math.LN2 : twoSided(t, df).lnLower - Math.LN2);
  return t < 0 ? tails : mirrored(tails);
}

/** P(T <= t) with df degrees of freedom, which may be fractional. @throws DomainError unless 1e-279 <= df <= 1e16. */
export function studentsTCdf(t: number, df: number): number {
  return lowerOf(studentsTTails(t, df));
}

/** P(T > t), accurate for large t. Errors as {@link studentsTCdf}. */
export function studentsTUpper(t: number, df: number): number {
  return upperOf(studentsTTails(t, df));
}

/** ln P(T <= t). Errors as {@link studentsTCdf}. */
export function studentsTLnCdf(t: number, df: number): number {
  return studentsTTails(t, df).lnLower;
}

/** ln P(T > t). Errors as {@link studentsTCdf}. */
export function studentsTLnUpper(t: number, df: number): number {
  return studentsTTails(t, df).lnUpper;
}

/** t >= 0 with P(T > t) = tail, for 0 < tail <= 1/2. */
function upperMagnitude(tail: number, df: number): number {
  if (tail === 0.5) return 0;
  const tails = { lnLower: Math.log(2 * tail), lnUpper: Math.log1p(-2 * tail) };
  const t = Math.exp((Math.log(df) - betaQuantileLogit(tails, df / 2, 0.5)) / 2);
  if (t === Number.POSITIVE_INFINITY)
    throw new DomainError('p', tail, `a tail whose quantile a number can hold with ${df} degrees of freedom`);
  return t;
}

/**
 * The t with P(T <= t) = p.
 *
 * @throws DomainError unless 0 < p < 1, 1e-279 <= df <= 1e16, and the quantile is a finite double.
 * @example studentsTQuantile(0.975, 3) // 3.182446305284263
 */
export function studentsTQuantile(p: number, df: number): number {
  requireOpenProbability('p', p);
  requireDegrees(df);
  return p < 0.5 ? -upperMagnitude(p, df) : upperMagnitude(1 - p, df);
}

/** The t with P(T > t) = p, accurate for small p. Errors as {@link studentsTQuantile}. */
export function studentsTUpperQuantile(p: number, df: number): number {
  const t = studentsTQuantile(p, df);
  return t === 0 ? 0 : -t;
}
