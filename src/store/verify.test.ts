import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { entryHash } from './audit-entry.ts';
import { openDatabase } from './database.ts';
import { emptyHead, openStore, type Store } from './index.ts';
import { migrations } from './migrations.ts';

const now = (): string => '2026-01-02T03:04:05.000Z';
const by = (expectedVersion: number) => ({ author: 'ana', reason: 'because é', expectedVersion });

function filledStore(t: TestContext): Store {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-store-'));
  const opened = openStore({ folder, now });
  assert.ok(opened.ok);
  const { store } = opened;
  t.after(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  store.save('a', { text: 'first', n: [1, 2, 3] }, by(0));
  store.save('b', { text: 'other \ufffd' }, by(0));
  store.save('a', { text: 'second' }, by(1));
  store.recordRead('a', 1, { author: 'ben', reason: 'report' });
  store.remove('b', by(1));
  store.save('b', 'back', by(2));
  return store;
}

/** A connection on which rows can be changed as somebody with the file and without scruples would. */
function tamperer(t: TestContext, store: Store): DatabaseSync {
  const db = new DatabaseSync(store.file, { enableForeignKeyConstraints: false });
  t.after(() => db.close());
  db.exec('PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF');
  return db;
}

const triggers = triggersOf();
function triggersOf(): ReadonlyMap<string, string> {
  const db = new DatabaseSync(':memory:');
  db.exec(migrations.join('\n'));
  const rows = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  db.close();
  return new Map(rows.map((row) => [String(row['name']), String(row['sql'])]));
}

/** Does what the triggers forbid, and puts them back so that nothing but the rows tells of it. */
function tamper(db: DatabaseSync, sql: string, ...values: readonly SQLInputValue[]): void {
  db.exec('BEGIN');
  for (const name of triggers.keys()) db.exec(`DROP TRIGGER ${name}`);
  for (const part of sql.split(';')) db.prepare(part).run(...values);
  for (const trigger of triggers.values()) db.exec(trigger);
  db.exec('COMMIT');
}

const kinds = (store: Store): readonly string[] => [
  ...new Set(store.verify().faults.map(({ kind }) => kind)),
];

test('a sound store has no fault', (t) => {
  const store = filledStore(t);
  assert.deepEqual(store.verify(), { ok: true, entries: 6, versions: 5, head: store.head(), faults: [] });
});

test('an empty store has no fault, and the empty head', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cajal-store-'));
  const opened = openStore({ folder, now });
  assert.ok(opened.ok);
  t.after(() => {
    opened.store.close();
    rmSync(folder, { recursive: true });
  });
  const report = opened.store.verify({ expectedHead: emptyHead });
  assert.deepEqual(report, { ok: true, entries: 0, versions: 0, head: emptyHead, faults: [] });
});

test('any changed byte of any member of any row is found', (t) => {
  const store = filledStore(t);
  const db = tamperer(t, store);
  let tried = 0;
  for (const table of ['audit', 'version']) {
    for (const row of db.prepare(`SELECT * FROM ${table}`).all()) {
      for (const [column, value] of Object.entries(row)) {
        const where = `WHERE sequence = ${String(row['sequence'])}`;
        const changed =
          typeof value === 'string'
            ? textWithOneByteChanged(value)
            : typeof value === 'number'
              ? [String(value + 100), '0', '-1']
              : ["''", "'x'"];
        for (const sql of changed) {
          const key = column === 'sequence' ? `WHERE sequence = ${sql}` : where;
          tamper(db, `UPDATE ${table} SET ${column} = ${sql} ${where}`);
          assert.notDeepEqual(store.verify().faults, [], `${table}.${column} ${where} set to ${sql}`);
          tamper(db, `UPDATE ${table} SET ${column} = ? ${key}`, value);
          tried += 1;
        }
      }
    }
  }
  assert.ok(tried > 150, `${tried} changes were tried`);
  assert.deepEqual(store.verify().faults, []);
});

/** SQL for the text with its first, middle and last byte changed; bytes that are not UTF-8 any more included. */
function textWithOneByteChanged(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const places = new Set([0, bytes.length >> 1, bytes.length - 1]);
  return [...places].map((place) => {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ (place === 0 ? 0x01 : 0x80);
    return `CAST(x'${changed.toString('hex')}' AS TEXT)`;
  });
}

test('a changed byte anywhere in the file is found, or changes nothing that was stored', (t) => {
  const store = filledStore(t);
  const content = (open: Store) =>
    JSON.stringify([
      open.audit(),
      open.list({ includeRemoved: true }),
      open.history('a').map(({ version }) => open.get('a', version)),
      open.history('b').map(({ version }) => open.get('b', version)),
    ]);
  const expected = content(store);
  const head = store.head();
  store.close();
  const whole = readFileSync(store.file);
  let [found, harmless] = [0, 0];
  // A step that is prime to the page size, so that all parts of all pages are met.
  for (let at = 0; at < whole.length; at += 131) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(store.file, changed);
    rmSync(`${store.file}-wal`, { force: true });
    rmSync(`${store.file}-shm`, { force: true });
    const opened = openStore({ folder: store.folder, now });
    if (!opened.ok) {
      assert.ok(['store-damaged', 'store-newer', 'store-unwritable'].includes(opened.issue.code));
      found += 1;
      continue;
    }
    const report = opened.store.verify({ expectedHead: head });
    if (report.ok) {
      assert.equal(content(opened.store), expected, `byte ${at}`);
      harmless += 1;
    } else found += 1;
    opened.store.close();
  }
  assert.ok(found > 20 && harmless > 20, `${found} found, ${harmless} harmless`);
});

