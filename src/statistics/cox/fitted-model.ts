/** A fitted model put back on its columns, for residuals, tests and curves. */
import type { CoxColumns } from './cox-columns.ts';
import { type CoxDesign, coxDesign, standardCovariates } from './cox-design.ts';
import type { CoxModel, CoxRefusal } from './cox-model.ts';
import { spansOf, steppedTies } from './prepared-model.ts';
import type { SteppedTies } from './risk-sums.ts';

/** The design with the coefficients in its unit. */
export interface FittedModel {
  readonly ok: true;
  readonly design: CoxDesign;
  readonly beta: Float64Array;
  readonly ties: SteppedTies;
  /** The model's covariance in the unit of the design, and the robust one where the model is robust. */
  readonly modelVariance: Float64Array;
  readonly variance: Float64Array;
}

/** Why a model cannot be put on columns. */
export type FittedModelRefusal = CoxRefusal | { readonly ok: false; readonly reason: 'otherColumns' };

/** The model on its columns; `otherColumns` where it was fitted to others. */
export function fittedModel(columns: CoxColumns, model: CoxModel): FittedModel | FittedModelRefusal {
  const read = spansOf(columns);
  if (!read.ok) return read;
  const names = model.coefficients.map(({ name }) => name);
  const known = columns.covariates.map(({ name }) => name);
  if (columns.time.length !== model.subjects || !names.every((name) => known.includes(name)))
    return { ok: false, reason: 'otherColumns' };
  const design = coxDesign(columns, read.spans, standardCovariates(columns, read.spans), names);
  const { scale, size } = design;
  const inDesign = (rows: readonly (readonly number[])[]): Float64Array => {
    const matrix = new Float64Array(size * size);
    for (const [a, row] of rows.entries())
      for (const [b, value] of row.entries())
        matrix[a * size + b] = value * (scale[a] ?? 1) * (scale[b] ?? 1);
    return matrix;
  };
  return {
    ok: true,
    design,
    beta: Float64Array.from(model.coefficients, ({ coefficient }, k) => coefficient * (scale[k] ?? 1)),
    ties: steppedTies(model.ties),
    modelVariance: inDesign(model.modelCovariance),
    variance: inDesign(model.covariance),
  };
}
