/** A distribution's two tails at a point, in logarithms: neither loses relative accuracy, and neither underflows. */
import { log1mExp } from './stable-logarithm.ts';

/** ln P(X <= x) and ln P(X > x); the logarithm of an impossible tail is -Infinity. */
export interface Tails {
  readonly lnLower: number;
  readonly lnUpper: number;
}

/** All of the distribution lies above the point. */
export const allAbove: Tails = { lnLower: Number.NEGATIVE_INFINITY, lnUpper: 0 };
/** All of the distribution lies at or below the point. */
export const allBelow: Tails = { lnLower: 0, lnUpper: Number.NEGATIVE_INFINITY };

/** Both tails from the logarithm of the lower one. */
export function tailsOfLnLower(lnLower: number): Tails {
  const bounded = Math.min(0, lnLower);
  return { lnLower: bounded, lnUpper: log1mExp(bounded) };
}

/** Both tails from the lower probability. */
export function tailsOfLower(lower: number): Tails {
  return { lnLower: Math.log(lower), lnUpper: Math.log1p(-lower) };
}

/** The same tails seen from the other end. */
export function mirrored(tails: Tails): Tails {
  return { lnLower: tails.lnUpper, lnUpper: tails.lnLower };
}

/** P(X <= x). */
export function lowerOf(tails: Tails): number {
  return tails.lnLower < tails.lnUpper ? Math.exp(tails.lnLower) : -Math.expm1(tails.lnUpper);
}

/** P(X > x). */
export function upperOf(tails: Tails): number {
  return lowerOf(mirrored(tails));
}
