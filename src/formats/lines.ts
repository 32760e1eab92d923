/** Lines of a file that comes in pieces, one batch of lines for each piece: memory is bounded by a piece and a line. */
import type { IssueLog } from './issue-log.ts';
import type { Line, TextChunks } from './line.ts';
import { LineSplitter } from './line-splitter.ts';
import { Utf8Stream } from './utf8-stream.ts';

/** How far the reading of a file has come. */
export interface Progress {
  /** Lines cut so far. */
  readonly lines: number;
  /** Bytes (or, of decoded text, UTF-16 units) taken so far. */
  readonly size: number;
}

/** What a caller may set when a file is cut into lines. */
export interface LineOptions {
  /** The longest line, in UTF-16 units; 1,000,000 unless set. */
  readonly longestLine?: number;
  /** Called after each piece. */
  readonly onProgress?: (progress: Progress) => void;
}

function binaryIssue(chunk: string | Uint8Array): string | undefined {
  if (typeof chunk === 'string') {
    if (chunk.startsWith('\u001F')) return 'the file is compressed (gzip); give it decompressed';
  } else {
    const [first, second] = chunk;
    if (first === 0x1f && second === 0x8b) return 'the file is compressed (gzip); give it decompressed';
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
      return 'the file is UTF-16; save it as UTF-8';
  }
  return undefined;
}

/**
 * The lines of a file. Never throws on what the file holds: a file that is not text gives an error in the log and no
 * further lines. What the chunks themselves throw (a disk that fails) passes through.
 */
export async function* lineBatches(
  chunks: TextChunks,
  log: IssueLog,
  options: LineOptions = {},
): AsyncGenerator<readonly Line[], void, undefined> {
  const splitter = new LineSplitter(log, options.longestLine);
  const utf8 = new Utf8Stream();
  let size = 0;
  for await (const chunk of chunks) {
    const problem = size === 0 ? binaryIssue(chunk) : undefined;
    const text = typeof chunk === 'string' ? chunk : utf8.push(chunk);
    const end = problem === undefined ? text.indexOf('\0') : 0;
    size += chunk.length;
    const lines = splitter.push(end === -1 ? text : text.slice(0, end));
    options.onProgress?.({ lines: splitter.lines, size });
    if (lines.length > 0) yield lines;
    if (end !== -1) {
      const message = problem ?? 'the file holds NUL characters: it is not text; reading stops here';
      log.add({ code: 'input-not-text', severity: 'error', message, line: splitter.lines + 1 });
      return;
    }
  }
  const rest = utf8.end();
  const last = [...(rest === '' ? [] : splitter.push(rest)), ...splitter.end()];
  options.onProgress?.({ lines: splitter.lines, size });
  if (last.length > 0) yield last;
  if (size === 0) log.add({ code: 'input-empty', severity: 'error', message: 'the file holds nothing' });
}
