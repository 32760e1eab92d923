/**
 * The variance between studies where metafor 3.8-1 stops searching: Paule and Mandel's by `uniroot`, up to 1.2e-4 from the
 * root, restricted likelihood by Fisher scoring until a step is at most 1e-5. The estimates of the room are the roots and
 * maxima themselves; the references are met at the places where metafor stops. For tests only.
 */
import type { BetweenStudyVariance } from './between-study-variance.ts';
import { whereUnirootStops } from './brent-root.fixture.ts';
import { betweenStudyVariance, type EffectSize } from './index.ts';
import { weightedFit } from './weighted-sums.ts';

const inverse = (effects: readonly EffectSize[], tau2: number): readonly number[] =>
  effects.map(({ variance }) => 1 / (variance + tau2));

/** Q with weights that hold tau2. */
export const squaresAt = (effects: readonly EffectSize[], tau2: number): number =>
  weightedFit(effects, inverse(effects, tau2)).squares;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/** metafor's bracket: 0 to 100, or ten times the squared median absolute deviation of the effects. */
export function pauleMandelOfR(effects: readonly EffectSize[]): BetweenStudyVariance {
  const values = effects.map(({ effect }) => effect);
  const deviation = 1.4826 * median(values.map((value) => Math.abs(value - median(values))));
  const k = effects.length;
  const excess = (tau2: number): number => squaresAt(effects, tau2) - (k - 1);
  const tau2 = excess(0) < 0 ? 0 : whereUnirootStops(excess, 0, Math.max(100, 10 * deviation ** 2));
  const weight = effects.reduce((sum, { variance }) => sum + 1 / (variance + tau2), 0);
  return { tau2, standardError: (k / weight) * Math.sqrt(2 / (k - 1)) };
}

/** metafor's usual threshold of a step. */
const usualThreshold = 1e-5;

/** Fisher scoring for the restricted likelihood from Hedges' estimate, with metafor's usual stop. */
export function fisherScoringOfR(effects: readonly EffectSize[]): BetweenStudyVariance {
  if (effects.length < 2) return { tau2: 0, standardError: null };
  let { tau2 } = betweenStudyVariance(effects, 'HE');
  let change = usualThreshold + 1;
  while (change > usualThreshold) {
    const { squaresOfSquares, trace, traceOfSquare } = weightedFit(effects, inverse(effects, tau2));
    let step = (squaresOfSquares - trace) / traceOfSquare;
    while (tau2 + step < 0) step /= 2;
    tau2 += step;
    change = Math.abs(step);
  }
  const { traceOfSquare } = weightedFit(effects, inverse(effects, tau2));
  return { tau2, standardError: Math.sqrt(2 / traceOfSquare) };
}
