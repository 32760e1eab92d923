/**
 * The standard normal distribution, from the incomplete gamma function of shape 1/2:
 * P(|Z| > z) = Q(1/2, z^2 / 2) (DLMF 7.11.2).
 */
import { requireLnProbability, requireNumber, requireOpenProbability } from './domain-error.ts';
import { lnGammaQuantile } from './gamma-quantile.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { log1mExp } from './stable-logarithm.ts';
import { lowerOf, mirrored, type Tails, tailsOfLnLower, upperOf } from './tails.ts';

const halfLn2Pi = 0.9189385332046728;

function normalTails(z: number): Tails {
  requireNumber('z', z);
  const lnTail = gammaTails(0.5, (z / 2) * z).lnUpper - Math.LN2;
  const tails = tailsOfLnLower(lnTail);
  return z < 0 ? tails : mirrored(tails);
}

/** P(Z <= z). @throws DomainError for NaN. */
export function normalCdf(z: number): number {
  return lowerOf(normalTails(z));
}

/** P(Z > z), accurate for large z. @throws DomainError for NaN. */
export function normalUpper(z: number): number {
  return upperOf(normalTails(z));
}

/** ln P(Z <= z), accurate far beyond the underflow of the probability itself. @throws DomainError for NaN. */
export function normalLnCdf(z: number): number {
  return normalTails(z).lnLower;
}

/** ln P(Z > z). @throws DomainError for NaN. */
export function normalLnUpper(z: number): number {
  return normalTails(z).lnUpper;
}

/** The logarithm of the density at z. @throws DomainError for NaN. */
export function normalLnDensity(z: number): number {
  requireNumber('z', z);
  return -(z / 2) * z - halfLn2Pi;
}

/** The density at z. @throws DomainError for NaN. */
export function normalDensity(z: number): number {
  return Math.exp(normalLnDensity(z));
}

/** z >= 0 from ln P(|Z| <= z) and ln P(|Z| > z). */
function magnitude(twoSided: Tails): number {
  if (twoSided.lnLower === Number.NEGATIVE_INFINITY) return 0;
  return Math.SQRT2 * Math.exp(lnGammaQuantile(twoSided, 0.5) / 2);
}

/** z >= 0 with P(Z > z) = tail, for 0 < tail <= 1/2. */
function upperMagnitude(tail: number): number {
  return magnitude({ lnLower: Math.log1p(-2 * tail), lnUpper: Math.log(2 * tail) });
}

/**
 * The z with P(Z <= z) = p.
 *
 * @throws DomainError unless 0 < p < 1.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  requireOpenProbability('p', p);
  return p < 0.5 ? -upperMagnitude(p) : upperMagnitude(1 - p);
}

/** The z with P(Z > z) = p. @throws DomainError unless 0 < p < 1. */
export function normalUpperQuantile(p: number): number {
  const z = normalQuantile(p);
  return z === 0 ? 0 : -z;
}

/** The z with ln P(Z <= z) = lnP, for tails far below the smallest double. @throws DomainError unless lnP < 0 is finite. */
export function normalQuantileOfLn(lnP: number): number {
  requireLnProbability('lnP', lnP);
  const lnTail = lnP <= -Math.LN2 ? lnP : log1mExp(lnP);
  const z = magnitude(mirrored(tailsOfLnLower(lnTail + Math.LN2)));
  return lnP < -Math.LN2 ? -z : z;
}

/** The z with ln P(Z > z) = lnP. @throws DomainError unless lnP < 0 is finite. */
export function normalUpperQuantileOfLn(lnP: number): number {
  const z = normalQuantileOfLn(lnP);
  return z === 0 ? 0 : -z;
}
