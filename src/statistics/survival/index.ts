/** Survival analysis: columns in, curves and tests or named reasons out. Imported by the door of the room. */
export { medianSurvival, type SurvivalQuantile, survivalQuantile } from './brookmeyer-crowley.ts';
export {
  type KaplanMeierCurve,
  type KaplanMeierOptions,
  type KaplanMeierReading,
  kaplanMeier,
} from './kaplan-meier.ts';
export {
  type LandmarkDifference,
  type LandmarkDifferenceReading,
  landmarkDifference,
} from './landmark-difference.ts';
export {
  type LogRankGroup,
  type LogRankReading,
  type LogRankTest,
  type LogRankWeight,
  logRank,
} from './log-rank.ts';
export { type LogRankTrend, type LogRankTrendReading, logRankTrend } from './log-rank-trend.ts';
export { type CumulativeHazard, type CumulativeHazardReading, nelsonAalen } from './nelson-aalen.ts';
export {
  type PermutationOptions,
  type PermutationReading,
  type PermutationTest,
  permutationLogRank,
} from './permutation-log-rank.ts';
export { quadraticForm } from './quadratic-form.ts';
export { type RestrictedMean, type RestrictedMeanReading, restrictedMean } from './restricted-mean.ts';
export { sharedTimes } from './risk-sets.ts';
export { type SurvivalAt, type SurvivalAtReading, survivalAt } from './survival-at.ts';
export {
  distinctTimes,
  indexOfTime,
  type SurvivalColumns,
  type SurvivalFault,
  survivalFault,
} from './survival-columns.ts';
export {
  criticalValue,
  type SurvivalBounds,
  type SurvivalIntervalType,
  survivalBounds,
  survivalIntervalTypes,
} from './survival-interval.ts';
