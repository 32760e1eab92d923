/** A whole outside file of at most 100 MB, or the issue that says why it is not read. */
import { readFileSync, statSync } from 'node:fs';
import type { Issue } from '../../reading/index.ts';

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
