/** Meta-analysis: effect sizes, the variance between studies, pooled effects with their intervals, and what studies do to them. */
export { harmonicMean, shareOf } from './back-transform.ts';
export {
  type BetweenStudyVariance,
  betweenStudyVariance,
  qProfile,
  type TauEstimator,
  tauEstimators,
} from './between-study-variance.ts';
export { type BinomialNormalFit, type BinomialNormalReading, binomialNormal } from './binomial-normal.ts';
export {
  type EffectSize,
  type ProportionMeasure,
  proportionEffect,
  proportionMeasures,
  type StudyArms,
  type StudyProportion,
  type TwoArmMeasure,
  twoArmEffects,
  twoArmMeasures,
  type ZeroCellRule,
} from './effect-size.ts';
export { mantelHaenszel, type PooledOddsRatio, petoOddsRatio } from './fixed-tables.ts';
export {
  type PooledEffect,
  type PooledTest,
  type PoolingOptions,
  type PoolingReading,
  type PredictionRule,
  randomEffects,
} from './random-effects.ts';
export { cumulativeEffects, leaveOneOut, type ShrunkenEffect, shrunkenEffects } from './sensitivity.ts';
