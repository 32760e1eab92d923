/**
 * The tables of the store and the ordered steps that made them. A file says in `user_version` how many steps it has
 * had; each missing one runs in a transaction of its own. A step that was released is never changed.
 *
 * The triggers keep the record append-only for every program that opens the file, also against INSERT OR REPLACE.
 */
import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './transaction.ts';

/** One step: SQL that brings a file of the version before to this one. */
export type Migration = string;

const noHash = '0'.repeat(64);

const first: Migration = `
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
  time TEXT NOT NULL,
  author TEXT NOT NULL CHECK (author <> ''),
  action TEXT NOT NULL CHECK (action IN ('create', 'change', 'remove', 'restore', 'read')),
  case_id TEXT NOT NULL CHECK (case_id <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  reason TEXT NOT NULL,
  hash_before TEXT,
  hash_after TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_case ON audit (case_id, sequence);

CREATE TABLE version (
  sequence INTEGER PRIMARY KEY REFERENCES audit (sequence),
  case_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  hash TEXT,
  document TEXT,
  UNIQUE (case_id, version),
  CHECK ((hash IS NULL) = (document IS NULL))
) STRICT;

CREATE TRIGGER audit_append BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1), '${noHash}')
BEGIN SELECT RAISE(ABORT, 'an audit entry can only be appended to the chain'); END;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'an audit entry cannot be changed'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'an audit entry cannot be deleted'); END;

CREATE TRIGGER version_append BEFORE INSERT ON version
WHEN NEW.sequence IS NOT (SELECT max(sequence) FROM audit)
  OR EXISTS (SELECT 1 FROM version WHERE sequence = NEW.sequence)
  OR NEW.version IS NOT
    (SELECT coalesce(max(version), 0) + 1 FROM version WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'a version can only be appended to its case, with its audit entry'); END;
CREATE TRIGGER version_update BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a version of a case cannot be changed'); END;
CREATE TRIGGER version_delete BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'a version of a case cannot be deleted'); END;
`;

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [first];

/** How many steps a file has had. */
export function fileVersion(db: DatabaseSync): number {
  const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
  return typeof version === 'number' ? version : 0;
}

/** Marks a file as a store of Cajal: "CAJL" in ASCII (https://sqlite.org/fileformat2.html#application_id). */
export const applicationId = 0x43414a4c;

/** Runs the steps that a file lacks. A step that fails leaves the file at the version before it. */
export function migrate(db: DatabaseSync, steps: readonly Migration[] = migrations): void {
  for (let at = fileVersion(db); at < steps.length; at += 1) {
    transaction(db, () => {
      // Another process may have run the step while this one waited for the lock.
      if (fileVersion(db) !== at) return;
      db.exec(steps[at] ?? '');
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${at + 1}`);
    });
  }
}

/** Names and SQL of all tables, indexes and triggers. */
export function schemaOf(db: DatabaseSync): string {
  const rows = db
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return JSON.stringify(rows);
}
