/** @module irecist: iRECIST of one patient on immunotherapy: time points, best response, date of progression, queries. */
export {
  bestImmuneResponse,
  type ImmuneBest,
  type ImmuneProgression,
  immuneProgression,
  type LabelledImmuneCall,
} from './irecist-outcome.ts';
export { immuneQueries, type PrintedImmunePoint } from './irecist-queries.ts';
export {
  type ImmuneComponents,
  type ImmuneNonTargetResponse,
  type ImmuneOverallResponse,
  type ImmuneTargetResponse,
  immuneNonTargetResponses,
  immuneOverallResponses,
  immuneTargetResponses,
  overallFromComponents,
} from './irecist-response.ts';
export {
  type ImmuneCall,
  type ImmuneCalls,
  type ImmuneCategory,
  immuneTimePoints,
} from './irecist-time-points.ts';
