/**
 * The variance between studies, tau2: DerSimonian-Laird (DL, Control Clin Trials 1986;7:177), Hedges (HE), Sidik-Jonkman
 * (SJ), maximum and restricted maximum likelihood (ML, REML), Paule-Mandel (PM) and empirical Bayes (EB); EE assumes one
 * true effect. Errors as in metafor 3.8.
 */
import { monotoneRoot } from '../monotone-root.ts';
import type { EffectSize } from './effect-size.ts';
import { commonMean, type MeanModel } from './weighted-sums.ts';

/** The estimators; `EE` has no variance between studies. */
export const tauEstimators = ['EE', 'DL', 'HE', 'SJ', 'ML', 'REML', 'PM', 'EB'] as const;
export type TauEstimator = (typeof tauEstimators)[number];

/** tau2 with its standard error; null for EE and where no degree of freedom is left, as with a single study. */
export interface BetweenStudyVariance {
  readonly tau2: number;
  readonly standardError: number | null;
}

const inverse = (effects: readonly EffectSize[], tau2: number): readonly number[] =>
  effects.map(({ variance }) => 1 / (variance + tau2));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const most = 500;
const closeness = 1e-13;

/**
 * Newton-like steps from a start; a step below 0 is halved until it is not, as a variance cannot be. Steps can go to and fro
 * over a peak without ever reaching it, so one that passes a peak ends them, and the peak is looked for between.
 */
function iterated(start: number, step: (tau2: number) => number): number {
  let tau2 = start;
  for (let round = 0; round < most; round += 1) {
    let by = step(tau2);
    while (tau2 + by < 0) {
      if (Math.abs(by) < closeness) return 0;
      by /= 2;
    }
    const next = tau2 + by;
    if (by * step(next) < 0)
      return monotoneRoot((at) => -step(at), Math.min(tau2, next), Math.max(tau2, next));
    tau2 = next;
    if (Math.abs(by) <= closeness * (1 + tau2)) break;
  }
  return tau2 < 1e-12 ? 0 : tau2;
}

/** The root of a falling function on [0, ...): 0 where it is not above 0 at 0. */
function fallingRoot(of: (tau2: number) => number): number {
  if (of(0) <= 0) return 0;
  let high = 1;
  while (of(high) > 0 && high < 1e12) high *= 2;
  let low = 0;
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2;
    if (of(middle) > 0) low = middle;
    else high = middle;
    if (high - low <= Number.EPSILON * (1 + high)) break;
  }
  return (low + high) / 2;
}

/** A moment estimate with its error; `above` is tau2 cut at 0. */
const momentError = (scale: number, fixed: number, linear: number, square: number, tau2: number): number =>
  Math.sqrt((2 * fixed + 4 * tau2 * linear + 2 * tau2 * tau2 * square) / (scale * scale));

function hedges(effects: readonly EffectSize[], model: MeanModel): BetweenStudyVariance {
  const equal = effects.map(() => 1);
  const degrees = effects.length - model.parameters;
  const { squares } = model.fit(effects, equal);
  const { withVariance, mixed: trace } = model.traces(effects, equal);
  const tau2 = Math.max(0, (squares - trace) / degrees);
  return { tau2, standardError: momentError(degrees, withVariance, trace, degrees, tau2) };
}

/** Sidik and Jonkman's estimate from the crude variance of the effects. */
function sidikJonkman(effects: readonly EffectSize[], model: MeanModel): BetweenStudyVariance {
  const degrees = effects.length - model.parameters;
  const values = effects.map(({ effect }) => effect);
  const mean = meanOf(values);
  const crude = meanOf(values.map((value) => (value - mean) ** 2));
  const weights = inverse(effects, crude);
  const { squares, traceOfSquare } = model.fit(effects, weights);
  const tau2 = (crude * squares) / degrees;
  const { withVariance, mixed } = model.traces(effects, weights);
  return { tau2, standardError: crude * momentError(degrees, withVariance, mixed, traceOfSquare, tau2) };
}

/** A likelihood of tau2: twice its logarithm up to a constant, its slope, and Fisher's step. */
interface Likelihood {
  readonly height: (tau2: number) => number;
  readonly slope: (tau2: number) => number;
  readonly step: (tau2: number) => number;
}

const spreadOf = (effects: readonly EffectSize[], tau2: number): number =>
  effects.reduce((sum, { variance }) => sum + Math.log(variance + tau2), 0);

const squareSum = (weights: readonly number[]): number => weights.reduce((sum, w) => sum + w * w, 0);

