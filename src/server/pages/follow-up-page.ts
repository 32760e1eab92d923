/** The follow-up of a case: its timeline and markers as figures, the responses of each course, and every further section. */
import type { CaseRecord } from '../../case/index.ts';
import type { CourseResponse, FollowUpSection, PossibleBest } from '../../response/index.ts';
import type { Page } from './layout.ts';
import { type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface FollowUpView {
  readonly id: string;
  readonly record: CaseRecord;
  /** The query of the address: decision point and version. */
  readonly query: string;
  /** Titles of the figures that the record can fill, by their file names. */
  readonly figures: readonly { readonly name: string; readonly description: string }[];
  readonly courses: readonly CourseResponse[];
  readonly sections: readonly FollowUpSection[];
}

const withWidth = (query: string, width: number): string =>
  query === '' ? `?width=${width}` : `${query}&width=${width}`;

function figure(view: FollowUpView, name: string, description: string): Markup {
  const href = `/cases/${encodeURIComponent(view.id)}/${name}`;
  return markup`<figure class="app-figure"><picture><source media="(max-width: 52rem)" srcset="${href}.svg${withWidth(view.query, 340)}"><img src="${href}.svg${withWidth(view.query, 960)}" alt="${description}"></picture>
<figcaption><a href="${href}.csv${view.query}" download>Data of this figure (CSV)</a></figcaption></figure>`;
}

const best = ({ possible }: PossibleBest): string =>
  possible
    .map(
      ({ response, because }) =>
        `${response === 'confirmationNotReported' ? 'not known' : response} (${because})`,
    )
    .join(' or ');

function courseTable({ course, points, countedAs, unconfirmed, confirmed, queries }: CourseResponse): Markup {
  const title = `response-${course.id}`;
  const rows = points.map(({ point, recomputed, lesions, discordance }) => {
    const printed = point.printed === 'notStated' ? 'no category printed' : point.printed;
    const notes = [
      ...lesions.map(({ sentence }) => sentence),
      ...(discordance.state === 'discordant' ? [discordance.sentence] : []),
    ];
    return markup`<tr><th scope="row" data-label="Date">${point.label}</th><td data-label="As printed"><div>${printed}, ${point.criteria}</div></td><td data-label="Recomputed"><div>${recomputed === undefined ? 'no sum is printed' : `${recomputed.possible.join(' or ')}: ${recomputed.because}`}</div></td><td data-label="Lesions and discordance"><div>${notes.length === 0 ? 'nothing recorded' : notes.join('; ')}</div></td><td data-label="Basis"><div>${point.basis.length === 0 ? 'the record' : point.basis.join('; ')}</div></td></tr>\n`;
  });
  return markup`<h3 id="${title}">${course.printed}</h3>
<div class="app-table-frame"><table class="app-versions" aria-labelledby="${title}"><thead><tr><th scope="col">Date</th><th scope="col">As printed</th><th scope="col">Recomputed</th><th scope="col">Lesions and discordance</th><th scope="col">Basis</th></tr></thead><tbody>
${rows}</tbody></table></div>
${
  countedAs === 'none'
    ? markup`<p>No category is printed, so there is no best response.</p>`
    : markup`<p>Best response without confirmation: ${best(unconfirmed)}. With confirmation: ${best(confirmed)}.</p>`
}
${queries.length === 0 ? undefined : markup`<ul>${queries.map(({ sentence }) => markup`<li>Query: ${sentence}</li>`)}</ul>`}`;
}

function sectionTable({ id, title, columns, rows, notes }: FollowUpSection): Markup {
  const table = markup`<div class="app-table-frame"><table class="app-versions" aria-labelledby="section-${id}"><thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}<th scope="col">basis</th></tr></thead><tbody>
${rows.map(
  ({ cells, basis }) =>
    markup`<tr>${cells.map((cell, at) => (at === 0 ? markup`<th scope="row" data-label="${columns[at] ?? ''}">${cell}</th>` : markup`<td data-label="${columns[at] ?? ''}"><div>${cell}</div></td>`))}<td data-label="basis"><div>${basis ?? ''}</div></td></tr>\n`,
)}</tbody></table></div>`;
  return markup`<h2 id="section-${id}">${title}</h2>
${rows.length === 0 ? undefined : table}
${notes.length === 0 ? undefined : markup`<ul class="app-count">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`}`;
}

/** The page. */
export function followUpPage(view: FollowUpView): Page {
  const base = `/cases/${encodeURIComponent(view.id)}`;
  return {
    title: `Follow-up of ${view.record.title}`,
    current: 'cases',
    body: markup`<p class="app-crumbs"><a href="/">Cases</a> <span aria-hidden="true">/</span> <a href="${base}${view.query}">${view.record.title}</a></p>
<h1>Follow-up</h1>
<p>Research use, for professionals. A call follows from the criteria named; it is not a decision.</p>
${view.figures.length === 0 ? markup`<p>No fact of the record has a date that an axis could show.</p>` : view.figures.map(({ name, description }) => figure(view, name, description))}
<h2>Response by course</h2>
${view.courses.length === 0 ? markup`<p>No course has an assessment or a printed outcome.</p>` : view.courses.map(courseTable)}
${view.sections.map(sectionTable)}`,
  };
}
