/**
 * A document together with the line and column of everything in it, so that an issue found long after reading
 * can still name its place.
 */
import type { Issue, Path, Severity } from './issue.ts';
import type { IssueCode } from './issue-codes.ts';

/** A place in a text; the first line and the first column are 1; columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A value that was read, with its places. */
export interface PositionedDocument {
  readonly value: unknown;
  /** The file or field that was read. */
  readonly source?: string;
  /** Where the value at a path begins (an empty value: its key); undefined when the document has no such path. */
  placeOf(path: Path): Place | undefined;
  /** Where the key begins that a path ends with; undefined for list items and for the root. */
  keyPlaceOf(path: Path): Place | undefined;
  /** The place of the value at a path or, when there is none, of the nearest mapping or list around it. */
  nearestPlaceOf(path: Path): Place | undefined;
  /**
   * A scalar as it was printed: for text the text itself, for numbers, booleans and null the characters in the
   * file, so that `1.10` stays `1.10`. Undefined for mappings, lists and paths that do not exist.
   */
  printedAt(path: Path): string | undefined;
}

/** The places of a value and of everything in it. */
export interface PlacedNode {
  readonly offset: number;
  readonly keyOffset?: number;
  /** A scalar as printed. */
  readonly printed?: string;
  readonly members?: ReadonlyMap<string, PlacedNode>;
  readonly items?: readonly PlacedNode[];
}

/** Turns offsets of a text into lines and columns. */
export function placesOf(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function childOf(node: PlacedNode, step: string | number): PlacedNode | undefined {
  return typeof step === 'number' ? node.items?.[step] : node.members?.get(step);
}

function nodeAt(root: PlacedNode | undefined, path: Path): PlacedNode | undefined {
  let node = root;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = childOf(node, step);
  }
  return node;
}

function nearestNode(root: PlacedNode | undefined, path: Path): PlacedNode | undefined {
  let node = root;
  for (const step of path) {
    const next = node === undefined ? undefined : childOf(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

/** A document of a value, the places of its parts, and the text they stand in. */
export function positionedDocument(
  value: unknown,
  root: PlacedNode | undefined,
  placeAt: (offset: number) => Place,
  source: string | undefined,
): PositionedDocument {
  return {
    value,
    ...(source === undefined ? {} : { source }),
    placeOf(path) {
      const node = nodeAt(root, path);
      return node === undefined ? undefined : placeAt(node.offset);
    },
    keyPlaceOf(path) {
      const offset = nodeAt(root, path)?.keyOffset;
      return offset === undefined ? undefined : placeAt(offset);
    },
    nearestPlaceOf(path) {
      const node = nearestNode(root, path);
      return node === undefined ? undefined : placeAt(node.offset);
    },
    printedAt(path) {
      return nodeAt(root, path)?.printed;
    },
  };
}

/** A document of a value that was not read from a text (the body of a request, a value in memory): no places. */
export function unpositionedDocument(value: unknown, source?: string): PositionedDocument {
  return positionedDocument(value, undefined, () => ({ line: 1, column: 1 }), source);
}

/** The same places for another value, as when an older document was brought to the present version. */
export function withValue(document: PositionedDocument, value: unknown): PositionedDocument {
  return { ...document, value };
}

/** What `issueAt` needs. */
export interface IssueDraft {
  readonly code: IssueCode;
  readonly message: string;
  readonly path: Path;
  /** An error when absent. */
  readonly severity?: Severity;
  /** `key` puts the issue at the key that the path ends with. */
  readonly at?: 'value' | 'key';
}

/**
 * An issue about a part of a document, with its line, column and source.
 *
 * @example issueAt(document, { code: 'impossible-date', message: '2012-13 has no month 13', path: ['date'] })
 */
export function issueAt(document: PositionedDocument, draft: IssueDraft): Issue {
  const { path } = draft;
  const place = (draft.at === 'key' ? document.keyPlaceOf(path) : undefined) ?? document.nearestPlaceOf(path);
  return {
    code: draft.code,
    severity: draft.severity ?? 'error',
    message: draft.message,
    path,
    ...place,
    ...(document.source === undefined ? {} : { source: document.source }),
  };
}
