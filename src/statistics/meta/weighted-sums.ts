/** Sums that every fit of a common mean needs, for weights w: with P = W - w w' / sum(w), the residual-making matrix. */
import type { EffectSize } from './effect-size.ts';

/** A weighted mean with its quadratic forms. */
export interface WeightedFit {
  readonly mean: number;
  readonly weight: number;
  /** y' P y: the weighted sum of squares around the mean. */
  readonly squares: number;
  /** y' P P y. */
  readonly squaresOfSquares: number;
  /** tr P and tr P P. */
  readonly trace: number;
  readonly traceOfSquare: number;
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
  };
}

/** tr(PV PV), tr(PV P) for the diagonal V of sampling variances: what the errors of tau2 are made of. */
export function varianceTraces(
  effects: readonly EffectSize[],
  weights: readonly number[],
): { readonly withVariance: number; readonly mixed: number } {
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
