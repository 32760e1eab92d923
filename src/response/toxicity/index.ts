/** Toxicity: worst grades, the table, printed shares, dose changes. */
export {
  type AdverseEventRow,
  type AdverseEventTable,
  type AdverseEventTableOptions,
  adverseEventTable,
  type PatientCount,
  type ToxicityDenominator,
} from './adverse-event-table.ts';
export {
  type CtcaeTermList,
  type CtcaeVersion,
  ctcaeVersions,
  type PrintedCtcaeVersion,
  readCtcaeVersion,
  type TermStatus,
  termStatus,
} from './ctcae.ts';
export { type DoseChange, type DoseChangeKind, doseChanges } from './dose-change.ts';
export {
  denominatorsThatFit,
  type PrintedShare,
  type RecomputedShare,
  recomputeShares,
  type ShareAgreement,
} from './printed-share.ts';
export {
  type AdverseEvent,
  type GradeBounds,
  gradeBounds,
  type PatientAdverseEvent,
  type Relatedness,
  relatednessOf,
  type WorstGrade,
  worstGrades,
} from './worst-grade.ts';
