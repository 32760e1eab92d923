/** Fusion callers: their files, our verdict beside theirs, and the answer of several callers on one sample. */
export { type DetectionLimit, detectionLimits, type FusionAssay, usualAssay } from './detection-limits.ts';
export {
  type Arrangement,
  type CalledSide,
  type CallerClaims,
  type ClaimedFrame,
  type FusionCall,
  type FusionFormat,
  type FusionSupport,
  fusionFormats,
} from './fusion-call.ts';
export { type FusionFile, fusionFormatOf, readFusionFile } from './fusion-file.ts';
export {
  type AskedFusion,
  type AssayedResult,
  type CallerAnswer,
  type FusionVerdict,
  fusionVerdicts,
} from './fusion-verdicts.ts';
export { intragenicEvent } from './intragenic-event.ts';
export {
  buildOf,
  type FrameComparison,
  inferBuild,
  type JudgedCall,
  judgeCall,
  type VerdictBasis,
} from './judge-call.ts';
export {
  type CallerResult,
  type CallerVote,
  type MergedFusion,
  type MergeTolerance,
  mergeCalls,
  usualTolerance,
} from './merge-calls.ts';
