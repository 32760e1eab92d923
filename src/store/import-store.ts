/**
 * Reads an export into a store, whole or not at all: every line is verified as it is read, the store once more at the
 * end, and one transaction holds all of it. The chain is taken over as it is, so that its head stays the one that was
 * exported. A store that is not empty must be the beginning of the export, or the export its beginning.
 */
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Issue, IssueCode } from '../reading/index.ts';
import { insertEntry, insertVersion, readHead } from './append.ts';
import type { Head } from './audit-entry.ts';
import { walkChain } from './chain-check.ts';
import {
  type ExportHeader,
  type ExportLine,
  exportFormatVersion,
  readHeader,
  readLine,
} from './export-format.ts';
import { failureIssue } from './store-failure.ts';
import { storedChain } from './stored-chain.ts';
import { textLines } from './text-lines.ts';
import { transaction } from './transaction.ts';
import { maximumDocumentChars } from './write-request.ts';

/** What became of an import. A refusal leaves the store as it was. */
export type ImportResult =
  | {
      readonly ok: true;
      /** Entries that were added. */
      readonly imported: number;
      /** Entries that the store had already. */
      readonly present: number;
      readonly head: Head;
    }
  | { readonly ok: false; readonly issue: Issue };

/** Four bytes for each UTF-16 unit of a document is more than UTF-8 needs; the rest is the entry. */
const maximumLineBytes = 4 * maximumDocumentChars;

interface Place {
  readonly file: string;
  readonly line: number;
}

function at({ file, line }: Place, code: IssueCode, message: string): Issue {
  return { code, severity: 'error', message, source: file, line };
}

function parsed(place: Place, text: string): { readonly value: unknown } | Issue {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return at(
      place,
      'json-syntax',
      `The line is not JSON (${String(error)}); the export was cut or changed.`,
    );
  }
}

function headerOf(place: Place, text: string): ExportHeader | Issue {
  const json = parsed(place, text);
  if (!('value' in json)) return json;
  const header = readHeader(json.value);
  if (header === undefined)
    return at(place, 'wrong-type', 'This is not the first line of an export of a store.');
  if (header.formatVersion > exportFormatVersion)
    return at(
      place,
      'store-newer',
      `The export has format ${header.formatVersion}; this Cajal reads up to ${exportFormatVersion}.`,
    );
  return header;
}

function lineOf(place: Place, text: string): ExportLine | Issue {
  const json = parsed(place, text);
  if (!('value' in json)) return json;
  try {
    return readLine(json.value) ?? at(place, 'wrong-type', 'The line is not an entry of an export.');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return at(place, 'too-deep', 'The document of the line is nested too deep.');
  }
}

/** Takes the lines over. Whatever it returns as refused is rolled back. */
function takeOver(db: DatabaseSync, file: string): ImportResult {
  const walk = walkChain();
  const had = readHead(db);
  const storedHash = db.prepare('SELECT hash FROM audit WHERE sequence = ?');
  let header: ExportHeader | undefined;
  const refuse = (issue: Issue): ImportResult => ({ ok: false, issue });

  for (const read of textLines(file, maximumLineBytes)) {
    if ('issue' in read) return refuse(read.issue);
    const place = { file, line: read.line };
    if (header === undefined) {
      const first = headerOf(place, read.text);
      if ('code' in first) return refuse(first);
      header = first;
      continue;
    }
    const line = lineOf(place, read.text);
    if ('code' in line) return refuse(line);
    const { entry, document } = line;
    const { caseId, version, hashAfter: hash } = entry;
    const written = entry.action === 'read' ? undefined : { caseId, version, hash, document };
    const fault = walk.next(entry, written)[0];
    if (fault !== undefined || (written === undefined && document !== null))
      return refuse(
        at(
          place,
          'store-damaged',
          `The export does not verify: ${fault?.message ?? 'a reading with a document'}.`,
        ),
      );
    if (entry.sequence <= had.sequence) {
      if (storedHash.get(entry.sequence)?.['hash'] !== entry.hash)
        return refuse(
          at(
            place,
            'store-not-empty',
            `The store already holds other records (they part at entry ${entry.sequence}); import into an empty folder.`,
          ),
        );
      continue;
    }
    insertEntry(db, entry);
    if (written !== undefined) insertVersion(db, entry, document);
  }

  const end: Place = { file, line: 1 };
  if (header === undefined) return refuse(at(end, 'input-empty', 'The file is empty; give an export.'));
  const head = walk.head();
  if (
    head.sequence !== header.entries ||
    head.sequence !== header.head.sequence ||
    head.hash !== header.head.hash
  )
    return refuse(
      at(
        end,
        'store-damaged',
        `The export should end at entry ${header.head.sequence}, but it ends at ${head.sequence}.`,
      ),
    );
  const imported = Math.max(0, head.sequence - had.sequence);
  return { ok: true, imported, present: head.sequence - imported, head: readHead(db) };
}

function firstStoredFault(db: DatabaseSync): string | undefined {
  for (const { faults } of storedChain(db)) if (faults[0] !== undefined) return faults[0].message;
  return undefined;
}

/** Imports an export. */
export function importStore(db: DatabaseSync, storeFile: string, source: string): ImportResult {
  const file = resolve(source);
  try {
    return transaction(
      db,
      (): ImportResult => {
        const result = takeOver(db, file);
        const fault = result.ok ? firstStoredFault(db) : undefined;
        if (fault === undefined) return result;
        const message = `The store does not verify: ${fault}.`;
        return { ok: false, issue: at({ file: storeFile, line: 1 }, 'store-damaged', message) };
      },
      (result) => result.ok,
    );
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      return {
        ok: false,
        issue: {
          code: 'file-not-found',
          severity: 'error',
          message: `${file} cannot be read (${error.message}); give the path of an export.`,
          source: file,
        },
      };
    const issue = failureIssue(error, storeFile);
    if (issue === undefined) throw error;
    return { ok: false, issue };
  }
}
