/**
 * The robust ("sandwich") variance of Lin and Wei (J Am Stat Assoc 1989;84:1074): the sum over clusters of the products of
 * their dfbeta, the weighted score residuals times the model variance. A row is its own cluster where none is named.
 */
import type { CoxDesign } from './cox-design.ts';
import { addOuter, fromTriangle, triangleLength } from './partial-likelihood.ts';
import type { SteppedTies } from './risk-sums.ts';
import { eventTimeMeans, scoreResiduals } from './score-residuals.ts';

/**
 * The variance in the unit of the design.
 *
 * @param clusters the number of each row's cluster, from 0; by row when absent.
 */
export function robustVariance(
  design: CoxDesign,
  beta: Float64Array,
  ties: SteppedTies,
  variance: Float64Array,
  clusters: Int32Array | undefined,
): Float64Array {
  const { spans, size, weights } = design;
  const residuals = scoreResiduals(design, eventTimeMeans(design, beta, ties));
  const length = spans.row.length;
  const sums = new Float64Array(length * size);
  for (let at = 0; at < spans.active; at += 1) {
    const row = spans.row[at] ?? 0;
    const cluster = clusters?.[row] ?? row;
    for (let k = 0; k < size; k += 1)
      sums[cluster * size + k] =
        (sums[cluster * size + k] ?? 0) + (weights[at] ?? 1) * (residuals[at * size + k] ?? 0);
  }
  const robust = new Float64Array(triangleLength(size));
  const change = new Float64Array(size);
  for (let cluster = 0; cluster < length; cluster += 1) {
    for (let a = 0; a < size; a += 1) {
      let sum = 0;
      for (let b = 0; b < size; b += 1)
        sum += (variance[a * size + b] ?? 0) * (sums[cluster * size + b] ?? 0);
      change[a] = sum;
    }
    addOuter(robust, size, change, 0, 1);
  }
  return fromTriangle(robust, size);
}
