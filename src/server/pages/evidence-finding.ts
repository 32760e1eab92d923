/** A finding of the audit on a page: what is printed and where, what was computed, what would explain it, the curator's verdict. */

import {
  type AuditExplained,
  auditCertaintyText,
  auditCheckText,
  auditOutcomeText,
  type PrintedEvidence,
  type Study,
  sourcePlaceText,
} from '../../evidence/index.ts';
import type { JudgedFinding } from '../../report/index.ts';
import { auditSubjectText } from '../../report/index.ts';
import { plainName, studyHref, valueAnchor, valueIndex } from './evidence-words.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What an evidence is, linked to the printed value on the page of its study. */
function evidenceItem(evidence: PrintedEvidence, study: Study | undefined, isHere: boolean): Markup {
  const at = valueIndex(study, evidence);
  const place = sourcePlaceText(evidence.place);
  const href =
    at === undefined || study === undefined
      ? undefined
      : `${isHere ? '' : studyHref(study.id)}#${valueAnchor(at)}`;
  return markup`<q>${evidence.printed}</q> (${href === undefined ? place : markup`<a href="${href}">${place}</a>`})`;
}

const joined = (items: readonly Markup[]): Insertion =>
  items.map((item, at) => (at === 0 ? item : markup`; ${item}`));

/**
 * The finding.
 *
 * @param isHere true on the page of its study, where links stay on the page
 */
export function findingItem(
  { finding, verdict }: JudgedFinding,
  study: Study | undefined,
  { anchor, isHere, number }: { readonly anchor: string; readonly isHere: boolean; readonly number?: number },
): Markup {
  const { about, outcome, certainty, check, printed, recomputed, test, explanation } = finding;
  const entry = (term: string, words: Insertion): Markup => markup`<dt>${term}</dt><dd>${words}</dd>`;
  return markup`<li class="app-finding" id="${anchor}"><p>${number === undefined ? undefined : markup`${number}. `}<span class="app-badge app-badge-${outcome}">${auditOutcomeText(outcome)}</span> <strong>${plainName(about)}</strong> (${auditCertaintyText(certainty)})</p>
<p class="app-second">${auditCheckText(check)}</p>
<dl>${entry(
    'Printed',
    joined(printed.map((each) => evidenceItem(each, study, isHere))),
  )}${entry('Computed', auditSubjectText(recomputed))}${entry('Test', test)}${entry('Would explain it', explanation)}${
    verdict === undefined
      ? undefined
      : entry("Curator's verdict", `${verdict.text} (${verdict.curator}, ${verdict.date})`)
  }</dl></li>`;
}

/** What looks wrong and is right. */
export const explainedItem = (
  { about, check, printed, because }: AuditExplained,
  study: Study | undefined,
  isHere: boolean,
): Markup =>
  markup`<li class="app-finding"><p><span class="app-badge app-said-found">right</span> <strong>${plainName(about)}</strong></p>
<p class="app-second">${auditCheckText(check)}</p>
<dl><dt>Printed</dt><dd>${joined(printed.map((each) => evidenceItem(each, study, isHere)))}</dd><dt>Why it is right</dt><dd>${because}</dd></dl></li>`;
