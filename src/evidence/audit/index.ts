/** The integrity audit: printed values tested against each other. */
export { auditLibrary, auditStudy } from './audit-library.ts';
export { type AuditVerdict, auditVerdictOn, auditVerdictText } from './audit-verdict.ts';
export { auditCertaintyText, auditCheckText, auditOutcomeText } from './audit-words.ts';
export {
  type AuditAnswer,
  type AuditCertainty,
  type AuditCheck,
  type AuditExplained,
  type AuditFinding,
  type AuditOutcome,
  auditChecks,
  auditOutcomes,
  type PrintedEvidence,
} from './finding.ts';
export { type IntegrityFlag, integrityFlag, integrityFlags } from './integrity-flag.ts';
