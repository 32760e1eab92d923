/** The interface: each route's answer is of the shape its description says, and writes rest on versions. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as z from 'zod';
import { caseJsonSchema } from '../../case/index.ts';
import { reportDocument } from '../../report/index.ts';
import { exampleText, openAskedApp, signed, smallCase } from '../asked-app.fixture.ts';
import { problemSchema } from '../problem.ts';
import type { ApiRoute } from './api-route.ts';
import { apiRoutes } from './routes.ts';
import { answerSchemas } from './schemas.ts';

const app = openAskedApp();
after(() => app.close());

const catalogue: Readonly<Record<string, z.ZodType>> = { ...answerSchemas, Report: reportDocument };

const tried = new Set<string>();

function routeOf(method: string, path: string): ApiRoute | undefined {
  const address = path.split('?')[0] ?? '';
  return apiRoutes.find(
    (route) =>
      route.method === method.toLowerCase() &&
      new RegExp(`^${route.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(address),
  );
}

/** Asks, and checks the answer against the description of the route. */
async function ask(
  path: string,
  status: number,
  init: RequestInit = {},
): Promise<{ readonly body: unknown; readonly headers: Headers }> {
  const method = init.method ?? 'GET';
  const answer = await app.ask(path, init);
  const text = await answer.text();
  assert.equal(answer.status, status, `${method} ${path}: ${text.slice(0, 300)}`);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const route = routeOf(method, path);
  if (status >= 400) {
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    assert.equal(problemSchema.parse(body).status, status);
    const known: readonly number[] = [...(route?.problems ?? [404, 405]), 400, 403, 421, 500];
    assert.ok(known.includes(status), `${method} ${path} does not say that it answers ${status}`);
  } else {
    const described = route?.answers[status];
    assert.ok(route !== undefined && described !== undefined, `${method} ${path} ${status} is not described`);
    tried.add(route.operationId);
    assert.equal(answer.headers.get('content-type'), described.mediaType ?? 'application/json');
    for (const name of Object.keys(described.headers ?? {})) assert.ok(answer.headers.get(name), name);
    if (described.schema !== undefined) catalogue[described.schema]?.parse(body);
  }
  return { body, headers: answer.headers };
}

const numberField = (body: unknown, name: string): unknown => z.looseObject({}).parse(body)[name];
const put = (body: string, headers: Readonly<Record<string, string>>): RequestInit => ({
  method: 'PUT',
  headers: { ...signed, ...headers },
  body,
});

