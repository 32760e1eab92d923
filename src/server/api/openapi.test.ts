/** The description of the interface and the interface are the same thing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { createApp } from '../app.ts';
import { emptyKnowledge, openAskedApp } from '../asked-app.fixture.ts';
import { openApiDocument } from './openapi.ts';
import { apiRoutes } from './routes.ts';
import { answerSchemas } from './schemas.ts';

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapping = (value: unknown): Mapping => {
  assert.ok(isMapping(value));
  return value;
};

const document = openApiDocument(apiRoutes, '0.0.0-test');
const paths = mapping(document['paths']);

/** Every member of a value with the place where it stands. */
function* members(value: unknown, place = '#'): Generator<readonly [string, string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield [place, key, member];
    yield* members(member, `${place}/${key}`);
  }
}

test('every route of the application under /api and /health is described, and every description is a route', async () => {
  const asked = openAskedApp();
  const app = createApp({
    store: asked.store,
    knowledge: emptyKnowledge,
    softwareVersion: '0',
    now: () => '',
  });
  assert.ok(app instanceof Hono);
  const wired = new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(?:api|health)(?:\/|$)/.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  );
  const described = new Set(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(mapping(item)).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  );
  assert.deepEqual([...described].toSorted(), [...wired].toSorted());
  assert.equal(described.size, apiRoutes.length);
  const answer = await asked.ask('/api/v1/openapi.json');
  const served: unknown = await answer.json();
  assert.deepEqual(Object.keys(mapping(mapping(served)['paths'])).toSorted(), Object.keys(paths).toSorted());
  asked.close();
});

test('the document is OpenAPI 3.1 with unique operations, and every path names its parameters', () => {
  assert.match(String(document['openapi']), /^3\.1\.\d$/);
  const ids = apiRoutes.map((route) => route.operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const route of apiRoutes) {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const declared = route.parameters.filter((each) => each.in === 'path').map((each) => each.name);
    assert.deepEqual(declared, inPath, route.operationId);
    const names = route.parameters.map((each) => `${each.in} ${each.name}`);
    assert.equal(new Set(names).size, names.length, route.operationId);
    const operation = mapping(mapping(paths[route.path])[route.method]);
    assert.equal('requestBody' in operation, route.takesCase === true, route.operationId);
  }
});

test('every reference of the document leads somewhere, and components have allowed names', () => {
  const schemas = mapping(mapping(document['components'])['schemas']);
  let references = 0;
  for (const [place, key, member] of members(document)) {
    if (key === '$ref' && typeof member === 'string') {
      references += 1;
      const name = /^#\/components\/schemas\/([A-Za-z0-9._-]+)$/.exec(member)?.[1];
      assert.ok(name !== undefined && Object.hasOwn(schemas, name), `${place}: ${member}`);
    }
    assert.ok(
      !['$defs', '$schema', '$id'].includes(key) || !place.startsWith('#/components'),
      `${place}/${key}`,
    );
  }
  assert.ok(references > 50);
  for (const name of ['Case', 'Report', 'Problem', ...Object.keys(answerSchemas)]) {
    assert.match(name, /^[A-Za-z0-9._-]+$/);
    assert.ok(Object.hasOwn(schemas, name), name);
  }
  const stored = mapping(mapping(schemas['StoredCase'])['properties']);
  assert.deepEqual(stored['document'], { $ref: '#/components/schemas/Case' });
});
