/** Parametric regression of survival times. Imported by the door of the room. */
export { type ParametricDistribution, parametricDistributions } from './error-distribution.ts';
export {
  type ParametricCoefficient,
  type ParametricColumns,
  type ParametricModel,
  type ParametricOptions,
  type ParametricReading,
  parametricSurvival,
} from './parametric-survival.ts';
export { type PredictedTime, predictedSurvival, predictedTime } from './predicted-time.ts';
