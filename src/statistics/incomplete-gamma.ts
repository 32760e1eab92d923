/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x), both tails in logarithms: power series below the
 * mean (DLMF 8.7.1), continued fraction above (DLMF 8.9.2), quadrature for large shapes. The prefactor is written
 * as a deviance, which does not cancel (C. Loader 2000).
 */
import { requireNonNegative, requireShape } from './domain-error.ts';
import { lnGamma1p, stirlingError } from './ln-gamma.ts';
import { logConcaveTail } from './log-concave-tail.ts';
import { log1pMinus } from './stable-logarithm.ts';
import { allAbove, allBelow, lowerOf, mirrored, type Tails, tailsOfLnLower, upperOf } from './tails.ts';

const halfLn2Pi = 0.9189385332046728;
const smallShape = 0.1;
const quadratureFrom = 3000;
const mostTerms = 100_000;

/** a ln(x / a) - (x - a), for x = a + excess. */
function lnDeviance(a: number, x: number, excess: number): number {
  const relative = excess / a;
  if (relative > -0.3 && relative < 0.4) return a * log1pMinus(relative);
  const near = relative > -0.99 && relative < 99;
  return a * (near ? Math.log(x / a) : Math.log(x) - Math.log(a)) - excess;
}

/** ln(x^a e^-x / gamma(a)): x times the density of the gamma distribution, for x > 0. */
export function lnGammaKernel(a: number, x: number): number {
  return lnDeviance(a, x, x - a) + 0.5 * Math.log(a) - halfLn2Pi - stirlingError(a);
}

/** P(a, x) divided by the kernel. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= mostTerms && term > 1e-17 * sum; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** ln P(a, x) for a small shape and x up to about 1. */
function lnSmallShape(a: number, x: number): number {
  let power = 1;
  let sum = 0;
  for (let n = 1; n <= mostTerms; n += 1) {
    power *= -x / n;
    const part = power / (a + n);
    sum += part;
    if (Math.abs(part) < 1e-17 * Math.abs(sum)) break;
  }
  return a * Math.log(x) - lnGamma1p(a) + Math.log1p(a * sum);
}

/** Q(a, x) divided by the kernel; modified Lentz. */
function upperFraction(a: number, x: number): number {
  let beta = x + 1 - a;
  let c = beta;
  let d = 0;
  let fraction = beta;
  for (let n = 1; n <= mostTerms; n += 1) {
    const numerator = n * (a - n);
    beta += 2;
    d = 1 / (beta + numerator * d);
    c = beta + numerator / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return 1 / fraction;
}

/** The logarithm of the smaller tail at x by quadrature over ln x; `side` is -1 for the lower tail, 1 for the upper. */
function lnQuadrature(a: number, x: number, side: 1 | -1): number {
  const excess = x - a;
  const here = lnDeviance(a, x, excess);
  const lnRatio = (w: number): number => {
    const growth = x * Math.expm1(side * w);
    return lnDeviance(a, x + growth, excess + growth) - here;
  };
  return lnGammaKernel(a, x) + Math.log(logConcaveTail(lnRatio, Math.abs(excess), x));
}

/** Both tails of the gamma distribution of shape a and scale 1 at x, for checked arguments. */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return allAbove;
  if (x === Number.POSITIVE_INFINITY) return allBelow;
  if (a > quadratureFrom) {
    return x <= a ? tailsOfLnLower(lnQuadrature(a, x, -1)) : mirrored(tailsOfLnLower(lnQuadrature(a, x, 1)));
  }
  if (x > a + 1) return mirrored(tailsOfLnLower(lnGammaKernel(a, x) + Math.log(upperFraction(a, x))));
  if (a < smallShape) return tailsOfLnLower(lnSmallShape(a, x));
  return tailsOfLnLower(lnGammaKernel(a, x) + Math.log(lowerSeries(a, x)));
}

/** The tails at x after its arguments were checked. */
export function checkedGammaTails(a: number, x: number): Tails {
  requireShape('a', a);
  requireNonNegative('x', x);
  return gammaTails(a, x);
}

/**
 * P(a, x), the lower regularised incomplete gamma function.
 *
 * @throws DomainError unless 1e-280 <= a <= 1e16 and x >= 0.
 */
export function incompleteGammaLower(a: number, x: number): number {
  return lowerOf(checkedGammaTails(a, x));
}

/** Q(a, x) = 1 - P(a, x), without cancellation. Errors as {@link incompleteGammaLower}. */
export function incompleteGammaUpper(a: number, x: number): number {
  return upperOf(checkedGammaTails(a, x));
}

/** ln P(a, x); -Infinity where it is 0. Errors as {@link incompleteGammaLower}. */
export function lnIncompleteGammaLower(a: number, x: number): number {
  return checkedGammaTails(a, x).lnLower;
}

/** ln Q(a, x); -Infinity where it is 0. Errors as {@link incompleteGammaLower}. */
export function lnIncompleteGammaUpper(a: number, x: number): number {
  return checkedGammaTails(a, x).lnUpper;
}
