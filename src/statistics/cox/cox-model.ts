/** What a proportional hazards regression gives: the model, or why there is none. */
import type { Concordance } from './concordance.ts';
import type { CoxColumnsFault } from './cox-columns.ts';
import type { DivergingCovariate } from './monotone-likelihood.ts';

/** How tied events are treated; `exact` is the discrete likelihood, as R's `ties = 'exact'`. */
export type CoxTies = 'efron' | 'breslow' | 'exact';

/** How a model is fitted. */
export interface CoxOptions {
  /** `efron` when absent. */
  readonly ties?: CoxTies;
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
  /** Robust variance; when absent, as in R, where clusters are named or a weight is no whole number. */
  readonly robust?: boolean;
  /** Covariates that depend on those before them are refused when absent, or dropped as R does. */
  readonly aliased?: 'refuse' | 'drop';
}

/** One coefficient: the logarithm of the hazard ratio for one unit of the covariate. */
export interface CoxCoefficient {
  readonly name: string;
  readonly coefficient: number;
  /** The robust error where the model is robust, else that of the information. */
  readonly standardError: number;
  readonly modelStandardError: number;
  /** Wald's; null where the robust error is 0. */
  readonly z: number | null;
  readonly p: number | null;
  /** Null beyond the range of numbers, as are its limits. */
  readonly hazardRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A test of all coefficients at once. */
export interface CoxTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** A fitted model. */
export interface CoxModel {
  readonly ties: CoxTies;
  readonly confidence: number;
  readonly subjects: number;
  readonly eventCount: number;
  readonly strataCount: number;
  /** Clusters of the robust variance; null where the variance is the model's. */
  readonly clusterCount: number | null;
  readonly coefficients: readonly CoxCoefficient[];
  /** Names of the covariates dropped because they are constant or depend on those before them. */
  readonly dropped: readonly string[];
  readonly nullLogLikelihood: number;
  readonly logLikelihood: number;
  readonly likelihoodRatio: CoxTest;
  /** Null where the robust variance is singular. */
  readonly wald: CoxTest | null;
  readonly score: CoxTest;
  /** Null where no pair of subjects can be compared. */
  readonly concordance: Concordance | null;
  /** Covariance of the coefficients, row by row; robust where the model is. */
  readonly covariance: readonly (readonly number[])[];
  readonly modelCovariance: readonly (readonly number[])[];
  readonly iterations: number;
}

/** What can be said where a coefficient has no finite estimate. */
export interface MonotoneLikelihood {
  readonly diverging: readonly DivergingCovariate[];
  readonly subjects: number;
  readonly eventCount: number;
  readonly nullLogLikelihood: number;
  /** What the likelihood comes to in the limit. */
  readonly supremumLogLikelihood: number;
  readonly likelihoodRatio: CoxTest;
  readonly score: CoxTest;
}

/**
 * Why there is no model. `noComparison`: every event took its whole risk set. `hazardsTooFarApart`: with delayed entry,
 * fitted hazards beyond what can be subtracted (a ratio of e^50). `notAtRest`: the steps to the greatest likelihood did not
 * come to rest.
 */
export type CoxFault =
  | CoxColumnsFault
  | 'noEvents'
  | 'noComparison'
  | 'constantCovariates'
  | 'aliasedCovariates'
  | 'weightsWithExactTies'
  | 'robustWithExactTies'
  | 'exactTooCostly'
  | 'oneCluster'
  | 'hazardsTooFarApart'
  | 'notAtRest';

/** Why there is no answer, with the row (from 0) or the covariates meant. */
export interface CoxRefusal {
  readonly ok: false;
  readonly reason: CoxFault;
  readonly row?: number;
  readonly covariates?: readonly string[];
}

/** The model, or why there is none. */
export type CoxReading =
  | { readonly ok: true; readonly model: CoxModel }
  | { readonly ok: false; readonly reason: 'monotoneLikelihood'; readonly monotone: MonotoneLikelihood }
  | CoxRefusal;
