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
import { afterEach, beforeEach, suite, test } from 'node:test';
import * as z from 'zod';
import { importPack, type PackImport } from './import-pack.ts';
import { loadPacks, removePack } from './pack-folder.ts';
import { hotspotTableOf, outsideKnowledgeOf, statementsOf } from './pack-knowledge.ts';
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

test('the same file twice says that it is the same; another one replaces it and keeps what was there', () => {
  const first = importPack(asked(civic('imatinib'))).pack;
  const bytesBefore = readFileSync(path());
  const again = importPack(asked(civic('imatinib'), { author: 'bob' }));
  assert.equal(again.pack?.manifest.contentHash, first?.manifest.contentHash);
  assert.deepEqual(
    again.issues.map(({ code, severity }) => [code, severity]),
    [['pack-unchanged', 'info']],
  );
  assert.match(again.issues[0]?.message ?? '', /as ana imported into "civic" at 2026-01-02T03:04:05.000Z/);
  const other = importPack(asked(civic('sunitinib'), { author: 'carl' }));
  assert.deepEqual(other.issues, []);
  assert.notEqual(other.pack?.manifest.contentHash, first?.manifest.contentHash);
  assert.deepEqual(
    other.pack?.earlier.map(({ author }) => author),
    ['ana', 'bob'],
  );
  const kept = readdirSync(join(data, 'packs', 'earlier'));
  assert.equal(kept.length, 2);
  assert.ok(kept.some((name) => readFileSync(join(data, 'packs', 'earlier', name)).equals(bytesBefore)));
});

suite('what is said of a file has to be usable, and nothing is written where it is not', () => {
  const long = 'x'.repeat(500);
  const cases: readonly (readonly [what: string, more: Partial<PackImport>, code: string])[] = [
    ['no author', { author: '' }, 'wrong-value'],
    ['a blank author', { author: ' \t' }, 'wrong-value'],
    ['an author without end', { author: long }, 'wrong-value'],
    ['an id with blanks', { id: 'Bad Id' }, 'wrong-value'],
    ['an id that leads elsewhere', { id: '../civic' }, 'wrong-value'],
    ['an empty id', { id: '' }, 'wrong-value'],
    ['an id without end', { id: long }, 'wrong-value'],
    ['an empty version', { version: ' ' }, 'wrong-value'],
    ['a version without end', { version: long }, 'wrong-value'],
    ['a date that is none', { date: 'never' }, 'impossible-date'],
    ['a month that is none', { date: '2020-13-45' }, 'impossible-date'],
    ['a day that is none', { date: '2021-02-29' }, 'impossible-date'],
  ];
  for (const [what, more, code] of cases)
    test(what, () => {
      const { pack, issues } = importPack(asked(civic('imatinib'), more));
      assert.equal(pack, undefined);
      assert.deepEqual(
        issues.map((issue) => [issue.code, issue.severity]),
        [[code, 'error']],
      );
      assert.ok(!existsSync(join(data, 'packs')));
    });
  for (const date of ['2020', '2020-02', '2020-02-29'])
    test(`the date ${date}`, () =>
      assert.equal(importPack(asked(civic('imatinib'), { date })).pack?.manifest.date, date));
  test('a date in the name that is none is not taken for one', () => {
    const { pack, issues } = importPack(asked(civic('imatinib'), { file: 'export_2020-13-45.tsv' }));
    assert.equal(pack?.manifest.date, '2026-01-02');
    assert.deepEqual(
      issues.map(({ code }) => code),
      ['pack-date'],
    );
  });
});

test('an issue of a file names the file', () => {
  for (const text of [
    '',
    `${civic('imatinib')}\nKIT\tV560DEL\tMade Up\tx\tPredictive\tNever\tC\tResistance\t4\taccepted`,
  ])
    assert.deepEqual(
      importPack(asked(text)).issues.map(({ source }) => source),
      ['/somewhere/made-up_2020-02-03.tsv'],
    );
});

test('a pack of another kind is not replaced', () => {
  importPack(asked(civic('imatinib')));
  const before = readFileSync(path());
  const spots = 'hugo_symbol\tresidue\ttype\nKIT\tD816\tsingle residue\n';
  const { pack, issues } = importPack(asked(spots, { kind: 'hotspots', id: 'civic' }));
  assert.equal(pack, undefined);
  assert.match(issues[0]?.message ?? '', /the pack "civic" holds civic; give another name with --id/);
  assert.ok(readFileSync(path()).equals(before));
});

test('a damaged pack can be imported anew and can be removed', () => {
  importPack(asked(civic('imatinib')));
  writeFileSync(path(), 'x');
  assert.equal(loadPacks(data).issues.length, 1);
  assert.ok(importPack(asked(civic('imatinib'))).pack);
  assert.deepEqual(loadPacks(data).issues, []);
  writeFileSync(path(), 'x');
  assert.deepEqual(removePack(data, 'civic', { author: 'ana', time: '' }), []);
  assert.deepEqual(loadPacks(data), { packs: [], issues: [] });
});

test('a folder that cannot be written or read is an issue and leaves no half of a file', () => {
  const blocked = join(data, 'a-file');
  writeFileSync(blocked, '');
  const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);
  assert.deepEqual(codes(importPack(asked(civic('imatinib'), { data: blocked })).issues), [
    'store-unwritable',
  ]);
  mkdirSync(join(data, 'packs', 'civic.json', 'inside'), { recursive: true });
  assert.deepEqual(codes(importPack(asked(civic('imatinib'))).issues), ['store-unwritable']);
  assert.deepEqual(
    readdirSync(join(data, 'packs')).filter((name) => name.endsWith('.part')),
    [],
  );
  assert.deepEqual(codes(loadPacks(data).issues), ['pack-damaged']);
  rmSync(join(data, 'packs'), { recursive: true });
  writeFileSync(join(data, 'packs'), '');
  assert.deepEqual(codes(loadPacks(data).issues), ['pack-damaged']);
  assert.deepEqual(codes(packShelf(data)().issues), ['pack-damaged']);
});

test('every change has its author, its time and what stood there before', () => {
  importPack(asked(civic('imatinib')));
  assert.deepEqual(removePack(data, 'civic', { author: 'bob', time: '2026-02-02T00:00:00.000Z' }), []);
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
  for (const [id, author, code] of [
    ['civic', 'bob', 'pack-unknown'],
    ['../civic', 'bob', 'pack-unknown'],
    ['civic', ' ', 'wrong-value'],
  ] as const)
    assert.deepEqual(
      removePack(data, id, { author, time: '' }).map((issue) => [issue.code, issue.severity]),
      [[code, 'error']],
    );
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

test('what a report takes says how many packs could not be read', () => {
  importPack(asked(civic('imatinib')));
  assert.deepEqual(Object.keys(outsideKnowledgeOf(loadPacks(data))), ['statements', 'hotspots']);
  writeFileSync(path(), 'x');
  const { statements, notRead } = outsideKnowledgeOf(loadPacks(data));
  assert.deepEqual([statements, notRead], [[], 1]);
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
