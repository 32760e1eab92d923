/**
 * Fine and Gray's regression of the cumulative incidence of a cause (J Am Stat Assoc 1999;94:496): a Cox model of the weighted
 * rows with the variance clustered by subject, as R fits coxph to finegray. A hazard ratio here is one of the subdistribution:
 * its sign says which way the incidence goes, its size is no ratio of risks.
 */
import { type CoxCovariate, type CoxOptions, type CoxReading, coxRegression } from '../cox/index.ts';
import type { CompetingRisksColumns } from './competing-risks-columns.ts';
import { type FineGrayReading, fineGrayRows } from './fine-gray-rows.ts';

/** Competing risks with what may explain them. */
export interface FineGrayColumns extends CompetingRisksColumns {
  readonly covariates: readonly CoxCovariate[];
}

/** How the model is fitted. */
export interface FineGrayOptions extends Omit<CoxOptions, 'robust'> {
  /** 1 when absent. */
  readonly cause?: number;
}

/** The model, or why there is none. */
export type FineGrayRegressionReading = CoxReading | Extract<FineGrayReading, { ok: false }>;

/** Fits the model of a cause. */
export function fineGrayRegression(
  columns: FineGrayColumns,
  { cause = 1, ...options }: FineGrayOptions = {},
): FineGrayRegressionReading {
  const { covariates } = columns;
  const short = covariates.find(({ values }) => values.length !== columns.time.length);
  if (short !== undefined) return { ok: false, reason: 'lengthsDiffer' };
  const made = fineGrayRows(columns, cause);
  if (!made.ok) return made;
  const { subject, start, stop, event, weight } = made.rows;
  return coxRegression(
    {
      time: stop,
      event,
      entry: start,
      weights: weight,
      clusters: subject,
      covariates: covariates.map(({ name, values }) => ({
        name,
        values: Float64Array.from(subject, (row) => values[row] ?? Number.NaN),
      })),
    },
    { ...options, robust: true },
  );
}
