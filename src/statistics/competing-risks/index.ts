/** Competing risks: cumulative incidences, their comparison, and the weighted data of their regression. Imported by the door of the room. */
export {
  type AalenJohansenOptions,
  aalenJohansen,
  type CauseCurve,
  type CumulativeIncidence,
  type CumulativeIncidenceReading,
  type StateCurve,
} from './aalen-johansen.ts';
export type { CompetingRisksColumns, CompetingRisksFault } from './competing-risks-columns.ts';
export {
  type FineGrayColumns,
  type FineGrayOptions,
  type FineGrayRegressionReading,
  fineGrayRegression,
} from './fine-gray-regression.ts';
export { type FineGrayReading, type FineGrayRows, fineGrayRows } from './fine-gray-rows.ts';
export { type GrayOptions, type GrayReading, type GrayTest, grayTest } from './gray-test.ts';
export { type IncidenceAt, type IncidenceAtReading, incidenceAt } from './incidence-at.ts';
