/** @module truth: three-valued truth, and why something is unknown. */
export { all, any, atLeast, negate, type Truth } from './kleene.ts';
export {
  type AssayReach,
  assayReaches,
  combineMarkerTruths,
  type MarkerStatus,
  type MarkerTruth,
  markerStatuses,
  markerTruth,
  markerTruthTable,
  type UnknownReason,
} from './marker-status.ts';
export { unknownReasonText } from './unknown-reason-text.ts';
