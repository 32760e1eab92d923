/**
 * The logarithm of the gamma function, and its Stirling error. NIST Digital Library of Mathematical Functions
 * 5.7.3 (series at 2), 5.5.1 (recurrence) and 5.11.1 (asymptotic series).
 */
import { requireShape } from './domain-error.ts';
import { log1pMinus } from './stable-logarithm.ts';

const eulerGamma = 0.5772156649015329;
const halfLn2Pi = 0.9189385332046728;

/** zeta(k) - 1 for k = 2, 3, ... by Euler-Maclaurin summation. */
const zetaMinus1: readonly number[] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10,
];

/** Above this the asymptotic series of the Stirling error is exact to double precision. */
const asymptoticFrom = 16;

/** Coefficients B_2k / (2k (2k - 1)) of the asymptotic series. */
const stirlingCoefficients: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
];

function stirlingSeries(x: number): number {
  const square = 1 / x / x;
  return stirlingCoefficients.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / x;
}

/** ln gamma(1 + a) for |a| <= 0.5, with its relative accuracy kept near the zeros at 0. */
export function lnGamma1p(a: number): number {
  const series = zetaMinus1.reduceRight((sum, zeta, index) => zeta / (index + 2) - a * sum, 0);
  return a * (1 - eulerGamma + a * series) - Math.log1p(a);
}

/**
 * ln gamma(x) - ((x - 1/2) ln x - x + ln(2 pi)/2): what Stirling's formula leaves out.
 * Below 16 by the recurrence upwards, above by the asymptotic series.
 */
export function stirlingError(x: number): number {
  let error = 0;
  let at = x;
  while (at < asymptoticFrom) {
    const step = 1 / at;
    error += step < 0.4 ? (at + 0.5) * log1pMinus(step) + 0.5 * step : (at + 0.5) * lnStep(at) - 1;
    at += 1;
  }
  return error + stirlingSeries(at);
}

/** ln(1 + 1/x), also where 1/x overflows. */
const lnStep = (x: number): number => Math.log1p(x) - Math.log(x);

/**
 * ln gamma(x) for x > 0, to about 1e-15 relative to the larger of 1 and the value, and to 1e-15 relative near its
 * zeros at 1 and 2.
 *
 * @throws DomainError unless 1e-280 <= x <= 1e16.
 * @example lnGamma(5) // ln 24
 */
export function lnGamma(x: number): number {
  requireShape('x', x);
  if (x < 0.5) return lnGamma1p(x) - Math.log(x);
  if (x <= 1.5) return lnGamma1p(x - 1);
  if (x >= asymptoticFrom) return (x - 0.5) * (Math.log(x) - 1) - 0.5 + halfLn2Pi + stirlingSeries(x);
  let product = 1;
  let at = x;
  while (at > 2.5) {
    at -= 1;
    product *= at;
  }
  return Math.log(product) + Math.log1p(at - 2) + lnGamma1p(at - 2);
}

/** ln gamma(1 + a) for a > 0, with its relative accuracy kept as a goes to 0. */
export function lnGammaOfNext(a: number): number {
  return a <= 0.5 ? lnGamma1p(a) : lnGamma(a) + Math.log(a);
}

/**
 * ln(gamma(base + step) / gamma(base)) for step >= 0, with its relative accuracy kept as step goes to 0, where the
 * difference of two logarithms would cancel.
 */
export function lnGammaRatio(base: number, step: number): number {
  let shifted = 0;
  let at = base;
  while (at < asymptoticFrom) {
    shifted += step > at ? Math.log(at + step) - Math.log(at) : Math.log1p(step / at);
    at += 1;
  }
  const growth = Math.log1p(step / at);
  const square = 1 / at / at;
  let power = 1 / at;
  let series = 0;
  for (const [index, coefficient] of stirlingCoefficients.entries()) {
    series += coefficient * power * Math.expm1(-(2 * index + 1) * growth);
    power *= square;
  }
  return at * log1pMinus(step / at) + (step - 0.5) * growth + step * Math.log(at) + series - shifted;
}

/**
 * ln B(a, b), the logarithm of the beta function.
 *
 * @throws DomainError unless 1e-280 <= a, b <= 1e16.
 */
export function lnBeta(a: number, b: number): number {
  requireShape('a', a);
  requireShape('b', b);
  const small = Math.min(a, b);
  return lnGamma(small) - lnGammaRatio(Math.max(a, b), small);
}
