/** `cajal store where|verify|export|import`: where the store is, its proof, and the whole of it in one file. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { faultIssue, readServerHolder } from '../../store/index.ts';
import { readFileOrIssue, reportIssues } from '../outcome.ts';
import type { DataOptions } from '../store-options.ts';
import { dataFolder, print, withNewStore, withStore } from './data.ts';

/** Prints where the data live, and which server has them open. */
export function storeWhereCommand({ data }: DataOptions): void {
  const folder = dataFolder(data);
  print(folder);
  if (!existsSync(join(folder, 'cajal.sqlite'))) print('no store is there yet');
  const holder = readServerHolder(folder);
  if (holder !== undefined)
    print(
      `noted server: process ${holder.pid}, since ${holder.startedAt}${holder.url === undefined ? '' : `, ${holder.url}`}`,
    );
}

/** Reads `SEQUENCE:HASH`, as `verify` and `export` print a head. */
export function readHeadText(text: string): { readonly sequence: number; readonly hash: string } | undefined {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return sequence === undefined || hash === undefined ? undefined : { sequence: Number(sequence), hash };
}

/** Verifies the store; exit code 3 with every fault where it does not. */
export function storeVerifyCommand({ data, head }: DataOptions & { readonly head?: string }): void {
  const expectedHead = head === undefined ? undefined : readHeadText(head);
  if (head !== undefined && expectedHead === undefined) {
    const message = 'a head is SEQUENCE:HASH, as `cajal store verify` prints it';
    reportIssues([{ code: 'wrong-value', severity: 'error', message, source: '--head' }]);
    return;
  }
  withStore(data, (store) => {
    const report = store.verify(expectedHead === undefined ? {} : { expectedHead });
    reportIssues(report.faults.map((fault) => faultIssue(fault, store.file)));
    const state = report.ok ? 'verified' : `${report.faults.length} faults`;
    print(`${state}: ${report.entries} entries, ${report.versions} versions`);
    print(`head ${report.head.sequence}:${report.head.hash}`);
  });
}

/** Writes the whole store into a file. */
export function storeExportCommand(file: string, { data }: DataOptions): void {
  withStore(data, (store) => {
    const result = store.exportTo(file);
    if (!result.ok) {
      reportIssues([result.issue]);
      return;
    }
    print(`written: ${result.file} (${result.entries} entries, ${result.versions} versions)`);
    print(`head ${result.head.sequence}:${result.head.hash}`);
  });
}

/** Reads such a file, whole or not at all. */
export function storeImportCommand(file: string, { data }: DataOptions): void {
  const source = readFileOrIssue(file);
  if (source.bytes === undefined) {
    reportIssues(source.issues);
    return;
  }
  withNewStore(data, (store) => {
    const result = store.importFrom(file);
    if (!result.ok) {
      reportIssues([result.issue]);
      return;
    }
    print(`imported: ${result.imported} entries; ${result.present} were there already`);
    print(`head ${result.head.sequence}:${result.head.hash}`);
  });
}
