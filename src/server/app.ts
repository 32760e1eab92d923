/**
 * The application: guards first, then the interface, then the pages. It opens nothing and listens on nothing, so that
 * a test can ask it directly.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { reportCss } from '../report/index.ts';
import { StoreFailure } from '../store/index.ts';
import type { ApiParts } from './api/index.ts';
import { caseShelf } from './case-shelf.ts';
import { isLoopbackHost } from './host-guard.ts';
import { mountApi } from './mount-api.ts';
import { mountCasePages } from './mount-case-pages.ts';
import { mountEvidencePages } from './mount-evidence-pages.ts';
import { mountFollowUpPages } from './mount-follow-up-pages.ts';
import { mountFormPages } from './mount-form-pages.ts';
import { mountReadPages } from './mount-read-pages.ts';
import { foreignOrigin } from './origin-guard.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import { aboutPage, caseListPage, listQuestion } from './pages/index.ts';
import { issuesProblem, type Problem, plainProblem, problemResponse } from './problem.ts';
import { figureSecurityPolicy, responseHeaders } from './response-headers.ts';
import type { ServerParts } from './server-parts.ts';
import { appCss } from './styles/index.ts';

/** Why a request is turned away before anything reads it. */
function refusal(context: Context): Problem | undefined {
  const host = context.req.header('host');
  if (host === undefined || !isLoopbackHost(host))
    return plainProblem(421, 'This server answers only requests to this machine (127.0.0.1 or localhost).');
  const foreign = foreignOrigin({
    method: context.req.method,
    host,
    origin: context.req.header('origin'),
    fetchSite: context.req.header('sec-fetch-site'),
    fetchMode: context.req.header('sec-fetch-mode'),
  });
  return foreign === undefined ? undefined : plainProblem(403, foreign);
}

/** Kind and code place of a fault; its message may hold what a user wrote and is not given. */
function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\(?((?:file:)?[^\s()]+:\d+:\d+)\)?$/m.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1];
  return place === undefined ? error.name : `${error.name} at ${place}`;
}

function isForPrograms(context: Context): boolean {
  return /^\/(?:api|health)(?:\/|$)/.test(context.req.path);
}

function styles(css: string): Response {
  return new Response(css, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' },
  });
}

/**
 * The application over these parts.
 *
 * @example
 * const app = createApp({ store, knowledge, softwareVersion: '0.1.0', now: () => new Date().toISOString() });
 * await app.request('/api/v1/cases', { headers: { host: 'localhost' } });
 */
export function createApp(given: ServerParts): Hono {
  const parts: ApiParts = { ...given, shelf: caseShelf(given.store) };
  const { log, softwareVersion } = given;
  const faults = new WeakMap<Context, string>();
  const app = new Hono();

  const refused = (context: Context, problem: Problem): Response =>
    isForPrograms(context) ? problemResponse(problem) : problemPageResponse(problem, softwareVersion);

  const finish: MiddlewareHandler = async (context, next) => {
    const start = performance.now();
    await next();
    for (const [name, value] of Object.entries(responseHeaders)) {
      const isOwn =
        context.res.headers.has(name) &&
        (name === 'Cache-Control' || context.res.headers.get(name) === figureSecurityPolicy);
      if (!isOwn) context.res.headers.set(name, value);
    }
    if (log === undefined) return;
    const { method } = context.req;
    const { status } = context.res;
    const fault = faults.get(context);
    const matched = routePath(context, -1);
    const route = matched === '/*' ? 'none' : matched;
    const ms = Math.round(performance.now() - start);
    log({ method, route, status, ms, ...(fault === undefined ? {} : { fault }) });
  };
  const guard: MiddlewareHandler = async (context, next) => {
    const problem = refusal(context);
    if (problem !== undefined) return refused(context, problem);
    return next();
  };

  app.use('*', finish);
  app.use('*', guard);

  mountApi(app, parts);
  app.get('/', (context) =>
    pageResponse(caseListPage(parts.shelf, listQuestion(context.req.query())), softwareVersion),
  );
  app.get('/about', () => pageResponse(aboutPage(parts), softwareVersion));
  app.get('/styles/cajal.css', () => styles(appCss));
  app.get('/styles/report.css', () => styles(reportCss));
  mountFormPages(app, parts);
  mountReadPages(app, parts);
  mountCasePages(app, parts);
  mountFollowUpPages(app, parts);
  mountEvidencePages(app, parts);

  app.notFound((context) => refused(context, plainProblem(404, 'Nothing is at this address.')));
  app.onError((error, context) => {
    if (error instanceof StoreFailure) return refused(context, issuesProblem([error.issue]));
    faults.set(context, faultPlace(error));
    return refused(
      context,
      plainProblem(500, 'A fault of the program; nothing was changed. Please report how it came about.'),
    );
  });
  return app;
}
