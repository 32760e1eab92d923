/**
 * Walks a chain of audit entries with the versions they wrote and says everything that does not fit. The same walk
 * serves `verify`, export and import, so that what one accepts the others accept.
 */
import { sha256Hex } from '../reading/index.ts';
import { type AuditEntry, emptyHead, entryHash, type Head, writeAction } from './audit-entry.ts';

/** What can be wrong with a store. */
export type FaultKind =
  /** The file cannot be read to its end. */
  | 'unreadable'
  /** SQLite's own checks fail. */
  | 'structure'
  /** A table, index or trigger is not as the migrations made it. */
  | 'schema'
  /** The sequence has a gap or an entry does not name the one before it. */
  | 'chain-broken'
  /** An entry is not the one that was written. */
  | 'entry-changed'
  /** A version is not the one that was written. */
  | 'version-changed'
  /** A version's number or earlier document does not follow from the version before. */
  | 'version-order'
  /** An entry tells of a version that is not there. */
  | 'version-missing'
  /** A version has no entry of its own. */
  | 'entry-missing'
  /** The log ends before the head that was kept, or holds another entry in its place. */
  | 'head-differs';

/** One thing that is wrong, and where. */
export interface StoreFault {
  readonly kind: FaultKind;
  readonly message: string;
  readonly sequence?: number;
  readonly caseId?: string;
  readonly version?: number;
}

/** A version as it lies in the file, before anything about it is believed. */
export interface VersionRow {
  readonly caseId: unknown;
  readonly version: unknown;
  readonly hash: unknown;
  readonly document: unknown;
}

/** A walk along a chain. */
export interface ChainWalk {
  /** Takes the next entry with the version that carries its sequence, if there is one. */
  readonly next: (entry: AuditEntry | undefined, version: VersionRow | undefined) => readonly StoreFault[];
  /** Where the walk has come to. */
  readonly head: () => Head;
  readonly versions: () => number;
}

/** The document's hash of every version of a case, in order; null for a removal. */
type Versions = readonly (string | null)[];

function versionFaults(entry: AuditEntry, version: VersionRow | undefined): readonly string[] {
  if (version === undefined) return [];
  const { document } = version;
  const found = typeof document === 'string' ? sha256Hex(document) : null;
  return [
    version.caseId === entry.caseId ? undefined : 'the case id',
    version.version === entry.version ? undefined : 'the version number',
    version.hash === entry.hashAfter ? undefined : 'the hash',
    found === entry.hashAfter && (document === null || found !== null) ? undefined : 'the document',
  ].filter((part) => part !== undefined);
}

/** What does not follow from the earlier versions of the case. */
function orderFault(entry: AuditEntry, earlier: Versions): string | undefined {
  if (entry.action === 'read') {
    const read = earlier[entry.version - 1];
    const same = read !== undefined && entry.hashBefore === read && entry.hashAfter === read;
    return same ? undefined : 'it tells of reading a version that is not there';
  }
  if (entry.version !== earlier.length + 1) return `it should be version ${earlier.length + 1}`;
  const before = earlier.at(-1) ?? null;
  if (entry.hashBefore !== before) return 'its earlier document is not that of the version before';
  if (entry.hashAfter === before) return 'it changes nothing';
  if (entry.action !== writeAction(entry.version, before, entry.hashAfter))
    return `it is called ${entry.action}`;
  return undefined;
}

/** Begins a walk at the start of a chain. */
export function walkChain(): ChainWalk {
  const cases = new Map<string, (string | null)[]>();
  let sequence = emptyHead.sequence;
  let hash: string | undefined = emptyHead.hash;
  let versions = 0;

  const next: ChainWalk['next'] = (entry, version) => {
    const faults: StoreFault[] = [];
    if (version !== undefined) versions += 1;
    if (entry === undefined) {
      sequence += 1;
      hash = undefined;
      return [
        {
          kind: 'entry-changed',
          message: `Audit entry ${sequence} has a member of the wrong type`,
          sequence,
        },
      ];
    }
    const place = { sequence: entry.sequence, caseId: entry.caseId, version: entry.version };
    const say = (kind: FaultKind, message: string): void => {
      faults.push({ kind, message: `Audit entry ${entry.sequence}: ${message}`, ...place });
    };
    if (entry.sequence !== sequence + 1) say('chain-broken', `entry ${sequence + 1} should stand here`);
    if (hash !== undefined && entry.previous !== hash)
      say('chain-broken', 'it does not name the entry before it');
    if (entry.hash !== entryHash(entry)) say('entry-changed', 'it is not the entry that was written');

    const writes = entry.action !== 'read';
    if (writes && version === undefined)
      say('version-missing', `version ${entry.version} of case ${entry.caseId} is not there`);
    if (!writes && version !== undefined) say('entry-changed', 'a version stands behind a reading');
    for (const part of versionFaults(entry, version))
      say('version-changed', `${part} of its version is not what was written`);

    const earlier = cases.get(entry.caseId) ?? [];
    const order = orderFault(entry, earlier);
    if (order !== undefined) say('version-order', `case ${entry.caseId}, version ${entry.version}: ${order}`);
    if (writes) {
      earlier.push(entry.hashAfter);
      cases.set(entry.caseId, earlier);
    }
    sequence = entry.sequence;
    hash = entry.hash;
    return faults;
  };
  return {
    next,
    head: () => ({ sequence, hash: hash ?? '' }),
    versions: () => versions,
  };
}
