/**
 * The evidence pages and the terminal answer alike: what was known by a date, subgroups, the share after each report,
 * influence. Every study that a page names leads to its page, and no code of the library's format reaches a reader.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../knowledge/index.ts';
import { openAskedApp, root } from './asked-app.fixture.ts';

const places = knowledgePlaces(root);
const knowledge = loadKnowledge(places);
const content = loadPrinted(places);
const app = openAskedApp((store) => store, { knowledge, printed: () => content });
after(() => app.close());

const page = async (path: string, status = 200): Promise<string> => {
  const answer = await app.ask(path);
  assert.equal(answer.status, status, path);
  return answer.text();
};
const inNec = 'where=disease%3A+%7B+entity%3A+nec+%7D';

/** What the terminal prints of the same library. */
function terminal(...given: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(root, 'bin', 'cajal.js'), 'evidence', ...given], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
const statusLine = (html: string): string =>
  (/role="status">(.*?)<\/p>/s.exec(html)?.[1] ?? '').replaceAll(/<[^>]*>/g, '');

for (const date of ['2019-12-31', ''])
  test(`page and terminal agree on what was known by ${date === '' ? 'today' : date}`, async () => {
    const [query, given] = date === '' ? ['', []] : [`?asOf=${date}`, ['--as-of', date]];
    const statements = await page(`/evidence/statements${query}`);
    const said = lastLine(terminal('statements', ...given)).replace(', ', ': ');
    assert.ok(statusLine(statements).startsWith(`${said};`), `${statusLine(statements)} against ${said}`);
    // Nothing of the library was superseded by the end of 2019: what superseded it appeared later (TOPIC-NEC, NETTER-2).
    assert.match(said, date === '' ? / [1-9]\d* superseded, \d+ limited/ : / 0 superseded, 1 limited/);
    const register = await page(`/evidence/conflicts${query}`);
    const listed = lastLine(terminal('conflicts', ...given)).replace(/ of different questions$/, '');
    assert.ok(statusLine(register).startsWith(listed), `${statusLine(register)} against ${listed}`);
    assert.match(
      listed,
      date === '' ? /^\d+ conflicts: \d+ open, [1-9]\d* limited/ : /^(\d+) conflicts: \1 open, 0 limited/,
    );
    const [, number = ''] =
      /^(\d+) findings: .* values look wrong and are right$/m.exec(terminal('audit', ...given)) ?? [];
    assert.notEqual(number, '');
    assert.ok(statusLine(await page(`/evidence/audit${query}`)).startsWith(`${number} findings`), number);
  });

test('each strength at a date is that of the terminal', async () => {
  const html = await page('/evidence/statements?asOf=2019-12-31');
  const items = html.split('<li class="app-statement" id="s-').slice(1);
  const onPage = items.map((item) => [
    /^[^"]+/.exec(item)?.[0],
    /Strength, deduced<\/dt><dd>([a-z ]+)/.exec(item)?.[1],
  ]);
  const said = [
    ...terminal('statements', '--as-of', '2019-12-31').matchAll(
      /^(\S+): .*\n(?: {2}.*\n)*? {2}strength: ([a-z ]+);/gm,
    ),
  ].map(([, id, strength]) => [id, strength]);
  assert.ok(said.length > 100);
  assert.deepEqual(onPage, said);
});

test('a date leaves out what came later, says how much, and stays in the links', async () => {
  const html = await page('/evidence/statements?asOf=2019-12-31');
  assert.match(html, /name="asOf" value="2019-12-31"/);
  assert.match(html, /Left out, because not known by 31-Dec-2019: \d+ statements\./);
  assert.ok(!html.includes('id="s-nec-topic-ip"') && !html.includes('TOPIC-NEC'));
  const register = await page('/evidence/conflicts?asOf=2019-12-31');
  assert.match(register, /href="\/evidence\/statements\?asOf=2019-12-31#s-/);
  assert.doesNotMatch(register, /TOPIC-NEC|NETTER-2|SENECA/);
  const audit = await page('/evidence/audit?asOf=2005');
  assert.match(audit, /Left out, because not known by 2005: \d+ studies, 5 papers\./);
  assert.ok(audit.includes('id="mitry-1999-f-') && !audit.includes('id="hadoux-2015-f-'));
  assert.match(audit, /href="\/evidence\/audit\.csv\?asOf=2005"/);
  const csv = await page('/evidence/audit.csv?asOf=2005');
  assert.ok(csv.includes('mitry-1999') && !csv.includes('hadoux-2015'));
  assert.match(
    await page('/evidence/audit.md?asOf=2005'),
    /^# Audit of the evidence library, as known by 2005\n/,
  );
});

test('a date that is none is refused at its field', async () => {
  for (const path of ['statements', 'conflicts', 'audit', 'pool'])
    for (const wrong of ['soon', '2019-13', 'day 4', '31.12.2019']) {
      const question = path === 'pool' ? `${inNec}&` : '';
      const html = await page(`/evidence/${path}?${question}asOf=${encodeURIComponent(wrong)}`, 400);
      assert.match(html, /id="asOf-wrong".*is not a calendar date; write it as 2019, 2019-12 or 2019-12-31/s);
      assert.ok(!html.includes('class="app-statement"') && !html.includes('class="app-finding"'));
    }
  assert.equal((await app.ask('/evidence/audit.csv?asOf=soon')).status, 400);
});

test('subgroups, the share after each report and influence, only where they are asked for, as at the terminal', async () => {
  const question = `${inNec}&regimen=cisplatin-etoposide`;
  assert.doesNotMatch(await page(`/evidence/pool?${question}`), /id="(?:subgroups|after-each|each-does)"/);
  const html = await page(`/evidence/pool?${question}&by=design&cumulative=yes&influence=yes`);
  assert.match(html, /<option value="design" selected>/);
  assert.match(html, /not randomised groups: a difference between them is one of studies, and is not tested/);
  const asked = ['pool', '--outcome', 'objectiveResponse', '--where', '{ disease: { entity: nec } }'];
  const more = ['--regimen', 'cisplatin-etoposide', '--by', 'design', '--cumulative', '--influence'];
  const said = terminal(...asked, ...more);
  const rowsOf = (id: string): string => {
    const [, section = ''] = html.split(`<h2 id="${id}">`);
    return (
      section
        .split('<h2')[0]
        ?.replaceAll(/<[^>]*>/g, '|')
        .replaceAll(/\|+/g, '|')
        .replaceAll(' to ', '–') ?? ''
    );
  };
  const subgroups = [...said.matchAll(/^ {2}([^+:]+): (\d+) stud(?:y|ies), (\d+\.\d% \([^)]*\))$/gm)];
  assert.ok(subgroups.length > 0);
  for (const [, value = '', studies = '', share = ''] of subgroups)
    assert.ok(rowsOf('subgroups').includes(`|${value}|${studies}|${share}|`), rowsOf('subgroups'));
  const steps = [...said.matchAll(/^ {2}\+ (.*): (\d+\.\d% \([^)]*\))$/gm)];
  assert.ok(steps.length > 1);
  for (const [, study = '', share = ''] of steps)
    assert.ok(rowsOf('after-each').includes(`|${study}|${share}|`), study);
  assert.match(html, /id="each-does".*Mitry.*data-label="Influential"><div>(?:yes|no)</s);
  assert.match(
    await page(`/evidence/pool?${inNec}&by=colour`, 400),
    /id="by-wrong".*is no field of the studies/s,
  );
});

