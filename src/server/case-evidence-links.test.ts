/**
 * From a report to the evidence: on a page of the server every study that is cited, every count and every finding of the audit
 * is one click from its place; in a file each is one line from it. The flag of the audit stands in every form of a report.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../knowledge/index.ts';
import { type ReportDocument, renderTerminal, reportDocument } from '../report/index.ts';
import { exampleText, openAskedApp, root, signed } from './asked-app.fixture.ts';

const places = knowledgePlaces(root);
const knowledge = loadKnowledge(places);
const content = loadPrinted(places);
const app = openAskedApp((store) => store, { knowledge, printed: () => content });
after(() => app.close());

const names = [
  'synthetic-pancreatic-nec',
  'net-kit-exon11',
  'kit-basket-pt-03',
  'checkpoint-1-pnet',
] as const;
const pages = new Map<string, string>();

async function page(path: string): Promise<string> {
  const held = pages.get(path);
  if (held !== undefined) return held;
  const answer = await app.ask(path);
  assert.equal(answer.status, 200, path);
  const html = await answer.text();
  pages.set(path, html);
  return html;
}

const ids = new Map<string, string>();
before(async () => {
  for (const name of names) {
    const body = exampleText(`${name}.yaml`);
    const answer = await app.ask('/api/v1/cases', { method: 'POST', headers: signed, body });
    assert.equal(answer.status, 201, name);
    const made: unknown = await answer.json();
    assert.ok(typeof made === 'object' && made !== null && 'id' in made);
    ids.set(name, String(made.id));
  }
});
const caseAt = (name: string, rest = ''): string =>
  `/cases/${encodeURIComponent(ids.get(name) ?? '')}${rest}`;

const evidenceLinks = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/href="(\/evidence\/studies\/[^"]+)"/g)].map(([, href = '']) => href)),
];
const citedStudy = /<a class="citation" href="([^"]*)"[^>]*>S\d+(?: [^<]*)?<\/a>/g;

for (const name of names)
  for (const form of ['', '/print'])
    test(`${name}${form}: each study, count and finding that is cited leads to its place on an evidence page`, async () => {
      const html = await page(caseAt(name, form));
      const links = evidenceLinks(html);
      assert.ok(links.length > 10, `${links.length} links`);
      for (const link of links) {
        const [path = '', anchor] = link.split('#');
        const there = await page(path);
        if (anchor !== undefined) assert.equal(there.split(` id="${anchor}"`).length, 2, link);
      }
      const cited = [...html.matchAll(citedStudy)].map(([, href = '']) => href);
      assert.ok(cited.length > 20);
      assert.deepEqual(
        cited.filter((href) => !href.startsWith('/evidence/studies/')),
        [],
      );
    });

test('counts, times, patients and findings are cited where they stand, not only their studies', async () => {
  const links = (
    await Promise.all(names.map(async (name) => evidenceLinks(await page(caseAt(name)))))
  ).flat();
  for (const anchor of [/#c\d+$/, /#m\d+$/, /#patients$/, /#audit$/, /#f-/])
    assert.ok(
      links.some((link) => anchor.test(link)),
      String(anchor),
    );
  // Paper 004, lines 138-139: 41.5% of 41; the first count of the study.
  assert.ok(links.includes('/evidence/studies/mitry-1999#c1'));
});

test('a file has no server: its links stay within it, and each study is named with its id and place', async () => {
  for (const name of names) {
    const html = await page(caseAt(name, '/report.html'));
    assert.deepEqual(evidenceLinks(html), []);
    assert.doesNotMatch(html, /(?:href|src|action)="\//);
    const own = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const cited = [...html.matchAll(citedStudy)].map(([, href = '']) => href);
    assert.ok(cited.length > 20);
    for (const href of cited) assert.ok(own.has(href.slice(1)), href);
    const entries = [...html.matchAll(/<tr id="study-\d+">.*?<\/tr>/gs)].map(([row]) => row);
    assert.ok(entries.length > 5);
    for (const row of entries) {
      const [, id = ''] = /<cite>([a-z0-9-]+)<\/cite>/.exec(row) ?? [];
      const study = knowledge.base.evidence.studies.find((each) => each.id === id);
      assert.ok(study, row);
      assert.match(row, /class="basis"/, 'the place it was read at');
    }
  }
});

const finding = 'mitry-1999/denominator/wdnet/best-response';
const said = /audit: impossible/;
/** What the curators say of it, in knowledge/studies/mitry-1999.yaml. */
const verdict = 'Curator: the recomputed value is used: 9.1, 36.4 and 54.5 fit 11 patients';

test('the flag of the audit stands in text, HTML, Markdown and JSON, and leads to its finding', async () => {
  const name = 'synthetic-pancreatic-nec';
  const answer = await app.ask(`/api/v1${caseAt(name, '/report')}`);
  const json: unknown = await answer.json();
  const report: ReportDocument = reportDocument.parse(
    typeof json === 'object' && json !== null && 'report' in json ? json.report : json,
  );
  const written = JSON.stringify(report);
  assert.match(written, /"kind":"badge","tone":"caution","text":"audit: impossible"/);
  assert.ok(written.includes(`"finding":"${finding}"`));

  const text = renderTerminal(report, { columns: 160, colour: false }).replace(/\s+/g, ' ');
  assert.match(text, said);
  assert.ok(text.includes(finding));

  for (const form of [written, await page(caseAt(name)), await page(caseAt(name, '/report.md'))])
    assert.ok(form.includes(verdict));

  const markdown = await page(caseAt(name, '/report.md'));
  assert.match(markdown, said);
  assert.ok(markdown.includes(finding));

  const file = await page(caseAt(name, '/report.html'));
  assert.match(file, said);
  assert.ok(file.includes(`<cite>${finding}</cite>`));

  const html = await page(caseAt(name));
  assert.match(html, said);
  const [, href = ''] = new RegExp(`<a class="citation" href="([^"]+)">${finding}</a>`).exec(html) ?? [];
  assert.equal(href, '/evidence/studies/mitry-1999#f-denominator-wdnet-best-response');
});

test('a study with any finding is flagged wherever an option cites it', async () => {
  const { integrity = {} } = knowledge.base.evidence;
  for (const name of names) {
    const html = await page(caseAt(name));
    const options = html.slice(html.indexOf('id="options-in-full"'), html.indexOf('id="appendix-evidence"'));
    const rows = [...options.matchAll(/<tr>.*?<\/tr>/gs)]
      .map(([row]) => row)
      .filter((row) => row.includes('href="#evidence-'));
    assert.ok(rows.length > 5);
    for (const row of rows)
      for (const [, study = ''] of row.matchAll(/>S\d+ [^<]*<\/a> \(([a-z0-9-]+)\)/g)) {
        const flags = integrity[study]?.length ?? 0;
        const flag = `href="/evidence/studies/${study}#audit"`;
        if (!/superseded|limited/.test(row)) assert.equal(row.includes(flag), flags > 0, `${name} ${study}`);
      }
  }
});
