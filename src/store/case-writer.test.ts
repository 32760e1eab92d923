import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, hashOf } from '../reading/index.ts';
import { saveCase } from './case-writer.ts';
import { openDatabase } from './database.ts';
import { openStore, type Store } from './index.ts';
import { failureIssue } from './store-failure.ts';

const now = (): string => '2026-01-02T03:04:05.000Z';
const by = (expectedVersion: number, reason = 'test') => ({ author: 'ana', reason, expectedVersion });

function storeFor(t: TestContext): Store {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-store-'));
  const opened = openStore({ folder, now });
  assert.ok(opened.ok);
  t.after(() => {
    opened.store.close();
    rmSync(folder, { recursive: true });
  });
  return opened.store;
}

test('every version of a case is kept, with who, when and why', (t) => {
  const store = storeFor(t);
  const saved = store.save('a', { b: 1, a: [null, 'é'] }, by(0, 'first'));
  assert.deepEqual(saved, {
    ok: true,
    version: 1,
    sequence: 1,
    hash: hashOf({ a: [null, 'é'], b: 1 }),
    unchanged: false,
  });
  assert.ok(store.save('a', { b: 2 }, by(1, 'second')).ok);
  assert.deepEqual(store.get('a'), {
    id: 'a',
    version: 2,
    document: { b: 2 },
    hash: hashOf({ b: 2 }),
    savedAt: now(),
    author: 'ana',
    reason: 'second',
  });
  assert.deepEqual(store.get('a', 1)?.document, { a: [null, 'é'], b: 1 });
  assert.equal(store.get('a', 3), undefined);
  assert.equal(store.get('b'), undefined);
  assert.deepEqual(
    store.history('a').map(({ version, reason, removed }) => ({ version, reason, removed })),
    [
      { version: 1, reason: 'first', removed: false },
      { version: 2, reason: 'second', removed: false },
    ],
  );
});

test('the same document again makes no version and says so', (t) => {
  const store = storeFor(t);
  store.save('a', { x: 1, y: 2 }, by(0));
  const again = store.save('a', { y: 2, x: 1 }, by(1));
  assert.deepEqual(again, {
    ok: true,
    version: 1,
    sequence: 1,
    hash: hashOf({ x: 1, y: 2 }),
    unchanged: true,
  });
  assert.equal(store.head().sequence, 1);
});

test('a write upon another version than the newest is a conflict and changes nothing', (t) => {
  const store = storeFor(t);
  store.save('a', 1, by(0));
  store.save('a', 2, by(1));
  for (const expected of [0, 1, 3, 99]) {
    const refused = store.save('a', 3, by(expected));
    assert.ok(!refused.ok);
    assert.equal(refused.issue.code, 'store-conflict');
    assert.equal(refused.currentVersion, 2);
    assert.match(refused.issue.message, /newest version is 2/);
  }
  const absent = store.save('b', 1, by(1));
  assert.ok(!absent.ok);
  assert.equal(absent.issue.code, 'store-conflict');
  assert.equal(absent.currentVersion, 0);
  assert.equal(store.head().sequence, 2);
  assert.deepEqual(store.get('a')?.document, 2);
});

test('a removal is a version; the case can be brought back upon it', (t) => {
  const store = storeFor(t);
  store.save('a', 'one', by(0));
  const stale = store.remove('a', by(2));
  assert.ok(!stale.ok && stale.issue.code === 'store-conflict');
  const removed = store.remove('a', by(1, 'consent withdrawn'));
  assert.deepEqual(removed, { ok: true, version: 2, sequence: 2, hash: null, unchanged: false });
  assert.equal(store.get('a'), undefined);
  assert.equal(store.get('a', 2), undefined);
  assert.equal(store.get('a', 1)?.document, 'one');
  assert.deepEqual(store.list(), []);
  assert.deepEqual(
    store.list({ includeRemoved: true }).map(({ id, removed: gone }) => [id, gone]),
    [['a', true]],
  );
  const again = store.remove('a', by(2));
  assert.ok(!again.ok && again.issue.code === 'case-not-found');
  const never = store.remove('b', by(1));
  assert.ok(!never.ok && never.issue.code === 'case-not-found');
  const asNew = store.save('a', 'one', by(0));
  assert.ok(!asNew.ok && asNew.issue.code === 'store-conflict');
  assert.match(asNew.issue.message, /a removal/);
  const restored = store.save('a', 'one', by(2));
  assert.ok(restored.ok && restored.version === 3 && !restored.unchanged);
  assert.deepEqual(
    store.audit().map(({ action }) => action),
    ['create', 'remove', 'restore'],
  );
  assert.ok(store.verify().ok);
});

test('the list has the newest version of every case, by id', (t) => {
  const store = storeFor(t);
  for (const id of ['c', 'a', 'b']) store.save(id, id, by(0));
  store.save('a', 'A', by(1));
  assert.deepEqual(
    store.list().map(({ id, version }) => [id, version]),
    [
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ],
  );
});

