/** @module formats: molecular findings from outside files: lines and tables, VCF, MAF, copy number, stains, markers. */
export {
  type CaseBiomarkerEntry,
  type CaseFindingEntry,
  type CaseFindingsOptions,
  type CaseStainEntry,
  type LeftOutReason,
  leftOutReasons,
} from './case-entry.ts';
export { type CaseFindings, caseFindingsYaml, findingsForCase } from './case-findings.ts';
export { type CoxTable, type CoxTableColumns, type CoxTerm, readCoxTable } from './cox-table.ts';
export { DelimitedTable, type TableOptions, type TableRow, tableRows } from './delimited-table.ts';
export {
  type DetectedFormat,
  detectFormat,
  type FindingFormat,
  findingFormats,
  linesForDetection,
} from './detect-format.ts';
export {
  type FigureTableData,
  readFigureTable,
  type TableFigureKind,
  tableFigureKinds,
} from './figure-table.ts';
export {
  type AlleleFraction,
  type BiomarkerFinding,
  type ConsequenceClass,
  type CopyNumberFinding,
  consequenceClasses,
  type FileFinding,
  type FindingKind,
  type FusionFinding,
  type GenomicPlace,
  type OtherConsequence,
  type SegmentFinding,
  type SmallVariantFinding,
  type StainFinding,
  type StructuralFinding,
} from './file-finding.ts';
export { findingId } from './finding-id.ts';
export type { FileFacts, ReaderOptions } from './finding-reader.ts';
export {
  type Arrangement,
  type AskedFusion,
  type AssayedResult,
  buildOf,
  type CalledSide,
  type CallerAnswer,
  type CallerClaims,
  type CallerResult,
  type CallerVote,
  type ClaimedFrame,
  type DetectionLimit,
  detectionLimits,
  type FrameComparison,
  type FusionAssay,
  type FusionCall,
  type FusionFile,
  type FusionFormat,
  type FusionSupport,
  type FusionVerdict,
  fusionFormatOf,
  fusionFormats,
  fusionVerdicts,
  inferBuild,
  intragenicEvent,
  type JudgedCall,
  judgeCall,
  type MergedFusion,
  type MergeTolerance,
  mergeCalls,
  readFusionFile,
  usualAssay,
  usualTolerance,
  type VerdictBasis,
} from './fusions/index.ts';
export { type IssueCount, IssueLog, issuesKeptPerCode } from './issue-log.ts';
export { type CivicReading, readCivicEvidence } from './knowledge-bases/civic-evidence.ts';
export { type HotspotReading, readHotspotFile } from './knowledge-bases/hotspot-file.ts';
export { type ProfileTree, readMolecularProfile } from './knowledge-bases/molecular-profile.ts';
export { type OncotreeNode, readOncotreeFile } from './knowledge-bases/oncotree-file.ts';
export type { LesionRecords } from './lesion-rows.ts';
export { type LengthUnit, type LesionSizeReading, readLesionSize } from './lesion-size.ts';
export { type LesionTable, type LesionTableOptions, readLesionTable } from './lesion-table.ts';
export type { Line, TextChunks } from './line.ts';
export { type LineOptions, lineBatches, type Progress } from './lines.ts';
export {
  collectFindings,
  type FileSummary,
  type FindingsOptions,
  type FindingsReading,
  readFindings,
} from './read-findings.ts';
export { readSdtmLesions, type SdtmLesionOptions } from './sdtm-lesions.ts';
export {
  type PrintedNewLesions,
  readSdtmImmuneResponses,
  readSdtmResponses,
  type SdtmImmuneVisit,
  type SdtmRecistVisit,
  type SdtmVisit,
} from './sdtm-responses.ts';
export { readSdtmSubjects, type SdtmSubject } from './sdtm-subjects.ts';
export {
  readSubjectColumns,
  type SubjectColumnNames,
  type SubjectRow,
  type SubjectRows,
} from './subject-columns.ts';
export { readSurvivalTable, type SurvivalTable, type SurvivalTableColumns } from './survival-table.ts';
export { columnKey, type Delimiter, type TableHeader } from './table-header.ts';
export { type SkipCount, type SkipReason, skipReasons } from './tally.ts';