const acts: readonly (readonly [string, string, readonly string[]])[] = [
  ['an entry taken out of the middle', 'DELETE FROM audit WHERE sequence = 4', ['chain-broken']],
  ['the first entry taken out', 'DELETE FROM audit WHERE sequence = 1', ['chain-broken', 'entry-missing']],
  ['a version without its entry', 'DELETE FROM audit WHERE sequence = 6', ['entry-missing']],
  ['an entry without its version', 'DELETE FROM version WHERE sequence = 3', ['version-missing']],
  ['a document changed', `UPDATE version SET document = '{}' WHERE sequence = 1`, ['version-changed']],
  [
    'a document and its hash changed',
    `UPDATE version SET document = '{}', hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE sequence = 1`,
    ['version-changed'],
  ],
  ['an author changed', `UPDATE audit SET author = 'eve' WHERE sequence = 2`, ['entry-changed']],
  ['a time changed', `UPDATE audit SET time = '2020-01-01' WHERE sequence = 2`, ['entry-changed']],
  [
    'two cases exchanged',
    `UPDATE version SET case_id = 'c' WHERE sequence = 1; UPDATE version SET case_id = 'a' WHERE sequence = 2;
     UPDATE version SET case_id = 'b' WHERE sequence = 1`,
    ['version-changed'],
  ],
];
for (const [name, sql, expected] of acts)
  test(`found: ${name}`, (t) => {
    const store = filledStore(t);
    tamper(tamperer(t, store), sql);
    const found = kinds(store);
    for (const kind of expected) assert.ok(found.includes(kind), `${kind} is not among ${found.join(', ')}`);
  });

test('found: a trigger taken away, a table added', (t) => {
  const store = filledStore(t);
  const db = tamperer(t, store);
  db.exec('DROP TRIGGER audit_delete');
  assert.deepEqual(kinds(store), ['schema']);
  db.exec(triggers.get('audit_delete') ?? '');
  assert.deepEqual(kinds(store), []);
  db.exec('CREATE TABLE extra (x)');
  assert.deepEqual(kinds(store), ['schema']);
});

test('a tail that was cut off shows against a head that was kept', (t) => {
  const store = filledStore(t);
  const kept = store.head();
  tamper(tamperer(t, store), 'DELETE FROM version WHERE sequence = 6; DELETE FROM audit WHERE sequence = 6');
  assert.ok(store.verify().ok, 'from inside the cut cannot be seen');
  const report = store.verify({ expectedHead: kept });
  assert.deepEqual(
    report.faults.map(({ kind }) => kind),
    ['head-differs'],
  );
});

test('a tail that was written anew shows against a head that was kept', (t) => {
  const store = filledStore(t);
  const kept = store.head();
  const last = store.audit().at(-1);
  assert.ok(last !== undefined);
  const forged = entryHash({ ...last, author: 'eve' });
  tamper(
    tamperer(t, store),
    `UPDATE audit SET author = 'eve', hash = '${forged}' WHERE sequence = ${last.sequence}`,
  );
  assert.ok(store.verify().ok, 'from inside the forgery cannot be seen');
  assert.deepEqual(
    store.verify({ expectedHead: kept }).faults.map(({ kind }) => kind),
    ['head-differs'],
  );
});

test('an entry in the middle that was signed anew breaks the chain behind it', (t) => {
  const store = filledStore(t);
  const second = store.audit()[1];
  assert.ok(second !== undefined);
  const forged = entryHash({ ...second, author: 'eve' });
  tamper(tamperer(t, store), `UPDATE audit SET author = 'eve', hash = '${forged}' WHERE sequence = 2`);
  assert.deepEqual(
    store.verify().faults.map(({ kind, sequence }) => [kind, sequence]),
    [['chain-broken', 3]],
  );
});

test('a store that has grown since its head was kept has no fault', (t) => {
  const store = filledStore(t);
  const kept = store.head();
  assert.ok(store.save('c', 1, by(0)).ok);
  assert.deepEqual(store.verify({ expectedHead: kept }).faults, []);
});

test('verifying sees one moment, whatever is written meanwhile', (t) => {
  const store = filledStore(t);
  const db = openDatabase(store.file);
  t.after(() => db.close());
  db.exec('BEGIN IMMEDIATE');
  db.exec(
    `INSERT INTO audit SELECT 7, time, author, 'read', 'a', 1, '', hash_before, hash_after, hash, 'x' FROM audit WHERE sequence = 6`,
  );
  assert.deepEqual(store.verify().faults, []);
  db.exec('ROLLBACK');
});
