/** `cajal evidence audit`: every printed number against every other that constrains it. */
import { type AuditAnswer, auditLibrary } from '../../evidence/index.ts';
import {
  type AuditReport,
  auditReport,
  auditSubjectText,
  findingLines,
  renderAuditCsv,
  renderAuditMarkdown,
} from '../../report/index.ts';
import type { EvidenceAuditOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { wholeLibrary } from './evidence-library.ts';
import { terminalCsv } from './print-csv.ts';
import { print } from './stats.ts';
import { writeOutput } from './write-output.ts';

/** Findings whose values stand in one document. */
function ofDocument({ findings, explained }: AuditAnswer, document: string | undefined): AuditAnswer {
  if (document === undefined) return { findings, explained };
  const inDocument = (printed: AuditAnswer['findings'][number]['printed']) =>
    printed.some(({ place }) => place.document === document);
  return {
    findings: findings.filter(({ printed }) => inDocument(printed)),
    explained: explained.filter(({ printed }) => inDocument(printed)),
  };
}

function textOf(report: AuditReport, withExplained: boolean): string {
  const lines = report.sections.flatMap(({ title, id, findings, explained }) =>
    findings.length === 0 && !(withExplained && explained.length > 0)
      ? []
      : [
          `${title} (${id})`,
          ...findings.flatMap((judged) => findingLines(judged).map((line) => `  ${line}`)),
          ...(withExplained
            ? explained.map((each) => `  right: ${auditSubjectText(each.about)}: ${each.because}`)
            : []),
          '',
        ],
  );
  const counts = report.byOutcome.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const sum = `${report.findings} findings${counts === '' ? '' : `: ${counts}`}; ${report.explained} values look wrong and are right`;
  return [...lines, sum].join('\n');
}

/** Audits the library, or a part of it. */
export function evidenceAuditCommand(options: EvidenceAuditOptions): void {
  const { studies, papers } = wholeLibrary();
  const wanted = options.study;
  const unknown = wanted.filter((id) => !studies.some((study) => study.id === id));
  if (unknown.length > 0) {
    reportIssues(
      unknown.map((id) => ({
        code: 'unknown-reference',
        severity: 'error',
        message: `the library has no study "${id}"; \`cajal evidence list\` names them`,
      })),
    );
    return;
  }
  const { document } = options;
  if (document !== undefined && !papers.some(({ id }) => id === document)) {
    const message = `the library has no paper "${document}"; it has ${papers.map(({ id }) => id).join(', ')}`;
    reportIssues([{ code: 'unknown-reference', severity: 'error', message, source: '--document' }]);
    return;
  }
  const audited = wanted.length === 0 ? studies : studies.filter(({ id }) => wanted.includes(id));
  const answer = ofDocument(auditLibrary(audited, wanted.length === 0 ? papers : []), options.document);
  const report = auditReport(answer, studies);
  const title =
    options.document === undefined
      ? 'Audit of the evidence library'
      : `Audit of the values printed in paper ${options.document}`;
  const forms = {
    text: () => textOf(report, options.explained),
    markdown: () => renderAuditMarkdown(report, title),
    csv: () => terminalCsv(renderAuditCsv(report)),
    json: () => JSON.stringify(answer, null, 2),
  };
  const text = forms[options.as]();
  if (options.output === undefined) print(text);
  else writeOutput(options.output, `${text}\n`);
}
