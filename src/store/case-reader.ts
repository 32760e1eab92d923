/** Reads of cases and of the audit log. Nothing is cached: what another process wrote is seen at once. */
import type { DatabaseSync } from 'node:sqlite';
import { sha256Hex } from '../reading/index.ts';
import { type AuditEntry, auditColumns, readAuditEntry } from './audit-entry.ts';
import { damagedIssue, StoreFailure } from './store-failure.ts';
import type { StoredCase, VersionSummary } from './stored-case.ts';

type Row = Readonly<Record<string, unknown>>;

const summaryColumns = `version.case_id AS id, version.version, version.hash, audit.time AS savedAt, audit.author,
  audit.reason, version.sequence`;
const summaryTables = 'version JOIN audit ON audit.sequence = version.sequence';

function damaged(file: string, what: string): StoreFailure {
  return new StoreFailure(damagedIssue(file, what));
}

function readSummary(row: Row, file: string): VersionSummary {
  const { id, version, hash, savedAt, author, reason, sequence } = row;
  if (
    typeof id !== 'string' ||
    typeof version !== 'number' ||
    typeof savedAt !== 'string' ||
    typeof author !== 'string' ||
    typeof reason !== 'string' ||
    typeof sequence !== 'number'
  )
    throw damaged(file, 'A version has a member of the wrong type');
  const known = typeof hash === 'string' ? hash : null;
  return { id, version, removed: known === null, hash: known, savedAt, author, reason, sequence };
}

/**
 * A version of a case, the newest without a number; undefined when there is none or it is a removal.
 *
 * @throws StoreFailure when the document is not the one that was saved.
 */
export function readCase(
  db: DatabaseSync,
  file: string,
  id: string,
  version?: number,
): StoredCase | undefined {
  const select = `SELECT ${summaryColumns}, version.document FROM ${summaryTables} WHERE version.case_id = ?`;
  const row =
    version === undefined
      ? db.prepare(`${select} ORDER BY version.version DESC LIMIT 1`).get(id)
      : db.prepare(`${select} AND version.version = ?`).get(id, version);
  if (row === undefined) return undefined;
  const { hash, ...summary } = readSummary(row, file);
  const text = row['document'];
  if (hash === null) return undefined;
  if (typeof text !== 'string' || sha256Hex(text) !== hash)
    throw damaged(file, `Version ${summary.version} of case ${id} is not the document that was saved`);
  const { savedAt, author, reason } = summary;
  const document: unknown = JSON.parse(text);
  return { id: summary.id, version: summary.version, document, hash, savedAt, author, reason };
}

/** The newest version of every case, by id; removed cases only on request. */
export function listCases(
  db: DatabaseSync,
  file: string,
  includeRemoved: boolean,
): readonly VersionSummary[] {
  return db
    .prepare(
      `SELECT ${summaryColumns} FROM ${summaryTables}
       JOIN (SELECT case_id, max(version) AS newest FROM version GROUP BY case_id) AS head
         ON head.case_id = version.case_id AND head.newest = version.version
       WHERE version.hash IS NOT NULL OR ? ORDER BY version.case_id`,
    )
    .all(includeRemoved ? 1 : 0)
    .map((row) => readSummary(row, file));
}

/** Every version of a case, oldest first, removals included; empty when there never was one. */
export function caseHistory(db: DatabaseSync, file: string, id: string): readonly VersionSummary[] {
  return db
    .prepare(
      `SELECT ${summaryColumns} FROM ${summaryTables} WHERE version.case_id = ? ORDER BY version.version`,
    )
    .all(id)
    .map((row) => readSummary(row, file));
}

/** Which entries of the audit log to give. */
export interface AuditSelection {
  readonly caseId?: string;
  /** Only entries after this sequence; 0 when left out. */
  readonly after?: number;
  /** At most so many, the oldest first; 1,000 when left out. */
  readonly limit?: number;
}

/** Entries of the audit log, in their sequence. */
export function readAudit(
  db: DatabaseSync,
  file: string,
  selection: AuditSelection = {},
): readonly AuditEntry[] {
  const { caseId = null, after = 0, limit = 1000 } = selection;
  const rows = db
    .prepare(
      caseId === null
        ? `SELECT ${auditColumns} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?`
        : `SELECT ${auditColumns} FROM audit WHERE sequence > ? AND case_id = ? ORDER BY sequence LIMIT ?`,
    )
    .all(...(caseId === null ? [after, limit] : [after, caseId, limit]));
  return rows.map((row) => {
    const entry = readAuditEntry(row);
    if (entry === undefined) throw damaged(file, 'An audit entry has a member of the wrong type');
    return entry;
  });
}
