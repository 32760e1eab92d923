/** Survival analysis: columns in, curves and tests or named reasons out. Imported by the door of the room. */
export { medianSurvival, type SurvivalQuantile, survivalQuantile } from './brookmeyer-crowley.ts';
export {
  type KaplanMeierCurve,
  type KaplanMeierOptions,
  type KaplanMeierReading,
  kaplanMeier,
} from './kaplan-meier.ts';
export {
  type LogRankGroup,
  type LogRankReading,
  type LogRankTest,
  type LogRankWeight,
  logRank,
} from './log-rank.ts';
export { type CumulativeHazard, type CumulativeHazardReading, nelsonAalen } from './nelson-aalen.ts';
export { type RestrictedMean, type RestrictedMeanReading, restrictedMean } from './restricted-mean.ts';
export { type SurvivalAt, type SurvivalAtReading, survivalAt } from './survival-at.ts';
export { type SurvivalColumns, type SurvivalFault, survivalFault } from './survival-columns.ts';
export {
  type SurvivalBounds,
  type SurvivalIntervalType,
  survivalIntervalTypes,
} from './survival-interval.ts';
