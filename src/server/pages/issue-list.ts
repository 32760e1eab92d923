/** Issues on a page: place first, then what is wrong and what to do. */
import { type Issue, pathText } from '../../reading/index.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

function issueItem(issue: Issue): Markup {
  const place =
    issue.line === undefined
      ? undefined
      : markup`<span class="app-place">line ${issue.line}, column ${issue.column ?? 1}</span> `;
  const path =
    issue.path === undefined || issue.path.length === 0
      ? undefined
      : markup` <code>${pathText(issue.path)}</code>`;
  return markup`<li><span class="app-badge app-badge-${issue.severity}">${issue.severity}</span> ${place}${issue.message}${path} <span class="app-second">${issue.code}</span></li>`;
}

/** A list of issues; nothing where there are none. */
export function issueList(issues: readonly Issue[]): Insertion {
  if (issues.length === 0) return undefined;
  return markup`<ul class="app-issues">${issues.map(issueItem)}</ul>`;
}
