/**
 * The pages in a real browser: WCAG 2.2 AA by axe-core on every kind of page, light and dark, narrow and wide; no
 * violation of the content security policy, no script, nothing from elsewhere, nothing wider than the window.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { readCase } from '../case/index.ts';
import { knowledgePlaces, loadKnowledge } from '../knowledge/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { exampleText, root } from './asked-app.fixture.ts';
import { inBrowser, withoutBrowser } from './browser.fixture.ts';
import { type RunningServer, startServer } from './start-server.ts';

const skip = withoutBrowser;

const folder = mkdtempSync(join(tmpdir(), 'cajal-browser-'));
let store: Store | undefined;
let server: RunningServer | undefined;

const hostile = `'"><script>document.title = "ran"</script><img src=x onerror="document.title = 1">`;

before(async () => {
  if (skip !== false) return;
  const now = () => new Date().toISOString();
  const opened = openStore({ folder: join(folder, 'data'), now });
  assert.ok(opened.ok);
  store = opened.store;
  for (const name of ['net-kit-exon11.yaml', 'synthetic-pancreatic-nec.yaml', 'kit-basket-pt-01.yaml']) {
    const { value } = readCase(exampleText(name));
    assert.ok(value);
    store.save(value.record.id, value.document, { author: 'ana', reason: 'test', expectedVersion: 0 });
  }
  const document = {
    cajal: 'case/1',
    id: 'hostile',
    title: hostile,
    provenance: { kind: 'synthetic', statement: hostile },
    patient: { sex: 'female', label: hostile },
    decisionPoints: [{ id: 'first', date: '2020', label: hostile, question: hostile }],
  };
  assert.ok(store.save('hostile', document, { author: hostile, reason: hostile, expectedVersion: 0 }).ok);
  const knowledge = loadKnowledge(knowledgePlaces(root));
  const started = await startServer({ store, knowledge, softwareVersion: '0.0.0-test', now, port: 0 });
  assert.ok(started.ok);
  server = started.server;
});

after(async () => {
  await server?.close();
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Seen {
  readonly page: Page;
  /** Messages of the console, requests to elsewhere and errors. */
  readonly complaints: readonly string[];
}

async function open(context: BrowserContext, path: string): Promise<Seen> {
  assert.ok(server);
  const { url } = server;
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
  await page.goto(`${url}${path}`);
  return { page, complaints };
}

/** Fails where a page is wider than the window, or axe finds a violation. */
async function assertSound(page: Page, path: string): Promise<void> {
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  assert.equal(overflow, 0, `${path} is wider than the window`);
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))`,
  );
  assert.deepEqual(found, [], path);
}

const pages = [
  '/',
  '/?q=kit&sort=class',
  '/cases/paper-000?at=progression-2012',
  '/cases/synthetic-pancreatic-nec?at=at-diagnosis&knowledgeAsOf=2026',
  '/cases/paper-000/print?at=progression-2012',
  '/cases/paper-000/history',
  '/cases/paper-000/follow-up',
  '/cases/paper-000/edit',
  '/cases/new',
  '/read',
  '/about',
] as const;
const settings = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

for (const { colorScheme, width } of settings) {
  test(`axe finds nothing, ${colorScheme}, ${width} wide`, { skip, timeout: 300_000 }, async () => {
    await inBrowser({ colorScheme, viewport: { width, height: 900 } }, async (context) => {
      for (const path of pages) {
        const { page, complaints } = await open(context, path);
        assert.deepEqual(complaints, [], path);
        await assertSound(page, path);
        await page.close();
      }
      const { page, complaints } = await open(context, '/read');
      await page.fill(
        '#text',
        'KIT V560del was detected. No BRAF mutation. Her mother carries a MEN1 mutation. NTRK fusion pending. Variant p.Q999Z.',
      );
      await page.click('button[type=submit]');
      assert.equal(await page.locator('.app-mentions tbody tr').count(), 4);
      await assertSound(page, 'a report that was read');
      assert.deepEqual(complaints, []);
      await page.close();
    });
  });
}

let attempts = 0;
test('markup of a record stays text; the forms work without script', { skip, timeout: 300_000 }, async () => {
  await inBrowser({}, async (context) => {
    attempts += 1;
    const typed = `typed-${attempts}`;
    for (const path of [
      '/',
      '/cases/hostile',
      '/cases/hostile?at=first',
      '/cases/hostile/history',
      '/cases/hostile/follow-up',
      '/cases/hostile/print',
      '/cases/hostile/edit',
    ]) {
      const { page, complaints } = await open(context, path);
      assert.deepEqual(complaints, [], path);
      const live = await page.evaluate(
        "document.querySelectorAll('script, img, iframe, object, [onerror], [style]').length",
      );
      assert.equal(live, 0, path);
      assert.notEqual(await page.title(), 'ran');
      await page.close();
    }
    const { page } = await open(context, '/cases/new');
    await page.fill('#author', 'bob');
    await page.fill('#text', 'cajal: case/1\nid: [');
    await page.click('button[type=submit]');
    assert.match((await page.textContent('[role=alert]')) ?? '', /line 2, column \d+/);
    assert.equal(await page.inputValue('#author'), 'bob');
    await page.fill(
      '#text',
      `cajal: case/1\nid: ${typed}\ntitle: Typed by hand\nprovenance: { kind: clinical }\npatient: { sex: male }\n`,
    );
    await page.click('button[type=submit]');
    assert.ok(page.url().endsWith(`/cases/${typed}`), page.url());
    assert.equal(store?.get(typed)?.author, 'bob');
    await page.click('text=Ask differently');
    await page.fill('#at', '2020-05');
    await page.click('text=Show the report');
    await page.waitForLoadState();
    assert.ok(page.url().includes(`/cases/${typed}?at=2020-05`), page.url());
    const { page: fresh } = await open(context, '/');
    await fresh.bringToFront();
    await fresh.keyboard.press('Tab');
    assert.equal(await fresh.evaluate('document.activeElement.className'), 'app-skip');
  });
});
