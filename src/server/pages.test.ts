/** The pages: what they show, and that what a user wrote is shown as text only. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readCase, readCaseDocument } from '../case/index.ts';
import { exampleText, formOf, openAskedApp, smallCase } from './asked-app.fixture.ts';

const app = openAskedApp();
after(() => app.close());

function save(text: string, author = 'ana', reason = ''): string {
  const { value } = readCase(text);
  assert.ok(value);
  const { id } = value.record;
  const expectedVersion = app.store.history(id).at(-1)?.version ?? 0;
  assert.ok(app.store.save(id, value.document, { author, reason, expectedVersion }).ok);
  return id;
}

async function page(path: string, status = 200): Promise<string> {
  const answer = await app.ask(path);
  assert.equal(answer.status, status, path);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  return answer.text();
}

save(exampleText('net-kit-exon11.yaml'));
save(exampleText('synthetic-pancreatic-nec.yaml'), 'ana', 'second look');
save(smallCase);

test('the list shows every case with origin, patient, decision points, class and version', async () => {
  const html = await page('/');
  for (const words of [
    '48-year-old man',
    'Woman of 50',
    'published',
    'synthetic',
    '3 cases',
    '09-Sep-2026 14:05 UTC',
  ])
    assert.ok(html.includes(words), words);
  assert.match(html, /<a class="app-target" href="\/cases\/paper-000">Paper 000/);
  assert.match(html, /neuroendocrine carcinoma \(NEC\)/);
  assert.match(html, /version 1, ana/);
});

test('a page at an earlier decision point does not show the words of a later one', async () => {
  const early = await page('/cases/paper-000?at=fna-2009');
  assert.match(early, /A later point/);
  assert.ok(!early.includes('molecular profile'), 'the label of the point of 2012');
  const late = await page('/cases/paper-000?at=progression-2012');
  assert.ok(late.includes('molecular profile'));
  assert.ok(!late.includes('A later point'));
});

test('the list is filtered by words and ordered by a column', async () => {
  const filtered = await page('/?q=synthetic+nec');
  assert.match(filtered, /1 of 3 cases/);
  assert.ok(!filtered.includes('48-year-old'));
  assert.match(await page('/?q=kit'), /1 of 3 cases/, 'a gene with a finding');
  assert.match(await page('/?q=nobody'), /No case fits/);
  const order = (html: string) =>
    [...html.matchAll(/href="\/cases\/([a-z0-9-]+)"/g)].map((match) => match[1]).filter((id) => id !== 'new');
  const up = order(await page('/?sort=title'));
  assert.deepEqual(up, ['small', 'paper-000', 'synthetic-pancreatic-nec']);
  assert.deepEqual(order(await page('/?sort=title&direction=down')), up.toReversed());
  assert.match(
    await page('/?sort=class'),
    /aria-sort="ascending"><a href="\/\?sort=class&amp;direction=down"/,
  );
  assert.deepEqual(order(await page('/?sort=nonsense&page=-3')), up);
});

test('a case is a report with its decision points, each a link, the chosen one marked', async () => {
  const html = await page('/cases/paper-000?at=progression-2012');
  for (const at of ['fna-2009', 'referral-2010', 'progression-2012'])
    assert.ok(html.includes(`href="/cases/paper-000?at=${at}"`), at);
  assert.match(html, /href="\/cases\/paper-000\?at=progression-2012" aria-current="true"/);
  assert.match(html, /<div class="cajal-report">/);
  assert.ok(html.includes('href="/api/v1/cases/paper-000/report?at=progression-2012"'));
  assert.ok(html.includes('href="/cases/paper-000/report.md?at=progression-2012"'));
  const whole = await page('/cases/paper-000');
  assert.match(whole, /href="\/cases\/paper-000" aria-current="true"/);
});

test('a question keeps its other parts when another decision point is chosen', async () => {
  const html = await page('/cases/paper-000?at=2011&knowledgeAsOf=2012&without=a%2C+b');
  assert.match(html, /<details class="app-question" open>/);
  assert.ok(
    html.includes('href="/cases/paper-000?at=fna-2009&amp;knowledgeAsOf=2012&amp;without=a&amp;without=b"'),
  );
  assert.match(html, /name="knowledgeAsOf" value="2012"/);
  assert.match(html, /name="without" value="a, b"/);
});

test('a question that cannot be answered is said on the page, with the ways on', async () => {
  const unknown = await page('/cases/paper-000?at=nowhere', 404);
  assert.match(unknown, /is neither a date nor a decision point/);
  assert.ok(unknown.includes('href="/cases/paper-000?at=fna-2009"'));
  assert.match(await page('/cases/paper-000?knowledgeAsOf=yesterday', 400), /is not a calendar date/);
  await page('/cases/paper-000/print?at=nowhere', 404);
});

test('other forms of the report', async () => {
  const print = await page('/cases/paper-000/print?at=2012-07');
  assert.match(print, /<link rel="stylesheet" href="\/cases\/paper-000\/print\.css\?at=2012-07">/);
  assert.ok(!/<style|<script/.test(print));
  const css = await app.ask('/cases/paper-000/print.css?at=2012-07');
  assert.equal(css.headers.get('content-type'), 'text/css; charset=utf-8');
  const markdown = await app.ask('/cases/paper-000/report.md');
  assert.equal(markdown.headers.get('content-type'), 'text/markdown; charset=utf-8');
  const file = await app.ask('/cases/paper-000/report.html');
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="board-paper-000.html"');
});

test('history: versions, reasons, the audit log; an earlier version can be read', async () => {
  const changed = smallCase.replace('A small case', 'A changed case');
  save(changed, 'bob', 'a better title');
  const history = await page('/cases/small/history');
  for (const words of ['a better title', 'bob', 'create, version 1', 'change, version 2'])
    assert.ok(history.includes(words), words);
  const earlier = await page('/cases/small?version=1');
  assert.match(earlier, /This is not the newest version/);
  assert.match(earlier, /A small case/);
  assert.ok(earlier.includes('href="/cases/small?at=first&amp;version=1"'));
});

test('what is not there is 404, what was removed 410, without a stack', async () => {
  for (const path of [
    '/nowhere',
    '/cases/none',
    '/cases/none/history',
    '/cases/%E0%A4%A',
    '/cases/small?version=9',
  ])
    assert.match(await page(path, 404), /Not found/);
  const id = save(smallCase.replace('id: small', 'id: gone'));
  assert.ok(app.store.remove(id, { author: 'ana', reason: '', expectedVersion: 1 }).ok);
  await page('/cases/gone', 410);
  assert.match(await page('/cases/gone/history'), /removed/);
  assert.ok(!(await page('/')).includes('/cases/gone'));
});

test('a record that this version cannot read is listed as such and does not break the list', async () => {
  const broken = openAskedApp();
  try {
    assert.ok(
      broken.store.save(
        'odd',
        { cajal: 'case/99', id: 'odd' },
        { author: 'ana', reason: '', expectedVersion: 0 },
      ).ok,
    );
    const list = await (await broken.ask('/')).text();
    assert.match(list, /cannot be read/);
    assert.equal((await broken.ask('/cases/odd')).status, 422);
    assert.equal((await broken.ask('/api/v1/cases/odd/report')).status, 422);
    assert.equal((await broken.ask('/api/v1/cases/odd')).status, 200);
  } finally {
    broken.close();
  }
});

test('every page says for whom it is, and has a language, one main part, one h1 and a way to skip to it', async () => {
  for (const path of [
    '/',
    '/cases/new',
    '/about',
    '/cases/small',
    '/cases/small/history',
    '/cases/small/edit',
  ]) {
    const html = await page(path);
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    assert.equal(html.match(/<main /g)?.length, 1, path);
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, path);
    assert.match(html, /<a class="app-skip" href="#main">/);
    assert.match(html, /Research use only/);
    assert.ok(
      !/<script|<style| style=|https?:\/\/(?!pubmed|doi|clinicaltrials|www\.w3\.org)/.test(html),
      path,
    );
  }
});

const payload =
  '</textarea></title></style>"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;\'';

/** The document with the payload in every text that stays valid with it, and how many those are. */
function poisoned(document: unknown): { readonly document: unknown; readonly fields: number } {
  let fields = 0;
  const root = { value: structuredClone(document) };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, member] of Object.entries(node)) {
      if (typeof member !== 'string') {
        visit(member);
        continue;
      }
      Reflect.set(node, key, payload);
      const isUsable = readCaseDocument(root.value).value !== undefined;
      if (isUsable) fields += 1;
      else Reflect.set(node, key, member);
    }
  };
  visit(root);
  return { document: root.value, fields };
}

