/** The follow-up of a case: cut at the clock, figures as SVG under a policy of their own, data as CSV, problems as pages. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readCase } from '../case/index.ts';
import { exampleText, openAskedApp } from './asked-app.fixture.ts';

const app = openAskedApp();
after(() => app.close());
const { value } = readCase(exampleText('net-kit-exon11.yaml'));
assert.ok(value);
app.store.save(value.record.id, value.document, { author: 'ana', reason: 'test', expectedVersion: 0 });

const page = async (path: string): Promise<string> => {
  const answer = await app.ask(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

test('the page shows the timeline, the responses and every section', async () => {
  const html = await page('/cases/paper-000/follow-up');
  assert.match(html, /<img src="\/cases\/paper-000\/timeline\.svg\?width=960" alt="Timeline\. /);
  for (const title of [
    'Response by course',
    'Lines of treatment',
    'Times to events',
    'Adverse events, worst grade',
  ])
    assert.ok(html.includes(title), title);
  assert.match(html, /Research use, for professionals/);
});

test('a board that sat earlier does not see what came later', async () => {
  // Paper 000: chromogranin A fell to 4 ng/mL under imatinib, which began in July 2012.
  const [whole, before] = [
    await page('/cases/paper-000/follow-up'),
    await page('/cases/paper-000/follow-up?at=progression-2012'),
  ];
  assert.ok(whole.includes('4 ng/mL'));
  assert.ok(!before.includes('<div>4 ng/mL</div>'));
  const csv = await page('/cases/paper-000/marker-series.csv?at=progression-2012');
  assert.ok(!csv.includes(',4,'), csv);
});

test('a figure is an SVG that brings its colours and nothing else', async () => {
  const answer = await app.ask('/cases/paper-000/timeline.svg?width=340');
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^image\/svg\+xml/);
  assert.equal(
    answer.headers.get('content-security-policy'),
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  );
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.match(await answer.text(), /^<svg [^>]*width="340"/);
});

test('widths outside the range are brought into it', async () => {
  assert.match(await page('/cases/paper-000/timeline.svg?width=9'), /^<svg [^>]*width="300"/);
  assert.match(await page('/cases/paper-000/timeline.svg?width=1e9'), /^<svg [^>]*width="2000"/);
  assert.match(await page('/cases/paper-000/timeline.svg?width=wide'), /^<svg [^>]*width="680"/);
});

test('no case, no such time', async () => {
  assert.equal((await app.ask('/cases/nobody/follow-up')).status, 404);
  assert.equal((await app.ask('/cases/nobody/timeline.svg')).status, 404);
  assert.equal((await app.ask('/cases/paper-000/follow-up?at=nonsense')).status, 400);
});
