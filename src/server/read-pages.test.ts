/** The page that reads a report: mentions with result and owner, text shown as text only, nothing kept and nothing logged. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formOf, openAskedApp } from './asked-app.fixture.ts';

const app = openAskedApp();
after(() => app.close());

async function read(text: string): Promise<string> {
  const answer = await app.ask('/read', { method: 'POST', body: formOf({ text }) });
  assert.equal(answer.status, 200);
  return answer.text();
}

/** The cells of the table's rows as plain words. */
const rowsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<tr id="mention-\d+">(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

test('the form', async () => {
  const answer = await app.ask('/read');
  assert.equal(answer.status, 200);
  const html = await answer.text();
  assert.match(html, /<textarea id="text" name="text"/);
  assert.match(html, /href="\/read" aria-current="page"/);
  assert.ok(!html.includes('What was read'));
});

test('each mention with its words, result and owner; the text marked at the same places', async () => {
  const html = await read(
    'No KIT mutation was detected.\r\nHer mother carries a MEN1 mutation. Ki-67 is pending.',
  );
  assert.deepEqual(rowsOf(html), [
    '1. KIT mutation KIT variant mutation not found the patient',
    '2. MEN1 mutation MEN1 variant mutation found a relative',
    '3. Ki-67 Ki-67 Ki-67 pending the patient',
  ]);
  assert.match(html, /No <mark class="app-said app-said-absent"><a href="#mention-1">KIT mutation<sup>1/);
  assert.match(html, /app-said-other"><a href="#mention-2">MEN1 mutation/);
});

test('what was not understood is listed and marked; a text without a mention says so', async () => {
  const html = await read('TP53 was sequenced. The variant K642E was seen.');
  assert.match(html, /app-said-unread" title="not understood">K642E<\/mark>/);
  assert.match(html, /<h3>Not understood<\/h3>/);
  assert.match(await read('The weather is fine.'), /No mention of an alteration/);
});

test('markup in the text stays text', async () => {
  const html = await read('<script>alert(1)</script> KIT <b>mutation</b> & "quotes" </textarea><img src=x>');
  assert.ok(!/<script|<img|<b>mutation/.test(html));
  assert.ok(html.includes('&lt;script&gt;'));
});

test('wrong input is answered with a page', async () => {
  const asJson = await app.ask('/read', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  assert.equal(asJson.status, 415);
  const long = await app.ask('/read', { method: 'POST', body: formOf({ text: 'x'.repeat(9_200_000) }) });
  assert.equal(long.status, 413);
  assert.match(await read('a KIT mutation '.repeat(80_000)), /at most 1000000 are read/);
  assert.match(await read('  '), /Text of the report/);
});

test('the text reaches neither the store nor the log', async () => {
  await read('Zebrafinch report: KIT V560del was detected.');
  assert.equal(app.store.list().length, 0);
  assert.ok(!JSON.stringify(app.lines).includes('Zebrafinch'));
  assert.ok(app.lines.length > 0);
});
