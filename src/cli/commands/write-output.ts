/** Files that a command writes: made beside their place and put there whole, so that no half of one is ever there. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { reportIssues } from '../outcome.ts';

/** Writes a file and says so, or says why it cannot be written. */
export function writeOutput(path: string, content: string | Uint8Array): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, path);
    process.stderr.write(`written: ${path}\n`);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    reportIssues([
      { code: 'output-unwritable', severity: 'error', message: `cannot be written: ${reason}`, source: path },
    ]);
  }
}
