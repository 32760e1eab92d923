/**
 * The error W of an accelerated failure time model ln T = x b + s W, by its logarithms: exponential and Weibull times have the
 * extreme value distribution of least values, lognormal the normal, loglogistic the logistic one.
 */
import { normalLnCdf, normalLnDensity, normalLnUpper, normalQuantile } from '../normal.ts';
import { log1mExp } from '../stable-logarithm.ts';

/** Distributions of survival times; an exponential one is Weibull with a scale of 1. */
export const parametricDistributions = ['weibull', 'exponential', 'lognormal', 'loglogistic'] as const;
/** The name of one. */
export type ParametricDistribution = (typeof parametricDistributions)[number];

/** An error distribution. */
export interface ErrorDistribution {
  /** ln of the density. */
  readonly lnDensity: (w: number) => number;
  /** The derivative of the density divided by the density. */
  readonly slope: (w: number) => number;
  /** The second derivative of the logarithm of the density. */
  readonly bend: (w: number) => number;
  /** ln P(from < W <= to), exact in both tails; either end may be infinite. */
  readonly lnBetween: (from: number, to: number) => number;
  readonly quantile: (p: number) => number;
}

/** From the logarithms of both tails: by the smaller one, so that no digits are lost. */
function between(lnLower: (w: number) => number, lnUpper: (w: number) => number) {
  return (from: number, to: number): number => {
    if (from === Number.NEGATIVE_INFINITY) return to === Number.POSITIVE_INFINITY ? 0 : lnLower(to);
    if (to === Number.POSITIVE_INFINITY) return lnUpper(from);
    const [large, small] = from > 0 ? [lnUpper(from), lnUpper(to)] : [lnLower(to), lnLower(from)];
    return large + log1mExp(small - large);
  };
}

const extreme: ErrorDistribution = {
  lnDensity: (w) => w - Math.exp(w),
  slope: (w) => 1 - Math.exp(w),
  bend: (w) => -Math.exp(w),
  lnBetween: (from, to) => {
    const before = Math.exp(from);
    return -before + (to === Number.POSITIVE_INFINITY ? 0 : log1mExp(before - Math.exp(to)));
  },
  quantile: (p) => Math.log(-Math.log1p(-p)),
};

const gaussian: ErrorDistribution = {
  lnDensity: normalLnDensity,
  slope: (w) => -w,
  bend: () => -1,
  lnBetween: between(normalLnCdf, normalLnUpper),
  quantile: normalQuantile,
};

const logisticUpper = (w: number): number =>
  w > 0 ? -w - Math.log1p(Math.exp(-w)) : -Math.log1p(Math.exp(w));
const logistic: ErrorDistribution = {
  lnDensity: (w) => logisticUpper(w) + logisticUpper(-w),
  slope: (w) => -Math.tanh(w / 2),
  bend: (w) => -2 * Math.exp(logisticUpper(w) + logisticUpper(-w)),
  lnBetween: between((w) => logisticUpper(-w), logisticUpper),
  quantile: (p) => Math.log(p) - Math.log1p(-p),
};

/** The error distribution of a distribution of times. */
export function errorDistribution(name: ParametricDistribution): ErrorDistribution {
  switch (name) {
    case 'weibull':
    case 'exponential':
      return extreme;
    case 'lognormal':
      return gaussian;
    case 'loglogistic':
      return logistic;
  }
}
