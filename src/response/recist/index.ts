/** @module recist: RECIST 1.1 of one patient: lesions over time, overall and best responses, queries. */
export {
  type BestResponse,
  type BestResponseRules,
  type BestResponses,
  bestOverallResponse,
  bestOverallResponses,
  defaultStableFromDay,
  type ResponseOnDay,
} from './best-overall-response.ts';
export { bestResponseOfSpans, type PossibleBest, type ResponseInSpan } from './best-response-of-spans.ts';
export { type DataQuery, type QueryCode, queryCodes } from './data-query.ts';
export { type FdgPetAnswer, type FdgPetFindings, newLesionByFdgPet } from './fdg-pet.ts';
export {
  type FollowedLesion,
  type LesionKind,
  type LesionMethod,
  type LesionRecord,
  type LesionState,
  type LesionTraits,
  lesionKinds,
  lesionMethods,
  type TimePoint,
} from './lesion-record.ts';
export type { NewLesionCall } from './new-lesions.ts';
export { type NonTargetCall, nonTargetCall, type SeenNonTarget } from './non-target-response.ts';
export {
  type NonTargetResponse,
  nonTargetResponses,
  type OverallCall,
  type OverallResponse,
  overallResponse,
  overallResponses,
  type TargetResponse,
  type TimePointFindings,
  targetResponses as targetResponseNames,
} from './overall-response.ts';
export { type PercentCall, type PrintedChange, percentResponses } from './percent-response.ts';
export { type LabelledResponse, sequenceQueries } from './response-sequence.ts';
export { targetChoiceQueries } from './target-choice.ts';
export {
  type Measurement,
  percentText,
  sizeOf,
  type TargetCall,
  type TargetLesion,
  targetResponses,
} from './target-response.ts';
export { type RecistCalls, recistTimePoints, type TimePointCall } from './time-points.ts';
