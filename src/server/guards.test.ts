/** Who may ask: this machine's own pages and programs, by name and by origin. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formOf, openAskedApp, signed, smallCase } from './asked-app.fixture.ts';
import { isLoopbackHost } from './host-guard.ts';
import { foreignOrigin } from './origin-guard.ts';
import { contentSecurityPolicy } from './response-headers.ts';

const app = openAskedApp();
after(() => app.close());

test('a Host that names this machine is answered, any other is not (DNS rebinding)', () => {
  const own = ['127.0.0.1', '127.0.0.1:4170', 'localhost', 'LOCALHOST:80', '[::1]', '[::1]:4170'];
  const foreign = [
    undefined,
    '',
    'example.org',
    '127.0.0.1.example.org',
    'localhost.example.org',
    'example.org#127.0.0.1',
    '127.0.0.1@example.org',
    '127.0.0.2',
    '0.0.0.0',
    '::1',
    '127.0.0.1:',
    '127.0.0.1:abc',
    'localhost, example.org',
    '2130706433',
  ];
  for (const host of own) assert.equal(isLoopbackHost(host), true, host);
  for (const host of foreign) assert.equal(isLoopbackHost(host), false, host);
});

test('the origin decides as the Fetch and Fetch Metadata standards send it', () => {
  const host = '127.0.0.1:4170';
  const cases: readonly (readonly [
    string,
    string | undefined,
    string | undefined,
    string | undefined,
    boolean,
  ])[] = [
    // method, Origin, Sec-Fetch-Site, Sec-Fetch-Mode, allowed
    ['GET', undefined, undefined, undefined, true], // curl
    ['POST', undefined, undefined, undefined, true], // curl
    ['GET', undefined, 'none', 'navigate', true], // address bar
    ['GET', undefined, 'same-origin', 'navigate', true],
    ['GET', undefined, 'cross-site', 'navigate', true], // a link from elsewhere
    ['GET', undefined, 'cross-site', 'no-cors', false], // an image or script of another page
    ['GET', undefined, 'same-site', 'no-cors', false], // another port of this machine
    ['POST', 'null', 'same-origin', 'navigate', true], // our form, under no-referrer
    ['POST', 'null', undefined, undefined, false], // a sandboxed page in an old browser
    ['POST', 'null', 'cross-site', 'navigate', false],
    ['POST', 'http://127.0.0.1:4170', 'same-origin', 'cors', true],
    ['POST', 'http://127.0.0.1:4170', undefined, undefined, true],
    ['POST', 'http://127.0.0.1:9999', 'same-site', 'cors', false],
    ['POST', 'https://127.0.0.1:4170', undefined, undefined, false],
    ['POST', 'https://example.org', 'cross-site', 'cors', false],
    ['POST', 'https://example.org', undefined, undefined, false],
    ['GET', 'https://example.org', 'cross-site', 'cors', false],
    ['POST', undefined, 'cross-site', 'navigate', false],
    ['DELETE', undefined, 'same-site', 'cors', false],
  ];
  for (const [method, origin, fetchSite, fetchMode, allowed] of cases) {
    const found = foreignOrigin({ method, host, origin, fetchSite, fetchMode });
    assert.equal(found === undefined, allowed, `${method} ${origin} ${fetchSite} ${fetchMode}: ${found}`);
  }
});

test('a foreign Host is 421 and a foreign Origin 403 on pages and on the interface, and nothing is written', async () => {
  const before = app.store.head();
  for (const path of ['/', '/api/v1/cases', '/cases/x', '/styles/cajal.css', '/health', '/nowhere']) {
    const rebound = await app.ask(path, { headers: { host: 'evil.example' } });
    assert.equal(rebound.status, 421, path);
    const foreign = await app.ask(path, { headers: { origin: 'https://evil.example' } });
    assert.equal(foreign.status, 403, path);
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
  }
  const headers = { ...signed, origin: 'https://evil.example' };
  const written = await app.ask('/api/v1/cases', { method: 'POST', headers, body: smallCase });
  assert.equal(written.status, 403);
  const body = formOf({ author: 'eve', text: smallCase });
  const form = await app.ask('/cases', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, body });
  assert.equal(form.status, 403);
  const problem: unknown = await written.json();
  assert.equal(typeof problem === 'object' && problem !== null && 'status' in problem && problem.status, 403);
  assert.deepEqual(app.store.head(), before);
});

test('every answer carries the headers, whatever its status', async () => {
  const requests: readonly (readonly [string, RequestInit, number])[] = [
    ['/', {}, 200],
    ['/about', {}, 200],
    ['/styles/report.css', {}, 200],
    ['/api/v1/health', {}, 200],
    ['/nowhere', {}, 404],
    ['/api/nowhere', {}, 404],
    ['/api/v1/cases', { method: 'DELETE' }, 405],
    ['/', { headers: { host: 'evil.example' } }, 421],
    ['/cases', {}, 303],
  ];
  for (const [path, init, status] of requests) {
    const answer = await app.ask(path, init);
    assert.equal(answer.status, status, path);
    const header = (name: string) => answer.headers.get(name);
    assert.equal(header('content-security-policy'), contentSecurityPolicy, path);
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('referrer-policy'), 'no-referrer');
    assert.equal(header('cross-origin-opener-policy'), 'same-origin');
    assert.equal(header('cross-origin-resource-policy'), 'same-origin');
    assert.ok(header('permissions-policy')?.includes('camera=()'));
    assert.equal(header('cache-control'), path.startsWith('/styles') ? 'no-cache' : 'no-store');
    assert.equal(header('set-cookie'), null);
  }
  assert.ok(!/unsafe|script-src|https?:/.test(contentSecurityPolicy));
});

test('the log holds method, route pattern, status and time, and nothing of a patient', async () => {
  await app.ask('/cases/very-secret-id/history?at=secret');
  await app.ask('/secret-address');
  const [named, unknown] = app.lines.slice(-2);
  assert.deepEqual({ ...named, ms: 0 }, { method: 'GET', route: '/cases/:id/history', status: 404, ms: 0 });
  assert.deepEqual({ ...unknown, ms: 0 }, { method: 'GET', route: 'none', status: 404, ms: 0 });
  assert.ok(!JSON.stringify(app.lines).includes('secret'));
});

test('a fault shows neither message nor stack, to the reader or in the log', async () => {
  const broken = openAskedApp((store) => ({
    ...store,
    list: () => {
      throw new TypeError('patient Smith is not a function');
    },
  }));
  try {
    for (const path of ['/', '/api/v1/cases']) {
      const answer = await broken.ask(path);
      assert.equal(answer.status, 500);
      assert.equal(answer.headers.get('content-security-policy'), contentSecurityPolicy);
      const text = await answer.text();
      assert.ok(!/Smith|TypeError|at file|\.ts:/.test(text), text);
    }
    const line = broken.lines.at(-1);
    assert.match(line?.fault ?? '', /^TypeError at .*guards\.test\.ts:\d+:\d+$/);
    assert.ok(!JSON.stringify(broken.lines).includes('Smith'));
  } finally {
    broken.close();
  }
});
