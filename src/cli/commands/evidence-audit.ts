/** `cajal evidence audit`: every printed number against every other that constrains it. */
import {
  type AuditAnswer,
  auditLibrary,
  auditOfKnown,
  type KnownLibrary,
  knownLibrary,
  libraryWords,
} from '../../evidence/index.ts';
import {
  type AuditReport,
  auditReport,
  findingLines,
  renderAuditCsv,
  renderAuditMarkdown,
} from '../../report/index.ts';
import type { EvidenceAuditOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { clockOf, wholeLibrary } from './evidence-library.ts';
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

/** Findings about some studies; about all, and the papers, where none is named. */
function ofStudies(answer: AuditAnswer, wanted: readonly string[]): AuditAnswer {
  if (wanted.length === 0) return answer;
  const isWanted = ({ study }: { readonly study: string }): boolean => wanted.includes(study);
  return { findings: answer.findings.filter(isWanted), explained: answer.explained.filter(isWanted) };
}

/** What a date leaves out; nothing where none was given. */
const leftOutText = ({ studies, papers }: KnownLibrary['notYetKnown'], asOf: string | undefined): string =>
  asOf === undefined ? '' : `\n${studies} studies and ${papers} papers left out: not known by ${asOf}`;

function textOf(report: AuditReport, withExplained: boolean): string {
  const lines = report.sections.flatMap(({ title, id, findings, explained }) =>
    findings.length === 0 && !(withExplained && explained.length > 0)
      ? []
      : [
          `${title} (${id})`,
          ...findings.flatMap((judged) => findingLines(judged).map((line) => `  ${libraryWords(line)}`)),
          ...(withExplained
            ? explained.map((each) => `  right: ${libraryWords(`${each.about}: ${each.because}`)}`)
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
  const clock = clockOf(options.asOf);
  if (clock === undefined) return;
  const all = wholeLibrary();
  const { studies, papers, notYetKnown } = knownLibrary(all, clock);
  const wanted = options.study;
  const unknown = wanted.filter((id) => !studies.some((study) => study.id === id));
  if (unknown.length > 0) {
    reportIssues(
      unknown.map((id) => ({
        code: 'unknown-reference',
        severity: 'error',
        message:
          options.asOf === undefined
            ? `the library has no study "${id}"; \`cajal evidence list\` names them`
            : `the library has no study "${id}" that was known by ${options.asOf}; \`cajal evidence list --as-of ${options.asOf}\` names them`,
      })),
    );
    return;
  }
  const { document } = options;
  if (document !== undefined && !all.papers.some(({ id }) => id === document)) {
    const message = `the library has no paper "${document}"; it has ${all.papers.map(({ id }) => id).join(', ')}`;
    reportIssues([{ code: 'unknown-reference', severity: 'error', message, source: '--document' }]);
    return;
  }
  const whole = auditOfKnown(auditLibrary(all.studies, all.papers), { studies, papers });
  const answer = ofDocument(ofStudies(whole, wanted), options.document);
  const report = auditReport(answer, studies);
  const by = options.asOf === undefined ? '' : `, as known by ${options.asOf}`;
  const title =
    options.document === undefined
      ? `Audit of the evidence library${by}`
      : `Audit of the values printed in paper ${options.document}${by}`;
  const forms = {
    text: () => `${textOf(report, options.explained)}${leftOutText(notYetKnown, options.asOf)}`,
    markdown: () => renderAuditMarkdown(report, title),
    csv: () => terminalCsv(renderAuditCsv(report)),
    json: () => JSON.stringify(answer, null, 2),
  };
  const text = forms[options.as]();
  if (options.output === undefined) print(text);
  else writeOutput(options.output, `${text}\n`);
}
