/** Meta-analysis: effect sizes, the variance between studies, pooled effects with their intervals, and what studies do to them. */
export { harmonicMean, shareOf } from './back-transform.ts';
export { type BetaBinomialFit, type BetaBinomialPoolReading, betaBinomial } from './beta-binomial.ts';
export {
  type BetweenStudyVariance,
  betweenStudyVariance,
  qProfile,
  type TauEstimator,
  tauEstimators,
} from './between-study-variance.ts';
export { type BinomialNormalFit, type BinomialNormalReading, binomialNormal } from './binomial-normal.ts';
export {
  armContrasts,
  type ContrastFault,
  type ContrastMeasure,
  type ContrastReading,
  contrastMeasures,
  contrastOf,
  hazardContrasts,
  isRatioMeasure,
  type NamedArms,
  type NamedHazardRatio,
  type PooledContrasts,
  type PooledContrastsReading,
  poolContrasts,
} from './contrast.ts';
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
  type FunnelAsymmetry,
  type FunnelAsymmetryOptions,
  type FunnelAsymmetryReading,
  type FunnelTest,
  funnelAsymmetry,
} from './funnel-asymmetry.ts';
export {
  type FunnelCaveat,
  type FunnelMeasure,
  type FunnelOptions,
  type FunnelRefusal,
  fewestForFunnel,
  funnelCaveats,
} from './funnel-guard.ts';
export {
  type HazardRatioInterval,
  type HazardRatioP,
  type HazardRatioPReading,
  type HazardRatioReading,
  hazardRatioEffect,
  hazardRatioEffectOfP,
} from './hazard-ratio-effect.ts';
export {
  type Bounded,
  type Heterogeneity,
  type HeterogeneityReading,
  type HeterogeneityVerdict,
  heterogeneity,
  heterogeneityVerdict,
} from './heterogeneity.ts';
export { type InfluenceReading, influence, type StudyInfluence } from './influence.ts';
export {
  type MetaRegression,
  type MetaRegressionCoefficient,
  type MetaRegressionReading,
  metaRegression,
} from './meta-regression.ts';
export type { Moderator, ModeratorCoding, ModeratorFault } from './moderators.ts';
export { type PredictedEffect, type PredictedEffectReading, predictedEffect } from './predicted-effect.ts';
export {
  type PooledEffect,
  type PooledTest,
  type PoolingOptions,
  type PoolingReading,
  type PredictionRule,
  randomEffects,
} from './random-effects.ts';
export { cumulativeEffects, leaveOneOut, type ShrunkenEffect, shrunkenEffects } from './sensitivity.ts';
export {
  type ShareCountsFault,
  type ShareScatter,
  type SummedShare,
  shareScatter,
  summedShare,
} from './share-counts.ts';
export {
  type Subgroup,
  type SubgroupAnalysis,
  type SubgroupOptions,
  type SubgroupReading,
  subgroupAnalysis,
} from './subgroups.ts';
export {
  type FunnelSide,
  type TrimAndFill,
  type TrimAndFillEstimator,
  type TrimAndFillOptions,
  type TrimAndFillReading,
  trimAndFill,
  trimAndFillEstimators,
} from './trim-and-fill.ts';
