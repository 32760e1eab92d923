/** @module evidence: studies and statements as data, cut at the knowledge clock, matched to a patient, counted. */
export { type Approval, approval, approvalFile } from './approval.ts';
export { subjectOf as printedSubject } from './audit/audited-study.ts';
export {
  type AuditAnswer,
  type AuditCertainty,
  type AuditCheck,
  type AuditExplained,
  type AuditFinding,
  type AuditOutcome,
  auditCertaintyText,
  auditChecks,
  auditCheckText,
  auditLibrary,
  auditOutcomes,
  auditOutcomeText,
  auditStudy,
  type IntegrityFlag,
  integrityFlag,
  integrityFlags,
  type PrintedEvidence,
} from './audit/index.ts';
export {
  countsOwnPatient,
  cutEvidence,
  type EvidenceBase,
  type EvidenceCut,
  type EvidenceLibrary,
  isRuleInForce,
  type LeftOut,
  limitedIn,
  type OwnEvidence,
  supersededIn,
  type UsableStudy,
} from './evidence-base.ts';
export { type ExhibitCell, type ExhibitTable, exhibitTable } from './exhibit/index.ts';
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
export { type Paper, paper } from './paper.ts';
export { checkPlaces, placesOfStudy } from './place-check.ts';
export { type GroupFit, type PopulationCount, populationCounts } from './population-counts.ts';
export {
  type PrintedComparison,
  type PrintedGroup,
  type PrintedResults,
  type PrintedValue,
  printedResults,
} from './printed/index.ts';
export { type DrugsAsked, printedCounts, type UsableCount } from './printed-counts.ts';
export {
  type ComparedPaper,
  type ComparedRow,
  compareSecondReading,
  freeNumbersOf,
  type HeldValue,
  linesOf,
  type MeaningDifference,
  numbersOf,
  readSecondReading,
  readSecondReadingGroups,
  type SecondReadingAgreement,
  type SecondReadingGroups,
  type SecondReadingRow,
  secondReadingAgreement,
  secondReadingGroup,
} from './second-reading/index.ts';
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
  type Conflict,
  type ConflictingStatement,
  type ConflictRegister,
  type ConflictSide,
  conflictRegister,
  type DifferentQuestions,
  type OverdueStatement,
  overdueStatements,
  type StatementStrength,
  type Strength,
  type StrengthAspect,
  type StrengthContext,
  type StrengthReason,
  type StudyFindings,
  strengths,
  strengthText,
  weighStatement,
} from './statements/index.ts';
export {
  type CountedResult,
  citationText,
  countedOutcomes,
  type MeasuredResult,
  type Population,
  type Study,
  type StudyDesign,
  type StudyPatient,
  study,
} from './study.ts';
export {
  type BorrowedRates,
  type BorrowedRatesReading,
  type BorrowQuestion,
  type BorrowRefusal,
  borrowRates,
  borrowRefusalText,
  type ComparedField,
  type ComparedValue,
  comparabilityPanel,
  type DenominatorRule,
  type DescribedTime,
  denominatorRules,
  describedTimes,
  type EntityReading,
  type ExactRate,
  entitiesOf,
  entityOf,
  type FalsePositives,
  type ModelledShare,
  type PooledShare,
  type PooledShareReading,
  pooledShare,
  populationTruth,
  type RateLeftOut,
  type RateQuestion,
  type RateSynthesis,
  rateLeftOutText,
  type SelectedRate,
  type SelectedRates,
  type SensitivityAnalysis,
  type ShareModel,
  type SharePooling,
  selectRates,
  shareModels,
  shareRefusalText,
  synthesiseRates,
  usualPooling,
  type WithoutStudy,
} from './synthesis/index.ts';
