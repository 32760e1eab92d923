/** A report of the server shows the user's packs as they are when it is asked for, in the page and in the interface. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readCase } from '../case/index.ts';
import type { OutsideStatement, OutsideStatements } from '../evidence/index.ts';
import {
  importPack,
  knowledgePlaces,
  type LoadedPacks,
  loadKnowledge,
  outsideKnowledgeOf,
  packShelf,
} from '../knowledge/index.ts';
import { answerBoard, type OutsideKnowledge } from '../report/index.ts';
import { exampleText, openAskedApp, root } from './asked-app.fixture.ts';

const statement: OutsideStatement = {
  id: 'EID1',
  alsoIds: [],
  name: 'KIT V560DEL',
  when: { alteration: { gene: 'KIT', variant: 'p.V560del' } },
  genes: ['KIT'],
  disease: 'Made-up Tumor',
  drugs: ['Drug one'],
  direction: 'doesNotSupport',
  significance: 'Sensitivity/Response',
  level: 'C',
  ratings: [],
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

/** A server over the packs of a folder, as `cajal serve` makes it; `reads` counts how often they were read. */
function openOverFolder() {
  const data = mkdtempSync(join(tmpdir(), 'cajal-outside-'));
  const shelf = packShelf(data);
  const seen: { loaded: LoadedPacks; outside: OutsideKnowledge }[] = [];
  const own = openAskedApp(undefined, {
    knowledge: loadKnowledge(knowledgePlaces(root)),
    outside: () => {
      const loaded = shelf();
      const last = seen.at(-1);
      if (last?.loaded === loaded) return last.outside;
      const outside = outsideKnowledgeOf(loaded);
      seen.push({ loaded, outside });
      return outside;
    },
  });
  const stored = readCase(exampleText('net-kit-exon11.yaml'));
  assert.ok(stored.value);
  own.store.save('paper-000', stored.value.document, { author: 'ana', reason: '', expectedVersion: 0 });
  const bring = (bytes: Uint8Array, file: string): void => {
    const now = '2026-01-02T03:04:05.000Z';
    const { issues } = importPack({ kind: 'civic', bytes, file, data, author: 'ana', now });
    assert.deepEqual(issues, []);
  };
  const report = async (): Promise<string> =>
    (await own.ask('/cases/paper-000?at=progression-2012&knowledgeAsOf=2026')).text();
  return {
    bring,
    report,
    ask: own.ask,
    reads: () => seen.length,
    packPath: join(data, 'packs', 'civic.json'),
    close: () => {
      own.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const table = [
  'gene\tvariant\tdisease\tdrugs\tevidence_type\tevidence_direction\tevidence_level\tclinical_significance\tevidence_id\tevidence_status\tcitation',
  'KIT\tV560DEL\tMade-up Tumor\tDrug nine\tPredictive\tDoes Not Support\tC\tSensitivity/Response\t1\taccepted\tNobody, 2011',
].join('\n');

test('packs of the folder: seen when they change, not read again while they do not, a damaged one said', async () => {
  const server = openOverFolder();
  try {
    assert.ok(!(await server.report()).includes('From outside knowledge bases'));
    server.bring(new TextEncoder().encode(table), 'made_2012-01-01.tsv');
    assert.match(await server.report(), /Drug nine[\s\S]*does not support: Sensitivity\/Response/);
    await server.report();
    assert.match(
      await (await server.ask('/api/v1/cases/paper-000/report?knowledgeAsOf=2026')).text(),
      /Drug nine/,
    );
    assert.equal(server.reads(), 2, 'once empty, once with the pack');
    writeFileSync(server.packPath, '{');
    const damaged = await server.report();
    assert.match(damaged, /One pack could not be read/);
    assert.ok(!damaged.includes('Drug nine'));
    rmSync(server.packPath);
    assert.ok(!(await server.report()).includes('From outside knowledge bases'));
  } finally {
    server.close();
  }
});

const civic = join(
  process.env['CAJAL_DATA'] ?? join(root, '../shared/data'),
  'civic',
  'civic_predictive_2022-05-30.tsv',
);
test('a report with the whole of CIViC is made in less than 300 ms', {
  skip: existsSync(civic) ? false : `no reference data at ${civic}`,
}, async (context) => {
  const server = openOverFolder();
  try {
    server.bring(readFileSync(civic), 'civic_2022-05-30.tsv');
    const times: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const start = performance.now();
      assert.match(await server.report(), /From outside knowledge bases/);
      times.push(Math.round(performance.now() - start));
    }
    const [cold, ...warm] = times;
    context.diagnostic(`first ${cold} ms, then ${warm.join(', ')} ms`);
    assert.ok(Math.min(...warm) < 300, `${warm.join(', ')} ms`);
  } finally {
    server.close();
  }
});