test('the audit log is a chain that tells of every act, readings too', (t) => {
  const store = storeFor(t);
  store.save('a', 1, by(0, 'first'));
  store.save('b', 1, by(0));
  store.save('a', 2, by(1, 'second'));
  const read = store.recordRead('a', 1, { author: 'ben', reason: 'report' });
  assert.deepEqual(read, { ok: true, sequence: 4 });
  const unread = store.recordRead('a', 9, { author: 'ben', reason: '' });
  assert.ok(!unread.ok && unread.issue.code === 'case-not-found');
  const log = store.audit();
  assert.deepEqual(
    log.map(({ sequence, author, action, caseId, version }) => [sequence, author, action, caseId, version]),
    [
      [1, 'ana', 'create', 'a', 1],
      [2, 'ana', 'create', 'b', 1],
      [3, 'ana', 'change', 'a', 2],
      [4, 'ben', 'read', 'a', 1],
    ],
  );
  assert.deepEqual(
    log.map(({ hashBefore, hashAfter }) => [hashBefore, hashAfter]),
    [
      [null, hashOf(1)],
      [null, hashOf(1)],
      [hashOf(1), hashOf(2)],
      [hashOf(1), hashOf(1)],
    ],
  );
  log.forEach((entry, index) => {
    const { hash, ...rest } = entry;
    assert.equal(hash, hashOf(rest));
    assert.equal(entry.previous, log[index - 1]?.hash ?? '0'.repeat(64));
  });
  assert.deepEqual(store.head(), { sequence: 4, hash: log[3]?.hash });
  assert.deepEqual(
    store.audit({ caseId: 'a', after: 1, limit: 1 }).map(({ sequence }) => sequence),
    [3],
  );
});

const refusals: readonly (readonly [string, string, Parameters<Store['save']>])[] = [
  ['no author', 'wrong-value', ['a', 1, { ...by(0), author: '' }]],
  ['a blank author', 'wrong-value', ['a', 1, { ...by(0), author: '  ' }]],
  ['an author with a line break', 'wrong-value', ['a', 1, { ...by(0), author: 'ana\nben' }]],
  ['half a surrogate in the author', 'wrong-value', ['a', 1, { ...by(0), author: '\ud800' }]],
  ['an empty id', 'wrong-value', ['', 1, by(0)]],
  ['NUL in the id', 'wrong-value', ['a\0b', 1, by(0)]],
  ['white space at the end of the id', 'wrong-value', ['a ', 1, by(0)]],
  ['an endless id', 'wrong-value', ['a'.repeat(201), 1, by(0)]],
  ['NUL in the reason', 'wrong-value', ['a', 1, by(0, 'x\0')]],
  ['an endless reason', 'wrong-value', ['a', 1, by(0, 'x'.repeat(10_001))]],
  ['a fraction of a version', 'wrong-value', ['a', 1, by(0.5)]],
  ['a negative version', 'wrong-value', ['a', 1, by(-1)]],
  ['no version', 'wrong-value', ['a', 1, by(Number.NaN)]],
  ['no document', 'wrong-value', ['a', undefined, by(0)]],
  ['NaN in the document', 'wrong-value', ['a', { x: Number.NaN }, by(0)]],
  ['a function in the document', 'wrong-value', ['a', { x: () => 1 }, by(0)]],
  ['a huge document', 'input-too-large', ['a', 'x'.repeat(16 * 1024 * 1024), by(0)]],
];

for (const [name, code, write] of refusals)
  test(`refused with an issue: ${name}`, (t) => {
    const store = storeFor(t);
    const refused = store.save(...write);
    assert.ok(!refused.ok);
    assert.equal(refused.issue.code, code);
    assert.equal(store.head().sequence, 0);
  });

test('refused with an issue: a document nested without end', (t) => {
  const store = storeFor(t);
  let nested: unknown = 1;
  for (let depth = 0; depth < 200_000; depth += 1) nested = [nested];
  const refused = store.save('a', nested, by(0));
  assert.ok(!refused.ok && refused.issue.code === 'too-deep');
});

test('any JSON document comes back as it was', (t) => {
  const store = storeFor(t);
  let version = 0;
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      const saved = store.save('a', document, by(version));
      assert.ok(saved.ok);
      version = saved.version;
      assert.equal(canonicalJson(store.get('a')?.document), canonicalJson(document));
    }),
    { numRuns: 60 },
  );
  store.save('b', JSON.parse('{"__proto__":{"x":1},"constructor":2}'), by(0));
  assert.equal(canonicalJson(store.get('b')?.document), '{"__proto__":{"x":1},"constructor":2}');
  assert.ok(store.verify().ok);
});

test('a full disk is an issue; nothing is half written and reads go on', (t) => {
  const store = storeFor(t);
  store.save('a', 'kept', by(0));
  const db = openDatabase(store.file);
  t.after(() => db.close());
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  // A limit of pages on one connection gives what a full disk gives: SQLITE_FULL.
  db.exec(`PRAGMA max_page_count = ${pages}`);
  let thrown: unknown;
  try {
    saveCase(db, now, 'a', 'y'.repeat(100_000), by(1));
  } catch (error) {
    thrown = error;
  }
  assert.equal(failureIssue(thrown, store.file)?.code, 'store-unwritable');
  assert.equal(db.isTransaction, false);
  assert.equal(store.get('a')?.document, 'kept');
  assert.equal(store.head().sequence, 1);
  assert.ok(store.save('a', 'y'.repeat(100_000), by(1)).ok);
  assert.ok(store.verify().ok);
});
