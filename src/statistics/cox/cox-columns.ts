/**
 * Data of a proportional hazards model in columns (Cox, J R Stat Soc B 1972;34:187): one row a subject, or one row an
 * interval of a subject in the counting process form (entry, exit], with covariates, strata, clusters and case weights.
 */
import { type SurvivalColumns, type SurvivalFault, survivalFault } from '../survival/index.ts';

/** One covariate: numbers, one a row. A factor is given as one column of 0 and 1 for each level but the first. */
export interface CoxCovariate {
  readonly name: string;
  readonly values: Float64Array;
}

/** Columns of a model, all of the same length. */
export interface CoxColumns extends SurvivalColumns {
  readonly covariates: readonly CoxCovariate[];
  /** Stratum of each row: baseline hazards of their own. One stratum when absent. */
  readonly strata?: ArrayLike<number | string>;
  /** Rows of one cluster (a patient with several rows, a centre) count as one in the robust variance. */
  readonly clusters?: ArrayLike<number | string>;
  /** Case weights, above 0; 1 when absent. */
  readonly weights?: Float64Array;
}

/** Why columns are no data of a model. */
export type CoxColumnsFault =
  | SurvivalFault
  | 'noCovariates'
  | 'covariateNamesRepeat'
  | 'covariateNotFinite'
  | 'weightNotAboveZero';

/** What is wrong, with the row (from 0) and the covariate where one is meant. */
export interface CoxColumnsProblem {
  readonly fault: CoxColumnsFault;
  readonly row?: number;
  readonly covariate?: string;
}

/** What is wrong with the columns, or undefined. */
export function coxColumnsFault(columns: CoxColumns): CoxColumnsProblem | undefined {
  const wrong = survivalFault(columns);
  if (wrong !== undefined) return wrong;
  const { covariates, strata, clusters, weights } = columns;
  const length = columns.time.length;
  if (covariates.length === 0) return { fault: 'noCovariates' };
  const names = new Set<string>();
  for (const { name, values } of covariates) {
    if (names.has(name)) return { fault: 'covariateNamesRepeat', covariate: name };
    names.add(name);
    if (values.length !== length) return { fault: 'lengthsDiffer', covariate: name };
    const row = values.findIndex((value) => !Number.isFinite(value));
    if (row >= 0) return { fault: 'covariateNotFinite', row, covariate: name };
  }
  for (const column of [strata, clusters, weights])
    if (column !== undefined && column.length !== length) return { fault: 'lengthsDiffer' };
  const row = weights?.findIndex((weight) => !(weight > 0 && Number.isFinite(weight))) ?? -1;
  return row >= 0 ? { fault: 'weightNotAboveZero', row } : undefined;
}

/** Numbers 0, 1, ... of labels in the order met, with the labels. */
export function numbered(
  labels: ArrayLike<number | string> | undefined,
  length: number,
): { readonly index: Int32Array; readonly labels: readonly (number | string)[] } {
  const index = new Int32Array(length);
  if (labels === undefined) return { index, labels: [''] };
  const known = new Map<number | string, number>();
  for (let row = 0; row < length; row += 1) {
    const label = labels[row] ?? '';
    const at = known.get(label) ?? known.size;
    if (at === known.size) known.set(label, at);
    index[row] = at;
  }
  return { index, labels: [...known.keys()] };
}
