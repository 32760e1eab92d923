/**
 * What a parser of this room says before lines and columns are known: an issue at an offset of the text.
 */
import type { Path, Severity } from './issue.ts';
import type { IssueCode } from './issue-codes.ts';

/** One fault of a text. */
export interface Fault {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 units from the beginning of the text. */
  readonly offset?: number;
  readonly path?: Path;
  /** A second place that the message speaks of; its line and column stand where the message has `{place}`. */
  readonly otherOffset?: number;
}

/** More faults than this help nobody; the rest is counted. */
export const mostFaults = 100;

/** What a parser gives: a value and its places, or at least one fault that is an error. */
export interface Parsed<Root> {
  readonly value: unknown;
  readonly root: Root | undefined;
  readonly faults: readonly Fault[];
}

/** Keys that would reach the prototype of an object. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The fault of a key that no document may have, if it is one. */
export function forbiddenKeyFault(key: string, offset: number, path: Path): Fault | undefined {
  if (!forbiddenKeys.has(key)) return undefined;
  const message = `the key "${key}" is not allowed in any document; rename or remove it`;
  return { code: 'forbidden-key', severity: 'error', message, offset, path };
}

/** The fault of a key that stands a second time in its mapping. */
export function duplicateKeyFault(key: string, offset: number, firstOffset: number, path: Path): Fault {
  const message = `the key "${shortened(key)}" already stands at {place}; keep one of the two`;
  return { code: 'duplicate-key', severity: 'error', message, offset, path, otherOffset: firstOffset };
}

/** The fault of a mapping or list that is nested too deep. */
export function tooDeepFault(maxDepth: number, offset: number): Fault {
  const message = `nested deeper than ${maxDepth} levels; write the document flatter`;
  return { code: 'too-deep', severity: 'error', message, offset };
}

/** The fault of a text that holds more than the reader accepts. */
export function tooManyTokensFault(maxTokens: number, offset: number): Fault {
  const message = `holds more than ${maxTokens} keys, values and marks; split the file into smaller ones`;
  return { code: 'input-too-large', severity: 'error', message, offset };
}

/** What is to be said of a number whose printed digits the value does not keep, if anything. */
export function numberFault(value: number, printed: string, offset: number, path: Path): Fault | undefined {
  const at = { offset, path };
  if (!Number.isFinite(value)) {
    const message = `${shortened(printed)} is not a finite number; give a finite one, or quote it to make it text`;
    return { code: 'wrong-value', severity: 'error', message, ...at };
  }
  if (!/^[-+]?\d+$/.test(printed) || String(value) === printed) return undefined;
  const loses = /^[-+]?0\d/.test(printed) || BigInt(printed.replace('+', '')) !== BigInt(value);
  if (!loses) return undefined;
  const message = `the number ${shortened(printed)} is kept as ${value}; put it in quotes to keep every digit`;
  return { code: 'wrong-value', severity: 'warning', message, ...at };
}

/** A text cut to a length that fits in a message, on one line. */
export function shortened(text: string, length = 60): string {
  const line = text.slice(0, length + 1).replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 3)}...` : line;
}
