/** The list of cases: a filter by text, an order, a row a case. */
import type { CaseClass, CaseEntry, CaseShelf } from '../case-shelf.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';
import { savedTime } from './saved-time.ts';

/** The columns by which a list can be ordered. */
export const listOrders = ['title', 'provenance', 'class', 'saved'] as const;
export type ListOrder = (typeof listOrders)[number];

/** What the address of the list asks for. */
export interface ListQuestion {
  readonly text: string;
  readonly order: ListOrder;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

/** Rows on a page. */
export const rowsOnPage = 100;

function isOrder(text: string | undefined): text is ListOrder {
  return listOrders.some((order) => order === text);
}

/** Reads the address of a list; what is not understood counts as absent. */
export function listQuestion(query: Readonly<Record<string, string>>): ListQuestion {
  const order = query['sort'];
  const page = Number(query['page'] ?? '1');
  return {
    text: (query['q'] ?? '').trim().slice(0, 200),
    order: isOrder(order) ? order : 'title',
    descending: query['direction'] === 'down',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function address(question: ListQuestion, change: Partial<ListQuestion>): string {
  const { text, order, descending, page } = { ...question, page: 1, ...change };
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  if (order !== 'title') query.set('sort', order);
  if (descending) query.set('direction', 'down');
  if (page > 1) query.set('page', String(page));
  const search = query.toString();
  return search === '' ? '/' : `/?${search}`;
}

const byText = new Intl.Collator('en', { numeric: true });

function classText(found: CaseClass | undefined): string {
  if (found === undefined) return '';
  return `${found.className} ${found.grade ?? ''} ${found.disease}`;
}

function orderText(entry: CaseEntry, order: ListOrder, shelf: CaseShelf): string {
  switch (order) {
    case 'title':
      return entry.head?.title ?? entry.stored.id;
    case 'provenance':
      return entry.head?.provenance ?? '';
    case 'class':
      return classText(shelf.classOf(entry));
    case 'saved':
      return entry.stored.savedAt;
  }
}

function matches(entry: CaseEntry, words: readonly string[], shelf: CaseShelf): boolean {
  if (words.length === 0) return true;
  const { head, stored } = entry;
  const text = [
    stored.id,
    head?.title,
    head?.patient,
    head?.provenance,
    stored.author,
    ...(head?.genes ?? []),
  ]
    .join(' ')
    .toLowerCase();
  const rest = words.filter((word) => !text.includes(word));
  if (rest.length === 0) return true;
  const derived = classText(shelf.classOf(entry)).toLowerCase();
  return rest.every((word) => derived.includes(word));
}

function heading(question: ListQuestion, order: ListOrder, words: string): Markup {
  const isOrdered = question.order === order;
  const descending = isOrdered && !question.descending;
  const state = isOrdered ? (question.descending ? 'descending' : 'ascending') : 'none';
  const sign = isOrdered ? (question.descending ? '▼' : '▲') : '';
  return markup`<th scope="col" aria-sort="${state}"><a href="${address(question, { order, descending })}">${words}<span class="app-sort" aria-hidden="true">${sign}</span></a></th>`;
}

function provenanceBadge(entry: CaseEntry): Insertion {
  const kind = entry.head?.provenance;
  return kind === undefined ? 'Not Known' : markup`<span class="app-badge app-badge-${kind}">${kind}</span>`;
}

function classCell(entry: CaseEntry, shelf: CaseShelf): Insertion {
  if (entry.unreadable !== undefined) return markup`<strong>cannot be read</strong>: ${entry.unreadable}`;
  const found = shelf.classOf(entry);
  if (found === undefined) return 'Not Known';
  return markup`${found.disease}<span class="app-second">${found.className}</span>`;
}

function row(entry: CaseEntry, shelf: CaseShelf): Markup {
  const { stored, head } = entry;
  const href = `/cases/${encodeURIComponent(stored.id)}`;
  const points = head?.decisionPoints;
  return markup`<tr>
<th scope="row" data-label="Case"><a class="app-target" href="${href}">${head?.title ?? stored.id}</a><span class="app-second">${head === undefined || head.genes.length === 0 ? undefined : markup`${head.genes.join(', ')} · `}<span class="app-id">${stored.id}</span></span></th>
<td data-label="Origin"><div>${provenanceBadge(entry)}</div></td>
<td data-label="Patient"><div>${head?.patient ?? 'Not Known'}</div></td>
<td data-label="Decision points" class="app-number"><div>${points ?? 'Not Known'}</div></td>
<td data-label="Class and grade"><div>${classCell(entry, shelf)}</div></td>
<td data-label="Saved"><div>${savedTime(stored.savedAt)}<span class="app-second">version ${stored.version}, ${stored.author}</span></div></td>
</tr>
`;
}

function pagesLine(question: ListQuestion, pages: number): Insertion {
  if (pages <= 1) return undefined;
  const link = (page: number, words: string): Insertion =>
    page < 1 || page > pages
      ? undefined
      : markup`<a class="app-target" href="${address(question, { page })}">${words}</a>`;
  return markup`<nav class="app-pages" aria-label="Pages">${link(question.page - 1, 'Previous')}<span>Page ${question.page} of ${pages}</span>${link(question.page + 1, 'Next')}</nav>`;
}

/** The page. */
export function caseListPage(shelf: CaseShelf, question: ListQuestion): Page {
  const all = shelf.list();
  const words = question.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const direction = question.descending ? -1 : 1;
  const found = all
    .filter((entry) => matches(entry, words, shelf))
    .map((entry) => ({ entry, key: orderText(entry, question.order, shelf) }))
    .toSorted(
      (a, b) =>
        direction * byText.compare(a.key, b.key) || byText.compare(a.entry.stored.id, b.entry.stored.id),
    )
    .map(({ entry }) => entry);
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage));
  const page = Math.min(question.page, pages);
  const shown = found.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  const counted =
    found.length === all.length ? `${all.length} cases` : `${found.length} of ${all.length} cases`;
  const order: Insertion = [
    question.order === 'title'
      ? undefined
      : markup`<input type="hidden" name="sort" value="${question.order}">`,
    question.descending ? markup`<input type="hidden" name="direction" value="down">` : undefined,
  ];
  const table =
    shown.length === 0
      ? markup`<p class="app-empty">No case fits. <a href="/">Show all cases</a></p>`
      : markup`<div class="app-table-frame"><table class="app-cases">
<caption class="app-hidden">Cases, each with its origin, patient, decision points, derived class and grade, and its newest version</caption>
<thead><tr>${heading(question, 'title', 'Case')}${heading(question, 'provenance', 'Origin')}<th scope="col">Patient</th><th scope="col" class="app-number">Decision points</th>${heading(question, 'class', 'Class and grade')}${heading(question, 'saved', 'Saved')}</tr></thead>
<tbody>
${shown.map((entry) => row(entry, shelf))}</tbody>
</table></div>`;
  return {
    title: 'Cases',
    current: 'cases',
    body: markup`<div class="app-top"><h1>Cases</h1>
<form class="app-filter" method="get" action="/" role="search"><label for="q">Filter</label><input id="q" name="q" type="search" value="${question.text}" autocomplete="off" maxlength="200">${order}<button type="submit">Show</button></form></div>
<p class="app-count" role="status">${counted}${question.text === '' ? undefined : markup` for “${question.text}”. <a href="${address(question, { text: '' })}">Show all</a>`}</p>
${table}
${pagesLine({ ...question, page }, pages)}`,
  };
}
