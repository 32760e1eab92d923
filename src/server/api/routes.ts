/** Every route of the interface. */
import type { ApiRoute } from './api-route.ts';
import { boardRoutes } from './board-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { serviceRoutes } from './service-routes.ts';

const described = [...caseRoutes, ...boardRoutes];

export const apiRoutes: readonly ApiRoute[] = [...serviceRoutes(described), ...described];
