/** Sums that every fit of a common mean needs, for weights w: with P = W - w w' / sum(w), the residual-making matrix. */
import type { EffectSize } from './effect-size.ts';

/** Quadratic forms of the effects y in the residual-making matrix P of a weighted fit, and its traces. */
export interface QuadraticForms {
  /** The sum of the weights. */
  readonly weight: number;
  /** y' P y: the weighted sum of squares around the mean. */
  readonly squares: number;
  /** y' P P y. */
  readonly squaresOfSquares: number;
  /** tr P and tr P P. */
  readonly trace: number;
  readonly traceOfSquare: number;
  /** The logarithm of the determinant of X' W X; of a common mean that of the sum of the weights. */
  readonly lnDeterminant: number;
}

/** A weighted mean with its quadratic forms. */
export interface WeightedFit extends QuadraticForms {
  readonly mean: number;
}

/** tr(P V P V) and tr(P V P) for the diagonal V of sampling variances. */
export interface VarianceTraces {
  readonly withVariance: number;
  readonly mixed: number;
}

/** What is taken for the mean of the effects: one for all, or a regression. */
export interface MeanModel {
  /** How many numbers the mean has. */
  readonly parameters: number;
  readonly fit: (effects: readonly EffectSize[], weights: readonly number[]) => QuadraticForms;
  readonly traces: (effects: readonly EffectSize[], weights: readonly number[]) => VarianceTraces;
}

/** The fit of a common mean with given weights. */
export function weightedFit(effects: readonly EffectSize[], weights: readonly number[]): WeightedFit {
  let weight = 0;
  let sum = 0;
  let second = 0;
  let third = 0;
  effects.forEach(({ effect }, at) => {
    const w = weights[at] ?? 0;
    weight += w;
    sum += w * effect;
    second += w * w;
    third += w * w * w;
  });
  const mean = sum / weight;
  let squares = 0;
  let squaresOfSquares = 0;
  effects.forEach(({ effect }, at) => {
    const w = weights[at] ?? 0;
    squares += w * (effect - mean) ** 2;
    squaresOfSquares += (w * (effect - mean)) ** 2;
  });
  return {
    mean,
    weight,
    squares,
    squaresOfSquares,
    trace: weight - second / weight,
    traceOfSquare: second - (2 * third) / weight + (second / weight) ** 2,
    lnDeterminant: Math.log(weight),
  };
}

/** What the errors of tau2 are made of. */
export function varianceTraces(effects: readonly EffectSize[], weights: readonly number[]): VarianceTraces {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const sumOf = (of: (w: number, a: number) => number): number =>
    effects.reduce((sum, { variance }, at) => {
      const w = weights[at] ?? 0;
      return sum + of(w, w * variance);
    }, 0);
  const wa = sumOf((w, a) => w * a);
  return {
    withVariance: sumOf((_w, a) => a * a) - (2 * sumOf((w, a) => w * a * a)) / total + (wa / total) ** 2,
    mixed: wa - (2 * sumOf((w, a) => a * w * w)) / total + (sumOf((w) => w * w) * wa) / (total * total),
  };
}

/** One mean for all studies. */
export const commonMean: MeanModel = { parameters: 1, fit: weightedFit, traces: varianceTraces };
