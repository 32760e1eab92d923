/** The lines of a file that may be large and may be anything, one in memory at a time. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Issue } from '../reading/index.ts';

const chunkBytes = 1024 * 1024;
const newline = 0x0a;

/** A line without its end, or why the file cannot be read on. The first line is 1. */
export type TextLine =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly issue: Issue };

function decoded(file: string, line: number, bytes: Uint8Array): TextLine {
  try {
    return { line, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const message = 'The line holds bytes that are not UTF-8 text; this is not an export, or it was damaged.';
    return { line, issue: { code: 'input-not-text', severity: 'error', message, source: file, line } };
  }
}

function tooLong(file: string, line: number, maximumBytes: number): TextLine {
  const message = `The line is longer than ${maximumBytes} bytes; this is not an export of a store.`;
  return { line, issue: { code: 'input-too-large', severity: 'error', message, source: file, line } };
}

/**
 * Reads a file line by line; ends after the first line that cannot be read.
 *
 * @throws what the file system says (ENOENT, EACCES, EISDIR ...).
 */
export function* textLines(file: string, maximumBytes: number): Generator<TextLine> {
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let parts: Buffer[] = [];
    let held = 0;
    let line = 1;
    for (;;) {
      const size = readSync(descriptor, chunk, 0, chunkBytes, null);
      if (size === 0) break;
      let start = 0;
      while (start < size) {
        const found = chunk.subarray(0, size).indexOf(newline, start);
        const end = found === -1 ? size : found;
        held += end - start;
        if (held > maximumBytes) {
          yield tooLong(file, line, maximumBytes);
          return;
        }
        parts.push(Buffer.from(chunk.subarray(start, end)));
        start = end + 1;
        if (found === -1) break;
        const whole = decoded(file, line, Buffer.concat(parts));
        yield whole;
        if ('issue' in whole) return;
        parts = [];
        held = 0;
        line += 1;
      }
    }
    if (held > 0) yield decoded(file, line, Buffer.concat(parts));
  } finally {
    closeSync(descriptor);
  }
}
