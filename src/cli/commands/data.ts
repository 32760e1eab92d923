/** The store that a command works on: the folder asked for, else the default one. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../reading/index.ts';
import { openStore, type Store, type StoreOptions } from '../../store/index.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import { dataFolder } from './data-folder.ts';

export { dataFolder };

/** The time now, as ISO 8601 text. */
export const now = (): string => new Date().toISOString();

/** A store file that is there and holds nothing: what was in it is lost, and nothing is made in its place. */
function emptyStoreIssue(folder: string): Issue | undefined {
  const path = join(folder, 'cajal.sqlite');
  if (!existsSync(path) || statSync(path).size > 0) return undefined;
  const message =
    'is empty: what it held is lost; bring it back from an export, or move the file away to begin anew';
  return { code: 'store-damaged', severity: 'error', message, source: path };
}

/** Opens the store, or reports why it cannot be opened and sets the exit code. */
export function openOrReport(options: Omit<StoreOptions, 'now'>): Store | undefined {
  const empty = emptyStoreIssue(options.folder);
  if (empty !== undefined) {
    reportIssues([empty]);
    return undefined;
  }
  const opened = openStore({ ...options, now });
  if (opened.ok) return opened.store;
  reportIssues([opened.issue]);
  return undefined;
}

/** Runs an act on a store that is there already; one that is not there is reported, not made. */
export function withStore(asked: string | undefined, act: (store: Store) => void): void {
  const folder = dataFolder(asked);
  if (!existsSync(join(folder, 'cajal.sqlite'))) {
    const message =
      'holds no store; `npm start` or `cajal store put` makes one, --data or CAJAL_HOME names another folder';
    reportIssues([{ code: 'file-not-found', severity: 'error', message, source: folder }]);
    return;
  }
  withNewStore(asked, act);
}

/** Runs an act on a store, which is made when it is not there, and closes it. */
export function withNewStore(asked: string | undefined, act: (store: Store) => void): void {
  const store = openOrReport({ folder: dataFolder(asked) });
  if (store === undefined) return;
  try {
    act(store);
  } finally {
    store.close();
  }
}

/** Writes a line to standard output. */
export function print(line: string): void {
  process.stdout.write(`${plainForTerminal(line)}\n`);
}

/** Reports that there is no such case. */
export function notStored(id: string): void {
  reportIssues([{ code: 'case-not-found', severity: 'error', message: `No case is stored as ${id}.` }]);
}
