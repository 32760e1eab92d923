/** Where findings go: standard output, or a file that is put in its place whole. */
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Issue } from '../../reading/index.ts';

/** A place for text, written piece by piece. */
export interface TextOutput {
  write(text: string): Promise<void>;
  /** Puts the file in its place; an issue where that cannot be done. */
  finish(): Promise<Issue | undefined>;
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Standard output, or the file. */
export function openOutput(path: string | undefined): TextOutput {
  if (path === undefined)
    return { write: (text) => writeTo(process.stdout, text), finish: () => Promise.resolve(undefined) };
  const part = `${path}.${process.pid}.part`;
  const stream = createWriteStream(part);
  let failure: unknown;
  stream.on('error', (error) => {
    failure ??= error;
  });
  const refused = (error: unknown): Issue => {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return {
      code: 'output-unwritable',
      severity: 'error',
      message: `cannot be written: ${reason}`,
      source: path,
    };
  };
  return {
    write: async (text) => {
      if (failure !== undefined) return;
      try {
        await writeTo(stream, text);
      } catch (error) {
        failure ??= error;
      }
    },
    finish: async () => {
      try {
        if (failure === undefined) {
          stream.end();
          await once(stream, 'close');
        }
        if (failure !== undefined) return refused(failure);
        renameSync(part, path);
        process.stderr.write(`written: ${path}\n`);
        return undefined;
      } catch (error) {
        return refused(failure ?? error);
      }
    },
  };
}
