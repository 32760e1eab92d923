/** @module report: the board report as one document model, and its renderings. */
export {
  type AuditReport,
  type AuditSection,
  auditReport,
  auditSubjectText,
  findingLines,
  type JudgedFinding,
  renderAuditCsv,
  renderAuditMarkdown,
} from './audit/index.ts';
export {
  answerBoard,
  type BoardAnswer,
  type BoardQuestion,
  type OutsideKnowledge,
} from './board-question.ts';
export { buildReport } from './build-report.ts';
export {
  type Block,
  type CalloutTone,
  type EvidencePart,
  type FlowBlock,
  type Line,
  type ReportDocument,
  type ReportMeta,
  reportDocument,
  reportJsonSchema,
  type Section,
  type Span,
  type Tone,
} from './document.ts';
export {
  type HtmlLinks,
  type HtmlOptions,
  renderHtml,
  renderHtmlFragment,
  reportCss,
  reportCssFor,
} from './html/index.ts';
export { renderJson } from './render-json.ts';
export { renderMarkdown } from './render-markdown.ts';
export type { ReportInput } from './report-input.ts';
export { renderTerminal, type TerminalOptions } from './terminal/index.ts';
