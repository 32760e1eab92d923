/** Pages as answers. */
import { type Page, problemPage, renderPage } from './pages/index.ts';
import type { Problem } from './problem.ts';

/** A page as an answer. */
export function pageResponse(page: Page, softwareVersion: string, status = 200): Response {
  return new Response(renderPage(page, softwareVersion), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** The page of a problem as an answer. */
export function problemPageResponse(problem: Problem, softwareVersion: string): Response {
  return pageResponse(problemPage(problem), softwareVersion, problem.status);
}
