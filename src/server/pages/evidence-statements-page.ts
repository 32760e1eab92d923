/** The statements of the library, each with its studies, its deduced strength with reasons, its review; and what is overdue. */
import {
  type OverdueStatement,
  type Statement,
  type StatementStrength,
  sourcePlaceText,
  strengthText,
} from '../../evidence/index.ts';
import { entity } from '../../tumour/index.ts';
import { textField } from './evidence-table.ts';
import { evidenceWays, plainName, researchLine, statementAnchor, studyHref } from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';
import { dateText } from './saved-time.ts';

/** What the page shows. */
export interface StatementsView {
  readonly words: string;
  readonly statements: readonly Statement[];
  readonly all: number;
  readonly strengthOf: (statement: Statement) => StatementStrength;
  readonly overdue: readonly OverdueStatement[];
  readonly isStudy: (id: string) => boolean;
}

/** A statement as a link to its place on the page of statements. */
export const statementLink = (id: string): Markup =>
  markup`<a href="/evidence/statements#${statementAnchor(id)}">${id}</a>`;

/** Ids with commas between. */
const listed = (items: readonly Markup[]): Insertion => items.map((item, at) => [at === 0 ? '' : ', ', item]);

function links(statement: Statement): Insertion {
  const { supersededBy, supersedes, limitedBy, limits, contradicts, differentQuestion } = statement;
  const line = (words: string, ids: readonly string[]): Insertion =>
    ids.length === 0 ? undefined : markup`<dt>${words}</dt><dd>${listed(ids.map(statementLink))}</dd>`;
  const reasoned = (
    words: string,
    all: readonly { readonly statement: string; readonly reason: string }[],
  ): Insertion =>
    all.map(({ statement: id, reason }) => markup`<dt>${words}</dt><dd>${statementLink(id)}: ${reason}</dd>`);
  return [
    supersededBy === undefined ? undefined : reasoned('Superseded by', [supersededBy]),
    line('Supersedes', supersedes),
    reasoned('Limited by', limitedBy),
    line('Limits', limits),
    line('Contradicts', contradicts),
    reasoned('Answers another question than', differentQuestion),
  ];
}

function item(statement: Statement, { strengthOf, isStudy, overdue }: StatementsView): Markup {
  const {
    id,
    claim,
    direction,
    kind,
    entity: of,
    studies,
    known,
    verification,
    tiers,
    review,
    place,
  } = statement;
  const { strength, patients, reasons } = strengthOf(statement);
  const late = overdue.find((each) => each.statement.id === id);
  return markup`<li class="app-statement" id="${statementAnchor(id)}"><p><strong>${claim}</strong></p>
<p class="app-second">${plainName(direction)}, ${plainName(kind)}, ${entity(of).name} · known from ${dateText(known)} · <span class="app-id">${id}</span></p>
<dl><dt>Studies</dt><dd>${listed(studies.map((study) => (isStudy(study) ? markup`<a href="${studyHref(study)}">${study}</a>` : markup`${study}`)))}${place === undefined ? undefined : ` (${sourcePlaceText(place)})`}</dd>
<dt>Strength, deduced</dt><dd>${strengthText(strength)}${patients === undefined ? '' : `, ${patients} patients counted once`}<ul>${reasons.map(({ aspect, effect, text }) => markup`<li>${plainName(aspect)} (${effect === 'start' ? 'starts here' : effect === 'noted' ? 'changes nothing' : effect}): ${text}</li>`)}</ul></dd>
<dt>Tier</dt><dd>${tiers.length === 0 ? 'not assigned' : tiers.map(({ scheme, tier, reason, curator, date }) => markup`<div>${scheme} ${tier}: ${reason} (${curator}, ${date})</div>`)}</dd>
${links(statement)}
<dt>Review</dt><dd>${review.owner}, due ${dateText(review.due)}${late === undefined ? '' : late.days === undefined ? '; the date cannot be read' : `; overdue by ${late.days} days`} · ${verification === 'unverified' ? 'not verified' : plainName(verification)}</dd></dl></li>`;
}

/** The page. */
export function evidenceStatementsPage(view: StatementsView): Page {
  const { words, statements, all, overdue } = view;
  return {
    title: 'Statements',
    current: 'evidence',
    body: markup`<h1>Statements</h1>
${evidenceWays('/evidence/statements')}
<p class="app-lead">What studies say of a therapy, a test or a tumour. The strength is deduced from what a statement rests on, with each reason; it is no AMP/ASCO/CAP tier and no ESCAT tier, and is never converted to one.</p>
${researchLine}
<form class="app-filter" method="get" action="/evidence/statements" role="search">${textField('q', 'Words', words, undefined)}<button type="submit">Show</button></form>
<p class="app-count" role="status">${statements.length === all ? `${all} statements` : markup`${statements.length} of ${all} statements. <a href="/evidence/statements">Show all</a>`}; ${overdue.length} ${overdue.length === 1 ? 'review is' : 'reviews are'} overdue.</p>
${overdue.length === 0 ? undefined : markup`<h2 id="overdue">Overdue reviews</h2><ul>${overdue.map(({ statement, owner, due, days }) => markup`<li>${statementLink(statement.id)}: ${owner}, due ${dateText(due)}${days === undefined ? '' : `, ${days} days ago`}</li>`)}</ul>`}
${statements.length === 0 ? markup`<p class="app-empty">No statement fits.</p>` : markup`<h2 id="statements">All statements${words === '' ? '' : ' that fit'}</h2><ul class="app-list">${statements.map((each) => item(each, view))}</ul>`}`,
  };
}
