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
export { DomainError } from './domain-error.ts';
export { fCdf, fUpper } from './f-distribution.ts';
export { type FisherExact, fisherExact, type TwoByTwo } from './fisher-exact.ts';
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
export { jeffreys } from './jeffreys.ts';
export { lnBeta, lnGamma } from './ln-gamma.ts';
export { type McNemarTest, mcNemar } from './mcnemar.ts';
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
export { type PoissonInterval, poissonInterval } from './poisson-interval.ts';
export type { ProportionFault, ProportionInterval, ProportionMethod } from './proportion.ts';
export { type ProportionReading, proportionInterval } from './proportion-interval.ts';
export {
  studentsTCdf,
  studentsTLnCdf,
  studentsTLnUpper,
  studentsTQuantile,
  studentsTUpper,
  studentsTUpperQuantile,
} from './students-t.ts';
export {
  type CumulativeHazard,
  type CumulativeHazardReading,
  type KaplanMeierCurve,
  type KaplanMeierOptions,
  type KaplanMeierReading,
  kaplanMeier,
  type LogRankGroup,
  type LogRankReading,
  type LogRankTest,
  type LogRankWeight,
  logRank,
  medianSurvival,
  nelsonAalen,
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
