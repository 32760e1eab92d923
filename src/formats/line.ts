/** One line of a text file, with the number by which an issue names it. */
export interface Line {
  /** The first line is 1. */
  readonly number: number;
  /** Without its line end. */
  readonly text: string;
}

/** Pieces of a file in order, cut anywhere: text already decoded, or UTF-8 bytes. Compressed bytes are not read. */
export type TextChunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
