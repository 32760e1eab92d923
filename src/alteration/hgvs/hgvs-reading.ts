/** What reading an HGVS text gives: the parts, or the place where the text leaves the nomenclature. */
import type { Issue } from '../../reading/index.ts';
import { HgvsCursor } from './hgvs-cursor.ts';

/** Where a text could not be read on, and what could have stood there. */
export interface HgvsFault {
  /** UTF-16 units from the beginning of the text. */
  readonly offset: number;
  readonly expected: string;
  /** What stands there instead; empty at the end of the text. */
  readonly found: string;
}

/** A value that was read, or the fault. */
export type HgvsReading<Value> =
  | { readonly value: Value; readonly fault: undefined }
  | { readonly value: undefined; readonly fault: HgvsFault };

/** Characters of the text that a message repeats. */
const longestFound = 20;

/** Reads the whole text by one rule; what the rule leaves over is a fault. */
export function readWhole<Value>(
  text: string,
  rule: (cursor: HgvsCursor) => Value | undefined,
): HgvsReading<Value> {
  const cursor = new HgvsCursor(text);
  const value = rule(cursor);
  if (value !== undefined && cursor.isAtEnd()) return { value, fault: undefined };
  if (value !== undefined && cursor.failedAt < cursor.at) cursor.fail('the end of the description');
  const offset = cursor.failedAt;
  const found = text.slice(offset, offset + longestFound);
  return { value: undefined, fault: { offset, expected: cursor.expected, found } };
}

/** The fault as an issue, with its column in the text. */
export function issueOfFault(fault: HgvsFault): Issue {
  const found = fault.found === '' ? 'the text ends' : `the text has "${fault.found}"`;
  return {
    code: 'unparsable-alteration',
    severity: 'error',
    message: `Expected ${fault.expected} at character ${fault.offset + 1}, but ${found}. Write the change as the HGVS Nomenclature gives it.`,
    line: 1,
    column: fault.offset + 1,
  };
}
