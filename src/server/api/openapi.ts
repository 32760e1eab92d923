/**
 * The OpenAPI 3.1 document, written from the table of routes and from the schemas that check the data themselves
 * (https://spec.openapis.org/oas/v3.1.1).
 */
import * as z from 'zod';
import { caseJsonSchema } from '../../case/index.ts';
import { reportJsonSchema } from '../../report/index.ts';
import { problemStatuses } from '../problem.ts';
import { useStatement } from '../use-statement.ts';
import type { ApiAnswer, ApiParameter, ApiRoute } from './api-route.ts';
import { caseMediaTypes } from './case-body.ts';
import { answerSchemas } from './schemas.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const componentPath = (name: string): string => `#/components/schemas/${name}`;

/** A copy in which every reference into `$defs`, or to the whole, points to the components of the document. */
function withReferences(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withReferences(each, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key !== '$ref' || typeof member !== 'string') return [key, withReferences(member, name)];
      if (member === '#') return [key, componentPath(name)];
      return [key, member.replace(/^#\/\$defs\//, componentPath(`${name}.`))];
    }),
  );
}

/** A published schema as components: itself under the name, its definitions under `name.definition`. */
function components(name: string, schema: JsonObject): JsonObject {
  const { $defs, $schema: _dialect, $id: _id, id: _name, ...root } = schema;
  const definitions = isObject($defs) ? Object.entries($defs) : [];
  return Object.fromEntries(
    [[name, root] as const, ...definitions.map(([key, value]) => [`${name}.${key}`, value] as const)].map(
      ([key, value]) => [key, withReferences(value, name)],
    ),
  );
}

function answerComponents(): JsonObject {
  return Object.fromEntries(
    Object.entries(answerSchemas).map(([name, schema]) => {
      const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
      return [name, rest];
    }),
  );
}

function parameter({ schema, repeatable, ...rest }: ApiParameter): JsonObject {
  const { $schema: _dialect, ...single } = z.toJSONSchema(schema, { io: 'input' });
  return repeatable === true
    ? { ...rest, schema: { type: 'array', items: single }, style: 'form', explode: true }
    : { ...rest, schema: single };
}

function answer({ description, schema, mediaType, headers }: ApiAnswer): JsonObject {
  return {
    description,
    ...(headers === undefined
      ? {}
      : {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, meaning]) => [
              name,
              { description: meaning, schema: { type: 'string' } },
            ]),
          ),
        }),
    ...(schema === undefined
      ? {}
      : { content: { [mediaType ?? 'application/json']: { schema: { $ref: componentPath(schema) } } } }),
  };
}

/** What any route may answer: a query it does not know, a foreign page or name, a fault. */
const everyRoute = [400, 403, 421, 500] as const;

function operation(route: ApiRoute): JsonObject {
  const statuses = [...new Set([...route.problems, ...everyRoute])].toSorted((a, b) => a - b);
  const problems = statuses.map((status) => [
    String(status),
    {
      description: problemStatuses[status],
      content: { 'application/problem+json': { schema: { $ref: componentPath('Problem') } } },
    },
  ]);
  const answers = Object.entries(route.answers).map(([status, each]) => [status, answer(each)]);
  return {
    operationId: route.operationId,
    summary: route.summary,
    parameters: route.parameters.map(parameter),
    ...(route.takesCase === true
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              caseMediaTypes.map((type) => [type, { schema: { $ref: componentPath('Case') } }]),
            ),
          },
        }
      : {}),
    responses: Object.fromEntries([...answers, ...problems]),
  };
}

/** The document over these routes. */
export function openApiDocument(routes: readonly ApiRoute[], softwareVersion: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cajal',
      version: softwareVersion,
      description: useStatement,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This machine only' }],
    paths,
    components: {
      schemas: {
        ...answerComponents(),
        ...components('Case', caseJsonSchema()),
        ...components('Report', reportJsonSchema()),
      },
    },
  };
}