/** Tags that no page of ours has, and attributes that run. */
function assertDead(html: string, where: string): void {
  assert.ok(!/<(?:script|img|iframe|object|embed|svg|b)\b/i.test(html), `${where}: a live tag`);
  for (const tag of html.matchAll(/<[a-z][^>]*>/gi))
    assert.ok(!/\sonerror\s*=/i.test(tag[0].replace(/"[^"]*"/g, '')), `${where}: ${tag[0]}`);
}

test('markup in any text of a case, in an author, a reason or a query is shown as text', async () => {
  const names = ['net-kit-exon11.yaml', 'prrt-pancreatic-discordant.yaml'];
  for (const name of names) {
    const reading = readCase(exampleText(name)).value;
    assert.ok(reading);
    const { document, fields } = poisoned(reading.document);
    assert.ok(fields > 30, `${name}: only ${fields} texts could be replaced`);
    const { id, decisionPoints } = reading.record;
    const expectedVersion = app.store.history(id).at(-1)?.version ?? 0;
    const saved = app.store.save(id, document, { author: payload, reason: payload, expectedVersion });
    assert.ok(saved.ok);
    const questions = ['', ...decisionPoints.map((point) => `?at=${point.id}`)];
    const paths = [
      ...questions.flatMap((question) => [
        `/cases/${id}${question}`,
        `/cases/${id}/print${question}`,
        `/cases/${id}/report.html${question}`,
      ]),
      `/cases/${id}/history`,
      `/cases/${id}/edit`,
    ];
    for (const path of paths) {
      const html = await (await app.ask(path)).text();
      assertDead(html, path);
      assert.ok(html.includes('&lt;script&gt;'), `${path} shows it as text`);
    }
  }
  const asked = encodeURIComponent(payload);
  for (const path of [
    `/?q=${asked}`,
    `/cases/small?at=${asked}`,
    `/cases/small?knowledgeAsOf=${asked}`,
    `/cases/small?without=${asked}`,
    `/${asked}`,
    `/cases/${asked}`,
  ])
    assertDead(await (await app.ask(path)).text(), path);
  const body = formOf({ author: payload, reason: payload, text: `${payload}: [` });
  assertDead(await (await app.ask('/cases', { method: 'POST', body })).text(), 'the form, sent again');
  assertDead(await page('/'), 'the list');
});
