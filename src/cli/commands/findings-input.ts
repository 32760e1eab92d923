/** A file as pieces of text: opened, decompressed where it is gzip by its first bytes, decoded as UTF-8. */
import { createReadStream, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Issue } from '../../reading/index.ts';

/** A file that can be read, with its size on the disk. */
export interface OpenedFile {
  readonly bytes: number;
  /** Bytes of the disk taken so far. */
  taken(): number;
  readonly text: AsyncIterable<string>;
}

/** A file that ends or breaks inside its compressed data, or a disk that fails. */
export class UnreadableFile extends Error {
  readonly issue: Issue;
  constructor(issue: Issue, cause: unknown) {
    super(issue.message, { cause });
    this.name = 'UnreadableFile';
    this.issue = issue;
  }
}

const pieceBytes = 1 << 16;

/** The decompressed pieces; a fault of the source or of the data ends them with its error. */
function decompressed(pieces: AsyncIterable<Uint8Array>): AsyncIterable<unknown> {
  const gunzip = createGunzip();
  pipeline(Readable.from(pieces), gunzip, () => undefined);
  return gunzip;
}

async function* decoded(
  path: string,
  count: (bytes: number) => void,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8');
  let isCompressed = false;
  try {
    const pieces = createReadStream(path, { highWaterMark: pieceBytes });
    const counted = (async function* () {
      for await (const piece of pieces) {
        if (!(piece instanceof Uint8Array)) continue;
        count(piece.length);
        yield piece;
      }
    })();
    const first = await counted.next();
    if (first.done === true) return;
    isCompressed = first.value[0] === 0x1f && first.value[1] === 0x8b;
    const all = (async function* () {
      yield first.value;
      yield* counted;
    })();
    const plain: AsyncIterable<unknown> = isCompressed ? decompressed(all) : all;
    for await (const piece of plain)
      if (piece instanceof Uint8Array) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const issue: Issue = isCompressed
      ? {
          code: 'input-not-text',
          severity: 'error',
          message: `the compressed data end early or are damaged (${reason}); what came before is shown. Fetch the file again`,
          source: path,
        }
      : {
          code: 'file-not-found',
          severity: 'error',
          message: `cannot be read to its end: ${reason}`,
          source: path,
        };
    throw new UnreadableFile(issue, error);
  }
}

/** Opens a file, or says why it cannot be. What breaks later is thrown as `UnreadableFile` while the text is read. */
export function openText(path: string): OpenedFile | Issue {
  const refused = (message: string): Issue => ({
    code: 'file-not-found',
    severity: 'error',
    message,
    source: path,
  });
  try {
    const found = statSync(path);
    if (found.isDirectory()) return refused('is a folder, not a file');
    let taken = 0;
    const count = (bytes: number): void => {
      taken += bytes;
    };
    return { bytes: found.size, taken: () => taken, text: decoded(path, count) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(`cannot be read: ${reason}`);
  }
}
