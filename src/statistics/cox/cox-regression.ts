/**
 * Proportional hazards regression (Cox, J R Stat Soc B 1972;34:187) with the likelihoods of Efron, Breslow and of discrete
 * time, strata, delayed entry and the counting process, case weights, and robust variances by cluster.
 */
import { requireOpenProbability } from '../domain-error.ts';
import { normalUpper } from '../normal.ts';
import { criticalValue } from '../survival/index.ts';
import { concordanceOf } from './concordance.ts';
import { type CoxColumns, numbered } from './cox-columns.ts';
import type { CoxDesign } from './cox-design.ts';
import type { CoxCoefficient, CoxOptions, CoxReading, CoxTest, CoxTies } from './cox-model.ts';
import { coxTest } from './cox-test.ts';
import { likelihoodSupremum } from './likelihood-supremum.ts';
import { maximumLikelihood } from './maximum-likelihood.ts';
import { isRising } from './monotone-likelihood.ts';
import { type PreparedModel, preparedModel, steppedTies } from './prepared-model.ts';
import { predictors } from './risk-sums.ts';
import { robustVariance } from './robust-variance.ts';
import { cholesky, dot, inverse, solve } from './symmetric-matrix.ts';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The widest range of linear predictors at which risk sets can be subtracted from one another. */
const widestSpread = 50;

function spread(values: Float64Array): number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return highest - lowest;
}

/** A matrix of the design in the unit of the columns, as rows. */
export function inColumnUnits(matrix: Float64Array, { scale, size }: CoxDesign): number[][] {
  return Array.from({ length: size }, (_, a) =>
    Array.from(
      { length: size },
      (__, b) => (matrix[a * size + b] ?? 0) / ((scale[a] ?? 1) * (scale[b] ?? 1)),
    ),
  );
}

/** The score test at 0. */
export function scoreTest({ start, design }: PreparedModel): CoxTest {
  const solved = solve(cholesky(start.information, design.size), start.gradient);
  return coxTest(dot(solved, start.gradient), design.size);
}

function coefficientsOf(
  design: CoxDesign,
  beta: Float64Array,
  variance: Float64Array,
  modelVariance: Float64Array,
  confidence: number,
): readonly CoxCoefficient[] {
  const critical = criticalValue(confidence);
  return design.names.map((name, k) => {
    const unit = design.scale[k] ?? 1;
    const coefficient = (beta[k] ?? 0) / unit;
    const standardError = Math.sqrt(variance[k * design.size + k] ?? 0) / unit;
    const z = standardError > 0 ? coefficient / standardError : null;
    return {
      name,
      coefficient,
      standardError,
      modelStandardError: Math.sqrt(modelVariance[k * design.size + k] ?? 0) / unit,
      z,
      p: z === null ? null : 2 * normalUpper(Math.abs(z)),
      hazardRatio: finite(Math.exp(coefficient)),
      lower: finite(Math.exp(coefficient - critical * standardError)),
      upper: finite(Math.exp(coefficient + critical * standardError)),
    };
  });
}

/** What is said where the likelihood rises for ever along a direction. */
function monotoneReading(
  columns: CoxColumns,
  ties: CoxTies,
  prepared: PreparedModel,
  direction: Float64Array,
): CoxReading {
  const { design, start } = prepared;
  const supremum = likelihoodSupremum(columns, ties, design, direction);
  if (supremum === undefined) return { ok: false, reason: 'notAtRest' };
  const { logLikelihood, diverging } = supremum;
  return {
    ok: false,
    reason: 'monotoneLikelihood',
    monotone: {
      diverging,
      subjects: columns.time.length,
      eventCount: columns.event.reduce((sum, each) => sum + each, 0),
      nullLogLikelihood: start.logLikelihood,
      supremumLogLikelihood: logLikelihood,
      likelihoodRatio: coxTest(2 * (logLikelihood - start.logLikelihood), design.size),
      score: scoreTest(prepared),
    },
  };
}

