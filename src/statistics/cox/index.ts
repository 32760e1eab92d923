/** Proportional hazards regression: columns in, a model or named reasons out. Imported by the door of the room. */
export type { Concordance } from './concordance.ts';
export type { CoxColumns, CoxColumnsFault, CoxCovariate } from './cox-columns.ts';
export { type CoxCurve, type CoxCurveOptions, type CoxCurveReading, coxCurve } from './cox-curve.ts';
export type {
  CoxCoefficient,
  CoxFault,
  CoxModel,
  CoxOptions,
  CoxReading,
  CoxRefusal,
  CoxTest,
  CoxTies,
  MonotoneLikelihood,
} from './cox-model.ts';
export { coxRegression } from './cox-regression.ts';
export {
  type CoxResiduals,
  type CoxResidualsReading,
  coxResiduals,
  type SchoenfeldReading,
  type SchoenfeldResiduals,
  schoenfeldResiduals,
} from './cox-residuals.ts';
export {
  type FirthCoefficient,
  type FirthModel,
  type FirthOptions,
  type FirthReading,
  firthRegression,
} from './firth-regression.ts';
export type { DivergingCovariate } from './monotone-likelihood.ts';
export {
  type ProportionalHazardsOptions,
  type ProportionalHazardsReading,
  type ProportionalHazardsTerm,
  type ProportionalHazardsTest,
  proportionalHazardsTest,
  type TimeTransform,
} from './proportional-hazards-test.ts';
export { cholesky, inverse, solve } from './symmetric-matrix.ts';
