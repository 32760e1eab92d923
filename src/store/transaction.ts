/** One act on the store that happens whole or not at all. */
import type { DatabaseSync } from 'node:sqlite';

function within<T>(db: DatabaseSync, begin: string, act: () => T, keep: (result: T) => boolean): T {
  db.exec(begin);
  try {
    const result = act();
    db.exec(keep(result) ? 'COMMIT' : 'ROLLBACK');
    return result;
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

/**
 * Runs an act that writes. The write lock is taken at the start, so that what the act reads is what it writes upon.
 * Rolled back when the act throws or when `keep` says no to its result.
 */
export function transaction<T>(db: DatabaseSync, act: () => T, keep: (result: T) => boolean = () => true): T {
  return within(db, 'BEGIN IMMEDIATE', act, keep);
}

/** Runs reads that all see the same moment of the store, whatever is written meanwhile. */
export function snapshot<T>(db: DatabaseSync, act: () => T): T {
  return within(db, 'BEGIN', act, () => true);
}