/** Share of its standard error below which a coefficient is 0 up to rounding, and orders nobody. */
const roundingShare = 1e-9;

/** The score of each row at the coefficients, for its rank only. */
function scoresOf({ covariates, time }: CoxColumns, coefficients: readonly CoxCoefficient[]): Float64Array {
  const score = new Float64Array(time.length);
  for (const { name, coefficient, modelStandardError } of coefficients) {
    if (Math.abs(coefficient) <= roundingShare * modelStandardError) continue;
    const values = covariates.find((each) => each.name === name)?.values;
    for (let row = 0; row < score.length; row += 1)
      score[row] = (score[row] ?? 0) + coefficient * (values?.[row] ?? 0);
  }
  return score;
}

/**
 * Fits a model.
 *
 * @throws DomainError for a confidence outside (0, 1), which is the caller's bug.
 * @example
 * const read = coxRegression({ time, event, covariates: [{ name: 'age', values: age }] });
 * if (read.ok) read.model.coefficients[0]?.hazardRatio;
 */
export function coxRegression(columns: CoxColumns, options: CoxOptions = {}): CoxReading {
  const { ties = 'efron', confidence = 0.95, aliased = 'refuse' } = options;
  requireOpenProbability('confidence', confidence);
  const prepared = preparedModel(columns, ties, aliased);
  if (!prepared.ok) return prepared;
  const { design, likelihood, start, dropped } = prepared;
  const { size, spans } = design;
  const isWhole = columns.weights?.every((weight) => Number.isInteger(weight)) ?? true;
  const isRobust = options.robust ?? (columns.clusters !== undefined || !isWhole);
  const clusters =
    columns.clusters === undefined ? undefined : numbered(columns.clusters, columns.time.length);
  if (isRobust && ties === 'exact') return { ok: false, reason: 'robustWithExactTies' };
  if (isRobust && clusters?.labels.length === 1) return { ok: false, reason: 'oneCluster' };
  const reached = maximumLikelihood(likelihood, start, (step) => isRising(design, step, ties === 'exact'));
  if (reached.end === 'rising') return monotoneReading(columns, ties, prepared, reached.step);
  if (reached.end === 'notAtRest' || reached.decomposed.rank < size)
    return { ok: false, reason: 'notAtRest' };
  if (spans.late.length > 0 && spread(predictors(design, reached.beta)) > widestSpread)
    return { ok: false, reason: 'hazardsTooFarApart' };
  const { beta, value, iterations } = reached;
  const modelVariance = inverse(reached.decomposed);
  const variance = isRobust
    ? robustVariance(design, beta, steppedTies(ties), modelVariance, clusters?.index)
    : modelVariance;
  const varianceParts = cholesky(variance, size);
  const coefficients = coefficientsOf(design, beta, variance, modelVariance, confidence);
  return {
    ok: true,
    model: {
      ties,
      confidence,
      subjects: columns.time.length,
      eventCount: columns.event.reduce((sum, each) => sum + each, 0),
      strataCount: spans.strata.length,
      clusterCount: isRobust ? (clusters?.labels.length ?? columns.time.length) : null,
      coefficients,
      dropped,
      nullLogLikelihood: start.logLikelihood,
      logLikelihood: value.logLikelihood,
      likelihoodRatio: coxTest(2 * (value.logLikelihood - start.logLikelihood), size),
      wald: varianceParts.rank < size ? null : coxTest(dot(solve(varianceParts, beta), beta), size),
      score: scoreTest(prepared),
      concordance: concordanceOf(
        {
          spans,
          event: columns.event,
          score: scoresOf(columns, coefficients),
          weights: columns.weights,
        },
        isRobust ? clusters?.index : undefined,
      ),
      covariance: inColumnUnits(variance, design),
      modelCovariance: inColumnUnits(modelVariance, design),
      iterations,
    },
  };
}
