/** @module case: the record of one patient, read from a file, cut at a decision point, and written back. */
export { type AgeAtClock, ageAtClock } from './age-at-clock.ts';
export { type Assay, type EventKind, eventKinds } from './assay.ts';
export { type ReachQuestion, reachOf } from './assay-reach.ts';
export type { Assessment } from './assessment.ts';
export { caseJsonSchema } from './case-json-schema.ts';
export {
  type CaseDocument,
  type CaseRecord,
  type CompletableList,
  caseRecord,
  caseVersion,
  completableLists,
} from './case-record.ts';
export { type Clock, type CutCase, type CutReport, cutCase } from './cut.ts';
export type { Decision, DecisionPoint } from './decision.ts';
export { clockAt } from './decision-clock.ts';
export type { Primary, PrintedDiagnosis } from './diagnosis.ts';
export { type Extent, type MetastasisSite, metastasisSites } from './extent.ts';
export {
  type Biomarker,
  type BiomarkerKind,
  biomarkerKinds,
  type Finding,
  origins,
} from './finding.ts';
export { type ImagingStudy, tracerFamily } from './imaging.ts';
export type { LaboratoryValue, PerformanceStatus } from './observation.ts';
export type { PathologyReport, Stain } from './pathology.ts';
export { type Patient, sexes } from './patient.ts';
export { type Place, placeText } from './place.ts';
export { type CaseReading, readCase, readCaseDocument } from './read-case.ts';
export type { Specimen } from './specimen.ts';
export { specimenKinds } from './specimen.ts';
export { type Response, responses, type TherapyCourse } from './therapy-course.ts';
export { writeCase } from './write-case.ts';
