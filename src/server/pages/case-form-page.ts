/** The form for a new case, or for a further version of one. What was wrong stays in the form with its issues. */
import type { Issue } from '../../reading/index.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { markup } from './markup.ts';

/** What the form shows. */
export interface CaseForm {
  /** The case that is changed; absent for a new one. */
  readonly upon?: { readonly id: string; readonly title: string; readonly version: number };
  readonly text: string;
  readonly author: string;
  readonly reason: string;
  readonly issues: readonly Issue[];
}

/** An empty form. */
export const emptyForm: CaseForm = { text: '', author: '', reason: '', issues: [] };

/** The page. */
export function caseFormPage({ upon, text, author, reason, issues }: CaseForm): Page {
  const base = upon === undefined ? undefined : `/cases/${encodeURIComponent(upon.id)}`;
  const title = upon === undefined ? 'Add a case' : 'Change the record';
  const crumbs =
    upon === undefined || base === undefined
      ? undefined
      : markup`<p class="app-crumbs"><a href="/">Cases</a> <span aria-hidden="true">/</span> <a href="${base}">${upon.title}</a></p>`;
  const problems =
    issues.length === 0
      ? undefined
      : markup`<section class="app-refused" aria-labelledby="issues-title" role="alert"><h2 id="issues-title">Not saved</h2><p>The store is as it was. Put right what is listed, and save again.</p>${issueList(issues)}</section>`;
  return {
    title,
    current: upon === undefined ? 'add' : 'cases',
    body: markup`${crumbs}<h1>${title}</h1>
${problems}
<p class="app-lead">${upon === undefined ? 'A case file in YAML or JSON.' : `The record as it stands in version ${upon.version}; saving makes a further version, and all earlier ones are kept.`} The <a href="/api/v1/schemas/case">JSON Schema</a> says what it may hold. Use no names: call the patient by a label.</p>
<form class="app-edit" method="post" action="/cases" enctype="multipart/form-data">
${upon === undefined ? undefined : markup`<input type="hidden" name="id" value="${upon.id}"><input type="hidden" name="version" value="${upon.version}">`}
<div class="app-field"><label for="author">Author (required)</label><input id="author" name="author" required maxlength="200" value="${author}" autocomplete="name" aria-describedby="author-hint"><p class="app-hint" id="author-hint">Your name or account; it is kept with the version and in the audit log</p></div>
<div class="app-field"><label for="reason">Reason</label><input id="reason" name="reason" maxlength="10000" value="${reason}" autocomplete="off"></div>
<div class="app-field"><label for="file">Case file</label><input id="file" name="file" type="file" accept=".yaml,.yml,.json" aria-describedby="file-hint"><p class="app-hint" id="file-hint">At most 5 MB; a chosen file is taken instead of the text below</p></div>
<div class="app-field"><label for="text">Or its text</label><textarea id="text" name="text" rows="${upon === undefined && issues.length === 0 ? 14 : 26}" spellcheck="false" autocapitalize="off" autocomplete="off">
${text}</textarea></div>
<p><button type="submit">Save</button></p>
</form>`,
  };
}
