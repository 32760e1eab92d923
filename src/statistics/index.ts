/** @module room: statistics: special functions with log and upper tails, distributions, exact and score intervals. */

export { agrestiCoull } from './agresti-coull.ts';
export {
  betaCdf,
  betaLnCdf,
  betaLnDensity,
  betaLnUpper,
  betaQuantile,
  betaUpper,
  betaUpperQuantile,
} from './beta.ts';
export {
  type BinomialTest,
  binomialAtLeast,
  binomialCdf,
  binomialLnAtLeast,
  binomialLnCdf,
  binomialLnMass,
  binomialMass,
  binomialTest,
} from './binomial.ts';
export {
  chiSquareCdf,
  chiSquareLnCdf,
  chiSquareLnUpper,
  chiSquareQuantile,
  chiSquareUpper,
  chiSquareUpperQuantile,
} from './chi-square.ts';
export { type ChiSquareReading, type ChiSquareTest, chiSquareTest } from './chi-square-test.ts';
export { clopperPearson } from './clopper-pearson.ts';
export { cochranArmitage, type TrendReading } from './cochran-armitage.ts';
export {
  type AalenJohansenOptions,
  aalenJohansen,
  type CauseCurve,
  type CompetingRisksColumns,
  type CompetingRisksFault,
  type CumulativeIncidence,
  type CumulativeIncidenceReading,
  type FineGrayColumns,
  type FineGrayOptions,
  type FineGrayReading,
  type FineGrayRegressionReading,
  type FineGrayRows,
  fineGrayRegression,
  fineGrayRows,
  type GrayOptions,
  type GrayReading,
  type GrayTest,
  grayTest,
  type IncidenceAt,
  type IncidenceAtReading,
  incidenceAt,
  type StateCurve,
} from './competing-risks/index.ts';
export {
  type Concordance,
  type CoxCoefficient,
  type CoxColumns,
  type CoxColumnsFault,
  type CoxCovariate,
  type CoxCurve,
  type CoxCurveOptions,
  type CoxCurveReading,
  type CoxFault,
  type CoxModel,
  type CoxOptions,
  type CoxReading,
  type CoxRefusal,
  type CoxResiduals,
  type CoxResidualsReading,
  type CoxTest,
  type CoxTies,
  coxCurve,
  coxRegression,
  coxResiduals,
  type DivergingCovariate,
  type FirthCoefficient,
  type FirthModel,
  type FirthOptions,
  type FirthReading,
  firthRegression,
  type MonotoneLikelihood,
  type ProportionalHazardsOptions,
  type ProportionalHazardsReading,
  type ProportionalHazardsTerm,
  type ProportionalHazardsTest,
  proportionalHazardsTest,
  type SchoenfeldReading,
  type SchoenfeldResiduals,
  schoenfeldResiduals,
  type TimeTransform,
} from './cox/index.ts';
export {
  type AdmissibleDesign,
  type SimonDesign,
  type SimonDesigns,
  type SimonQuestion,
  type SimonReading,
  simonDesigns,
  type TwoStageCharacteristics,
  type TwoStageCharacteristicsReading,
  type TwoStageDesign,
  type TwoStageFault,
  type TwoStageInference,
  type TwoStageInferenceOptions,
  type TwoStageInferenceReading,
  type TwoStageTrial,
  twoStageCharacteristics,
  twoStageInference,
} from './designs/index.ts';
export { DomainError } from './domain-error.ts';
export { fCdf, fUpper } from './f-distribution.ts';
export { type FisherExact, fisherExact, fisherExactP, type TwoByTwo } from './fisher-exact.ts';
export { type FisherTableReading, fisherExactTable } from './fisher-table.ts';
export { gammaQuantile, gammaUpperQuantile } from './gamma-quantile.ts';
export {
  incompleteBetaLower,
  incompleteBetaUpper,
  lnIncompleteBetaLower,
  lnIncompleteBetaUpper,
} from './incomplete-beta.ts';
export {
  incompleteGammaLower,
  incompleteGammaUpper,
  lnIncompleteGammaLower,
  lnIncompleteGammaUpper,
} from './incomplete-gamma.ts';
export {
  type CensoringIntervals,
  type CensoringIntervalsFault,
  type TurnbullAt,
  type TurnbullEstimate,
  type TurnbullMass,
  type TurnbullQuantile,
  type TurnbullReading,
  turnbull,
  turnbullAt,
  turnbullQuantile,
} from './interval-censoring/index.ts';
export { jeffreys } from './jeffreys.ts';
export { lnBeta, lnGamma } from './ln-gamma.ts';
export { type McNemarTest, mcNemar } from './mcnemar.ts';
export {
  type BetweenStudyVariance,
  betweenStudyVariance,
  cumulativeEffects,
  type EffectSize,
  harmonicMean,
  leaveOneOut,
  mantelHaenszel,
  type PooledEffect,
  type PooledOddsRatio,
  type PooledTest,
  type PoolingOptions,
  type PoolingReading,
  type PredictionRule,
  type ProportionMeasure,
  petoOddsRatio,
  proportionEffect,
  proportionMeasures,
  qProfile,
  randomEffects,
  type ShrunkenEffect,
  type StudyArms,
  type StudyProportion,
  shareOf,
  shrunkenEffects,
  type TauEstimator,
  type TwoArmMeasure,
  tauEstimators,
  twoArmEffects,
  twoArmMeasures,
  type ZeroCellRule,
} from './meta/index.ts';
export { midP } from './mid-p.ts';
export { benjaminiHochberg, holm } from './multiple-comparisons.ts';
export {
  newcombeDifference,
  type ProportionCounts,
  type ProportionDifference,
} from './newcombe-difference.ts';
export {
  normalCdf,
  normalDensity,
  normalLnCdf,
  normalLnDensity,
  normalLnUpper,
  normalQuantile,
  normalQuantileOfLn,
  normalUpper,
  normalUpperQuantile,
  normalUpperQuantileOfLn,
} from './normal.ts';
export {
  type ParametricCoefficient,
  type ParametricColumns,
  type ParametricDistribution,
  type ParametricModel,
  type ParametricOptions,
  type ParametricReading,
  type PredictedTime,
  parametricDistributions,
  parametricSurvival,
  predictedSurvival,
  predictedTime,
} from './parametric/index.ts';
export { type PoissonInterval, poissonInterval } from './poisson-interval.ts';
export type { ProportionFault, ProportionInterval, ProportionMethod } from './proportion.ts';
export { type ProportionReading, proportionInterval } from './proportion-interval.ts';
export {
  kendall,
  type RankCorrelation,
  type RankCorrelationFault,
  type RankCorrelationOptions,
  type RankCorrelationReading,
  type RankSumOptions,
  type RankSumReading,
  type RankSumTest,
  type SignedRankReading,
  type SignedRankTest,
  spearman,
  wilcoxonRankSum,
  wilcoxonSignedRank,
} from './ranks/index.ts';
export { type QuantileType, sampleQuantile } from './sample-quantile.ts';
export {
  studentsTCdf,
  studentsTLnCdf,
  studentsTLnUpper,
  studentsTQuantile,
  studentsTUpper,
  studentsTUpperQuantile,
} from './students-t.ts';
export {
  meanAndVariance,
  type TTest,
  type TTestOptions,
  type TTestReading,
  tTest,
} from './students-t-test.ts';
export {
  type CumulativeHazard,
  type CumulativeHazardReading,
  type KaplanMeierCurve,
  type KaplanMeierOptions,
  type KaplanMeierReading,
  kaplanMeier,
  type LandmarkDifference,
  type LandmarkDifferenceReading,
  type LogRankGroup,
  type LogRankReading,
  type LogRankTest,
  type LogRankTrend,
  type LogRankTrendReading,
  type LogRankWeight,
  landmarkDifference,
  logRank,
  logRankTrend,
  medianSurvival,
  nelsonAalen,
  type PermutationOptions,
  type PermutationReading,
  type PermutationTest,
  permutationLogRank,
  type RestrictedMean,
  type RestrictedMeanReading,
  restrictedMean,
  type SurvivalAt,
  type SurvivalAtReading,
  type SurvivalBounds,
  type SurvivalColumns,
  type SurvivalFault,
  type SurvivalIntervalType,
  type SurvivalQuantile,
  survivalAt,
  survivalFault,
  survivalIntervalTypes,
  survivalQuantile,
} from './survival/index.ts';
export { wald } from './wald.ts';
export { type WilsonOptions, wilson } from './wilson.ts';
