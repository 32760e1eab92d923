/** Packs on the disk: imported, replaced, removed, damaged; nothing half-written is read and nothing is lost. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import * as z from 'zod';
import { importPack, type PackImport } from './import-pack.ts';
import { loadPacks, removePack } from './pack-folder.ts';
import { hotspotTableOf, statementsOf } from './pack-knowledge.ts';
import { packShelf } from './pack-shelf.ts';

const changeLine = z.object({
  action: z.string(),
  author: z.string(),
  time: z.string(),
  before: z.string().optional(),
});

let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'cajal-packs-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const civic = (drug: string): string =>
  [
    'gene\tvariant\tdisease\tdrugs\tevidence_type\tevidence_direction\tevidence_level\tclinical_significance\tevidence_id\tevidence_status',
    `KIT\tV560DEL\tMade Up\t${drug}\tPredictive\tSupports\tC\tSensitivity/Response\t1\taccepted`,
    `KIT\tEXPRESSION\tMade Up\t${drug}\tPredictive\tSupports\tC\tSensitivity/Response\t2\taccepted`,
    `KIT\tV560DEL\tMade Up\t${drug}\tPrognostic\tSupports\tC\tPoor Outcome\t3\taccepted`,
  ].join('\n');

const asked = (text: string, more: Partial<PackImport> = {}): PackImport => ({
  kind: 'civic',
  bytes: new TextEncoder().encode(text),
  file: '/somewhere/made-up_2020-02-03.tsv',
  data,
  author: 'ana',
  now: '2026-01-02T03:04:05.000Z',
  ...more,
});
const path = (): string => join(data, 'packs', 'civic.json');

test('an import says what it is, whose, of which day, under which licence, and what was left out', () => {
  const { pack, issues } = importPack(asked(civic('imatinib')));
  assert.deepEqual(issues, []);
  assert.ok(pack);
  const { fileHash, contentHash, ...rest } = pack.manifest;
  assert.match(`${fileHash} ${contentHash}`, /^[0-9a-f]{64} [0-9a-f]{64}$/);
  assert.deepEqual(rest, {
    id: 'civic',
    kind: 'civic',
    name: 'CIViC',
    version: '2020-02-03',
    date: '2020-02-03',
    licence: 'CC0 1.0',
    file: 'made-up_2020-02-03.tsv',
    importedAt: '2026-01-02T03:04:05.000Z',
    author: 'ana',
    kept: 2,
    unmatched: 1,
    skipped: { 'evidence of the type prognostic': 1 },
  });
  assert.deepEqual(loadPacks(data).packs, [pack]);
  const [only] = statementsOf([pack]);
  assert.equal(only?.source.hash, contentHash);
  assert.equal(only?.statements.length, 2);
});

test('the same file has the same hashes; another one replaces it and keeps what was there', () => {
  const first = importPack(asked(civic('imatinib'))).pack;
  const bytesBefore = readFileSync(path());
  const again = importPack(asked(civic('imatinib'))).pack;
  assert.equal(again?.manifest.contentHash, first?.manifest.contentHash);
  const other = importPack(asked(civic('sunitinib'), { author: 'bob' })).pack;
  assert.notEqual(other?.manifest.contentHash, first?.manifest.contentHash);
  assert.deepEqual(
    other?.earlier.map(({ author }) => author),
    ['ana', 'ana'],
  );
  const kept = readdirSync(join(data, 'packs', 'earlier'));
  assert.equal(kept.length, 2);
  assert.ok(kept.some((name) => readFileSync(join(data, 'packs', 'earlier', name)).equals(bytesBefore)));
});

test('every change has its author, its time and what stood there before', () => {
  importPack(asked(civic('imatinib')));
  assert.equal(removePack(data, 'civic', { author: 'bob', time: '2026-02-02T00:00:00.000Z' }), true);
  const lines = readFileSync(join(data, 'packs', 'changes.jsonl'), 'utf8')
    .trim()
    .split('\n');
  assert.deepEqual(
    lines.map((line) => {
      const { action, author, time, before } = changeLine.parse(JSON.parse(line));
      return [action, author, time, typeof before];
    }),
    [
      ['import', 'ana', '2026-01-02T03:04:05.000Z', 'undefined'],
      ['remove', 'bob', '2026-02-02T00:00:00.000Z', 'string'],
    ],
  );
  assert.deepEqual(loadPacks(data), { packs: [], issues: [] });
  assert.equal(readdirSync(join(data, 'packs', 'earlier')).length, 1);
  assert.equal(removePack(data, 'civic', { author: 'bob', time: '' }), false);
  assert.equal(removePack(data, '../civic', { author: 'bob', time: '' }), false);
});

test('a file that cannot be used leaves what is there', () => {
  importPack(asked(civic('imatinib')));
  const before = readFileSync(path());
  for (const text of ['', 'a\tb\n', civic('x').split('\n').slice(0, 1).join('')]) {
    const { pack, issues } = importPack(asked(text));
    assert.equal(pack, undefined);
    assert.ok(issues.some(({ severity }) => severity === 'error'));
  }
  assert.ok(readFileSync(path()).equals(before));
});

test('a damaged pack is named and left out, and the others are read', () => {
  importPack(asked(civic('imatinib')));
  importPack(asked(civic('sunitinib'), { id: 'second' }));
  for (const [what, text] of [
    ['cut short', readFileSync(path(), 'utf8').slice(0, 400)],
    ['changed by hand', readFileSync(path(), 'utf8').replace('imatinib', 'dasatinib')],
    ['another form', '{"cajal":"pack/9"}'],
  ] as const) {
    const good = readFileSync(path());
    writeFileSync(path(), text);
    const { packs, issues } = loadPacks(data);
    assert.deepEqual(
      [packs.map(({ manifest }) => manifest.id), issues.map(({ code, source }) => [code, source])],
      [['second'], [['pack-damaged', path()]]],
      what,
    );
    writeFileSync(path(), good);
  }
  assert.equal(loadPacks(data).packs.length, 2);
});

test('a half-written file is not seen', () => {
  importPack(asked(civic('imatinib')));
  writeFileSync(join(data, 'packs', 'civic.json.123.part'), '{"cajal":');
  assert.equal(loadPacks(data).packs.length, 1);
  assert.deepEqual(loadPacks(data).issues, []);
});

test('without a date in the name or an option, the day of the import is kept and said', () => {
  const { pack, issues } = importPack(asked(civic('imatinib'), { file: 'export.tsv' }));
  assert.equal(pack?.manifest.date, '2026-01-02');
  assert.deepEqual(
    issues.map(({ code, severity }) => [code, severity]),
    [['pack-date', 'warning']],
  );
});

test('hotspots of packs are one table with its sources; without any there is none', () => {
  importPack(asked(civic('imatinib')));
  assert.equal(hotspotTableOf(loadPacks(data).packs), undefined);
  importPack(
    asked('hugo_symbol\tresidue\ttype\nKIT\tD816\tsingle residue\n', { kind: 'hotspots', id: 'spots' }),
  );
  const table = hotspotTableOf(loadPacks(data).packs);
  assert.equal(table?.source, 'cancer hotspots 2020-02-03 (ODbL 1.0)');
  assert.deepEqual(
    table?.hotspots.map(({ gene, start }) => [gene, start]),
    [['KIT', 816]],
  );
});

test('the shelf of a running program sees an import, and reads nothing again without one', () => {
  const shelf = packShelf(data);
  assert.deepEqual(shelf().packs, []);
  importPack(asked(civic('imatinib')));
  const seen = shelf();
  assert.equal(seen.packs.length, 1);
  assert.equal(shelf(), seen);
  importPack(asked(civic('sunitinib')));
  assert.notEqual(shelf(), seen);
  removePack(data, 'civic', { author: 'ana', time: '' });
  assert.deepEqual(shelf().packs, []);
});

test('a folder without packs, and an empty one, hold none', () => {
  assert.deepEqual(loadPacks(join(data, 'nowhere')), { packs: [], issues: [] });
  mkdirSync(join(data, 'packs'));
  assert.deepEqual(loadPacks(data), { packs: [], issues: [] });
  assert.ok(!existsSync(join(data, 'nowhere')));
});