test('a case is made, read, changed upon its version, removed, and brought back', async () => {
  const made = await ask('/api/v1/cases', 201, { method: 'POST', headers: signed, body: smallCase });
  assert.equal(made.headers.get('location'), '/api/v1/cases/small');
  assert.equal(made.headers.get('etag'), '"v1"');
  const read = await ask('/api/v1/cases/small', 200);
  assert.equal(read.headers.get('etag'), '"v1"');
  assert.equal(numberField(read.body, 'author'), 'ana');

  const changed = smallCase.replace('A small case', 'A changed case');
  await ask('/api/v1/cases/small', 428, put(changed, {}));
  const stale = await ask('/api/v1/cases/small', 412, put(changed, { 'If-Match': '"v7"' }));
  assert.equal(numberField(stale.body, 'currentVersion'), 1);
  assert.equal(stale.headers.get('etag'), '"v1"');
  await ask('/api/v1/cases/small', 412, put(changed, { 'If-None-Match': '*' }));
  const second = await ask('/api/v1/cases/small', 200, put(changed, { 'If-Match': '"v1"' }));
  assert.equal(second.headers.get('etag'), '"v2"');
  const same = await ask('/api/v1/cases/small', 200, put(changed, { 'If-Match': '"v2"' }));
  assert.equal(numberField(same.body, 'unchanged'), true);
  await ask('/api/v1/cases/small', 412, put(smallCase, { 'If-Match': '"v1"' }));
  await ask('/api/v1/cases', 409, { method: 'POST', headers: signed, body: changed });
  const first = await ask('/api/v1/cases/small?version=1', 200);
  assert.match(JSON.stringify(first.body), /A small case/);

  await ask('/api/v1/cases/small', 428, { method: 'DELETE', headers: signed });
  await ask('/api/v1/cases/small', 412, { method: 'DELETE', headers: { ...signed, 'If-Match': '"v1"' } });
  await ask('/api/v1/cases/none', 404, { method: 'DELETE', headers: { ...signed, 'If-Match': '"v1"' } });
  const removed = await ask('/api/v1/cases/small', 200, {
    method: 'DELETE',
    headers: { ...signed, 'If-Match': '"v2"' },
  });
  assert.equal(removed.headers.get('etag'), '"v3"');
  const gone = await ask('/api/v1/cases/small', 410);
  assert.equal(gone.headers.get('etag'), '"v3"');
  await ask('/api/v1/cases', 409, { method: 'POST', headers: signed, body: changed });
  const back = await ask('/api/v1/cases/small', 200, put(changed, { 'If-None-Match': '*' }));
  assert.equal(back.headers.get('etag'), '"v4"');
  const history = answerSchemas.History.parse((await ask('/api/v1/cases/small/history', 200)).body);
  assert.deepEqual(
    history.versions.map((each) => each.removed),
    [false, false, true, false],
  );
  assert.ok(app.store.verify().ok);
});

test('a new case through PUT is 201, in JSON as in YAML', async () => {
  const { body } = await ask('/api/v1/cases/small', 200);
  const document = { ...z.looseObject({}).parse(numberField(body, 'document')), id: 'other' };
  const headers = { 'If-None-Match': '*', 'Content-Type': 'application/json' };
  const made = await ask('/api/v1/cases/other', 201, put(JSON.stringify(document), headers));
  assert.equal(made.headers.get('location'), '/api/v1/cases/other');
  await ask('/api/v1/cases/third', 422, put(JSON.stringify(document), headers));
});

test('an author is required, may be percent-encoded, and is never the name under which Cajal signs', async () => {
  const body = smallCase.replace('id: small', 'id: named');
  const before = app.store.head();
  for (const author of [undefined, '', '  ', 'cajal', 'Cajal']) {
    const headers = {
      'Content-Type': 'application/yaml',
      ...(author === undefined ? {} : { 'X-Cajal-Author': author }),
    };
    await ask('/api/v1/cases', 400, { method: 'POST', headers, body });
  }
  await ask('/api/v1/cases', 422, {
    method: 'POST',
    headers: { ...signed, 'X-Cajal-Author': 'a'.repeat(300) },
    body,
  });
  assert.deepEqual(app.store.head(), before);
  await ask('/api/v1/cases', 201, {
    method: 'POST',
    headers: { ...signed, 'X-Cajal-Author': 'Ana%20Mu%C3%B1oz' },
    body,
  });
  assert.equal(app.store.get('named')?.author, 'Ana Muñoz');
});

test('a precondition that cannot be read is refused', async () => {
  for (const [name, value] of [
    ['If-Match', '*'],
    ['If-Match', '"v1", "v2"'],
    ['If-Match', 'v1'],
    ['If-Match', 'W/"v1"'],
    ['If-None-Match', '"v1"'],
  ] as const)
    await ask('/api/v1/cases/small', 400, put(smallCase, { [name]: value }));
  await ask('/api/v1/cases/small', 400, put(smallCase, { 'If-Match': '"v1"', 'If-None-Match': '*' }));
});