test('what may not borrow is shown with its treatment and selection, and in what the studies differ', async () => {
  const html = await page(`/evidence/borrow?${inNec}&nullRate=30`);
  assert.match(html, /Nothing is borrowed: the treatments differ.*tick &quot;Across treatments&quot;/);
  assert.match(html, /data-label="Treatment"><div>cisplatin \+ etoposide<\/div>/);
  assert.match(html, /<h2 id="comparability">/);
  const one = await page(
    `/evidence/borrow?${inNec}&regimen=irinotecan-cisplatin&nullRate=30&acrossTreatments=yes`,
  );
  assert.match(one, /name="acrossTreatments" value="yes" checked/);
  assert.ok(one.includes('id="tau"') && !one.includes('because it was asked for'));
});

test('NET and NEC are pooled together only where the mixture is asked for', async () => {
  const nen = 'where=disease%3A+%7B+entity%3A+nen+%7D';
  assert.match(await page(`/evidence/pool?${nen}`), /ask for the mixture by name/);
  const together = await page(`/evidence/pool?${nen}&mixed=yes`);
  assert.match(together, /binomial-normal model \(GLMM\)/);
  assert.match(together, /name="mixed" value="yes" checked/);
  assert.match(await page(`/evidence/pool?${nen}&outcome=markerPresent`, 400), /id="outcome-wrong"/);
});

test('a study that a page names leads to its page', async () => {
  const html = await page(`/evidence/pool?${inNec}&cumulative=yes&influence=yes`);
  for (const id of ['pooled', 'comparability', 'without', 'after-each', 'each-does', 'uncounted', 'times']) {
    const [, section = ''] = html.split(`<h2 id="${id}">`);
    const here = section.split('<h2')[0] ?? '';
    for (const [, cell = ''] of here.matchAll(
      /<th scope="row" data-label="(?:Study|Without|With)">(.*?)<\/th>/gs,
    ))
      assert.match(cell, /href="\/evidence\/studies\//, id);
    for (const { id: study } of knowledge.base.evidence.studies)
      for (const part of here.replaceAll(/<a [^>]*>.*?<\/a>/gs, '').split(/<[^>]*>/))
        assert.ok(!part.split(/[^\w-]+/).includes(study), `${study} without a link at ${id}`);
  }
  const statements = await page('/evidence/statements');
  const bareText = statements.replaceAll(/<a [^>]*>.*?<\/a>/gs, '').replaceAll(/<[^>]*>/g, ' ');
  for (const { studies } of knowledge.base.evidence.statements)
    for (const id of studies)
      assert.ok(!new RegExp(`[(,] ?${id}[),]`).test(bareText), `${id} without a link`);
});

test('no code of the format reaches a reader', async () => {
  const paths = [
    ...knowledge.base.evidence.studies.map(({ id }) => `/evidence/studies/${id}`),
    ...content.papers.flatMap(({ id, tables }) =>
      tables.map((table) => `/evidence/tables/${id}/${encodeURIComponent(table.id)}`),
    ),
    '/evidence',
    '/evidence/audit',
    '/evidence/statements',
    '/evidence/conflicts',
    `/evidence/pool?${inNec}&by=design&cumulative=yes&influence=yes`,
    `/evidence/pool?${inNec}&model=betaBinomial&document=003`,
    `/evidence/borrow?${inNec}&regimen=irinotecan-cisplatin&nullRate=30`,
  ];
  const names = /(?<!\w)(?:mTOR|pNETs?|pNEC|dMMR|mCRC|[a-z]*PD|[a-z]*NENs?)(?!\w)/g;
  for (const path of paths) {
    const html = await page(path);
    const text = html
      .replace(/^.*?<main/s, '<main')
      .replaceAll(/<code[^>]*>.*?<\/code>/gs, ' ')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(names, '');
    assert.deepEqual(
      [...text.matchAll(/\b[a-z]{2,}(?:[A-Z][a-z]+)+\b/g)].map(([word]) => word),
      [],
      path,
    );
  }
});
