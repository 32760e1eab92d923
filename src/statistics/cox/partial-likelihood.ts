/**
 * The partial likelihood of Breslow or Efron with its gradient and information. With c the cumulative baseline hazard over
 * a subject's span, r its relative hazard and m the mean of the covariates at a step, the gradient is the sum of
 * (event - r c) x over subjects, and the information the sum of r c x x' less the sum of m m' over steps.
 */
import type { CoxDesign } from './cox-design.ts';
import { hazardIncrements, hazardOverSpans } from './cumulative-hazard.ts';
import { eachStep, riskSums, type SteppedTies, stepMean } from './risk-sums.ts';

/** The logarithm of a likelihood at coefficients of the design. */
export interface LikelihoodValue {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. */
  readonly information: Float64Array;
  /** What the diagonal of the information was before means were taken off: the measure of its rounding. */
  readonly secondMoment: Float64Array;
}

/**
 * Adds value times v v' to the lower triangle of a symmetric matrix, which stands row after row without gaps.
 *
 * @param offset where v begins in its array.
 */
export function addOuter(
  triangle: Float64Array,
  size: number,
  v: Float64Array,
  offset: number,
  value: number,
): void {
  let cell = 0;
  for (let a = 0; a < size; a += 1) {
    const left = value * (v[offset + a] ?? 0);
    for (let b = 0; b <= a; b += 1) {
      triangle[cell] = (triangle[cell] ?? 0) + left * (v[offset + b] ?? 0);
      cell += 1;
    }
  }
}

/** The lower triangle of the sum over the rows of a matrix of weight times row row', four rows at a time. */
export function weightedCrossProduct(rows: Float64Array, size: number, weights: Float64Array): Float64Array {
  const triangle = new Float64Array(triangleLength(size));
  const whole = weights.length - (weights.length % 4);
  for (let row = 0; row < whole; row += 4) {
    const [one, two, three] = [row * size, (row + 1) * size, (row + 2) * size];
    const four = (row + 3) * size;
    let cell = 0;
    for (let a = 0; a < size; a += 1) {
      const first = (weights[row] ?? 0) * (rows[one + a] ?? 0);
      const second = (weights[row + 1] ?? 0) * (rows[two + a] ?? 0);
      const third = (weights[row + 2] ?? 0) * (rows[three + a] ?? 0);
      const fourth = (weights[row + 3] ?? 0) * (rows[four + a] ?? 0);
      for (let b = 0; b <= a; b += 1) {
        triangle[cell] =
          (triangle[cell] ?? 0) +
          first * (rows[one + b] ?? 0) +
          second * (rows[two + b] ?? 0) +
          third * (rows[three + b] ?? 0) +
          fourth * (rows[four + b] ?? 0);
        cell += 1;
      }
    }
  }
  for (let row = whole; row < weights.length; row += 1)
    addOuter(triangle, size, rows, row * size, weights[row] ?? 0);
  return triangle;
}

/** Numbers in the lower triangle of a matrix. */
export const triangleLength = (size: number): number => (size * (size + 1)) / 2;

/** The whole matrix of a lower triangle. */
export function fromTriangle(triangle: Float64Array, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  let cell = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b <= a; b += 1) {
      matrix[a * size + b] = triangle[cell] ?? 0;
      matrix[b * size + a] = triangle[cell] ?? 0;
      cell += 1;
    }
  return matrix;
}

/** The likelihood at given coefficients of the design; minus infinity where the hazards leave floating arithmetic. */
export function partialLikelihood(design: CoxDesign, ties: SteppedTies, beta: Float64Array): LikelihoodValue {
  const { spans, size, x, weights } = design;
  const { active, event } = spans;
  const sums = riskSums(design, beta);
  const gradient = new Float64Array(size);
  const mean = new Float64Array(size);
  const later = new Float64Array(triangleLength(size));
  const firstStep = new Float64Array(spans.times.length);
  let logLikelihood = 0;
  eachStep(design, sums, ties, (place, weight, share, denominator) => {
    logLikelihood -= weight * Math.log(denominator);
    if (share === 0) {
      firstStep[place] = weight / denominator / denominator;
      return;
    }
    stepMean(design, sums, place, share, denominator, mean);
    addOuter(later, size, mean, 0, weight);
  });
  const first = weightedCrossProduct(sums.wholeX, size, firstStep);
  const over = hazardOverSpans(design, hazardIncrements(design, sums, ties));
  const expected = new Float64Array(active);
  for (let at = 0; at < active; at += 1) {
    const due = (sums.hazard[at] ?? 0) * (over[at] ?? 0);
    const own = event[at] === 1 ? (weights[at] ?? 1) : 0;
    if (own > 0) logLikelihood += own * ((sums.predictor[at] ?? 0) - sums.shift);
    for (let k = 0; k < size; k += 1)
      gradient[k] = (gradient[k] ?? 0) + (own - due) * (x[at * size + k] ?? 0);
    expected[at] = due;
  }
  const second = weightedCrossProduct(x, size, expected);
  const information = second.map((moment, cell) => moment - (first[cell] ?? 0) - (later[cell] ?? 0));
  const isNumber = Number.isFinite(logLikelihood) && information.every((cell) => Number.isFinite(cell));
  return {
    logLikelihood: isNumber ? logLikelihood : Number.NEGATIVE_INFINITY,
    gradient,
    information: fromTriangle(information, size),
    secondMoment: Float64Array.from({ length: size }, (_, k) => second[triangleLength(k + 1) - 1] ?? 0),
  };
}
