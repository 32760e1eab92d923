import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { canonicalJson } from '../reading/index.ts';
import { type AuditEntry, entryHash } from './audit-entry.ts';
import { lineText, readLine } from './export-format.ts';
import { openStore, type Store } from './index.ts';

const now = (): string => '2026-01-02T03:04:05.000Z';
const by = (expectedVersion: number) => ({ author: 'ana', reason: 'test', expectedVersion });

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-store-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function storeFor(t: TestContext): Store {
  const opened = openStore({ folder: temporaryFolder(t), now });
  assert.ok(opened.ok);
  t.after(() => opened.store.close());
  return opened.store;
}

function fill(store: Store): Store {
  store.save('a', { x: 1, text: 'é\u2028\ud83d\ude00' }, by(0));
  store.save('b', null, by(0));
  store.save('a', { x: 2 }, by(1));
  store.recordRead('a', 1, { author: 'ben', reason: 'report' });
  store.remove('b', by(1));
  return store;
}

/** The lines of an export of a filled store. */
function exported(t: TestContext): readonly string[] {
  const file = join(temporaryFolder(t), 'export.jsonl');
  assert.ok(fill(storeFor(t)).exportTo(file).ok);
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

function importText(t: TestContext, store: Store, text: string | Uint8Array) {
  const file = join(temporaryFolder(t), 'import.jsonl');
  writeFileSync(file, text);
  return store.importFrom(file);
}

test('an export holds everything; its import is the same store', (t) => {
  const store = fill(storeFor(t));
  const file = join(temporaryFolder(t), 'new', 'folder', 'export.jsonl');
  const result = store.exportTo(file);
  assert.deepEqual(result, { ok: true, file, entries: 5, versions: 4, head: store.head() });
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(file, '..')), ['export.jsonl']);
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n'))
    assert.equal(canonicalJson(JSON.parse(line)), line);

  const copy = storeFor(t);
  assert.deepEqual(copy.importFrom(file), { ok: true, imported: 5, present: 0, head: store.head() });
  assert.deepEqual(copy.audit(), store.audit());
  assert.deepEqual(copy.list({ includeRemoved: true }), store.list({ includeRemoved: true }));
  assert.deepEqual(copy.get('a', 1), store.get('a', 1));
  assert.deepEqual(copy.get('b', 1), store.get('b', 1));
  assert.deepEqual(copy.verify({ expectedHead: store.head() }).faults, []);
  assert.ok(copy.save('a', { x: 3 }, by(2)).ok, 'the copy goes on');

  const second = join(temporaryFolder(t), 'again.jsonl');
  const again = storeFor(t);
  again.importFrom(file);
  again.exportTo(second);
  assert.deepEqual(readFileSync(second), readFileSync(file));
});

test('an empty store is exported and imported too', (t) => {
  const file = join(temporaryFolder(t), 'export.jsonl');
  assert.ok(storeFor(t).exportTo(file).ok);
  const result = storeFor(t).importFrom(file);
  assert.ok(result.ok && result.imported === 0);
});

test('importing again adds nothing; a store that is the beginning takes the rest', (t) => {
  const store = fill(storeFor(t));
  const early = join(temporaryFolder(t), 'early.jsonl');
  const late = join(temporaryFolder(t), 'late.jsonl');
  store.exportTo(early);
  store.save('c', 1, by(0));
  store.exportTo(late);
  const copy = storeFor(t);
  copy.importFrom(early);
  assert.deepEqual(copy.importFrom(early), { ok: true, imported: 0, present: 5, head: copy.head() });
  assert.deepEqual(copy.importFrom(late), { ok: true, imported: 1, present: 5, head: store.head() });
  assert.deepEqual(copy.importFrom(early), { ok: true, imported: 0, present: 5, head: store.head() });
  assert.deepEqual(copy.verify().faults, []);
});

test('a store with other records refuses the import', (t) => {
  const lines = exported(t);
  const store = storeFor(t);
  store.save('mine', 1, by(0));
  const head = store.head();
  const refused = importText(t, store, lines.join('\n'));
  assert.ok(!refused.ok && refused.issue.code === 'store-not-empty');
  assert.equal(refused.issue.line, 2);
  assert.deepEqual(store.head(), head);
});

/** A whole export whose entry at a place is changed and signed anew, as a forger without the later chain would. */
function resigned(text: string, change: Partial<AuditEntry>): string {
  const line = readLine(JSON.parse(text));
  assert.ok(line !== undefined);
  const entry = { ...line.entry, ...change };
  return lineText({ ...line, entry: { ...entry, hash: entryHash(entry) } }).trimEnd();
}

