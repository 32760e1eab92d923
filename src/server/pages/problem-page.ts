/** A page for what went wrong: what happened, what to do, never a stack. */
import { type Problem, problemStatuses } from '../problem.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { markup } from './markup.ts';

/** The page of a problem. */
export function problemPage({ status, title, detail, issues }: Problem): Page {
  const isKnown = Object.hasOwn(problemStatuses, status);
  const first = issues?.length === 1 ? undefined : issueList(issues ?? []);
  return {
    title: isKnown ? title : 'Problem',
    body: markup`<div class="app-prose"><p class="app-status">${status}</p><h1>${title}</h1><p>${detail}</p>${first}<p><a class="app-target" href="/">Back to the cases</a></p></div>`,
  };
}
