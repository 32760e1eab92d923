/** Opens a store: the folder, the lock of a server, the database, and what can be done with them. */
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Issue } from '../reading/index.ts';
import { readHead } from './append.ts';
import type { AuditEntry, Head } from './audit-entry.ts';
import { type AuditSelection, caseHistory, listCases, readAudit, readCase } from './case-reader.ts';
import { recordCaseRead, removeCase, saveCase } from './case-writer.ts';
import { openDatabase } from './database.ts';
import { type ExportResult, exportStore } from './export-store.ts';
import { type ImportResult, importStore } from './import-store.ts';
import { makePrivateFolder } from './private-file.ts';
import { acquireServerLock, type ServerLock } from './server-lock.ts';
import { failureIssue, guarded, storeIssue } from './store-failure.ts';
import type { Act, RecordResult, StoredCase, VersionSummary, WriteAct, WriteResult } from './stored-case.ts';
import { type VerifyOptions, type VerifyReport, verifyDatabase } from './verify.ts';

/** How to open a store. */
export interface StoreOptions {
  /** The folder of the data; made when it is not there. */
  readonly folder: string;
  /** The clock, as ISO 8601 text. */
  readonly now: () => string;
  /** True for a server: a second one on the same folder is refused. Others may read and write beside it. */
  readonly exclusive?: boolean;
}

/**
 * An open store. Writes return an issue when the user or the machine refuses them; reads throw `StoreFailure` when
 * the file cannot be read.
 */
export interface Store {
  /** The folder of the data, absolute. */
  readonly folder: string;
  /** The database file. */
  readonly file: string;
  /** Saves a document as the next version; the same document again makes no version and says so. */
  readonly save: (id: string, document: unknown, act: WriteAct) => WriteResult;
  /** Appends a version without a document; all earlier ones are kept. */
  readonly remove: (id: string, act: WriteAct) => WriteResult;
  /** Notes in the audit log that a version was read. */
  readonly recordRead: (id: string, version: number, act: Act) => RecordResult;
  /** A version of a case, the newest without a number; undefined when there is none or it is a removal. */
  readonly get: (id: string, version?: number) => StoredCase | undefined;
  /** The newest version of every case, by id, without the documents. */
  readonly list: (options?: { readonly includeRemoved?: boolean }) => readonly VersionSummary[];
  /** Every version of a case, oldest first, removals included. */
  readonly history: (id: string) => readonly VersionSummary[];
  /** The audit log, in its sequence. */
  readonly audit: (selection?: AuditSelection) => readonly AuditEntry[];
  /** The end of the audit chain, to keep elsewhere. */
  readonly head: () => Head;
  /** Proves the store or says what is wrong with it. */
  readonly verify: (options?: VerifyOptions) => VerifyReport;
  /** Writes everything into one file of JSON lines. */
  readonly exportTo: (file: string) => ExportResult;
  /** Reads such a file, whole or not at all. */
  readonly importFrom: (file: string) => ImportResult;
  /** For a server: notes beside the lock where it answers, for the message that a second one gets. */
  readonly announce: (url: string) => void;
  /** Closes the file and lets the lock go. A second call does nothing. */
  readonly close: () => void;
}

/** What became of opening a store. */
export type OpenResult =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly issue: Issue };

function storeOver(
  db: DatabaseSync,
  folder: string,
  file: string,
  now: () => string,
  lock: ServerLock | undefined,
): Store {
  const refusable = <T>(act: () => T): T | { readonly ok: false; readonly issue: Issue } => {
    try {
      return act();
    } catch (error) {
      const issue = failureIssue(error, file);
      if (issue === undefined) throw error;
      return { ok: false, issue };
    }
  };
  return {
    folder,
    file,
    save: (id, document, act) => refusable(() => saveCase(db, now, id, document, act)),
    remove: (id, act) => refusable(() => removeCase(db, now, id, act)),
    recordRead: (id, version, act) => refusable(() => recordCaseRead(db, now, id, version, act)),
    get: (id, version) => guarded(file, () => readCase(db, file, id, version)),
    list: (options = {}) => guarded(file, () => listCases(db, file, options.includeRemoved ?? false)),
    history: (id) => guarded(file, () => caseHistory(db, file, id)),
    audit: (selection) => guarded(file, () => readAudit(db, file, selection)),
    head: () => guarded(file, () => readHead(db)),
    verify: (options) => verifyDatabase(db, file, options),
    exportTo: (target) => exportStore(db, file, now, target),
    importFrom: (source) => importStore(db, file, source),
    announce: (url) => guarded(folder, () => lock?.announce(url)),
    close: () => {
      if (db.isOpen) db.close();
      lock?.release();
    },
  };
}

/**
 * Opens, or makes, the store in a folder.
 *
 * @returns the store, or an issue: `store-busy` (another server has it), `store-newer`, `store-damaged`,
 *   `store-unwritable`.
 * @example
 * const opened = openStore({ folder: '/srv/board', now: () => new Date().toISOString() });
 * if (opened.ok) opened.store.save('a', { question: '...' }, { author: 'ana', reason: 'first', expectedVersion: 0 });
 */
export function openStore(options: StoreOptions): OpenResult {
  const folder = resolve(options.folder);
  const file = join(folder, 'cajal.sqlite');
  let lock: ServerLock | undefined;
  try {
    if (options.folder.includes('\0'))
      return { ok: false, issue: storeIssue('store-unwritable', 'The name of the folder is not text.') };
    makePrivateFolder(folder);
    if (options.exclusive === true) {
      const locked = acquireServerLock(folder, options.now);
      if (!locked.ok) return locked;
      lock = locked.lock;
    }
    return { ok: true, store: storeOver(openDatabase(file), folder, file, options.now, lock) };
  } catch (error) {
    lock?.release();
    const issue = failureIssue(error, file);
    if (issue === undefined) throw error;
    return { ok: false, issue };
  }
}
