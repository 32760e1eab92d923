/**
 * Firth's penalised partial likelihood (Biometrika 1993;80:27; Heinze and Schemper, Biometrics 2001;57:114): the logarithm
 * plus half that of the determinant of the information. Its gradient adds half the trace of the inverse information times
 * the derivative of the information, which is the third moment of the covariates over the risk sets.
 */
import type { CoxDesign } from './cox-design.ts';
import { hazardOverSpans } from './cumulative-hazard.ts';
import { type LikelihoodValue, partialLikelihood } from './partial-likelihood.ts';
import { eachStep, type SteppedTies, stepMean } from './risk-sums.ts';
import { eventTimeMeans, meansOverSpans } from './score-residuals.ts';
import { cholesky, inverse } from './symmetric-matrix.ts';

/** The penalised likelihood at coefficients of the design. */
export interface PenalisedValue extends LikelihoodValue {
  /** Inverse of the information. */
  readonly variance: Float64Array;
}

/** Half of the derivative of the logarithm of the determinant of the information. */
function penaltyGradient(
  design: CoxDesign,
  ties: SteppedTies,
  beta: Float64Array,
  variance: Float64Array,
): Float64Array {
  const { spans, size, x } = design;
  const means = eventTimeMeans(design, beta, ties);
  const over = hazardOverSpans(design, means.increments);
  const meansOver = meansOverSpans(design, means);
  const total = new Float64Array(size);
  const turned = new Float64Array(size);
  const turn = (v: Float64Array, offset: number): void => {
    for (let a = 0; a < size; a += 1) {
      let sum = 0;
      for (let b = 0; b < size; b += 1) sum += (variance[a * size + b] ?? 0) * (v[offset + b] ?? 0);
      turned[a] = sum;
    }
  };
  // With V the variance and q = x'Vx, a step adds E(q x) - E(q) m - 2 E(x x')V m + 2 m m'V m; the first three are sums
  // over subjects.
  for (let at = 0; at < spans.active; at += 1) {
    turn(x, at * size);
    let [square, crossed] = [0, 0];
    for (let k = 0; k < size; k += 1) {
      square += (turned[k] ?? 0) * (x[at * size + k] ?? 0);
      crossed += (turned[k] ?? 0) * (meansOver[at * size + k] ?? 0);
    }
    const hazard = means.sums.hazard[at] ?? 0;
    const along = hazard * ((over[at] ?? 0) * square - 2 * crossed);
    for (let k = 0; k < size; k += 1)
      total[k] =
        (total[k] ?? 0) + along * (x[at * size + k] ?? 0) - hazard * square * (meansOver[at * size + k] ?? 0);
  }
  const mean = new Float64Array(size);
  eachStep(design, means.sums, ties, (place, weight, share, denominator) => {
    stepMean(design, means.sums, place, share, denominator, mean);
    turn(mean, 0);
    let square = 0;
    for (let k = 0; k < size; k += 1) square += (turned[k] ?? 0) * (mean[k] ?? 0);
    for (let k = 0; k < size; k += 1) total[k] = (total[k] ?? 0) + 2 * weight * square * (mean[k] ?? 0);
  });
  return total.map((value) => value / 2);
}

/** The penalised likelihood; minus infinity where the information is singular. */
export function penalisedLikelihood(
  design: CoxDesign,
  ties: SteppedTies,
  beta: Float64Array,
): PenalisedValue {
  const plain = partialLikelihood(design, ties, beta);
  const { size } = design;
  const decomposed = cholesky(plain.information, size);
  const variance = inverse(decomposed);
  if (decomposed.rank < size || plain.logLikelihood === Number.NEGATIVE_INFINITY)
    return { ...plain, logLikelihood: Number.NEGATIVE_INFINITY, variance };
  let logDeterminant = 0;
  for (let k = 0; k < size; k += 1) logDeterminant += 2 * Math.log(decomposed.lower[k * size + k] ?? 1);
  const penalty = penaltyGradient(design, ties, beta, variance);
  return {
    ...plain,
    logLikelihood: plain.logLikelihood + logDeterminant / 2,
    gradient: plain.gradient.map((value, k) => value + (penalty[k] ?? 0)),
    variance,
  };
}
