/** The conflict register: statements that pull apart, both sides with their studies; and numbers that only seem to. */
import type { Conflict, ConflictRegister, ConflictSide, Statement } from '../../evidence/index.ts';
import { statementLink } from './evidence-statements-page.ts';
import { evidenceWays, plainName, researchLine, studyHref } from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface ConflictsView {
  readonly register: ConflictRegister;
  readonly isStudy: (id: string) => boolean;
}

const standingWords = {
  open: 'open: both sides stand',
  limited: 'limited: later evidence narrows a side',
  superseded: 'superseded: what remains contradicts nothing',
} as const satisfies Readonly<Record<Conflict['standing'], string>>;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const claimOf = ({ id, claim, direction, studies }: Statement, { isStudy }: ConflictsView): Markup =>
  markup`<p><strong>${claim}</strong></p><p class="app-second">${plainName(direction)} · ${statementLink(id)}</p><p class="app-second">Studies: ${studies.map((study, at) => [at === 0 ? '' : ', ', isStudy(study) ? markup`<a href="${studyHref(study)}">${study}</a>` : study])}</p>`;

function sideOf({ statements }: ConflictSide, at: number, view: ConflictsView): Markup {
  return markup`<div><h3>Side ${letters[at] ?? String(at + 1)}</h3>${statements.map(
    ({ statement, supersededBy, limitedBy }) =>
      markup`<div class="app-statement">${claimOf(statement, view)}${
        supersededBy === undefined
          ? undefined
          : markup`<p class="app-second">Superseded by ${statementLink(supersededBy)}</p>`
      }${limitedBy.map((id) => markup`<p class="app-second">Limited by ${statementLink(id)}</p>`)}</div>`,
  )}</div>`;
}

const conflict = ({ standing, sides }: Conflict, at: number, view: ConflictsView): Insertion =>
  markup`<section aria-labelledby="conflict-${at + 1}"><h2 id="conflict-${at + 1}">Conflict ${at + 1}</h2>
<p><span class="app-badge${standing === 'open' ? ' app-badge-conflicting' : ''}">${standing}</span> ${standingWords[standing].replace(/^\w+: /, '')}</p>
<div class="app-sides">${sides.map((side, nth) => sideOf(side, nth, view))}</div></section>`;

/** The page. */
export function evidenceConflictsPage(view: ConflictsView): Page {
  const { conflicts, differentQuestions } = view.register;
  return {
    title: 'Conflicts',
    current: 'evidence',
    body: markup`<h1>Conflicts</h1>
${evidenceWays('/evidence/conflicts')}
<p class="app-lead">Statements that pull apart, each side with its studies. None is resolved here; what later evidence superseded or limited is said beside it.</p>
${researchLine}
<p class="app-count">${conflicts.length} conflicts; ${differentQuestions.length} pairs that only seem to be.</p>
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
}`,
  };
}
