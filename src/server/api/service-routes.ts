/** What the interface says of itself: health, audit log, library, schemas, the OpenAPI document. */
import { caseJsonSchema } from '../../case/index.ts';
import { reportJsonSchema } from '../../report/index.ts';
import type { AuditSelection } from '../../store/index.ts';
import { useStatement } from '../use-statement.ts';
import { type ApiParts, type ApiRoute, jsonAnswer } from './api-route.ts';
import { openApiDocument } from './openapi.ts';
import { auditParameters, numberOf } from './parameters.ts';

function health({ store, softwareVersion, knowledge }: ApiParts): Response {
  return jsonAnswer({ status: 'ok', softwareVersion, knowledgeHash: knowledge.hash, store: store.head() });
}

const healthAnswers = {
  200: { description: 'The server answers and the store can be read', schema: 'Health' },
};

const schemaAnswer = {
  200: { description: 'The schema', schema: 'JsonSchema', mediaType: 'application/schema+json' },
};

/** The routes without the document that describes them all. */
const describedRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api',
    operationId: 'apiIndex',
    summary: 'Where to begin',
    parameters: [],
    answers: { 200: { description: 'Links', schema: 'ApiIndex' } },
    problems: [],
    handle: (_context, { softwareVersion }) =>
      jsonAnswer({
        name: 'Cajal',
        use: useStatement,
        softwareVersion,
        links: {
          description: '/api/v1/openapi.json',
          cases: '/api/v1/cases',
          audit: '/api/v1/audit',
          knowledge: '/api/v1/knowledge',
          health: '/api/v1/health',
          caseSchema: '/api/v1/schemas/case',
          reportSchema: '/api/v1/schemas/report',
        },
      }),
  },
  {
    method: 'get',
    path: '/health',
    operationId: 'health',
    summary: 'Whether the server can work',
    parameters: [],
    answers: healthAnswers,
    problems: [500, 503],
    handle: (_context, parts) => health(parts),
  },
  {
    method: 'get',
    path: '/api/v1/health',
    operationId: 'apiHealth',
    summary: 'Whether the server can work',
    parameters: [],
    answers: healthAnswers,
    problems: [500, 503],
    handle: (_context, parts) => health(parts),
  },
  {
    method: 'get',
    path: '/api/v1/audit',
    operationId: 'auditLog',
    summary: 'The audit log, a chain of hashes, in its sequence',
    parameters: auditParameters,
    answers: { 200: { description: 'The entries and the end of the chain', schema: 'AuditLog' } },
    problems: [],
    handle: (context, { store }) => {
      const caseId = context.req.query('caseId');
      const after = numberOf(context, 'after');
      const limit = numberOf(context, 'limit');
      const selection: AuditSelection = {
        ...(caseId === undefined ? {} : { caseId }),
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      };
      return jsonAnswer({ head: store.head(), entries: store.audit(selection) });
    },
  },
  {
    method: 'get',
    path: '/api/v1/knowledge',
    operationId: 'knowledge',
    summary: 'The library in use: its hash, and how much it holds',
    parameters: [],
    answers: { 200: { description: 'Hash and counts', schema: 'KnowledgeSummary' } },
    problems: [],
    handle: (_context, { knowledge }) => {
      const { evidence, options } = knowledge.base;
      return jsonAnswer({
        hash: knowledge.hash,
        counts: {
          studies: evidence.studies.length,
          statements: evidence.statements.length,
          approvals: evidence.approvals.length,
          options: options.options.length,
          ladders: options.ladders.length,
          cautions: options.cautions.length,
          tests: options.tests.length,
          stanceRules: options.stanceRules.length,
        },
      });
    },
  },
  {
    method: 'get',
    path: '/api/v1/schemas/case',
    operationId: 'caseSchema',
    summary: 'The JSON Schema of case files',
    parameters: [],
    answers: schemaAnswer,
    problems: [],
    handle: () => jsonAnswer(caseJsonSchema(), 200, { 'Content-Type': 'application/schema+json' }),
  },
  {
    method: 'get',
    path: '/api/v1/schemas/report',
    operationId: 'reportSchema',
    summary: 'The JSON Schema of reports',
    parameters: [],
    answers: schemaAnswer,
    problems: [],
    handle: () => jsonAnswer(reportJsonSchema(), 200, { 'Content-Type': 'application/schema+json' }),
  },
];

/** The service routes, with the document over them and over the given ones. */
export function serviceRoutes(others: readonly ApiRoute[]): readonly ApiRoute[] {
  const description: ApiRoute = {
    method: 'get',
    path: '/api/v1/openapi.json',
    operationId: 'openApi',
    summary: 'This description of the interface',
    parameters: [],
    answers: { 200: { description: 'OpenAPI 3.1', schema: 'OpenApi' } },
    problems: [],
    handle: (_context, { softwareVersion }) =>
      jsonAnswer(openApiDocument([...describedRoutes, description, ...others], softwareVersion)),
  };
  return [...describedRoutes, description];
}