function fullLikelihood(effects: readonly EffectSize[], model: MeanModel): Likelihood {
  const slope = (at: number): number => {
    const { squaresOfSquares, weight } = model.fit(effects, inverse(effects, at));
    return squaresOfSquares - weight;
  };
  return {
    height: (at) => -spreadOf(effects, at) - model.fit(effects, inverse(effects, at)).squares,
    slope,
    step: (at) => slope(at) / squareSum(inverse(effects, at)),
  };
}

function restrictedLikelihood(effects: readonly EffectSize[], model: MeanModel): Likelihood {
  const fitAt = (at: number) => model.fit(effects, inverse(effects, at));
  return {
    height: (at) => {
      const { squares, lnDeterminant } = fitAt(at);
      return -spreadOf(effects, at) - squares - lnDeterminant;
    },
    slope: (at) => {
      const { squaresOfSquares, trace } = fitAt(at);
      return squaresOfSquares - trace;
    },
    step: (at) => {
      const { squaresOfSquares, trace, traceOfSquare } = fitAt(at);
      return (squaresOfSquares - trace) / traceOfSquare;
    },
  };
}

/** Halvings of the squared range of the effects at which a higher peak is looked for. */
const halvings = 30;
/** A peak that is no higher than this is the same one, up to rounding. */
const sameHeight = 1e-9;

/**
 * The tau2 of the highest peak. The likelihood can have several, and steps stop at any; where one of a grid of values, or 0,
 * is higher, the peak beside it is taken (metafor checks 0 alone).
 */
function highestPeak(
  effects: readonly EffectSize[],
  { height, slope, step }: Likelihood,
  start: number,
): number {
  const reached = iterated(start, step);
  const values = effects.map(({ effect }) => effect);
  const range = (Math.max(...values) - Math.min(...values)) ** 2;
  const grid = [0, ...Array.from({ length: halvings + 1 }, (_, at) => range * 2 ** (at - halvings))];
  const heights = grid.map(height);
  const top = Math.max(...heights);
  if (!(top > height(reached) + sameHeight)) return reached;
  const at = heights.indexOf(top);
  if (at === 0 && slope(0) <= 0) return 0;
  return monotoneRoot((tau2) => -slope(tau2), grid[Math.max(0, at - 1)] ?? 0, grid[at + 1] ?? 2 * range);
}

/**
 * tau2 of two studies or more, 0 with no degree of freedom left.
 *
 * @param model what is taken for the mean; one mean for all when absent.
 */
export function betweenStudyVariance(
  effects: readonly EffectSize[],
  estimator: TauEstimator,
  model: MeanModel = commonMean,
): BetweenStudyVariance {
  const k = effects.length;
  const degrees = k - model.parameters;
  if (estimator === 'EE' || degrees < 1) return { tau2: 0, standardError: null };
  switch (estimator) {
    case 'DL': {
      const { squares, trace, traceOfSquare } = model.fit(effects, inverse(effects, 0));
      const tau2 = Math.max(0, (squares - degrees) / trace);
      return { tau2, standardError: momentError(trace, degrees, trace, traceOfSquare, tau2) };
    }
    case 'HE':
      return hedges(effects, model);
    case 'SJ':
      return sidikJonkman(effects, model);
    case 'ML': {
      const tau2 = highestPeak(effects, fullLikelihood(effects, model), hedges(effects, model).tau2);
      return { tau2, standardError: Math.sqrt(2 / squareSum(inverse(effects, tau2))) };
    }
    case 'REML': {
      const tau2 = highestPeak(effects, restrictedLikelihood(effects, model), hedges(effects, model).tau2);
      const { traceOfSquare } = model.fit(effects, inverse(effects, tau2));
      return { tau2, standardError: Math.sqrt(2 / traceOfSquare) };
    }
    case 'PM':
    case 'EB': {
      const tau2 = fallingRoot((at) => model.fit(effects, inverse(effects, at)).squares - degrees);
      const { weight } = model.fit(effects, inverse(effects, tau2));
      return { tau2, standardError: (k / weight) * Math.sqrt(2 / degrees) };
    }
  }
}

/**
 * The interval of tau2 by the Q-profile method (Viechtbauer, Stat Med 2007;26:37): the values at which Q is a quantile of
 * its distribution. A bound below 0 is 0.
 *
 * @param lowerQ and `upperQ`: the quantiles of chi-square on k - 1 degrees of freedom, low and high.
 */
export const qProfile = (
  effects: readonly EffectSize[],
  lowerQ: number,
  upperQ: number,
  model: MeanModel = commonMean,
): { readonly lower: number; readonly upper: number } => {
  const q = (tau2: number): number => model.fit(effects, inverse(effects, tau2)).squares;
  return {
    lower: fallingRoot((tau2) => q(tau2) - upperQ),
    upper: fallingRoot((tau2) => q(tau2) - lowerQ),
  };
};
