/**
 * The audit as a report: findings by paper or study and check, each with what is printed and where, what was computed, how
 * certain it is and what would explain it; what looks wrong and is right at the end. It can be sent to a journal as it is.
 */
import {
  type AuditAnswer,
  type AuditExplained,
  type AuditFinding,
  auditCertaintyText,
  auditCheckText,
  auditOutcomeText,
  auditVerdictOn,
  auditVerdictText,
  citationYearText,
  libraryWords,
  type PrintedEvidence,
  type Study,
  sourcePlaceText,
} from '../../evidence/index.ts';
import { renderCsv } from '../../figures/index.ts';

/** A finding with the curator's verdict on it. */
export interface JudgedFinding {
  readonly finding: AuditFinding;
  readonly verdict: { readonly text: string; readonly curator: string; readonly date: string } | undefined;
}

/** A section: one study, or one paper as a document. */
export interface AuditSection {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly JudgedFinding[];
  readonly explained: readonly AuditExplained[];
}

/** The whole report. */
export interface AuditReport {
  readonly sections: readonly AuditSection[];
  readonly findings: number;
  readonly explained: number;
  readonly byOutcome: readonly (readonly [outcome: string, count: number])[];
}

function verdictOf(finding: AuditFinding, study: Study | undefined): JudgedFinding['verdict'] {
  const found = auditVerdictOn(finding, study);
  return found === undefined
    ? undefined
    : { text: auditVerdictText(found), curator: found.curator, date: found.date };
}

const titleOf = (id: string, studies: readonly Study[]): string => {
  const study = studies.find((each) => each.id === id);
  if (study === undefined)
    return id.startsWith('paper-') ? `Paper ${id.slice('paper-'.length)} as a document` : id;
  return `${study.title}, ${citationYearText(study.citation)}`;
};

/** The report of an audit. */
export function auditReport({ findings, explained }: AuditAnswer, studies: readonly Study[]): AuditReport {
  const ids = [...new Set([...findings, ...explained].map(({ study }) => study))];
  const outcomes = new Map<string, number>();
  for (const { outcome } of findings)
    outcomes.set(auditOutcomeText(outcome), (outcomes.get(auditOutcomeText(outcome)) ?? 0) + 1);
  return {
    sections: ids.map((id) => {
      const study = studies.find((each) => each.id === id);
      return {
        id,
        title: titleOf(id, studies),
        findings: findings
          .filter((finding) => finding.study === id)
          .map((finding) => ({ finding, verdict: verdictOf(finding, study) })),
        explained: explained.filter((each) => each.study === id),
      };
    }),
    findings: findings.length,
    explained: explained.length,
    byOutcome: [...outcomes],
  };
}

/** Tests that are coded by a name alone. */
const testNames: ReadonlyMap<string, string> = new Map([
  ['fisher', "Fisher's exact test"],
  ['boschloo', "Boschloo's test"],
  ['barnard', "Barnard's test"],
]);
const testName = new RegExp(`\\b(?:${[...testNames.keys()].join('|')})\\b`, 'g');

/** What a finding is about, in words. */
export const auditSubjectText = (about: string): string =>
  libraryWords(about).replaceAll(testName, (name) => testNames.get(name) ?? name);

const evidenceText = ({ printed, place }: PrintedEvidence): string =>
  `"${printed}" (${sourcePlaceText(place)})`;

/** The lines of one finding, for a terminal or a text file. */
export function findingLines({ finding, verdict }: JudgedFinding): readonly string[] {
  const { check, about, outcome, certainty, printed, recomputed, test, explanation } = finding;
  return [
    `${auditOutcomeText(outcome)} (${auditCertaintyText(certainty)}): ${auditSubjectText(about)}`,
    `    check: ${auditCheckText(check)}`,
    `    printed: ${printed.map(evidenceText).join('; ')}`,
    `    computed: ${auditSubjectText(recomputed)}`,
    `    test: ${test}`,
    `    would explain it: ${explanation}`,
    ...(verdict === undefined ? [] : [`    curator: ${verdict.text} (${verdict.curator}, ${verdict.date})`]),
  ];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');

/** The report as Markdown. */
export function renderAuditMarkdown(report: AuditReport, title: string): string {
  const counts = report.byOutcome.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const sections = report.sections.flatMap(({ title: heading, id, findings, explained }) => [
    `## ${heading} (\`${id}\`)`,
    '',
    ...findings.flatMap(({ finding, verdict }, at) => [
      `${at + 1}. **${auditSubjectText(finding.about)}**: ${auditOutcomeText(finding.outcome)} (${auditCertaintyText(finding.certainty)}). ${auditCheckText(finding.check)}.`,
      `   - printed: ${oneLine(finding.printed.map(evidenceText).join('; '))}`,
      `   - computed: ${oneLine(auditSubjectText(finding.recomputed))}`,
      `   - would explain it: ${oneLine(finding.explanation)}`,
      ...(verdict === undefined
        ? []
        : [`   - curator's verdict: ${oneLine(verdict.text)} (${verdict.curator}, ${verdict.date})`]),
    ]),
    ...(explained.length === 0 ? [] : ['', 'Looks wrong and is right:', '']),
    ...explained.map(
      (each) =>
        `- ${auditSubjectText(each.about)}: ${oneLine(each.printed.map(evidenceText).join('; '))}. ${oneLine(each.because)}`,
    ),
    '',
  ]);
  return [
    `# ${title}`,
    '',
    `${report.findings} findings (${counts}); ${report.explained} values that look wrong and are right.`,
    'A finding says that printed values do not fit each other. It accuses nobody, and print is not altered.',
    '',
    ...sections,
  ].join('\n');
}

/** The findings as CSV, one a row. */
export function renderAuditCsv(report: AuditReport): string {
  const head = [
    'id',
    'study',
    'check',
    'about',
    'outcome',
    'certainty',
    'printed',
    'computed',
    'explanation',
    'verdict',
  ];
  const rows = report.sections.flatMap(({ findings }) =>
    findings.map(({ finding, verdict }) => [
      finding.id,
      finding.study,
      finding.check,
      finding.about,
      finding.outcome,
      finding.certainty,
      finding.printed.map(evidenceText).join('; '),
      finding.recomputed,
      finding.explanation,
      verdict?.text ?? '',
    ]),
  );
  return renderCsv({ columns: head, rows });
}
