/** The interface for programs: its routes, and what they share with the pages. */
export type { ApiMethod, ApiParts, ApiRoute } from './api-route.ts';
export { tooLargeText } from './case-body.ts';
export { numberOf, queryIssues, questionOf } from './parameters.ts';
export { apiRoutes } from './routes.ts';
