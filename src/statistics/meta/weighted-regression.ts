/**
 * Weighted least squares on several columns, by an orthonormal basis of the weighted columns (Gram and Schmidt, twice for
 * each column: Giraud et al., Comput Math Appl 2005;50:1069), so that years and other large numbers lose no digits. With
 * Q that basis, P = S (I - Q Q') S for the roots S of the weights; its traces need only matrices as small as the model.
 */
import type { EffectSize } from './effect-size.ts';
import type { MeanModel, QuadraticForms, VarianceTraces } from './weighted-sums.ts';

/** The columns of a regression, the intercept among them where it has one. */
export type Design = readonly Float64Array[];

/** A basis of the weighted columns with the triangle R in which they are written, row by row. */
interface Basis {
  readonly q: readonly Float64Array[];
  readonly r: Float64Array;
}

/** Columns closer than this to those before them depend on them; as R's `lm`. */
const rounding = 1e-7;

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** Takes the parts along the basis out of a vector, twice; returns the coefficients. */
function projectOut(vector: Float64Array, q: readonly Float64Array[]): Float64Array {
  const along = new Float64Array(q.length);
  for (let round = 0; round < 2; round += 1) {
    for (const [at, direction] of q.entries()) {
      const part = dot(direction, vector);
      along[at] = (along[at] ?? 0) + part;
      for (let row = 0; row < vector.length; row += 1)
        vector[row] = (vector[row] ?? 0) - part * (direction[row] ?? 0);
    }
  }
  return along;
}

function basisOf(
  design: Design,
  weights: readonly number[],
  share = rounding,
): Basis | { readonly dependent: number } {
  const size = design.length;
  const q: Float64Array[] = [];
  const r = new Float64Array(size * size);
  for (const [at, column] of design.entries()) {
    const own = column.map((value, row) => value * Math.sqrt(weights[row] ?? 0));
    const length = Math.sqrt(dot(own, own));
    projectOut(own, q).forEach((part, row) => {
      r[row * size + at] = part;
    });
    const left = Math.sqrt(dot(own, own));
    if (!(left > share * length)) return { dependent: at };
    r[at * size + at] = left;
    q.push(own.map((value) => value / left));
  }
  return { q, r };
}

/** The first column that depends on those before it, with equal weights or with these. */
export function dependentColumn(design: Design, weights: readonly number[]): number | undefined {
  for (const each of [weights.map(() => 1), weights]) {
    const basis = basisOf(design, each);
    if ('dependent' in basis) return basis.dependent;
  }
  return undefined;
}

/** What rounding may leave of a column that is independent with other weights. */
const leastLeft = 1e-14;

/** A basis of columns that are known to be independent. */
function knownBasis(design: Design, weights: readonly number[]): Basis {
  const basis = basisOf(design, weights, leastLeft);
  if ('dependent' in basis) throw new Error(`column ${basis.dependent} depends on those before it`);
  return basis;
}

/** Q' A Q for a diagonal A. */
function sandwiched(q: readonly Float64Array[], diagonal: readonly number[]): readonly (readonly number[])[] {
  return q.map((one) =>
    q.map((other) => one.reduce((sum, value, at) => sum + value * (diagonal[at] ?? 0) * (other[at] ?? 0), 0)),
  );
}

const product = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number =>
  one.reduce(
    (sum, row, i) => sum + row.reduce((part, value, j) => part + value * (other[j]?.[i] ?? 0), 0),
    0,
  );

/** The share of each study in its own fitted value. */
const leverages = (q: readonly Float64Array[], studies: number): readonly number[] =>
  Array.from({ length: studies }, (_, at) => q.reduce((sum, column) => sum + (column[at] ?? 0) ** 2, 0));

function formsOf(
  { q, r }: Basis,
  effects: readonly EffectSize[],
  weights: readonly number[],
): QuadraticForms {
  const residual = Float64Array.from(effects, ({ effect }, at) => effect * Math.sqrt(weights[at] ?? 0));
  projectOut(residual, q);
  const hat = leverages(q, effects.length);
  const inner = sandwiched(q, weights);
  const over = (of: (w: number, h: number, z: number) => number): number =>
    weights.reduce((sum, w, at) => sum + of(w, hat[at] ?? 0, residual[at] ?? 0), 0);
  return {
    weight: over((w) => w),
    squares: over((_w, _h, z) => z * z),
    squaresOfSquares: over((w, _h, z) => w * z * z),
    trace: over((w, h) => w * (1 - h)),
    traceOfSquare: over((w, h) => w * w * (1 - 2 * h)) + product(inner, inner),
    lnDeterminant: q.reduce((sum, _, at) => sum + 2 * Math.log(r[at * q.length + at] ?? 1), 0),
  };
}

/** The model of a regression on independent columns. */
export function regressionModel(design: Design): MeanModel {
  return {
    parameters: design.length,
    fit: (effects, weights) => formsOf(knownBasis(design, weights), effects, weights),
    traces: (effects, weights): VarianceTraces => {
      const { q } = knownBasis(design, weights);
      const hat = leverages(q, effects.length);
      const shares = effects.map(({ variance }, at) => variance * (weights[at] ?? 0));
      const inner = sandwiched(q, shares);
      const over = (of: (a: number, w: number, h: number) => number): number =>
        shares.reduce((sum, a, at) => sum + of(a, weights[at] ?? 0, hat[at] ?? 0), 0);
      return {
        withVariance: over((a, _w, h) => a * a * (1 - 2 * h)) + product(inner, inner),
        mixed: over((a, w, h) => a * w * (1 - 2 * h)) + product(inner, sandwiched(q, weights)),
      };
    },
  };
}

/** Coefficients with the inverse of X' W X. */
export interface RegressionCoefficients {
  readonly values: readonly number[];
  readonly inverse: readonly (readonly number[])[];
  /** The weighted sum of squares around the fitted values. */
  readonly squares: number;
}

/** The coefficients on independent columns. */
export function regressionCoefficients(
  design: Design,
  effects: readonly EffectSize[],
  weights: readonly number[],
): RegressionCoefficients {
  const { q, r } = knownBasis(design, weights);
  const size = design.length;
  const rest = Float64Array.from(effects, ({ effect }, at) => effect * Math.sqrt(weights[at] ?? 0));
  const along = projectOut(rest, q);
  const solved = (right: ArrayLike<number>): number[] => {
    const x = Array.from({ length: size }, () => 0);
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = right[i] ?? 0;
      for (let j = i + 1; j < size; j += 1) sum -= (r[i * size + j] ?? 0) * (x[j] ?? 0);
      x[i] = sum / (r[i * size + i] ?? 1);
    }
    return x;
  };
  // The columns of the inverse of R, of which the inverse of X' W X is the product with itself.
  const columns = design.map((_, at) => solved(design.map((_other, row) => (row === at ? 1 : 0))));
  return {
    values: solved(along),
    inverse: design.map((_, i) =>
      design.map((_other, j) =>
        columns.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), 0),
      ),
    ),
    squares: dot(rest, rest),
  };
}
