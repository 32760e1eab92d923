/**
 * @module cajal: the way from a case file to a board report, for programs. Everything is a pure function but
 * `bundledKnowledge`, `loadKnowledge` and `compileKnowledge`, which read files. Statistics are in `cajal/statistics`.
 *
 * @example
 * const { value, issues } = readCase(text);
 * const library = bundledKnowledge();
 */
import { fileURLToPath } from 'node:url';
import { type Knowledge, knowledgePlaces, loadKnowledge } from './knowledge/index.ts';

export {
  type Alteration,
  type AlterationPattern,
  alterationPattern,
  describeAlteration,
  type Notation,
  notationText,
  readAlteration,
  readNotation,
  relateAlteration,
} from './alteration/index.ts';
export {
  type CaseDocument,
  type CaseReading,
  type CaseRecord,
  type Clock,
  type CutCase,
  caseJsonSchema,
  caseVersion,
  clockAt,
  cutCase,
  readCase,
  readCaseDocument,
  writeCase,
} from './case/index.ts';
export {
  lollipopOfCases,
  markerSeriesOfCase,
  oncoprintOfCases,
  prevalenceOfCases,
  swimmerOfCases,
  timelineOfCase,
} from './cohort/index.ts';
export {
  type Criterion,
  canonicalText,
  criterion,
  type Explanation,
  evaluate,
  type LeafName,
  leafNames,
  printCriterion,
  readCanonicalText,
  readCriteria,
  type Subject,
  subjectOf,
} from './criteria/index.ts';
export {
  auditLibrary,
  citedLines,
  selectRates,
  synthesiseRates,
  usualPooling,
  withPrinted,
} from './evidence/index.ts';
export {
  checkFigure,
  type Drawable,
  type Figure,
  type FigureKind,
  figureKinds,
  readFigure,
  renderCsv,
  renderSvg,
} from './figures/index.ts';
export {
  caseFindingsYaml,
  collectFindings,
  detectFormat,
  type FileFinding,
  type FileSummary,
  findingsForCase,
  readFindings,
} from './formats/index.ts';
export {
  compileKnowledge,
  type Knowledge,
  KnowledgeFailure,
  knowledgeFiles,
  knowledgeOf,
  knowledgePlaces,
  loadKnowledge,
  loadPrinted,
  writeCompiled,
  writePrinted,
} from './knowledge/index.ts';
export type { KnowledgeBase, WeighedOption } from './options/index.ts';
export {
  canonicalJson,
  hasErrors,
  hashOf,
  type Issue,
  type IssueCode,
  issueCodes,
  issueText,
  type PositionedDocument,
  type Reading,
  readStructured,
} from './reading/index.ts';
export {
  answerBoard,
  auditReport,
  buildReport,
  type ReportDocument,
  renderAuditMarkdown,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderTerminal,
  reportJsonSchema,
} from './report/index.ts';
export {
  bestOverallResponses,
  caseResponses,
  immuneTimePoints,
  type LesionRecord,
  recistTimePoints,
} from './response/index.ts';
export { drugClasses } from './therapy/index.ts';
export type { Truth } from './truth/index.ts';
export { type Classification, entities } from './tumour/index.ts';

/** The library that comes with this version: compiled in a package, from its YAML files in a clone. */
export function bundledKnowledge(): Knowledge {
  const folder = new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url);
  return loadKnowledge(knowledgePlaces(fileURLToPath(folder)));
}
