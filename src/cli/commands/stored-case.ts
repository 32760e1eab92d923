/** `cajal store put|get`: cases into the store and out of it, without the server. */
import { readCase, readCaseDocument, writeCase } from '../../case/index.ts';
import { readSignature } from '../../server/index.ts';
import type { Store } from '../../store/index.ts';
import { readFileOrIssue, reportIssues } from '../outcome.ts';
import type { DataOptions, PutOptions } from '../store-options.ts';
import { notStored, print, withNewStore, withStore } from './data.ts';

function put(store: Store, path: string, bytes: Uint8Array, { author, reason, upon }: PutOptions): void {
  const { value, issues } = readCase(bytes, { source: path });
  if (reportIssues(issues) || value === undefined) return;
  const { id } = value.record;
  const result = store.save(id, value.document, { author, reason, expectedVersion: upon });
  if (result.ok) {
    print(`${id}: version ${result.version}${result.unchanged ? ', unchanged' : ''}`);
    return;
  }
  reportIssues([result.issue]);
  const { currentVersion } = result;
  if (currentVersion !== undefined && currentVersion > 0)
    process.stderr.write(`To write upon it after reading it: --upon ${currentVersion}\n`);
}

/** Saves a case file as the next version. */
export function storePutCommand(path: string, options: PutOptions): void {
  const signature = readSignature(options.author, options.reason);
  if (signature.value === undefined) {
    reportIssues(signature.issues);
    return;
  }
  const { author, reason } = signature.value;
  const file = readFileOrIssue(path);
  const { bytes } = file;
  if (bytes === undefined) {
    reportIssues(file.issues);
    return;
  }
  withNewStore(options.data, (store) => put(store, path, bytes, { ...options, author, reason }));
}

/** Prints a stored case as YAML. */
export function storeGetCommand(id: string, version: number | undefined, { data }: DataOptions): void {
  withStore(data, (store) => {
    const stored = store.get(id, version);
    if (stored === undefined) {
      notStored(version === undefined ? id : `${id}, version ${version}`);
      return;
    }
    const { value, issues } = readCaseDocument(stored.document, id);
    if (reportIssues(issues) || value === undefined) return;
    process.stdout.write(writeCase(value.record));
  });
}
