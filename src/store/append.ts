/** The only statements that add to the two tables of the store. The tables' triggers check them once more. */
import type { DatabaseSync } from 'node:sqlite';
import { type AuditEntry, emptyHead, type Head } from './audit-entry.ts';

/** The end of the chain as the file has it. */
export function readHead(db: DatabaseSync): Head {
  const row = db.prepare('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1').get();
  if (row === undefined) return emptyHead;
  return { sequence: Number(row['sequence']), hash: String(row['hash']) };
}

/** Appends an entry to the audit log. */
export function insertEntry(db: DatabaseSync, entry: AuditEntry): void {
  db.prepare(
    `INSERT INTO audit (sequence, time, author, action, case_id, version, reason, hash_before, hash_after,
       previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.sequence,
    entry.time,
    entry.author,
    entry.action,
    entry.caseId,
    entry.version,
    entry.reason,
    entry.hashBefore,
    entry.hashAfter,
    entry.previous,
    entry.hash,
  );
}

/** Appends the version that an entry tells of. @param text the canonical document; null for a removal. */
export function insertVersion(db: DatabaseSync, entry: AuditEntry, text: string | null): void {
  db.prepare('INSERT INTO version (sequence, case_id, version, hash, document) VALUES (?, ?, ?, ?, ?)').run(
    entry.sequence,
    entry.caseId,
    entry.version,
    entry.hashAfter,
    text,
  );
}
