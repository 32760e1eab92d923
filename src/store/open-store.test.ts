import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { openDatabase } from './database.ts';
import { openStore, readServerHolder, type Store, StoreFailure } from './index.ts';
import { fileVersion, migrations } from './migrations.ts';
import { verifyDatabase } from './verify.ts';

const now = (): string => '2026-01-02T03:04:05.000Z';
const by = (expectedVersion: number) => ({ author: 'ana', reason: 'test', expectedVersion });

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-store-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function opened(t: TestContext, folder: string, exclusive = false): Store {
  const result = openStore({ folder, now, exclusive });
  assert.ok(result.ok, result.ok ? '' : result.issue.message);
  t.after(() => result.store.close());
  return result.store;
}

/** The code with which opening is refused. */
function refusal(folder: string, exclusive = false): string {
  const result = openStore({ folder, now, exclusive });
  if (!result.ok) return result.issue.code;
  result.store.close();
  return 'opened';
}

// A child that opens the folder of its argument as a server, says so, and stays.
if (process.argv[2] === 'server') {
  const result = openStore({ folder: process.argv[3] ?? '', now, exclusive: true });
  if (result.ok) result.store.announce('http://127.0.0.1:4170');
  process.stdout.write(result.ok ? 'open\n' : `${result.issue.code}\n`);
  setInterval(() => undefined, 1000);
} else {
  test('the files are for their owner only', { skip: process.platform === 'win32' }, (t) => {
    const folder = join(temporaryFolder(t), 'deep', 'data');
    const store = opened(t, folder, true);
    store.save('a', 1, by(0));
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, '..')).mode & 0o777, 0o700);
    for (const name of ['cajal.sqlite', 'cajal.sqlite-wal', 'cajal.lock', 'cajal.server.json'])
      assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  });

  test('a file that others can read is closed to them', { skip: process.platform === 'win32' }, (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'cajal.sqlite'), '', { mode: 0o644 });
    const store = opened(t, folder);
    assert.equal(statSync(store.file).mode & 0o777, 0o600);
  });

  test('the settings on which the promises rest', (t) => {
    const db = openDatabase(join(temporaryFolder(t), 'cajal.sqlite'));
    const setting = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    assert.equal(setting('journal_mode'), 'wal');
    assert.equal(setting('synchronous'), 2);
    assert.equal(setting('foreign_keys'), 1);
    assert.equal(setting('busy_timeout'), 10_000);
    assert.equal(setting('user_version'), migrations.length);
    db.close();
  });

  test('opening is quick', (t) => {
    const folder = temporaryFolder(t);
    opened(t, folder).close();
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      opened(t, folder).close();
      return performance.now() - start;
    });
    // The least of five: the machine may be busy, the code may not be slow.
    assert.ok(Math.min(...times) < 30, `opening took ${times.map((ms) => ms.toFixed(1)).join(', ')} ms`);
  });

  test('what one opening wrote the next one finds', (t) => {
    const folder = temporaryFolder(t);
    const first = opened(t, folder);
    first.save('a', { x: 1 }, by(0));
    first.close();
    first.close();
    assert.deepEqual(opened(t, folder).get('a')?.document, { x: 1 });
  });

  test('versions and audit entries cannot be changed, deleted or replaced by anybody', (t) => {
    const store = opened(t, temporaryFolder(t));
    store.save('a', 1, by(0));
    store.save('a', 2, by(1));
    const db = new DatabaseSync(store.file);
    t.after(() => db.close());
    for (const sql of [
      "UPDATE audit SET author = 'eve' WHERE sequence = 1",
      'DELETE FROM audit WHERE sequence = 2',
      "UPDATE version SET document = '3' WHERE version = 1",
      "DELETE FROM version WHERE case_id = 'a'",
      "INSERT OR REPLACE INTO audit SELECT sequence, time, 'eve', action, case_id, version, reason, hash_before, hash_after, previous, hash FROM audit WHERE sequence = 2",
      "INSERT OR REPLACE INTO version SELECT sequence, case_id, version, hash, '3' FROM version WHERE version = 2",
      "INSERT INTO version VALUES (1, 'a', 3, 'x', '3')",
      'INSERT INTO audit SELECT 9, time, author, action, case_id, version, reason, hash_before, hash_after, previous, hash FROM audit WHERE sequence = 2',
    ])
      assert.throws(() => db.exec(sql), /cannot be (changed|deleted)|only be appended/, sql);
    assert.ok(store.verify().ok);
  });

  test('an older file is brought to the present version with all it holds', (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'cajal.sqlite');
    const store = opened(t, folder);
    store.save('a', { x: 1 }, by(0));
    store.save('a', { x: 2 }, by(1));
    const head = store.head();
    store.close();
    const next = [
      ...migrations,
      'CREATE TABLE note (text TEXT NOT NULL) STRICT; CREATE INDEX version_hash ON version (hash);',
    ];
    const db = openDatabase(file, next);
    assert.equal(fileVersion(db), migrations.length + 1);
    assert.deepEqual(verifyDatabase(db, file, { expectedHead: head }, next).faults, []);
    db.close();
    assert.equal(refusal(folder), 'store-newer');
  });

  test('a migration that fails leaves the file at the version before it', (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'cajal.sqlite');
    const store = opened(t, folder);
    store.save('a', { x: 1 }, by(0));
    store.close();
    const broken = [...migrations, 'CREATE TABLE note (text TEXT) STRICT; INSERT INTO nowhere VALUES (1);'];
    assert.throws(() => openDatabase(file, broken), /nowhere/);
    const again = opened(t, folder);
    assert.deepEqual(again.verify().faults, []);
    assert.deepEqual(again.get('a')?.document, { x: 1 });
  });

  test('the oldest file, made here by its own statements, still opens', (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'cajal.sqlite');
    openDatabase(file, migrations.slice(0, 1)).close();
    const store = opened(t, folder);
    assert.ok(store.save('a', 1, by(0)).ok);
    assert.deepEqual(store.verify().faults, []);
  });

  test('a newer file is refused and left as it was', (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'cajal.sqlite');
    opened(t, folder).close();
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    db.close();
    const before = readFileSync(file);
    const result = openStore({ folder, now });
    assert.ok(!result.ok && result.issue.code === 'store-newer');
    assert.match(result.issue.message, /newer Cajal/);
    assert.deepEqual(readFileSync(file), before);
  });

  const strangers: readonly (readonly [string, string, (file: string) => void])[] = [
    [
      'text',
      'store-damaged',
      (file) => writeFileSync(file, 'this is not a database, it is a letter'.repeat(99)),
    ],
    [
      "another program's database",
      'store-damaged',
      (file) => {
        const db = new DatabaseSync(file);
        db.exec('CREATE TABLE mine (x)');
        db.close();
      },
    ],
    ['a folder', 'store-unwritable', (file) => mkdirSync(file)],
    [
      'a store cut in the middle',
      'store-damaged',
      (file) => {
        openDatabase(file).close();
        writeFileSync(file, readFileSync(file).subarray(0, 5000));
      },
    ],
    [
      'a store whose table of contents is overwritten',
      'store-damaged',
      (file) => {
        openDatabase(file).close();
        writeFileSync(file, readFileSync(file).fill(0x55, 100, 4000));
      },
    ],
  ];
  for (const [name, code, make] of strangers)
    test(`refused with an issue: ${name}`, (t) => {
      const folder = temporaryFolder(t);
      make(join(folder, 'cajal.sqlite'));
      assert.equal(refusal(folder), code);
      assert.equal(refusal(folder, true), code);
    });

  test('refused with an issue: a folder that is a file, a name that is not text', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'data'), '');
    assert.equal(refusal(join(folder, 'data')), 'store-unwritable');
    assert.equal(refusal('a\0b'), 'store-unwritable');
  });

  test('a read from a store that is damaged later is a narrow error', (t) => {
    const store = opened(t, temporaryFolder(t));
    store.save('a', { x: 1 }, by(0));
    const db = new DatabaseSync(store.file);
    db.exec(`DROP TRIGGER version_update; UPDATE version SET document = '{"x":2}'`);
    db.close();
    assert.throws(
      () => store.get('a'),
      (error) => error instanceof StoreFailure && error.issue.code === 'store-damaged',
    );
  });

  test('a second server on the same folder is refused; others may read and write beside it', (t) => {
    const folder = temporaryFolder(t);
    const server = opened(t, folder, true);
    server.announce('http://127.0.0.1:4170');
    const second = openStore({ folder, now, exclusive: true });
    assert.ok(!second.ok && second.issue.code === 'store-busy');
    assert.match(second.issue.message, new RegExp(`process ${process.pid}, http://127.0.0.1:4170`));
    const beside = opened(t, folder);
    assert.ok(beside.save('a', 1, by(0)).ok);
    assert.equal(server.get('a')?.document, 1);
    assert.ok(server.save('a', 2, by(1)).ok);
    assert.equal(beside.get('a')?.document, 2);
    server.close();
    assert.equal(readServerHolder(folder), undefined);
    assert.ok(opened(t, folder, true).verify().ok);
  });

  test('a server that cannot open the file lets the lock go', (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'cajal.sqlite');
    writeFileSync(file, 'x'.repeat(9999));
    assert.equal(refusal(folder, true), 'store-damaged');
    rmSync(file);
    assert.equal(refusal(folder, true), 'opened');
  });

  test('a lock file that is not one says so', (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, 'cajal.lock'), 'x'.repeat(9999));
    const result = openStore({ folder, now, exclusive: true });
    assert.ok(!result.ok && result.issue.code === 'store-damaged');
    assert.match(result.issue.message, /cajal\.lock is not a lock of Cajal; remove it/);
  });

  test('the lock of another process holds, and dies with it', async (t) => {
    const folder = temporaryFolder(t);
    const server = spawn(process.execPath, [import.meta.filename, 'server', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => server.kill('SIGKILL'));
    const said: readonly unknown[] = await once(server.stdout, 'data');
    assert.equal(String(said[0]), 'open\n');
    const second = openStore({ folder, now, exclusive: true });
    assert.ok(!second.ok && second.issue.code === 'store-busy');
    assert.match(second.issue.message, new RegExp(`process ${server.pid}, http`));
    assert.ok(opened(t, folder).save('a', 1, by(0)).ok);
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    const next = opened(t, folder, true);
    assert.equal(readServerHolder(folder)?.pid, process.pid);
    assert.equal(next.get('a')?.document, 1);
  });
}
