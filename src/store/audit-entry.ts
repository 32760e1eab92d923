/**
 * The audit log: who did what to which version of which case, and why, as a chain of hashes. Every entry carries the
 * hash of the one before and its own over all its members, so that a change anywhere changes the head.
 */
import { hashOf } from '../reading/index.ts';

/** What was done: a first version, a further one, a removal (kept as a version), its undoing, a reading. */
export const auditActions = ['create', 'change', 'remove', 'restore', 'read'] as const;
export type AuditAction = (typeof auditActions)[number];

/** One line of the log. */
export interface AuditEntry {
  /** 1, 2, 3 ... without gaps. The order of the log is this, never the time. */
  readonly sequence: number;
  /** The clock of the machine, ISO 8601. */
  readonly time: string;
  readonly author: string;
  readonly action: AuditAction;
  readonly caseId: string;
  /** The version that was written or read. */
  readonly version: number;
  readonly reason: string;
  /** Hash of the case's document before; null when there was none. */
  readonly hashBefore: string | null;
  /** Hash of the document after; null for a removal. */
  readonly hashAfter: string | null;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 over the canonical JSON of all other members. */
  readonly hash: string;
}

/** The end of the chain. Kept elsewhere, it shows later whether the tail of the log was cut off or rewritten. */
export interface Head {
  /** Sequence of the last entry; 0 for an empty store. */
  readonly sequence: number;
  readonly hash: string;
}

/** The head of a store that holds nothing. */
export const emptyHead: Head = { sequence: 0, hash: '0'.repeat(64) };

/** The hash that an entry must carry. */
export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, time, author, action, caseId, version, reason, hashBefore, hashAfter, previous } = entry;
  return hashOf({
    sequence,
    time,
    author,
    action,
    caseId,
    version,
    reason,
    hashBefore,
    hashAfter,
    previous,
  });
}

/** What a write is called, from the version it makes and the documents before and after. */
export function writeAction(
  version: number,
  hashBefore: string | null,
  hashAfter: string | null,
): Exclude<AuditAction, 'read'> {
  if (version === 1) return 'create';
  if (hashAfter === null) return 'remove';
  return hashBefore === null ? 'restore' : 'change';
}

/** Columns of the audit table under the names of an entry. */
export const auditColumns = `audit.sequence, audit.time, audit.author, audit.action, audit.case_id AS caseId,
  audit.version, audit.reason, audit.hash_before AS hashBefore, audit.hash_after AS hashAfter,
  audit.previous, audit.hash`;

const isAction = (value: unknown): value is AuditAction => auditActions.some((action) => action === value);
const isHashOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

/** An entry from a row of the table or a line of an export; undefined when a member is missing or of another type. */
export function readAuditEntry(record: Readonly<Record<string, unknown>>): AuditEntry | undefined {
  const { sequence, time, author, action, caseId, version, reason, hashBefore, hashAfter, previous, hash } =
    record;
  if (typeof sequence !== 'number' || typeof version !== 'number') return undefined;
  if (typeof time !== 'string' || typeof author !== 'string' || !isAction(action)) return undefined;
  if (typeof caseId !== 'string' || typeof reason !== 'string') return undefined;
  if (!isHashOrNull(hashBefore) || !isHashOrNull(hashAfter)) return undefined;
  if (typeof previous !== 'string' || typeof hash !== 'string') return undefined;
  return {
    sequence,
    time,
    author,
    action,
    caseId,
    version,
    reason,
    hashBefore,
    hashAfter,
    previous,
    hash,
  };
}
