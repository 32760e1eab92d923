/** @module room: response: one patient over time: RECIST 1.1 of target lesions, time points and the best of them. */
export {
  type BestResponse,
  type BestResponseRules,
  bestOverallResponse,
  type ResponseOnDay,
} from './recist/best-overall-response.ts';
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
} from './recist/overall-response.ts';
export {
  type Measurement,
  type TargetCall,
  type TargetLesion,
  targetResponses,
} from './recist/target-response.ts';
