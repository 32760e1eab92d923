/** The form d' V^-1 d of a covariance matrix, by Cholesky's decomposition; a direction without variance is left out. */

/** A pivot smaller than this share of its diagonal is zero. */
const smallestPivot = 1e-11;

/** The value; undefined where the matrix has no direction with variance. */
export function quadraticForm(
  matrix: readonly (readonly number[])[],
  difference: readonly number[],
): number | undefined {
  const size = difference.length;
  const rows: number[][] = [];
  const solved: number[] = [];
  const kept: boolean[] = [];
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    for (let j = 0; j < i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * (rows[j]?.[k] ?? 0);
      row.push(kept[j] === true ? sum / (rows[j]?.[j] ?? 1) : 0);
    }
    const diagonal = matrix[i]?.[i] ?? 0;
    const pivot = diagonal - row.reduce((sum, each) => sum + each * each, 0);
    const isKept = pivot > smallestPivot * diagonal && diagonal > 0;
    row.push(isKept ? Math.sqrt(pivot) : 0);
    rows.push(row);
    kept.push(isKept);
    const left = (difference[i] ?? 0) - solved.reduce((sum, each, j) => sum + each * (row[j] ?? 0), 0);
    const own = isKept ? left / (row[i] ?? 1) : 0;
    solved.push(own);
    value += own * own;
  }
  return kept.some(Boolean) ? value : undefined;
}
