/** The chain of a store's own file, entry by entry. */
import type { DatabaseSync } from 'node:sqlite';
import { type AuditEntry, auditColumns, readAuditEntry } from './audit-entry.ts';
import { type ChainWalk, type StoreFault, type VersionRow, walkChain } from './chain-check.ts';

/** An entry as it lies in the file, with what does not fit about it. */
export interface ChainLink {
  readonly entry: AuditEntry | undefined;
  readonly version: VersionRow | undefined;
  readonly faults: readonly StoreFault[];
}

const select = `SELECT ${auditColumns}, version.sequence AS versionSequence, version.case_id AS versionCaseId,
  version.version AS versionNumber, version.hash AS versionHash, version.document
  FROM audit LEFT JOIN version ON version.sequence = audit.sequence ORDER BY audit.sequence`;

/** Walks the file's chain from its start, one row in memory at a time. Run it inside a snapshot or a transaction. */
export function* storedChain(db: DatabaseSync, walk: ChainWalk = walkChain()): Generator<ChainLink> {
  for (const row of db.prepare(select).iterate()) {
    const entry = readAuditEntry(row);
    const version =
      row['versionSequence'] === null
        ? undefined
        : {
            caseId: row['versionCaseId'],
            version: row['versionNumber'],
            hash: row['versionHash'],
            document: row['document'],
          };
    yield { entry, version, faults: walk.next(entry, version) };
  }
}

/** Versions whose audit entry is not there. */
export function orphanFaults(db: DatabaseSync): readonly StoreFault[] {
  return db
    .prepare(
      'SELECT sequence, case_id, version FROM version WHERE sequence NOT IN (SELECT sequence FROM audit)',
    )
    .all()
    .map((row) => {
      const [sequence, id, version] = [row['sequence'], row['case_id'], row['version']].map(String);
      return {
        kind: 'entry-missing',
        message: `Version ${version} of case ${id} has no audit entry (its sequence is ${sequence})`,
      };
    });
}
