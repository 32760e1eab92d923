/** Writes the whole store, every version with the audit chain, into one file. */
import { basename, dirname, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Issue } from '../reading/index.ts';
import { readHead } from './append.ts';
import type { Head } from './audit-entry.ts';
import { walkChain } from './chain-check.ts';
import { exportFormat, exportFormatVersion, headerText, lineText } from './export-format.ts';
import { makePrivateFolder, writeAtomically } from './private-file.ts';
import { damagedIssue, failureIssue, StoreFailure, storeIssue } from './store-failure.ts';
import { storedChain } from './stored-chain.ts';
import { snapshot } from './transaction.ts';

/** What became of an export. */
export type ExportResult =
  | {
      readonly ok: true;
      readonly file: string;
      readonly entries: number;
      readonly versions: number;
      /** The end of the exported chain; keep it apart from the store to verify against. */
      readonly head: Head;
    }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Exports a store as it stands at this moment. The chain is verified on the way; a store that does not verify is not
 * exported. The file is for its owner only, and replaces one of the same name only when it is whole.
 */
export function exportStore(
  db: DatabaseSync,
  storeFile: string,
  now: () => string,
  target: string,
): ExportResult {
  const file = resolve(target);
  if (dirname(file) === dirname(storeFile) && basename(file).startsWith('cajal.')) {
    const message = `${file} is a name of the store itself; give another.`;
    return { ok: false, issue: storeIssue('store-unwritable', message, file) };
  }
  const walk = walkChain();
  try {
    makePrivateFolder(dirname(file));
    snapshot(db, () => {
      const head = readHead(db);
      writeAtomically(file, (append) => {
        append(
          headerText({
            format: exportFormat,
            formatVersion: exportFormatVersion,
            exportedAt: now(),
            head,
            entries: head.sequence,
          }),
        );
        for (const { entry, version, faults } of storedChain(db, walk)) {
          const fault = faults[0];
          if (fault !== undefined) throw new StoreFailure(damagedIssue(storeFile, fault.message));
          if (entry === undefined) continue;
          const document = version?.document;
          append(lineText({ entry, document: typeof document === 'string' ? document : null }));
        }
      });
    });
  } catch (error) {
    const issue = failureIssue(error, error instanceof StoreFailure ? storeFile : file);
    if (issue === undefined) throw error;
    return { ok: false, issue };
  }
  const head = walk.head();
  return { ok: true, file, entries: head.sequence, versions: walk.versions(), head };
}
