/** A case as the store keeps it: an opaque JSON document under an id, every version for good. */
import type { Issue } from '../reading/index.ts';

/** One version of a case, with its document. */
export interface StoredCase {
  readonly id: string;
  /** 1 for the first, without gaps. A removal is a version too, and has no document. */
  readonly version: number;
  readonly document: unknown;
  /** SHA-256 over the canonical JSON of the document. */
  readonly hash: string;
  readonly savedAt: string;
  readonly author: string;
  readonly reason: string;
}

/** One version of a case without its document. */
export interface VersionSummary {
  readonly id: string;
  readonly version: number;
  /** True for the version that a removal made. */
  readonly removed: boolean;
  /** Null for a removal. */
  readonly hash: string | null;
  readonly savedAt: string;
  readonly author: string;
  readonly reason: string;
  /** The audit entry of this version. */
  readonly sequence: number;
}

/** Who acts, and why. */
export interface Act {
  /** Required, and not blank: a name or an account. */
  readonly author: string;
  readonly reason: string;
}

/** A write that rests on a version that was read before. */
export interface WriteAct extends Act {
  /**
   * The newest version the writer has seen; 0 for "there is none". A removed case has one: the removal's version
   * must be given to bring it back.
   */
  readonly expectedVersion: number;
}

/** What became of a write. A refusal leaves the store as it was. */
export type WriteResult =
  | {
      readonly ok: true;
      readonly version: number;
      /** The audit entry of this version. */
      readonly sequence: number;
      /** Hash of the document; null after a removal. */
      readonly hash: string | null;
      /** True when the document was the same as the newest version's, and nothing was written. */
      readonly unchanged: boolean;
    }
  | {
      readonly ok: false;
      readonly issue: Issue;
      /** With `store-conflict`: the newest version; 0 when there is none. */
      readonly currentVersion?: number;
    };

/** What became of a reading's entry in the audit log. */
export type RecordResult =
  | { readonly ok: true; readonly sequence: number }
  | { readonly ok: false; readonly issue: Issue };
