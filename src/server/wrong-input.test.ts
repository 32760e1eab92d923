/** Wrong cases through the interface and through the form: every issue with its place, and the store as it was. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { IssueCode } from '../reading/index.ts';
import { exampleText, formOf, openAskedApp, signed, smallCase } from './asked-app.fixture.ts';
import { maximumCaseBytes, readLimitedBody } from './limited-body.ts';
import { problemSchema } from './problem.ts';

const app = openAskedApp();
after(() => app.close());

const example = exampleText('synthetic-pancreatic-nec.yaml');
assert.equal(
  (await app.ask('/api/v1/cases', { method: 'POST', headers: signed, body: smallCase })).status,
  201,
);

/** A text with one thing changed, which must be there. */
function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  assert.notEqual(result, text, `${String(from)} is not in the text`);
  return result;
}

interface Wrong {
  readonly name: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly code: IssueCode;
  readonly status: number;
  /** Issues of this kind have no place in the text. */
  readonly placeless?: boolean;
}

const nested = `${'['.repeat(300)}${']'.repeat(300)}`;
const wrongs: readonly Wrong[] = [
  { name: 'bad YAML', body: 'id: [', code: 'yaml-syntax', status: 400 },
  { name: 'bad JSON', body: '{"id": ', code: 'json-syntax', status: 400 },
  { name: 'nothing', body: '', code: 'input-empty', status: 400, placeless: true },
  { name: 'white space', body: ' \n\t\n', code: 'input-empty', status: 400, placeless: true },
  { name: 'no head', body: changed(smallCase, 'cajal: case/1\n', ''), code: 'missing-key', status: 422 },
  {
    name: 'a newer version',
    body: changed(smallCase, 'case/1', 'case/9'),
    code: 'unknown-version',
    status: 422,
  },
  { name: 'an unknown key', body: `${smallCase}patiant: x\n`, code: 'unknown-key', status: 422 },
  {
    name: 'a missing key',
    body: changed(smallCase, 'title: A small case\n', ''),
    code: 'missing-key',
    status: 422,
  },
  { name: 'a wrong type', body: changed(smallCase, 'A small case', '[1]'), code: 'wrong-type', status: 422 },
  {
    name: 'a value that is not allowed',
    body: changed(smallCase, 'sex: female', 'sex: femal'),
    code: 'wrong-value',
    status: 422,
  },
  {
    name: 'an impossible date',
    body: changed(smallCase, "'2020-05'", "'2020-02-31'"),
    code: 'impossible-date',
    status: 422,
  },
  {
    name: 'a date that is none',
    body: changed(smallCase, "'2020-05'", "'May'"),
    code: 'unparsable-date',
    status: 422,
  },
  {
    name: 'an id twice',
    body: `${smallCase}  - { id: first, date: '2021', label: Again, question: And now? }\n`,
    code: 'duplicate-id',
    status: 422,
  },
  { name: 'a key twice', body: `${smallCase}title: Again\n`, code: 'duplicate-key', status: 422 },
  { name: '__proto__', body: `${smallCase}__proto__: { admin: true }\n`, code: 'forbidden-key', status: 422 },
  {
    name: 'constructor in JSON',
    body: '{"constructor": {"prototype": {}}}',
    code: 'forbidden-key',
    status: 422,
  },
  { name: 'deep nesting', body: nested, code: 'too-deep', status: 422 },
  {
    name: 'an alias bomb',
    body: `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`,
    code: 'yaml-aliases',
    status: 422,
  },
  {
    name: 'a YAML tag',
    body: changed(smallCase, 'A small case', '!!js/function "f"'),
    code: 'yaml-unsupported',
    status: 422,
  },
  {
    name: 'bytes that are no text',
    body: new Uint8Array([0x63, 0x61, 0xff, 0xfe, 0x00]),
    code: 'input-not-text',
    status: 400,
  },
  { name: 'NUL', body: 'id: a\u0000b', code: 'input-not-text', status: 400 },
  {
    name: 'a program',
    body: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    code: 'input-not-text',
    status: 400,
  },
  { name: 'UTF-16', body: new Uint8Array([0xff, 0xfe, 0x69, 0]), code: 'input-not-text', status: 400 },
  {
    name: 'a reference to nothing',
    body: changed(example, 'specimen: liver-biopsy', 'specimen: liver-biopsi'),
    code: 'unknown-reference',
    status: 422,
  },
  {
    name: 'markup where an id stands',
    body: changed(smallCase, 'id: small', "id: '<script>'"),
    code: 'wrong-value',
    status: 422,
  },
];

test('wrong cases through the interface: status, code, line and column; nothing is written', async () => {
  const before = app.store.head();
  for (const { name, body, code, status, placeless } of wrongs) {
    for (const [method, path] of [
      ['POST', '/api/v1/cases'],
      ['PUT', '/api/v1/cases/small'],
      ['POST', '/api/v1/report'],
    ] as const) {
      const headers = { ...signed, 'If-Match': '"v1"' };
      const answer = await app.ask(path, { method, headers, body });
      const problem = problemSchema.parse(await answer.json());
      assert.equal(answer.status, status, `${name}: ${problem.detail}`);
      const issue = problem.issues?.find((each) => each.code === code);
      assert.ok(issue, `${name}: ${JSON.stringify(problem.issues)}`);
      if (placeless !== true)
        assert.ok(issue.line !== undefined && issue.column !== undefined, `${name}: no place`);
    }
  }
  assert.deepEqual(app.store.head(), before);
  assert.equal(Object.hasOwn(Object.prototype, 'admin'), false);
  assert.ok(app.store.verify().ok);
});

