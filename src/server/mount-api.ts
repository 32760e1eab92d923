/** Puts the routes of the interface onto the application: parameters checked first, other methods refused. */
import type { Hono } from 'hono';
import { type ApiParts, apiRoutes, queryIssues } from './api/index.ts';
import { issuesProblem, plainProblem, problemResponse } from './problem.ts';

/** `/api/v1/cases/{id}` as Hono writes it. */
const pattern = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Mounts every route, and an answer for methods that a path does not have. */
export function mountApi(app: Hono, parts: ApiParts): void {
  for (const route of apiRoutes) {
    app.on(route.method.toUpperCase(), pattern(route.path), (context) => {
      const issues = queryIssues(context, route.parameters);
      return issues.length > 0 ? problemResponse(issuesProblem(issues, 400)) : route.handle(context, parts);
    });
  }
  for (const [path, routes] of Map.groupBy(apiRoutes, (route) => route.path)) {
    const methods = routes.map((route) => route.method.toUpperCase());
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
    app.all(pattern(path), () =>
      problemResponse(plainProblem(405, `This address takes ${allowed}.`), { Allow: allowed }),
    );
  }
}
