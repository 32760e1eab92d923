/**
 * Symmetric matrices of a few rows, row by row in one array: the decomposition of Cholesky with the columns left out that
 * depend on those before them, solutions and the inverse.
 */

/** The lower triangle L of A = L L', with the columns kept. */
export interface Cholesky {
  readonly size: number;
  readonly lower: Float64Array;
  /** 0 where the column depends on those before it. */
  readonly kept: Uint8Array;
  readonly rank: number;
}

/** The share of a diagonal below which what is left of it is rounding. */
const rounding = 1e-13;

/**
 * Decomposes.
 *
 * @param floor for each column the pivot at or below which it depends on those before it; rounding when absent.
 */
export function cholesky(matrix: Float64Array, size: number, floor?: Float64Array): Cholesky {
  const lower = new Float64Array(size * size);
  const kept = new Uint8Array(size);
  let rank = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (kept[j] === 0) continue;
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      lower[i * size + j] = sum / (lower[j * size + j] ?? 1);
    }
    const diagonal = matrix[i * size + i] ?? 0;
    let pivot = diagonal;
    for (let k = 0; k < i; k += 1) pivot -= (lower[i * size + k] ?? 0) ** 2;
    if (pivot > (floor?.[i] ?? rounding * diagonal) && pivot > 0) {
      kept[i] = 1;
      rank += 1;
      lower[i * size + i] = Math.sqrt(pivot);
    } else for (let k = 0; k <= i; k += 1) lower[i * size + k] = 0;
  }
  return { size, lower, kept, rank };
}

/** The solution of A x = b; 0 in the columns left out. */
export function solve({ size, lower, kept }: Cholesky, b: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    if (kept[i] === 0) continue;
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (lower[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    if (kept[i] === 0) continue;
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  return x;
}

/** The inverse, with rows and columns of 0 for those left out. */
export function inverse(decomposed: Cholesky): Float64Array {
  const { size } = decomposed;
  const result = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    if (decomposed.kept[column] === 0) continue;
    unit.fill(0);
    unit[column] = 1;
    const solved = solve(decomposed, unit);
    for (let rowAt = 0; rowAt < size; rowAt += 1) result[rowAt * size + column] = solved[rowAt] ?? 0;
  }
  return result;
}

/** The form v' A w. */
export function bilinear(matrix: Float64Array, v: Float64Array, w: Float64Array): number {
  const size = v.length;
  let total = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) total += (v[i] ?? 0) * (matrix[i * size + j] ?? 0) * (w[j] ?? 0);
  return total;
}

/** The inner product. */
export function dot(v: Float64Array, w: Float64Array): number {
  let total = 0;
  for (let i = 0; i < v.length; i += 1) total += (v[i] ?? 0) * (w[i] ?? 0);
  return total;
}
