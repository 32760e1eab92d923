/**
 * The covariates of a model made fit for arithmetic: of the rows at risk at some event time only, in the order of the spans,
 * centred in each stratum and scaled by the mean distance from the centre. Neither changes the partial likelihood but for
 * the unit of the coefficients.
 */
import type { CoxColumns, CoxCovariate } from './cox-columns.ts';
import type { RiskSpans } from './risk-spans.ts';

/** Covariates and weights beside the spans. */
export interface CoxDesign {
  readonly spans: RiskSpans;
  readonly names: readonly string[];
  /** Number of covariates. */
  readonly size: number;
  /** Row by row, `size` numbers each, in the order of the spans. */
  readonly x: Float64Array;
  /** A coefficient of the columns is one of the design divided by this. */
  readonly scale: Float64Array;
  /** Centres subtracted, stratum by stratum. */
  readonly centre: Float64Array;
  readonly weights: Float64Array;
}

/** Mean distance of a covariate from its centres, over the rows at risk. */
export interface Standard {
  readonly centre: Float64Array;
  readonly scale: number;
}

function standardOf({ values }: CoxCovariate, { row, active, stratumOfRow, strata }: RiskSpans): Standard {
  const first = new Float64Array(strata.length);
  const sum = new Float64Array(strata.length);
  const count = new Float64Array(strata.length);
  for (let at = 0; at < active; at += 1) {
    const own = row[at] ?? 0;
    const stratum = stratumOfRow[own] ?? 0;
    const value = values[own] ?? 0;
    if (count[stratum] === 0) first[stratum] = value;
    // Distances from the first value: a constant covariate keeps a centre without rounding.
    sum[stratum] = (sum[stratum] ?? 0) + (value - (first[stratum] ?? 0));
    count[stratum] = (count[stratum] ?? 0) + 1;
  }
  const centre = first.map(
    (value, stratum) => value + (sum[stratum] ?? 0) / Math.max(1, count[stratum] ?? 0),
  );
  let distance = 0;
  for (let at = 0; at < active; at += 1) {
    const own = row[at] ?? 0;
    distance += Math.abs((values[own] ?? 0) - (centre[stratumOfRow[own] ?? 0] ?? 0));
  }
  return { centre, scale: active === 0 ? 0 : distance / active };
}

/** Covariates with their standards. */
export type StandardCovariates = readonly { readonly covariate: CoxCovariate; readonly standard: Standard }[];

/** The standards of all covariates; scale 0 is one that does not vary within any stratum among the rows at risk. */
export const standardCovariates = ({ covariates }: CoxColumns, spans: RiskSpans): StandardCovariates =>
  covariates.map((covariate) => ({ covariate, standard: standardOf(covariate, spans) }));

/** The design of the covariates named; every one of them must vary. */
export function coxDesign(
  columns: CoxColumns,
  spans: RiskSpans,
  covariates: StandardCovariates,
  names: readonly string[],
): CoxDesign {
  const taken = covariates.filter(({ covariate }) => names.includes(covariate.name));
  const size = taken.length;
  const { row, active, stratumOfRow, strata } = spans;
  const scale = Float64Array.from(taken, ({ standard }) => standard.scale);
  const centre = new Float64Array(strata.length * size);
  const x = new Float64Array(active * size);
  for (const [index, { covariate, standard }] of taken.entries()) {
    const { values } = covariate;
    const unit = scale[index] ?? 1;
    for (let stratum = 0; stratum < strata.length; stratum += 1)
      centre[stratum * size + index] = standard.centre[stratum] ?? 0;
    for (let at = 0; at < active; at += 1) {
      const source = row[at] ?? 0;
      const middle = standard.centre[stratumOfRow[source] ?? 0] ?? 0;
      x[at * size + index] = ((values[source] ?? 0) - middle) / unit;
    }
  }
  const { weights } = columns;
  return {
    spans,
    names: taken.map(({ covariate }) => covariate.name),
    size,
    x,
    scale,
    centre,
    weights:
      weights === undefined
        ? new Float64Array(active).fill(1)
        : Float64Array.from({ length: active }, (_, at) => weights[row[at] ?? 0] ?? 1),
  };
}
