/** The statements of the library, each with its studies, its deduced strength with reasons, its review; and what is overdue. */
import {
  laterEvidenceCounts,
  libraryWords,
  type OverdueStatement,
  type Statement,
  type StatementStrength,
  sourcePlaceText,
  statementHeadText,
  strengthText,
} from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import { entity } from '../../tumour/index.ts';
import { asOfField, textField } from './evidence-table.ts';
import {
  asOfQuery,
  evidenceWays,
  leftOutText,
  listed,
  researchLine,
  statementAnchor,
  studyHref,
  withLinks,
} from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';
import { dateText } from './saved-time.ts';

/** What the page shows. */
export interface StatementsView {
  readonly words: string;
  /** The knowledge date as typed; empty where none was. */
  readonly asOf: string;
  /** Why the date is none; nothing is listed then. */
  readonly issue: Issue | undefined;
  readonly statements: readonly Statement[];
  readonly all: number;
  readonly notYetKnown: number;
  readonly strengthOf: (statement: Statement) => StatementStrength;
  readonly overdue: readonly OverdueStatement[];
  readonly isStudy: (id: string) => boolean;
}

/** The place of a statement on the page of statements. */
export const statementHref = (id: string, asOf: string): string =>
  `/evidence/statements${asOfQuery(asOf)}#${statementAnchor(id)}`;

/** The same with its id as words. */
export const statementLink = (id: string, asOf: string): Markup =>
  markup`<a href="${statementHref(id, asOf)}">${id}</a>`;

function links(statement: Statement, asOf: string): Insertion {
  const { supersededBy, supersedes, limitedBy, limits, contradicts, differentQuestion } = statement;
  const line = (words: string, ids: readonly string[]): Insertion =>
    ids.length === 0
      ? undefined
      : markup`<dt>${words}</dt><dd>${listed(ids.map((id) => statementLink(id, asOf)))}</dd>`;
  const reasoned = (
    words: string,
    all: readonly { readonly statement: string; readonly reason: string }[],
  ): Insertion =>
    all.map(
      ({ statement: id, reason }) => markup`<dt>${words}</dt><dd>${statementLink(id, asOf)}: ${reason}</dd>`,
    );
  return [
    supersededBy === undefined ? undefined : reasoned('Superseded by', [supersededBy]),
    line('Supersedes', supersedes),
    reasoned('Limited by', limitedBy),
    line('Limits', limits),
    line('Contradicts', contradicts),
    reasoned('Answers another question than', differentQuestion),
  ];
}

/** Where the ids lead that the reasons of a statement name: its studies, and the statements that it is linked with. */
function hrefsOf(statement: Statement, { isStudy, asOf }: StatementsView): ReadonlyMap<string, string> {
  const { supersededBy, supersedes, limitedBy, limits, contradicts, differentQuestion } = statement;
  const linked = [supersededBy, ...limitedBy, ...differentQuestion].flatMap((each) => each?.statement ?? []);
  return new Map([
    ...[...linked, ...supersedes, ...limits, ...contradicts].map(
      (id) => [id, statementHref(id, asOf)] as const,
    ),
    ...statement.studies.filter(isStudy).map((id) => [id, studyHref(id)] as const),
  ]);
}

function item(statement: Statement, view: StatementsView): Markup {
  const { strengthOf, overdue, asOf } = view;
  const hrefs = hrefsOf(statement, view);
  const { id, claim, kind, entity: of, studies, known, verification, tiers, review, place } = statement;
  const { strength, patients, reasons } = strengthOf(statement);
  const late = overdue.find((each) => each.statement.id === id);
  return markup`<li class="app-statement" id="${statementAnchor(id)}"><p><strong>${claim}</strong></p>
<p class="app-second">${[statementHeadText(statement), libraryWords(kind), entity(of).name].join(' · ')} · known from ${dateText(known)} · <span class="app-id">${id}</span></p>
<dl><dt>Studies</dt><dd>${listed(studies.map((study) => withLinks(study, hrefs)))}${place === undefined ? undefined : ` (${sourcePlaceText(place)})`}</dd>
<dt>Strength, deduced</dt><dd>${strengthText(strength)}${patients === undefined ? '' : `, ${patients} patients counted once`}<ul>${reasons.map(({ aspect, effect, text }) => markup`<li>${libraryWords(aspect)} (${effect === 'start' ? 'starts here' : effect === 'noted' ? 'changes nothing' : effect}): ${withLinks(text, hrefs)}</li>`)}</ul></dd>
<dt>Tier</dt><dd>${tiers.length === 0 ? 'not assigned' : tiers.map(({ scheme, tier, reason, curator, date }) => markup`<div>${scheme} ${tier}: ${reason} (${curator}, ${date})</div>`)}</dd>
${links(statement, asOf)}
<dt>Review</dt><dd>${review.owner}, due ${dateText(review.due)}${late === undefined ? '' : late.days === undefined ? '; the date cannot be read' : `; overdue by ${late.days} days`} · ${verification === 'unverified' ? 'not verified' : libraryWords(verification)}</dd></dl></li>`;
}

const overdueList = ({ overdue, asOf }: StatementsView): Insertion =>
  overdue.length === 0
    ? undefined
    : markup`<h2 id="overdue">Overdue reviews</h2><ul>${overdue.map(({ statement, owner, due, days }) => markup`<li>${statementLink(statement.id, asOf)}: ${owner}, due ${dateText(due)}${days === undefined ? '' : `, ${days} days ago`}</li>`)}</ul>`;

function countLine(view: StatementsView): Markup {
  const { statements, all, overdue, asOf, notYetKnown } = view;
  const { superseded, limited } = laterEvidenceCounts(statements);
  const number =
    statements.length === all ? markup`${all} statements` : markup`${statements.length} of ${all} statements`;
  return markup`<p class="app-count" role="status">${number}: ${superseded} superseded, ${limited} limited by later evidence; ${overdue.length} ${overdue.length === 1 ? 'review is' : 'reviews are'} overdue.${leftOutText(asOf, [[notYetKnown, 'statement', 'statements']])}${statements.length === all && asOf === '' ? undefined : markup` <a href="/evidence/statements">Show all</a>`}</p>`;
}

/** The page. */
export function evidenceStatementsPage(view: StatementsView): Page {
  const { words, statements, asOf, issue } = view;
  const list =
    statements.length === 0
      ? markup`<p class="app-empty">No statement fits.</p>`
      : markup`<h2 id="statements">${words === '' ? 'All statements' : 'Statements that fit'}${asOf === '' ? '' : `, known by ${dateText(asOf)}`}</h2><ul class="app-list">${statements.map((each) => item(each, view))}</ul>`;
  return {
    title: 'Statements',
    current: 'evidence',
    body: markup`<h1>Statements</h1>
${evidenceWays('/evidence/statements')}
<p class="app-lead">What studies say of a therapy, a test or a tumour. The strength is deduced from what a statement rests on, with each reason; it is no AMP/ASCO/CAP tier and no ESCAT tier, and is never converted to one.</p>
${researchLine}
<form class="app-sieve" method="get" action="/evidence/statements" role="search" aria-label="Statements">${textField('q', 'Words', words, undefined)}${asOfField(asOf, issue === undefined ? undefined : [issue])}<p class="app-do"><button type="submit">Show</button></p></form>
${
  issue === undefined
    ? [countLine(view), overdueList(view), list]
    : markup`<p class="app-count" role="status">The date cannot be read; see its field.</p>`
}`,
  };
}
