/** @module evidence: studies and statements as data, cut at the knowledge clock, matched to a patient, counted. */
export { type Approval, approval, approvalFile } from './approval.ts';
export {
  countsOwnPatient,
  cutEvidence,
  type EvidenceBase,
  type EvidenceCut,
  type EvidenceLibrary,
  isRuleInForce,
  type LeftOut,
  type OwnEvidence,
  supersededIn,
  type UsableStudy,
} from './evidence-base.ts';
export { isInForce, isKnownBy, type KnowledgeClock, knowledgeClockText } from './knowledge-clock.ts';
export { isSameEntity, matchStatement, type StatementMatch, speaksFor } from './match-statement.ts';
export {
  matchOutside,
  type OutsideLeftOut,
  type OutsideMatch,
  type OutsideMatches,
  type OutsideQuestion,
  type UnreadStatement,
} from './outside/match-outside.ts';
export {
  type OutsideStance,
  outsideDrugsText,
  outsideIdText,
  outsideLevelText,
  outsideSaysText,
  outsideStance,
} from './outside/outside-stance.ts';
export {
  type OutsideDirection,
  type OutsideStatement,
  type OutsideStatements,
  outsideDirections,
  outsideStatement,
  type PackSource,
} from './outside/outside-statement.ts';
export { type GroupFit, type PopulationCount, populationCounts } from './population-counts.ts';
export { type DrugsAsked, printedCounts, type UsableCount } from './printed-counts.ts';
export {
  publishedDate,
  type SourcePlace,
  sourcePlace,
  sourcePlaceText,
  type Verification,
  verifications,
} from './source-place.ts';
export { type Direction, directions, type Statement, statement, statementFile } from './statement.ts';
export {
  type CountedResult,
  citationText,
  type MeasuredResult,
  type Population,
  type Study,
  type StudyDesign,
  type StudyPatient,
  study,
} from './study.ts';