test('reports and classifications, of stored cases and of a case that is only sent', async () => {
  const text = exampleText('net-kit-exon11.yaml');
  await ask('/api/v1/cases', 201, { method: 'POST', headers: signed, body: text });
  const before = app.store.head();
  const stored = reportDocument.parse(
    (await ask('/api/v1/cases/paper-000/report?at=progression-2012', 200)).body,
  );
  const headers = { 'Content-Type': 'application/yaml' };
  const sent = reportDocument.parse(
    (await ask('/api/v1/report?at=progression-2012', 200, { method: 'POST', headers, body: text })).body,
  );
  assert.equal(sent.meta.recordHash, stored.meta.recordHash);
  const { recordIssues: _one, ...storedMeta } = { recordIssues: 0, ...stored.meta };
  assert.deepEqual(sent.meta, storedMeta);
  const without = reportDocument.parse(
    (await ask('/api/v1/cases/paper-000/report?without=a,b&without=c&knowledgeAsOf=2013', 200)).body,
  );
  assert.deepEqual(without.meta.without, ['a', 'b', 'c']);
  assert.match(without.meta.knowledgeClock, /2013/);
  const classified = answerSchemas.Classification.parse(
    (await ask('/api/v1/cases/paper-000/classification?at=progression-2012', 200)).body,
  );
  assert.equal(classified.className, 'neuroendocrine tumour (NET)');
  assert.equal(classified.grade, 'G2 to G3');
  await ask('/api/v1/cases/paper-000/classification?at=fna-2009', 200);
  const again = await ask('/api/v1/classify?at=progression-2012', 200, {
    method: 'POST',
    headers,
    body: text,
  });
  assert.deepEqual(again.body, classified);
  assert.deepEqual(app.store.head(), before, 'nothing is stored by a report');
});

test('a question that cannot be answered: 404 for a decision point, 400 for a date or a parameter', async () => {
  await ask('/api/v1/cases/paper-000/report?at=nowhere', 404);
  await ask('/api/v1/cases/none/report', 404);
  await ask('/api/v1/cases/paper-000/report?version=9', 404);
  await ask('/api/v1/cases/paper-000/report?knowledgeAsOf=2012-02-31', 400);
  for (const query of ['unknown=1', 'at=1&at=2', 'version=0', 'version=two', 'at=', `at=${'x'.repeat(300)}`])
    await ask(`/api/v1/cases/paper-000/report?${query}`, 400);
  await ask('/api/v1/audit?limit=0', 400);
  await ask('/api/v1/audit?limit=100000', 400);
});

test('service routes', async () => {
  await ask('/api', 200);
  await ask('/api/v1/openapi.json', 200);
  assert.deepEqual((await ask('/health', 200)).body, (await ask('/api/v1/health', 200)).body);
  const audit = answerSchemas.AuditLog.parse(
    (await ask('/api/v1/audit?caseId=small&after=1&limit=2', 200)).body,
  );
  assert.deepEqual(
    audit.entries.map((entry) => entry.action),
    ['change', 'remove'],
  );
  assert.deepEqual(audit.head, app.store.head());
  assert.deepEqual(
    (await ask('/api/v1/schemas/case', 200)).body,
    JSON.parse(JSON.stringify(caseJsonSchema())),
  );
  await ask('/api/v1/schemas/report', 200);
  await ask('/api/v1/knowledge', 200);
  const list = answerSchemas.CaseList.parse((await ask('/api/v1/cases', 200)).body);
  assert.deepEqual(
    list.cases.map((each) => each.id),
    ['named', 'other', 'paper-000', 'small'],
  );
});

test('a method that an address does not have is 405 with those it has; an unknown address is 404', async () => {
  const { headers } = await ask('/api/v1/cases', 405, { method: 'PATCH' });
  assert.equal(headers.get('allow'), 'GET, POST, HEAD');
  await ask('/api/v1/openapi.json', 405, { method: 'POST' });
  await ask('/api/v1/none', 404);
  const head = await app.ask('/api/v1/cases/small', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
});

test('every route was asked', () => {
  assert.deepEqual(
    apiRoutes.map((route) => route.operationId).filter((id) => !tried.has(id)),
    [],
  );
});
