/** A finding of the audit on a page: what is printed and where, what was computed, what would explain it, the curator's verdict. */

import {
  type AuditExplained,
  auditCertaintyText,
  auditCheckText,
  auditOutcomeText,
  libraryWords,
  type PrintedEvidence,
  type Study,
  sourcePlaceText,
} from '../../evidence/index.ts';
import type { JudgedFinding } from '../../report/index.ts';
import { evidenceAnchor, placeText, studyHref } from './evidence-words.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** Where a finding stands. */
export interface FindingPlace {
  /** True on the page of its study, where links stay on the page. */
  readonly isHere: boolean;
  /** Tables that have a page: "004 Table 1". */
  readonly tables: ReadonlySet<string>;
}

/** What an evidence is, linked to the printed value on the page of its study. */
function evidenceItem(
  evidence: PrintedEvidence,
  study: Study | undefined,
  { isHere, tables }: FindingPlace,
): Markup {
  const anchor = evidenceAnchor(study, evidence);
  const place =
    anchor === undefined || study === undefined
      ? placeText(evidence.place, tables)
      : markup`<a href="${isHere ? '' : studyHref(study.id)}#${anchor}">${sourcePlaceText(evidence.place)}</a>`;
  return markup`<q>${libraryWords(evidence.printed)}</q> (${place})`;
}

const joined = (items: readonly Markup[]): Insertion =>
  items.map((item, at) => (at === 0 ? item : markup`; ${item}`));

/** The finding. */
export function findingItem(
  { finding, verdict }: JudgedFinding,
  study: Study | undefined,
  { anchor, number, ...at }: FindingPlace & { readonly anchor: string; readonly number?: number },
): Markup {
  const { about, outcome, certainty, check, printed, recomputed, test, explanation } = finding;
  const entry = (term: string, words: Insertion): Markup => markup`<dt>${term}</dt><dd>${words}</dd>`;
  return markup`<li class="app-finding" id="${anchor}"><p>${number === undefined ? undefined : markup`${number}. `}<span class="app-badge app-badge-${outcome}">${auditOutcomeText(outcome)}</span> <strong>${libraryWords(about)}</strong> (${auditCertaintyText(certainty)})</p>
<p class="app-second">${auditCheckText(check)}</p>
<dl>${entry(
    'Printed',
    joined(printed.map((each) => evidenceItem(each, study, at))),
  )}${entry('Computed', libraryWords(recomputed))}${entry('Test', libraryWords(test))}${entry('Would explain it', libraryWords(explanation))}${
    verdict === undefined
      ? undefined
      : entry("Curator's verdict", `${verdict.text} (${verdict.curator}, ${verdict.date})`)
  }</dl></li>`;
}

/** What looks wrong and is right. */
export const explainedItem = (
  { about, check, printed, because }: AuditExplained,
  study: Study | undefined,
  at: FindingPlace,
): Markup =>
  markup`<li class="app-finding"><p><span class="app-badge app-said-found">right</span> <strong>${libraryWords(about)}</strong></p>
<p class="app-second">${auditCheckText(check)}</p>
<dl><dt>Printed</dt><dd>${joined(printed.map((each) => evidenceItem(each, study, at)))}</dd><dt>Why it is right</dt><dd>${libraryWords(because)}</dd></dl></li>`;
