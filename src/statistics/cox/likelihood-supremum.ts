/**
 * What a likelihood comes to where it has no greatest value: in the limit of the direction in which it rises it is the
 * likelihood of fewer comparisons, whose own greatest value, or limit again, is the supremum.
 */
import type { CoxColumns } from './cox-columns.ts';
import { type CoxDesign, coxDesign } from './cox-design.ts';
import type { CoxTies } from './cox-model.ts';
import { maximumLikelihood } from './maximum-likelihood.ts';
import {
  type DivergingCovariate,
  divergingCovariates,
  isRising,
  limitStrata,
  sparseDirection,
} from './monotone-likelihood.ts';
import { likelihoodOf, preparedModel } from './prepared-model.ts';
import { riskSpans } from './risk-spans.ts';

/** The supremum, with every coefficient that has no estimate. */
export interface LikelihoodSupremum {
  readonly logLikelihood: number;
  readonly diverging: readonly DivergingCovariate[];
}

/** The likelihood where no covariate is left to estimate. */
function withoutCovariates(columns: CoxColumns, ties: CoxTies): number {
  const spans = riskSpans(columns);
  if ('emptyRow' in spans) return Number.NaN;
  return likelihoodOf(coxDesign(columns, spans, [], []), ties)(new Float64Array()).logLikelihood;
}

/**
 * The supremum along a direction in which the likelihood rises for ever.
 *
 * @returns undefined where the steps to the greatest value in the limit do not come to rest.
 */
export function likelihoodSupremum(
  columns: CoxColumns,
  ties: CoxTies,
  design: CoxDesign,
  direction: Float64Array,
): LikelihoodSupremum | undefined {
  const isExact = ties === 'exact';
  const sparse = sparseDirection(design, direction, isExact);
  const diverging = divergingCovariates(design, sparse);
  const limit: CoxColumns = { ...columns, strata: limitStrata(design, sparse) };
  const prepared = preparedModel(limit, ties, 'drop');
  if (!prepared.ok) return { logLikelihood: withoutCovariates(limit, ties), diverging };
  const reached = maximumLikelihood(prepared.likelihood, prepared.start, (step) =>
    isRising(prepared.design, step, isExact),
  );
  if (reached.end === 'atRest') return { logLikelihood: reached.value.logLikelihood, diverging };
  if (reached.end === 'notAtRest') return undefined;
  const further = likelihoodSupremum(limit, ties, prepared.design, reached.step);
  if (further === undefined) return undefined;
  const known = new Set(diverging.map(({ name }) => name));
  return {
    logLikelihood: further.logLikelihood,
    diverging: [...diverging, ...further.diverging.filter(({ name }) => !known.has(name))],
  };
}
