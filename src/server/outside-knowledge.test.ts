/** A report of the server shows the user's packs as they are when it is asked for, in the page and in the interface. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readCase } from '../case/index.ts';
import type { OutsideStatement, OutsideStatements } from '../evidence/index.ts';
import { knowledgePlaces, loadKnowledge } from '../knowledge/index.ts';
import { answerBoard } from '../report/index.ts';
import { exampleText, openAskedApp, root } from './asked-app.fixture.ts';

const statement: OutsideStatement = {
  id: 'EID1',
  alsoIds: [],
  name: 'KIT V560DEL',
  when: { alteration: { gene: 'KIT', variant: 'p.V560del' } },
  genes: ['KIT'],
  disease: 'Made-up Tumor',
  drugs: ['Drug one'],
  supports: false,
  significance: 'Sensitivity/Response',
  level: 'C',
  status: 'accepted',
  citation: 'Nobody et al., 2012',
  year: 2011,
  pmids: [],
  trials: [],
  line: 2,
};
const held: readonly OutsideStatements[] = [
  {
    source: {
      id: 'made-up',
      name: 'Made-up base',
      version: '7',
      date: '2011',
      licence: 'CC0 1.0',
      hash: 'a'.repeat(64),
    },
    statements: [statement],
  },
];
let packs: readonly OutsideStatements[] = [];
const app = openAskedApp(undefined, { outside: () => ({ statements: packs }) });
after(() => app.close());
const { value } = readCase(exampleText('net-kit-exon11.yaml'));
assert.ok(value);
assert.ok(app.store.save('paper-000', value.document, { author: 'ana', reason: '', expectedVersion: 0 }).ok);

const asked = '?at=progression-2012';
const page = async (): Promise<string> => (await app.ask(`/cases/paper-000${asked}`)).text();

test('a pack that is brought in while the server runs is in the next report', async () => {
  assert.ok(!(await page()).includes('From outside knowledge bases'));
  packs = held;
  const html = await page();
  assert.match(html, /From outside knowledge bases/);
  assert.match(html, /does not support: Sensitivity\/Response/);
  assert.match(html, /Made-up base 7/);
  const json = await (await app.ask(`/api/v1/cases/paper-000/report${asked}`)).text();
  assert.match(json, /does not support: Sensitivity\/Response/);
  const markdown = await (await app.ask(`/cases/paper-000/report.md${asked}`)).text();
  assert.match(markdown, /From outside knowledge bases/);
});

test('it moves no option of the library', () => {
  const { base } = loadKnowledge(knowledgePlaces(root));
  const read = readCase(exampleText('net-kit-exon11.yaml'));
  assert.ok(read.value);
  const question = { at: 'progression-2012', without: [] };
  const without = answerBoard(read.value, base, question).value;
  const beside = answerBoard(read.value, base, question, { statements: held }).value;
  assert.ok(without && beside);
  assert.equal(beside.outside?.found.matches.length, 1);
  assert.ok(without.board.options.length > 0);
  assert.deepEqual(beside.board, without.board);
});