test('wrong cases through the form, as text and as a file: the issue and its place on the page; nothing is written', async () => {
  const before = app.store.head();
  for (const { name, body, code, placeless } of wrongs) {
    const file = formOf({ author: 'ana', text: '', file: new Blob([body]) });
    const text = typeof body === 'string' ? [formOf({ author: 'ana', text: body })] : [];
    for (const form of [file, ...text]) {
      const answer = await app.ask('/cases', { method: 'POST', body: form });
      assert.ok(answer.status >= 400 && answer.status < 500, name);
      const html = await answer.text();
      assert.match(html, /Not saved/);
      assert.ok(html.includes(code), `${name}: ${code}`);
      if (placeless !== true) assert.match(html, /line \d+, column \d+/, name);
    }
  }
  assert.deepEqual(app.store.head(), before);
});

test('every issue of a file is given, not only the first', async () => {
  const body = `${changed(changed(smallCase, 'sex: female', 'sex: femal'), "'2020-05'", "'2020-13'")}patiant: x\n`;
  const answer = await app.ask('/api/v1/cases', { method: 'POST', headers: signed, body });
  const problem = problemSchema.parse(await answer.json());
  assert.deepEqual(problem.issues?.map((issue) => issue.line).toSorted(), [5, 7, 8]);
});

test('the form: an author is required, a stale version is told, a good case is saved and shown', async () => {
  const before = app.store.head();
  const other = changed(smallCase, 'id: small', 'id: formed');
  const unsigned = await app.ask('/cases', { method: 'POST', body: formOf({ author: ' ', text: other }) });
  assert.equal(unsigned.status, 400);
  const html = await unsigned.text();
  assert.match(html, /author is required/);
  assert.ok(html.includes('id: formed'), 'what was typed is still there');
  const there = await app.ask('/cases', {
    method: 'POST',
    body: formOf({ author: 'ana', text: smallCase.replace('A small', 'One') }),
  });
  assert.equal(there.status, 409);
  const stale = formOf({ author: 'ana', text: smallCase, id: 'small', version: '7' });
  assert.equal((await app.ask('/cases', { method: 'POST', body: stale })).status, 409);
  const wrongId = formOf({ author: 'ana', text: other, id: 'small', version: '1' });
  assert.equal((await app.ask('/cases', { method: 'POST', body: wrongId })).status, 422);
  assert.equal(
    (await app.ask('/cases', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }))
      .status,
    415,
  );
  const broken = { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data' } };
  assert.equal((await app.ask('/cases', broken)).status, 400);
  assert.deepEqual(app.store.head(), before);
  const saved = await app.ask('/cases', {
    method: 'POST',
    body: formOf({ author: 'ana', reason: 'new', text: other }),
  });
  assert.equal(saved.status, 303);
  assert.equal(saved.headers.get('location'), '/cases/formed');
  const edited = formOf({
    author: 'bob',
    text: other.replace('A small', 'An edited'),
    id: 'formed',
    version: '1',
  });
  assert.equal((await app.ask('/cases', { method: 'POST', body: edited })).status, 303);
  assert.deepEqual(
    app.store.history('formed').map((each) => each.author),
    ['ana', 'bob'],
  );
  const urlencoded = new URLSearchParams({
    author: 'eva',
    text: other.replace('A small', 'Another'),
    id: 'formed',
    version: '2',
  });
  assert.equal((await app.ask('/cases', { method: 'POST', body: urlencoded })).status, 303);
});

test('the text that the form offers for a change reads back as the same record', async () => {
  await app.ask('/api/v1/cases', { method: 'POST', headers: signed, body: example });
  const html = await (await app.ask('/cases/synthetic-pancreatic-nec/edit')).text();
  const escaped = /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '';
  const signs: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  const text = escaped.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => signs[entity] ?? entity);
  const before = app.store.head();
  const form = formOf({ author: 'ana', text, id: 'synthetic-pancreatic-nec', version: '1' });
  const answer = await app.ask('/cases', { method: 'POST', body: form });
  assert.equal(answer.status, 303, await answer.text());
  assert.ok(app.store.head().sequence <= before.sequence + 1);
});

test('a body over the limit is 413, and no more of it is read than the limit', async () => {
  const before = app.store.head();
  const large = 'x'.repeat(maximumCaseBytes + 1);
  assert.equal(
    (await app.ask('/api/v1/cases', { method: 'POST', headers: signed, body: large })).status,
    413,
  );
  const form = formOf({ author: 'ana', text: 'x'.repeat(maximumCaseBytes + 200_000) });
  assert.equal((await app.ask('/cases', { method: 'POST', body: form })).status, 413);
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 100_000;
      controller.enqueue(new Uint8Array(100_000));
    },
  });
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: endless, duplex: 'half' });
  assert.equal(await readLimitedBody(request, 1_000_000), undefined);
  assert.ok(given <= 1_300_000, `${given} bytes were read`);
  const announced = new Request('http://127.0.0.1/', {
    method: 'POST',
    body: 'x',
    headers: { 'content-length': '9999999' },
  });
  assert.equal(await readLimitedBody(announced, 1_000_000), undefined);
  assert.equal(announced.bodyUsed, false);
  assert.deepEqual(app.store.head(), before);
});

test('a body that is compressed or of another kind is 415', async () => {
  const post = (headers: Readonly<Record<string, string>>) =>
    app.ask('/api/v1/cases', { method: 'POST', headers: { ...signed, ...headers }, body: smallCase });
  assert.equal((await post({ 'Content-Encoding': 'gzip' })).status, 415);
  assert.equal((await post({ 'Content-Type': 'application/xml' })).status, 415);
  assert.equal((await post({ 'Content-Type': 'text/plain;charset=utf-8' })).status, 409);
});
