/**
 * The regularised incomplete beta function I_x(a, b), both tails in logarithms. The prefactor is written as a
 * deviance, which does not cancel (C. Loader, Fast and accurate computation of binomial probabilities, 2000); the
 * continued fraction is that of DiDonato and Morris (ACM TOMS 18:360, 1992, eq. 9).
 */
import { requireProbability, requireShape } from './domain-error.ts';
import { lnGamma1p, lnGammaRatio, stirlingError } from './ln-gamma.ts';
import { logConcaveTail } from './log-concave-tail.ts';
import { log1pMinus } from './stable-logarithm.ts';
import { allAbove, allBelow, lowerOf, mirrored, type Tails, tailsOfLnLower, upperOf } from './tails.ts';

const halfLn2Pi = 0.9189385332046728;
const smallShape = 0.1;
const quadratureFrom = 3000;
const mostTerms = 100_000;

/** shape ln(ratio) - excess, where ratio = 1 + excess / shape: the part of the deviance that one shape has. */
function devianceTerm(shape: number, ratio: number, excess: number): number {
  const relative = excess / shape;
  return relative > -0.3 && relative < 0.4 ? shape * log1pMinus(relative) : shape * Math.log(ratio) - excess;
}

/** ln(x^a y^b) less its maximum over x, for x + y = 1. */
function lnDeviance(a: number, b: number, x: number, y: number): number {
  const total = a + b;
  const excess = b * x - a * y;
  return devianceTerm(a, (total / a) * x, excess) + devianceTerm(b, (total / b) * y, -excess);
}

/** ln(x^a y^b / B(a, b)) for x + y = 1, both above 0: x y times the density of the beta distribution. */
export function lnBetaKernel(a: number, b: number, x: number, y: number): number {
  const correction = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
  const scale = 0.5 * Math.log(Math.max(a, b) / (a + b)) + 0.5 * Math.log(Math.min(a, b)) - halfLn2Pi;
  return lnDeviance(a, b, x, y) + scale + correction;
}

/** The continued fraction for I_x(a, b) divided by the kernel, for x up to about the mean; modified Lentz. */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  const start = a * y - b * x + 1;
  const denominator = (m: number): number =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) / (a + 2 * m + 1)) * (start + m * (1 + y));
  let c = (a / (a + 1)) * start;
  let d = 0;
  let fraction = c;
  for (let m = 1; m <= mostTerms; m += 1) {
    const odd = a + 2 * m - 1;
    const numerator = (((a + m - 1) * x) / odd) * (((a + b + m - 1) * x) / odd) * m * (b - m);
    const beta = denominator(m);
    d = 1 / (beta + numerator * d);
    c = beta + numerator / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return 1 / fraction;
}

/** ln I_x(a, b) for a small first shape, by the power series at 0 (DLMF 8.17.7). */
function lnPowerSeries(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n <= mostTerms; n += 1) {
    term *= ((n - b) * x) / n;
    const part = term / (a + n);
    sum += part;
    if (Math.abs(part) < 1e-17 * Math.abs(sum)) break;
  }
  return a * Math.log(x) + lnGammaRatio(b, a) - lnGamma1p(a) + Math.log1p(a * sum);
}

/** ln I_x(a, b) by quadrature over the logit, for shapes so large that the fraction is slow. */
function lnQuadrature(a: number, b: number, x: number, y: number): number {
  const excess = b * x - a * y;
  const lnRatio = (w: number): number => {
    const growth = Math.expm1(-w);
    const scale = 1 + x * growth;
    return lnDeviance(a, b, (x * Math.exp(-w)) / scale, y / scale) - here;
  };
  const here = lnDeviance(a, b, x, y);
  return lnBetaKernel(a, b, x, y) + Math.log(logConcaveTail(lnRatio, Math.max(0, -excess), (a + b) * x * y));
}

/** ln I_x(a, b) for x up to about the mean, by the method that suits the shapes. */
function lnLowerSide(a: number, b: number, x: number, y: number): number {
  if (Math.min(a, b) > quadratureFrom) return lnQuadrature(a, b, x, y);
  if (a < smallShape) return lnPowerSeries(a, b, x);
  return lnBetaKernel(a, b, x, y) + Math.log(continuedFraction(a, b, x, y));
}

/** Both tails of the beta distribution at x, given with its complement y = 1 - x so that neither is rounded. */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return allAbove;
  if (y <= 0) return allBelow;
  const beyond = Math.min(a, b) > quadratureFrom ? b * x > a * y : x > (a + 1) / (a + b + 2);
  return beyond ? mirrored(tailsOfLnLower(lnLowerSide(b, a, y, x))) : tailsOfLnLower(lnLowerSide(a, b, x, y));
}

/** The tails at x after its arguments were checked. */
export function checkedBetaTails(x: number, a: number, b: number): Tails {
  requireProbability('x', x);
  requireShape('a', a);
  requireShape('b', b);
  return betaTails(a, b, x, 1 - x);
}

/**
 * I_x(a, b), the lower regularised incomplete beta function.
 *
 * @throws DomainError unless 0 <= x <= 1 and 1e-280 <= a, b <= 1e16.
 */
export function incompleteBetaLower(x: number, a: number, b: number): number {
  return lowerOf(checkedBetaTails(x, a, b));
}

/** 1 - I_x(a, b), without cancellation. Errors as {@link incompleteBetaLower}. */
export function incompleteBetaUpper(x: number, a: number, b: number): number {
  return upperOf(checkedBetaTails(x, a, b));
}

/** ln I_x(a, b); -Infinity where it is 0. Errors as {@link incompleteBetaLower}. */
export function lnIncompleteBetaLower(x: number, a: number, b: number): number {
  return checkedBetaTails(x, a, b).lnLower;
}

/** ln(1 - I_x(a, b)); -Infinity where it is 0. Errors as {@link incompleteBetaLower}. */
export function lnIncompleteBetaUpper(x: number, a: number, b: number): number {
  return checkedBetaTails(x, a, b).lnUpper;
}
