/** A table that scrolls in a box of its own on a page, and becomes a list of cards on a telephone. */
import type { Issue } from '../../reading/index.ts';
import { issueList } from './issue-list.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** One row: its cells, the first of which names it, and a place to link to. */
export interface EvidenceRow {
  readonly cells: readonly Insertion[];
  readonly anchor?: string;
}

/** The table; `label` names it for those who do not see it. */
export function evidenceTable(
  label: string,
  columns: readonly string[],
  rows: readonly EvidenceRow[],
): Markup {
  const cell = (words: Insertion, at: number): Insertion =>
    at === 0
      ? markup`<th scope="row" data-label="${columns[0] ?? ''}">${words}</th>`
      : markup`<td data-label="${columns[at] ?? ''}"><div>${words}</div></td>`;
  return markup`<div class="app-table-frame" role="group" aria-label="${label}" tabindex="0"><table class="app-evidence" aria-label="${label}"><thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead><tbody>
${rows.map(
  ({ cells, anchor }) =>
    markup`<tr${anchor === undefined ? undefined : markup` id="${anchor}"`}>${cells.map(cell)}</tr>\n`,
)}</tbody></table></div>`;
}

/** A choice of a form. */
export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** A list to choose from; the empty choice, where there is one, comes first. */
export function selectField(
  id: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
  wrong?: Insertion,
): Markup {
  const state = wrong === undefined ? undefined : markup` aria-invalid="true" aria-describedby="${id}-wrong"`;
  return markup`<div class="app-field"><label for="${id}">${label}</label><select id="${id}" name="${id}"${state}>${choices.map(
    ({ value, words }) =>
      markup`<option value="${value}"${value === chosen ? markup` selected` : undefined}>${words}</option>`,
  )}</select>${wrong === undefined ? undefined : markup`<div class="app-wrong" id="${id}-wrong">${wrong}</div>`}</div>`;
}

/** A line to write in. */
export function textField(
  id: string,
  label: string,
  value: string,
  hint: Insertion,
  wrong?: Insertion,
): Markup {
  const described = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`].filter(
    (each) => each !== '',
  );
  return markup`<div class="app-field"><label for="${id}">${label}</label><input id="${id}" name="${id}" value="${value}" autocomplete="off" maxlength="200"${described.length === 0 ? undefined : markup` aria-describedby="${described.join(' ')}"`}${wrong === undefined ? undefined : markup` aria-invalid="true"`}>${hint === undefined ? undefined : markup`<p class="app-hint" id="${id}-hint">${hint}</p>`}${wrong === undefined ? undefined : markup`<div class="app-wrong" id="${id}-wrong">${wrong}</div>`}</div>`;
}

/** The knowledge date, which every page of the evidence takes in the same spelling. */
export const asOfField = (asOf: string, issues: readonly Issue[] | undefined): Markup =>
  textField(
    'asOf',
    'Known by',
    asOf,
    'A date: 2019, 2019-12, 2019-12-31',
    issues === undefined ? undefined : issueList(issues),
  );
