/**
 * One server at a time on one folder. The lock is a transaction held open on a second, empty SQLite file: the
 * operating system lets it go when the process ends, however it ends. Who holds it stands in a readable file beside
 * it, which may be stale: only the lock counts.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalJson, type Issue } from '../reading/index.ts';
import { makePrivateFile, writeAtomically } from './private-file.ts';
import { failureIssue, storeIssue } from './store-failure.ts';

/** Who holds the lock of a folder. */
export interface ServerHolder {
  readonly pid: number;
  readonly startedAt: string;
  /** Where the server answers, once it does. */
  readonly url?: string;
}

/** A lock that is held. */
export interface ServerLock {
  /** Writes beside the lock where the server answers. */
  readonly announce: (url: string) => void;
  readonly release: () => void;
}

export type LockResult =
  | { readonly ok: true; readonly lock: ServerLock }
  | { readonly ok: false; readonly issue: Issue };

const holderFile = (folder: string): string => join(folder, 'cajal.server.json');

/** Who wrote that it holds the folder; undefined when nobody did or the note cannot be read. */
export function readServerHolder(folder: string): ServerHolder | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(holderFile(folder), 'utf8'));
    if (typeof note !== 'object' || note === null) return undefined;
    if (!('pid' in note) || typeof note.pid !== 'number') return undefined;
    if (!('startedAt' in note) || typeof note.startedAt !== 'string') return undefined;
    const url = 'url' in note && typeof note.url === 'string' ? { url: note.url } : {};
    return { pid: note.pid, startedAt: note.startedAt, ...url };
  } catch {
    return undefined;
  }
}

function busyIssue(folder: string): Issue {
  const holder = readServerHolder(folder);
  const who =
    holder === undefined
      ? 'Another server'
      : `Another server (process ${holder.pid}${holder.url === undefined ? '' : `, ${holder.url}`})`;
  return storeIssue(
    'store-busy',
    `${who} has ${folder} open; use it, stop it, or give another folder.`,
    folder,
  );
}

/** Takes the lock of a folder, at once or not at all. */
export function acquireServerLock(folder: string, now: () => string): LockResult {
  const file = join(folder, 'cajal.lock');
  let db: DatabaseSync | undefined;
  try {
    makePrivateFile(file);
    db = new DatabaseSync(file, { timeout: 0 });
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const held = db;
    const holder: ServerHolder = { pid: process.pid, startedAt: now() };
    const note = (who: ServerHolder): void => {
      writeAtomically(holderFile(folder), (append) => append(`${canonicalJson(who)}\n`));
    };
    note(holder);
    return {
      ok: true,
      lock: {
        announce: (url) => note({ ...holder, url }),
        release: () => {
          if (!held.isOpen) return;
          rmSync(holderFile(folder), { force: true });
          held.close();
        },
      },
    };
  } catch (error) {
    db?.close();
    const issue = failureIssue(error, file);
    if (issue === undefined) throw error;
    if (issue.code === 'store-busy') return { ok: false, issue: busyIssue(folder) };
    if (issue.code === 'store-damaged')
      return {
        ok: false,
        issue: storeIssue('store-damaged', `${file} is not a lock of Cajal; remove it.`, file),
      };
    return { ok: false, issue };
  }
}
