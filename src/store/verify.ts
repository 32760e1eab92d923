/**
 * Proves a store, or says what is wrong with it: SQLite's integrity check, the tables and triggers as the migrations
 * make them, the hash of every document and every audit entry, the chain, and each version with its entry.
 *
 * Any changed byte of a row is found. What cannot be found from inside is a tail that was cut off, or a whole chain
 * that was computed anew; both show against a head that was kept elsewhere.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Issue } from '../reading/index.ts';
import { emptyHead, type Head } from './audit-entry.ts';
import { type StoreFault, walkChain } from './chain-check.ts';
import { fileVersion, type Migration, migrate, migrations, schemaOf } from './migrations.ts';
import { damagedIssue, failureIssue } from './store-failure.ts';
import { orphanFaults, storedChain } from './stored-chain.ts';
import { snapshot } from './transaction.ts';

/** What `verify` found. */
export interface VerifyReport {
  /** True when there is no fault. */
  readonly ok: boolean;
  readonly entries: number;
  readonly versions: number;
  readonly head: Head;
  readonly faults: readonly StoreFault[];
}

/** What to verify against. */
export interface VerifyOptions {
  /** A head that was kept elsewhere: the chain must contain it. It may have grown since. */
  readonly expectedHead?: Head;
}

function structureFaults(db: DatabaseSync): readonly StoreFault[] {
  const messages = db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => String(row['integrity_check']))
    .filter((message) => message !== 'ok');
  return messages.map((message) => ({ kind: 'structure', message: `SQLite: ${message}` }));
}

function schemaFaults(db: DatabaseSync, steps: readonly Migration[]): readonly StoreFault[] {
  const model = new DatabaseSync(':memory:');
  try {
    migrate(model, steps);
    const same = schemaOf(model) === schemaOf(db) && fileVersion(model) === fileVersion(db);
    if (same) return [];
    return [{ kind: 'schema', message: 'The tables or triggers of the file are not those that Cajal made' }];
  } finally {
    model.close();
  }
}

function headFaults(expected: Head, head: Head, hashThere: string | undefined): readonly StoreFault[] {
  const { sequence } = expected;
  const place = sequence === 0 ? {} : { sequence };
  if (head.sequence < sequence)
    return [
      {
        kind: 'head-differs',
        message: `The log ends at entry ${head.sequence}, but entry ${sequence} was once written`,
        ...place,
      },
    ];
  if (hashThere === expected.hash) return [];
  return [
    { kind: 'head-differs', message: `Entry ${sequence} is not the one whose hash was kept`, ...place },
  ];
}

/** Runs one check; what stops it from reading on is a fault too. */
function attempt(file: string, check: () => readonly StoreFault[]): readonly StoreFault[] {
  try {
    return check();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const expected = code === 'ERR_SQLITE_ERROR' || code === 'ERR_OUT_OF_RANGE';
    if (!expected && failureIssue(error, file) === undefined) throw error;
    return [{ kind: 'unreadable', message: `The file cannot be read on: ${String(error)}` }];
  }
}

/** Verifies a store as it stands at this moment; writers may go on meanwhile. */
export function verifyDatabase(
  db: DatabaseSync,
  file: string,
  options: VerifyOptions = {},
  steps: readonly Migration[] = migrations,
): VerifyReport {
  const walk = walkChain();
  const { expectedHead } = options;
  let entries = 0;
  let hashThere = expectedHead?.sequence === 0 ? emptyHead.hash : undefined;

  const chainFaults = (): readonly StoreFault[] => {
    const found: StoreFault[] = [];
    for (const { entry, faults } of storedChain(db, walk)) {
      entries += 1;
      if (entry !== undefined && entry.sequence === expectedHead?.sequence) hashThere = entry.hash;
      found.push(...faults);
    }
    return found;
  };
  const checks: readonly (() => readonly StoreFault[])[] = [
    () => structureFaults(db),
    () => schemaFaults(db, steps),
    chainFaults,
    () => orphanFaults(db),
    () => (expectedHead === undefined ? [] : headFaults(expectedHead, walk.head(), hashThere)),
  ];
  const faults = attempt(file, () => snapshot(db, () => checks.flatMap((check) => attempt(file, check))));
  return { ok: faults.length === 0, entries, versions: walk.versions(), head: walk.head(), faults };
}

/** A fault as an issue, for a face that prints issues. */
export function faultIssue(fault: StoreFault, file: string): Issue {
  return damagedIssue(file, fault.message);
}
