/**
 * The SQLite file of a store, opened with the settings that its promises rest on: WAL with synchronous FULL (a
 * commit is on the disk before it is acknowledged), foreign keys, a wait for other writers, defensive mode.
 */
import { DatabaseSync } from 'node:sqlite';
import { applicationId, fileVersion, type Migration, migrate, migrations } from './migrations.ts';
import { makePrivateFile } from './private-file.ts';
import { damagedIssue, failureIssue, StoreFailure, storeIssue } from './store-failure.ts';
import { snapshot } from './transaction.ts';

const busyTimeoutMs = 10_000;

/** Refuses a file that this Cajal must not touch. Nothing is written before. */
function assertOurs(db: DatabaseSync, file: string, known: number): void {
  const id = db.prepare('PRAGMA application_id').get()?.['application_id'];
  const version = fileVersion(db);
  const tables = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'];
  if (id === 0 && version === 0 && tables === 0) return;
  if (id !== applicationId || version < 1)
    throw new StoreFailure(damagedIssue(file, `${file} is a database, but not a store of Cajal`));
  if (version > known)
    throw new StoreFailure(
      storeIssue(
        'store-newer',
        `${file} has format ${version}; this Cajal reads up to ${known}. Use the newer Cajal that wrote it.`,
        file,
      ),
    );
}

/** SQLite does not wait by itself when two processes turn a new file to WAL at once. */
function useWriteAheadLog(db: DatabaseSync, file: string): void {
  const deadline = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
      if (mode === 'wal') return;
      throw new StoreFailure(
        storeIssue('store-unwritable', `${file} lies on a disk without write-ahead logging.`, file),
      );
    } catch (error) {
      if (failureIssue(error, file)?.code !== 'store-busy' || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * Opens, or makes, the file of a store and brings it to the present version.
 *
 * @throws StoreFailure for a newer, foreign or damaged file; other errors as SQLite and the file system give them.
 */
export function openDatabase(file: string, steps: readonly Migration[] = migrations): DatabaseSync {
  makePrivateFile(file);
  const db = new DatabaseSync(file, {
    timeout: busyTimeoutMs,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    defensive: true,
  });
  try {
    snapshot(db, () => assertOurs(db, file, steps.length));
    useWriteAheadLog(db, file);
    db.exec(
      'PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON',
    );
    migrate(db, steps);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