type Lines = readonly string[];
const damages: readonly (readonly [string, string, (lines: Lines) => string | Uint8Array])[] = [
  ['an empty file', 'input-empty', () => ''],
  ['text', 'json-syntax', () => 'a letter\n'],
  ['another JSON file', 'wrong-type', () => '{"cases":[]}\n'],
  ['bytes', 'input-not-text', () => new Uint8Array([0xff, 0xfe, 0x00, 0x0a])],
  [
    'a newer format',
    'store-newer',
    ([head = '', ...rest]) => [head.replace('"formatVersion":1', '"formatVersion":2'), ...rest].join('\n'),
  ],
  ['a last line cut off', 'store-damaged', (lines) => lines.slice(0, -1).join('\n')],
  ['a file cut in a line', 'json-syntax', (lines) => lines.join('\n').slice(0, -20)],
  ['a line taken out', 'store-damaged', (lines) => lines.filter((_, at) => at !== 3).join('\n')],
  ['two lines exchanged', 'store-damaged', ([h, a, b, ...rest]) => [h, b, a, ...rest].join('\n')],
  ['a line twice', 'store-damaged', (lines) => [...lines, lines.at(-1)].join('\n')],
  ['a document changed', 'store-damaged', (lines) => lines.join('\n').replace('"x":2', '"x":3')],
  [
    'an author changed',
    'store-damaged',
    (lines) => lines.join('\n').replace('"author":"ben"', '"author":"eve"'),
  ],
  [
    'an author changed and the entry signed anew',
    'store-damaged',
    (lines) => lines.map((line, at) => (at === 2 ? resigned(line, { author: 'eve' }) : line)).join('\n'),
  ],
  [
    'the last entry signed anew',
    'store-damaged',
    (lines) => lines.map((line, at) => (at === 5 ? resigned(line, { author: 'eve' }) : line)).join('\n'),
  ],
  [
    'an unknown action',
    'wrong-type',
    (lines) => lines.join('\n').replace('"action":"read"', '"action":"look"'),
  ],
  [
    'an unknown key',
    'wrong-type',
    (lines) => lines.join('\n').replace('"author":"ben"', '"also":1,"author":"ben"'),
  ],
  ['a number as author', 'wrong-type', (lines) => lines.join('\n').replace('"author":"ben"', '"author":7')],
  [
    'a document behind a reading',
    'store-damaged',
    (lines) => lines.map((line, at) => (at === 4 ? line.replace('{', '{"document":1,') : line)).join('\n'),
  ],
  ['a wrong count', 'store-damaged', (lines) => lines.join('\n').replace('"entries":5', '"entries":6')],
  [
    'a head that is not the end',
    'store-damaged',
    (lines) => lines.join('\n').replace('"sequence":5}}', '"sequence":6}}'),
  ],
  [
    'nesting without end',
    'too-deep',
    ([head = '']) =>
      `${head}\n{"document":${'['.repeat(100_000)}${']'.repeat(100_000)},"entry":${JSON.stringify({ sequence: 1, time: '', author: 'a', action: 'create', caseId: 'a', version: 1, reason: '', hashBefore: null, hashAfter: 'x', previous: '', hash: '' })}}\n`,
  ],
];
for (const [name, code, damage] of damages)
  test(`refused, and nothing imported: ${name}`, (t) => {
    const store = storeFor(t);
    const lines = exported(t);
    const text = damage(lines);
    assert.notEqual(text, lines.join('\n'), 'the damage is one');
    const refused = importText(t, store, text);
    assert.ok(!refused.ok);
    assert.equal(refused.issue.code, code, refused.issue.message);
    assert.equal(store.head().sequence, 0);
    assert.deepEqual(store.list({ includeRemoved: true }), []);
    assert.deepEqual(store.verify().faults, []);
  });

test('refused: a file that is not there, a folder', (t) => {
  const store = storeFor(t);
  for (const path of [join(store.folder, 'none.jsonl'), store.folder]) {
    const refused = store.importFrom(path);
    assert.ok(!refused.ok && refused.issue.code === 'file-not-found');
  }
});

test('an export that fails leaves the file that was there', (t) => {
  const store = fill(storeFor(t));
  const file = join(temporaryFolder(t), 'export.jsonl');
  assert.ok(store.exportTo(file).ok);
  const before = readFileSync(file);
  const db = new DatabaseSync(store.file);
  db.exec(`DROP TRIGGER version_update; UPDATE version SET document = '9' WHERE sequence = 3`);
  db.close();
  const refused = store.exportTo(file);
  assert.ok(!refused.ok && refused.issue.code === 'store-damaged');
  assert.deepEqual(readFileSync(file), before);
  assert.deepEqual(readdirSync(join(file, '..')), ['export.jsonl']);
});

test('an export never overwrites the store, and says when it cannot be written', (t) => {
  const store = fill(storeFor(t));
  const onItself = store.exportTo(store.file);
  assert.ok(!onItself.ok && onItself.issue.code === 'store-unwritable');
  const folder = join(temporaryFolder(t), 'a-folder');
  mkdirSync(folder);
  const onFolder = store.exportTo(folder);
  assert.ok(!onFolder.ok && onFolder.issue.code === 'store-unwritable');
  assert.deepEqual(store.verify().faults, []);
});
