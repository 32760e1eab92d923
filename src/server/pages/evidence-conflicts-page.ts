/** The conflict register: statements that pull apart, both sides with their studies; and numbers that only seem to. */
import {
  type Conflict,
  type ConflictRegister,
  type ConflictSide,
  type Statement,
  sourcePlaceText,
  statementDirectionText,
} from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import { statementLink } from './evidence-statements-page.ts';
import { asOfField } from './evidence-table.ts';
import { evidenceWays, leftOutText, listed, researchLine, studyHref } from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';
import { dateText } from './saved-time.ts';

/** What the page shows. */
export interface ConflictsView {
  /** The knowledge date as typed; empty where none was. */
  readonly asOf: string;
  /** Why the date is none; nothing is listed then. */
  readonly issue: Issue | undefined;
  readonly notYetKnown: number;
  readonly register: ConflictRegister;
  readonly isStudy: (id: string) => boolean;
}

const standingWords = {
  open: 'open: both sides stand',
  limited: 'limited: later evidence narrows a side',
  superseded: 'superseded: what remains contradicts nothing',
} as const satisfies Readonly<Record<Conflict['standing'], string>>;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const claimOf = (statement: Statement, { isStudy, asOf }: ConflictsView): Markup => {
  const { id, claim, studies, known, place } = statement;
  return markup`<p><strong>${claim}</strong></p><p class="app-second">${statementDirectionText(statement)} · known from ${dateText(known)} · ${statementLink(id, asOf)}</p><p class="app-second">Studies: ${listed(studies.map((study) => (isStudy(study) ? markup`<a href="${studyHref(study)}">${study}</a>` : study)))}${place === undefined ? undefined : ` (${sourcePlaceText(place)})`}</p>`;
};

/** What later evidence did to a statement, with the reason. */
const laterOf = (
  { statement, supersededBy, limitedBy }: ConflictSide['statements'][number],
  { asOf }: ConflictsView,
): Insertion => [
  supersededBy === undefined
    ? undefined
    : markup`<p class="app-second">Superseded by ${statementLink(supersededBy, asOf)}: ${statement.supersededBy?.reason ?? ''}</p>`,
  statement.limitedBy
    .filter((each) => limitedBy.includes(each.statement))
    .map(
      (each) =>
        markup`<p class="app-second">Limited by ${statementLink(each.statement, asOf)}: ${each.reason}</p>`,
    ),
];

const sideOf = ({ statements }: ConflictSide, at: number, view: ConflictsView): Markup =>
  markup`<div><h3>Side ${letters[at] ?? String(at + 1)}</h3>${statements.map(
    (each) => markup`<div class="app-statement">${claimOf(each.statement, view)}${laterOf(each, view)}</div>`,
  )}</div>`;

const conflict = ({ standing, sides }: Conflict, at: number, view: ConflictsView): Insertion =>
  markup`<section aria-labelledby="conflict-${at + 1}"><h2 id="conflict-${at + 1}">Conflict ${at + 1}</h2>
<p><span class="app-badge${standing === 'open' ? ' app-badge-conflicting' : ''}">${standing}</span> ${standingWords[standing].replace(/^\w+: /, '')}</p>
<div class="app-sides">${sides.map((side, nth) => sideOf(side, nth, view))}</div></section>`;

function registerSections(view: ConflictsView): Insertion {
  const { register, asOf, notYetKnown } = view;
  const { conflicts, differentQuestions } = register;
  const count = (standing: Conflict['standing']): number =>
    conflicts.filter((each) => each.standing === standing).length;
  return markup`<p class="app-count" role="status">${conflicts.length} conflicts: ${count('open')} open, ${count('limited')} limited by later evidence, ${count('superseded')} superseded; ${differentQuestions.length} pairs that only seem to be.${leftOutText(asOf, [[notYetKnown, 'statement', 'statements']])}</p>
${conflicts.map((each, at) => conflict(each, at, view))}
${
  differentQuestions.length === 0
    ? undefined
    : markup`<section aria-labelledby="questions"><h2 id="questions">Different questions</h2>
<p>Numbers about different endpoints or different patients are no conflict.</p>
${differentQuestions.map(
  ({ statements, reason }, at) =>
    markup`<h3>Pair ${at + 1}</h3><p>${reason}</p><div class="app-sides">${statements.map((each) => markup`<div class="app-statement">${claimOf(each, view)}</div>`)}</div>`,
)}</section>`
}`;
}

/** The page. */
export function evidenceConflictsPage(view: ConflictsView): Page {
  const { asOf, issue } = view;
  return {
    title: 'Conflicts',
    current: 'evidence',
    body: markup`<h1>Conflicts</h1>
${evidenceWays('/evidence/conflicts')}
<p class="app-lead">Statements that pull apart, each side with its studies. None is resolved here; what later evidence superseded or limited is said beside it.</p>
${researchLine}
<form class="app-sieve app-short" method="get" action="/evidence/conflicts" aria-label="Knowledge date">${asOfField(asOf, issue === undefined ? undefined : [issue])}<p class="app-do"><button type="submit">Show</button></p></form>
${
  issue === undefined
    ? registerSections(view)
    : markup`<p class="app-count" role="status">The date cannot be read; see its field.</p>`
}`,
  };
}
