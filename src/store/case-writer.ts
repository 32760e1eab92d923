/**
 * Writes of cases. Each is one transaction: the version that the writer has seen is compared, the version and its
 * audit entry are appended, and only then is it acknowledged.
 */
import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson, type Issue, sha256Hex } from '../reading/index.ts';
import { insertEntry, insertVersion, readHead } from './append.ts';
import { type AuditEntry, entryHash, writeAction } from './audit-entry.ts';
import { storeIssue } from './store-failure.ts';
import type { Act, RecordResult, WriteAct, WriteResult } from './stored-case.ts';
import { transaction } from './transaction.ts';
import { actIssue, idIssue, maximumDocumentChars, versionIssue } from './write-request.ts';

interface Latest {
  /** 0 when there is none. */
  readonly version: number;
  readonly sequence: number;
  /** Null when there is none or it was removed. */
  readonly hash: string | null;
}

function latestVersion(db: DatabaseSync, id: string): Latest {
  const row = db
    .prepare('SELECT version, sequence, hash FROM version WHERE case_id = ? ORDER BY version DESC LIMIT 1')
    .get(id);
  if (row === undefined) return { version: 0, sequence: 0, hash: null };
  const hash = row['hash'];
  return {
    version: Number(row['version']),
    sequence: Number(row['sequence']),
    hash: typeof hash === 'string' ? hash : null,
  };
}

type NewEntry = Omit<AuditEntry, 'sequence' | 'time' | 'previous' | 'hash'>;

function appendEntry(db: DatabaseSync, time: string, added: NewEntry): AuditEntry {
  const head = readHead(db);
  const unsigned = { ...added, time, sequence: head.sequence + 1, previous: head.hash };
  const entry = { ...unsigned, hash: entryHash(unsigned) };
  insertEntry(db, entry);
  return entry;
}

function conflict(id: string, expected: number, latest: Latest): WriteResult {
  const now =
    latest.version === 0
      ? 'there is no such case'
      : `its newest version is ${latest.version}${latest.hash === null ? ', a removal' : ''}`;
  const issue = storeIssue(
    'store-conflict',
    `Case ${id} was to be written upon version ${expected}, but ${now}. Read it again and repeat the change.`,
  );
  return { ok: false, issue, currentVersion: latest.version };
}

interface Text {
  readonly text: string;
}

/** The canonical text of a document, or why it cannot be stored. */
function documentText(id: string, document: unknown): Text | Issue {
  try {
    const text = canonicalJson(document);
    if (text.length <= maximumDocumentChars) return { text };
    return storeIssue(
      'input-too-large',
      `The document of case ${id} has ${text.length} characters; the store takes ${maximumDocumentChars}.`,
    );
  } catch (error) {
    if (error instanceof RangeError)
      return storeIssue('too-deep', `The document of case ${id} is nested too deep; flatten it.`);
    if (error instanceof TypeError)
      return storeIssue('wrong-value', `The document of case ${id} is not JSON: ${error.message}.`);
    throw error;
  }
}

/** Appends a version with its entry. @param text the canonical document; null for a removal. */
function appendVersion(
  db: DatabaseSync,
  time: string,
  id: string,
  latest: Latest,
  text: string | null,
  act: Act,
): WriteResult {
  const hash = text === null ? null : sha256Hex(text);
  if (text !== null && hash === latest.hash)
    return { ok: true, version: latest.version, sequence: latest.sequence, hash, unchanged: true };
  const version = latest.version + 1;
  const entry = appendEntry(db, time, {
    author: act.author,
    reason: act.reason,
    action: writeAction(version, latest.hash, hash),
    caseId: id,
    version,
    hashBefore: latest.hash,
    hashAfter: hash,
  });
  insertVersion(db, entry, text);
  return { ok: true, version, sequence: entry.sequence, hash, unchanged: false };
}

/** Saves a document as the next version of a case. The same document again makes no version. */
export function saveCase(
  db: DatabaseSync,
  now: () => string,
  id: string,
  document: unknown,
  act: WriteAct,
): WriteResult {
  const refused = idIssue(id) ?? actIssue(act) ?? versionIssue(act.expectedVersion, 0);
  if (refused !== undefined) return { ok: false, issue: refused };
  const written = documentText(id, document);
  if (!('text' in written)) return { ok: false, issue: written };
  return transaction(db, () => {
    const latest = latestVersion(db, id);
    if (latest.version !== act.expectedVersion) return conflict(id, act.expectedVersion, latest);
    return appendVersion(db, now(), id, latest, written.text, act);
  });
}

const notFound = (id: string): Issue => storeIssue('case-not-found', `No case is stored as ${id}.`);

/** Removes a case: a last version without a document. What was there before stays. */
export function removeCase(db: DatabaseSync, now: () => string, id: string, act: WriteAct): WriteResult {
  const refused = idIssue(id) ?? actIssue(act) ?? versionIssue(act.expectedVersion, 1);
  if (refused !== undefined) return { ok: false, issue: refused };
  return transaction(db, () => {
    const latest = latestVersion(db, id);
    if (latest.hash === null) return { ok: false, issue: notFound(id) };
    if (latest.version !== act.expectedVersion) return conflict(id, act.expectedVersion, latest);
    return appendVersion(db, now(), id, latest, null, act);
  });
}

/** Notes in the audit log that somebody read a version of a case. */
export function recordCaseRead(
  db: DatabaseSync,
  now: () => string,
  id: string,
  version: number,
  act: Act,
): RecordResult {
  const refused = idIssue(id) ?? actIssue(act) ?? versionIssue(version, 1);
  if (refused !== undefined) return { ok: false, issue: refused };
  return transaction(db, () => {
    const hash = db.prepare('SELECT hash FROM version WHERE case_id = ? AND version = ?').get(id, version)?.[
      'hash'
    ];
    if (typeof hash !== 'string') return { ok: false, issue: notFound(`${id}, version ${version}`) };
    const { author, reason } = act;
    const { sequence } = appendEntry(db, now(), {
      author,
      reason,
      action: 'read',
      caseId: id,
      version,
      hashBefore: hash,
      hashAfter: hash,
    });
    return { ok: true, sequence };
  });
}
