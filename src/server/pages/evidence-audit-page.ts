/** The audit of the library: findings by study and paper, with a sieve by check, outcome and paper; what looks wrong and is right. */
import {
  type AuditAnswer,
  auditChecks,
  auditCheckText,
  auditOutcomes,
  auditOutcomeText,
  type KnownLibrary,
  type Paper,
  type Study,
} from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { AuditReport, AuditSection } from '../../report/index.ts';
import { asOfOf } from '../evidence-filter.ts';
import { explainedItem, findingItem } from './evidence-finding.ts';
import { asOfField, selectField } from './evidence-table.ts';
import { evidenceWays, findingAnchors, leftOutText, researchLine, studyHref } from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** The fields of the sieve as they were chosen; empty where any will do. */
export interface AuditSieve {
  readonly check: string;
  readonly outcome: string;
  readonly document: string;
  /** The knowledge date as typed. */
  readonly asOf: string;
}

/** The sieve in the query of a request. */
export const auditSieve = (query: Readonly<Record<string, string>>): AuditSieve => ({
  check: query['check'] ?? '',
  outcome: query['outcome'] ?? '',
  document: query['document'] ?? '',
  asOf: asOfOf(query),
});

/** The part of an audit that a sieve lets through; explained values have no outcome and pass where none is chosen. */
export function sifted(
  { findings, explained }: AuditAnswer,
  { check, outcome, document }: AuditSieve,
): AuditAnswer {
  const fits = (each: {
    readonly check: string;
    readonly printed: AuditAnswer['findings'][number]['printed'];
  }) =>
    (check === '' || each.check === check) &&
    (document === '' || each.printed.some(({ place }) => place.document === document));
  return {
    findings: findings.filter((each) => fits(each) && (outcome === '' || each.outcome === outcome)),
    explained: explained.filter((each) => fits(each) && outcome === ''),
  };
}

/** What the page shows. */
export interface AuditView {
  readonly sieve: AuditSieve;
  /** Why the date is none; nothing is listed then. */
  readonly issue: Issue | undefined;
  readonly notYetKnown: KnownLibrary['notYetKnown'];
  readonly whole: AuditAnswer;
  readonly report: AuditReport;
  readonly papers: readonly Paper[];
  /** Tables that have a page: "004 Table 1". */
  readonly tables: ReadonlySet<string>;
  readonly study: (id: string) => Study | undefined;
}

const query = (sieve: AuditSieve): string => {
  const text = new URLSearchParams(Object.entries(sieve).filter(([, value]) => value !== '')).toString();
  return text === '' ? '' : `?${text}`;
};

function sieveForm({ sieve, whole, papers, issue }: AuditView): Markup {
  const counted = (fits: (finding: AuditAnswer['findings'][number]) => boolean): number =>
    whole.findings.filter(fits).length;
  return markup`<form class="app-sieve" method="get" action="/evidence/audit" role="search" aria-label="Findings">
${selectField(
  'check',
  'Check',
  [
    { value: '', words: 'any' },
    ...auditChecks.map((check) => ({
      value: check,
      words: `${auditCheckText(check)} (${counted((each) => each.check === check)})`,
    })),
  ],
  sieve.check,
)}
${selectField(
  'outcome',
  'Outcome',
  [
    { value: '', words: 'any' },
    ...auditOutcomes.map((outcome) => ({
      value: outcome,
      words: `${auditOutcomeText(outcome)} (${counted((each) => each.outcome === outcome)})`,
    })),
  ],
  sieve.outcome,
)}
${selectField(
  'document',
  'Paper',
  [
    { value: '', words: 'any' },
    ...papers.map(({ id, title }) => ({ value: id, words: `${id}: ${title.slice(0, 60)}` })),
  ],
  sieve.document,
)}
${asOfField(sieve.asOf, issue === undefined ? undefined : [issue])}
<p class="app-do"><button type="submit">Show</button></p>
</form>`;
}

function sectionOf(section: AuditSection, study: Study | undefined, tables: ReadonlySet<string>): Insertion {
  const { id, title, findings, explained } = section;
  const anchors = findingAnchors(section);
  const key = (anchor: string): string => `${id}-${anchor}`;
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${study === undefined ? title : markup`<a href="${studyHref(id)}#audit">${title}</a>`}</h2>
${findings.length === 0 ? undefined : markup`<ol class="app-list">${findings.map((judged, at) => findingItem(judged, study, { anchor: key(anchors[at] ?? `f-${at}`), isHere: false, tables }))}</ol>`}
${explained.length === 0 ? undefined : markup`<h3>Looks wrong and is right</h3><ul class="app-list">${explained.map((each) => explainedItem(each, study, { isHere: false, tables }))}</ul>`}</section>`;
}

function findings({ sieve, report, study, notYetKnown, tables }: AuditView): Insertion {
  const counts = report.byOutcome.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const files = query(sieve);
  const leftOut = leftOutText(sieve.asOf, [
    [notYetKnown.studies, 'study', 'studies'],
    [notYetKnown.papers, 'paper', 'papers'],
  ]);
  return markup`<p class="app-count" role="status">${report.findings} ${report.findings === 1 ? 'finding' : 'findings'}${counts === '' ? '' : `: ${counts}`}; ${report.explained} ${report.explained === 1 ? 'value looks' : 'values look'} wrong and ${report.explained === 1 ? 'is' : 'are'} right.${leftOut}</p>
<ul class="app-links"><li><a href="/evidence/audit.csv${files}" download>These findings as CSV</a></li><li><a href="/evidence/audit.md${files}" download>As a report to send (Markdown)</a></li></ul>
${report.sections.length === 0 ? markup`<p class="app-empty">No finding fits. <a href="/evidence/audit">Show all</a></p>` : report.sections.map((section) => sectionOf(section, study(section.id), tables))}`;
}

/** The page. */
export function evidenceAuditPage(view: AuditView): Page {
  const { issue } = view;
  return {
    title: 'Audit of the evidence',
    current: 'evidence',
    body: markup`<h1>Audit of what was printed</h1>
${evidenceWays('/evidence/audit')}
<p class="app-lead">Every printed number was tested against every other that constrains it. A finding says that printed values do not fit each other; it accuses nobody.</p>
${researchLine}
${sieveForm(view)}
${
  issue === undefined
    ? findings(view)
    : markup`<p class="app-count" role="status">The date cannot be read; see its field.</p>`
}`,
  };
}
