/** A whole outside file of at most 100 MB, or the issue that says why it is not read. */
import { readFileSync, statSync } from 'node:fs';
import type { Issue } from '../../reading/index.ts';
import { reportIssues } from '../outcome.ts';

const mostBytes = 100_000_000;

/** The bytes of a file. */
export function readWhole(path: string): { readonly bytes?: Uint8Array; readonly issues: readonly Issue[] } {
  const refused = (code: Issue['code'], message: string) => ({
    issues: [{ code, severity: 'error', message, source: path } satisfies Issue],
  });
  try {
    const found = statSync(path);
    if (!found.isFile()) return refused('file-not-found', 'is not a file that can be read');
    if (found.size > mostBytes)
      return refused('input-too-large', `has ${found.size} bytes; at most ${mostBytes} are read`);
    return { bytes: readFileSync(path), issues: [] };
  } catch (error) {
    return refused(
      'file-not-found',
      `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The text of a file; undefined with the issues reported where it cannot be read or is not UTF-8: letters would be lost. */
export function readWholeText(path: string): string | undefined {
  const { bytes, issues } = readWhole(path);
  if (bytes === undefined) {
    reportIssues(issues);
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'holds bytes that are not UTF-8 text; save it as UTF-8';
    reportIssues([{ code: 'input-not-text', severity: 'error', message, source: path }]);
    return undefined;
  }
}
