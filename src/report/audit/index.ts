/** The audit of the evidence library as a report. */
export {
  type AuditReport,
  type AuditSection,
  auditReport,
  auditSubjectText,
  findingLines,
  type JudgedFinding,
  renderAuditCsv,
  renderAuditMarkdown,
} from './audit-report.ts';
