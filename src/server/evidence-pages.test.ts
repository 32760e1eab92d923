/**
 * The evidence pages over the library of this package: every study, value, finding and table has a page and a place to link to;
 * what is asked wrongly is said at its field; nothing of the library or of a query becomes markup; axe finds nothing.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { BrowserContext } from 'playwright-core';
import { study } from '../evidence/index.ts';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../knowledge/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { type AskedApp, openAskedApp, root } from './asked-app.fixture.ts';
import { inBrowser, withoutBrowser } from './browser.fixture.ts';
import { type RunningServer, startServer } from './start-server.ts';

const places = knowledgePlaces(root);
const knowledge = loadKnowledge(places);
const content = loadPrinted(places);
const app = openAskedApp((store) => store, { knowledge, printed: () => content });
const bare = openAskedApp();
after(() => {
  app.close();
  bare.close();
});

const page = async (path: string, status = 200, of: AskedApp = app): Promise<string> => {
  const answer = await of.ask(path);
  assert.equal(answer.status, status, path);
  return answer.text();
};
const inNec = 'where=disease%3A+%7B+entity%3A+nec+%7D';

test('the list holds every study; a sieve lets through what fits', async () => {
  const html = await page('/evidence');
  const { studies } = knowledge.base.evidence;
  for (const { id } of studies) assert.ok(html.includes(`href="/evidence/studies/${id}"`), id);
  assert.match(html, /Research use, for professionals/);
  const before1995 = await page('/evidence?asOf=1995');
  assert.ok(before1995.includes('moertel-1991') && !before1995.includes('mitry-1999'));
  const found = await page('/evidence?entity=nec&document=004&q=cisplatin');
  assert.ok(found.includes('mitry-1999') && !found.includes('netter-1'));
});

test('a sieve that cannot be read says so at its field', async () => {
  assert.match(await page('/evidence?asOf=soon', 400), /id="asOf-wrong".*is not a calendar date/s);
  assert.match(await page('/evidence?entity=nobody', 400), /id="entity-wrong".*is no tumour/s);
  assert.match(await page('/evidence?document=999', 400), /id="document-wrong".*is no paper/s);
});

test('a study has a place for every count, value and finding, and each link on it leads somewhere', async () => {
  for (const { study: id, results } of content.printed) {
    const html = await page(`/evidence/studies/${id}`);
    for (let at = 1; at <= results.values.length; at += 1)
      assert.equal(html.split(` id="v${at}"`).length, 2, `${id} v${at}`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found);
    assert.equal(new Set(ids).size, ids.length, `${id} has an id twice`);
    for (const [, anchor = ''] of html.matchAll(/href="#([^"]+)"/g))
      assert.ok(ids.includes(anchor), `${id} #${anchor}`);
  }
});

test('Mitry 1999: the count with its exact interval, the inferred denominator and the findings on it', async () => {
  const html = await page('/evidence/studies/mitry-1999');
  // Paper 004, lines 138-139: 41.5% of 41; Clopper-Pearson of 17/41 by R: 0.2634 to 0.5786.
  assert.match(html, /17\/41<\/div>.*41\.5% \(26\.3% to 57\.9%\)/s);
  assert.match(html, /denominator inferred: /);
  assert.match(html, /The audit has findings on these responses: <a href="#f-/);
  assert.match(html, /Statements that rest on it/);
});

test('a study that is not there: the nearest name', async () => {
  assert.match(await page('/evidence/studies/mitry-199', 404), /Did you mean &quot;mitry-1999&quot;/);
});

test('the audit: every finding of the library, a sieve, and its files', async () => {
  const html = await page('/evidence/audit');
  assert.match(html, /id="mitry-1999-f-/);
  const [, all = ''] = /role="status">(\d+) findings/.exec(html) ?? [];
  assert.equal(html.split('class="app-finding"').length - 1 >= Number(all), true);
  const part = await page('/evidence/audit?outcome=truncated&document=004');
  assert.ok(!part.includes('app-badge-impossible') && part.includes('app-badge-truncated'));
  const csv = await app.ask('/evidence/audit.csv?outcome=truncated');
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/);
  const lines = (await csv.text()).trimEnd().split('\n');
  assert.ok(lines.length > 1 && lines.slice(1).every((line) => line.includes(',truncated,')));
  assert.match(await page('/evidence/audit.md'), /^# Audit of the evidence library\n/);
});

test('a link from the audit leads to the printed value on the page of its study', async () => {
  const html = await page('/evidence/audit');
  const links = [...html.matchAll(/href="(\/evidence\/studies\/[^"#]+)#(v\d+)"/g)].slice(0, 40);
  assert.ok(links.length > 0);
  for (const [, path = '', anchor = ''] of links)
    assert.ok((await page(path)).includes(` id="${anchor}"`), path);
});

test('a table of a paper, with the values of each study', async () => {
  const html = await page('/evidence/tables/004/1');
  assert.match(
    html,
    /In the columns of the paper.*<a href="\/evidence\/studies\/moertel-1991">Moertel \(1991\) \[16\]<\/a>/s,
  );
  assert.match(html, /href="\/evidence\/studies\/mitry-1999#v\d+"/);
  assert.match(await page('/evidence/tables/004/9', 404), /has no &quot;Table 9&quot;; it has Table 1/);
  assert.match(await page('/evidence/tables/999/1', 404), /has no paper/);
});

test('the pool page: the form alone, then the answer with everything that speaks against pooling', async () => {
  const form = await page('/evidence/pool');
  assert.ok(form.includes('<textarea id="where"') && !form.includes('id="result"'));
  const html = await page(`/evidence/pool?${inNec}&outcome=objectiveResponse`);
  for (const words of [
    'binomial-normal model (GLMM)',
    't quantile, k - 2 degrees of freedom',
    'In what these studies differ',
    'Leaving out one study',
    'Medians as printed, not pooled',
    'Not in, and why',
    'no model tells',
  ])
    assert.ok(html.includes(words), words);
  assert.match(html, /<img src="\/evidence\/pool\/forest\.svg\?[^"]+&amp;width=960" alt="Forest of /);
  assert.match(html, /<img src="\/evidence\/pool\/funnel\.svg/);
});

test('a question that cannot be read: the form again, with the issue at its field', async () => {
  const html = await page('/evidence/pool?where=disease%3A+nec', 400);
  assert.match(html, /id="where-wrong".*a mapping should stand here/s);
  assert.ok(html.includes('disease: nec</textarea>') && !html.includes('id="result"'));
  for (const [query, field] of [
    ['outcome=cure', 'outcome'],
    ['drug=nosuchdrug', 'drug'],
    ['regimen=none-such', 'regimen'],
    ['denominator=all', 'denominator'],
    ['model=magic', 'model'],
    ['document=999', 'document'],
    ['asOf=soon', 'asOf'],
  ] as const)
    assert.ok((await page(`/evidence/pool?${inNec}&${query}`, 400)).includes(`id="${field}-wrong"`), query);
  assert.match(await page('/evidence/pool?where=', 400), /say which patients/);
  assert.equal((await app.ask('/evidence/pool/forest.svg?where=x')).status, 400);
});

test('figures bring their own policy; a funnel of fewer than ten studies only when it is asked for', async () => {
  const forest = await app.ask(`/evidence/pool/forest.svg?${inNec}&width=340`);
  assert.match(forest.headers.get('content-security-policy') ?? '', /style-src 'unsafe-inline'/);
  assert.match(await forest.text(), /^<svg [^>]*width="340"/);
  const few = `${inNec}&regimen=cisplatin-etoposide`;
  assert.match(await page(`/evidence/pool/funnel.svg?${few}`, 404), /fewer than 10/);
  const fewHtml = await page(`/evidence/pool?${few}`);
  assert.match(fewHtml, /Draw it all the same/);
  // By the end of 2012: Moertel, Mitry, Iwasa and Patta.
  assert.match(
    await page(`/evidence/pool?${few}&asOf=2012`),
    /4 studies are too few to say how much they differ/,
  );
  assert.match(await page(`/evidence/pool/funnel.svg?${few}&funnel=yes`), /Fewer than ten studies/);
  const csv = await page(`/evidence/pool.csv?${inNec}`);
  assert.match(csv, /^study,id,count,of,/);
});

test('what studies borrow: each by itself first, with priors, their sensitivity and enumerated false positives', async () => {
  const few = `${inNec}&regimen=irinotecan-cisplatin`;
  const form = await page(`/evidence/borrow?${few}`);
  assert.ok(form.includes('name="regimen" value="irinotecan-cisplatin"') && !form.includes('id="tau"'));
  const html = await page(`/evidence/borrow?${few}&nullRate=30`);
  assert.ok(html.indexOf('>By itself<') < html.indexOf('>Hierarchical<'));
  assert.match(html, /tau half-normal\(0\.5\)/);
  assert.match(html, /outcomes enumerated/);
  for (const wrong of ['0', '100', 'x', '-3', '1e1'])
    assert.match(await page(`/evidence/borrow?${few}&nullRate=${wrong}`, 400), /id="nullRate-wrong"/, wrong);
});

test('NET and NEC never borrow from each other', async () => {
  const html = await page('/evidence/borrow?where=disease%3A+%7B+entity%3A+nen+%7D&nullRate=20');
  assert.match(html, /Nothing is borrowed: /);
});

test('what was known by a date', async () => {
  const html = await page(`/evidence/pool?${inNec}&asOf=2008`);
  assert.ok(html.includes('mitry-1999#c') && !html.includes('olsen-2012#c'));
});

test('statements with strength, reasons and review; conflicts with both sides', async () => {
  const html = await page('/evidence/statements');
  for (const { id } of knowledge.base.evidence.statements) assert.ok(html.includes(`id="s-${id}"`), id);
  assert.match(html, /Strength, deduced/);
  assert.ok((await page('/evidence/statements?q=mitry')).length < html.length / 2);
  const conflicts = await page('/evidence/conflicts');
  assert.match(conflicts, /Side A/);
  assert.match(conflicts, /Different questions/);
});

test('a library that holds nothing has the same pages', async () => {
  for (const path of [
    '/evidence',
    '/evidence/audit',
    '/evidence/statements',
    '/evidence/conflicts',
    '/evidence/pool',
  ])
    await page(path, 200, bare);
  assert.match(await page(`/evidence/pool?${inNec}`, 200, bare), /No study answers the question/);
  await page('/evidence/studies/study-a', 200, bare);
});

test('words of the library and of a query stay words', async () => {
  const hostile = `'"><script></script><img src=x>`;
  const place = { document: '004', lines: '1', section: hostile, text: hostile };
  const made = study.parse({
    cajal: 'study/1',
    id: 'hostile',
    title: hostile,
    citation: { year: 2000, authors: hostile },
    published: '2000',
    verification: 'read',
    readIn: place,
    design: { type: 'singleArmTrial', centres: hostile },
    selection: 'enrolled',
    population: { words: hostile, entity: 'nec', enrolled: 12 },
    arms: [{ id: 'a', label: hostile }],
    counts: [
      { outcome: 'objectiveResponse', count: 3, of: 12, denominator: 'enrolled', printed: hostile, place },
    ],
    remarks: [{ text: hostile, place }],
    printed: {
      groups: [{ id: 'all', words: hostile }],
      values: [
        { group: 'all', what: 'patients', value: '12', as: 'count', place },
        { group: 'all', what: 'objectiveResponse', value: '26', as: 'percent', place },
      ],
    },
  });
  const evidence = { ...knowledge.base.evidence, studies: [made], statements: [] };
  const asked = openAskedApp((store) => store, {
    knowledge: { ...knowledge, base: { ...knowledge.base, evidence } },
  });
  const query = encodeURIComponent(hostile);
  for (const [path, status] of [
    ['/evidence', 200],
    [`/evidence?q=${query}&document=${query}&entity=${query}&asOf=${query}`, 400],
    ['/evidence/studies/hostile', 200],
    [`/evidence/studies/${query}`, 404],
    [`/evidence/tables/${query}/${query}`, 404],
    [`/evidence/audit?check=${query}&document=${query}&outcome=${query}`, 200],
    [`/evidence/pool?${inNec}`, 200],
    [`/evidence/pool?where=${query}&drug=${query}&regimen=${query}&outcome=${query}&asOf=${query}`, 400],
    [`/evidence/pool/forest.svg?${inNec}`, 200],
    [`/evidence/statements?q=${query}`, 200],
    [`/evidence/statements?q=${query}&asOf=${query}`, 400],
    [`/evidence/conflicts?asOf=${query}`, 400],
    [`/evidence/audit?asOf=${query}`, 400],
    [`/evidence/pool?${inNec}&by=${query}`, 400],
  ] as const) {
    const html = await page(path, status, asked);
    assert.ok(!/<script|<img src=x/i.test(html), path);
  }
  asked.close();
});

const folder = mkdtempSync(join(tmpdir(), 'cajal-evidence-'));
let store: Store | undefined;
let server: RunningServer | undefined;
before(async () => {
  if (withoutBrowser !== false) return;
  const now = () => new Date().toISOString();
  const opened = openStore({ folder: join(folder, 'data'), now });
  assert.ok(opened.ok);
  store = opened.store;
  const started = await startServer({
    store,
    knowledge,
    printed: () => content,
    softwareVersion: '0.0.0-test',
    now,
    port: 0,
  });
  assert.ok(started.ok);
  server = started.server;
});
after(async () => {
  await server?.close();
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const groupsOfPaths = [
  ['/evidence?document=003', '/evidence/studies/mitry-1999', '/evidence/tables/004/1'],
  ['/evidence/audit?document=003', '/evidence/conflicts', '/evidence/statements?q=mitry'],
  [
    '/evidence/pool?where=disease%3A+nec',
    `/evidence/pool?${inNec}`,
    `/evidence/borrow?${inNec}&regimen=irinotecan-cisplatin&nullRate=30`,
  ],
  [
    `/evidence/pool?${inNec}&by=design&cumulative=yes&influence=yes`,
    '/evidence/statements?asOf=soon',
    '/evidence/conflicts?asOf=2019-12-31',
    '/evidence/audit?asOf=2005',
  ],
] as const;
for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 340])
    test(`axe finds nothing on the evidence pages, ${colorScheme}, ${width} wide`, {
      skip: withoutBrowser,
      timeout: 600_000,
    }, async () => {
      for (const paths of groupsOfPaths)
        await inBrowser({ colorScheme, viewport: { width, height: 900 } }, async (context) => {
          for (const path of paths) await assertSound(context, path);
        });
    });

/** Fails where a page says something on the console, is wider than the window, or axe finds a violation. */
async function assertSound(context: BrowserContext, path: string): Promise<void> {
  assert.ok(server);
  const complaints: string[] = [];
  const opened = await context.newPage();
  opened.on('console', (message) => {
    if (!message.text().includes('400 (Bad Request)')) complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.goto(`${server.url}${path}`);
  assert.deepEqual(complaints, [], path);
  const overflow = await opened.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  assert.equal(overflow, 0, `${path} is wider than the window`);
  await opened.evaluate(axe.source);
  const found: unknown = await opened.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))`,
  );
  assert.deepEqual(found, [], path);
  await opened.close();
}
