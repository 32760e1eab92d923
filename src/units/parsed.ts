/** What a reader of one short text returns. Nothing a user writes makes a reader throw. */

/** Why a text was refused. Each is also a code of the issue catalogue. */
export type UnitsProblem =
  | 'unparsable-date'
  | 'impossible-date'
  | 'unparsable-quantity'
  | 'unit-unknown'
  | 'unit-mismatch'
  | 'reference-range-unusable'
  | 'analyte-unknown';

/** A refusal with its code and a sentence that says what is wrong and what to do. */
export interface Refused {
  readonly ok: false;
  readonly code: UnitsProblem;
  readonly message: string;
}

/** The value of a text, or the refusal. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refused;

/** No date and no quantity is longer; a longer text is refused before any pattern is tried on it. */
export const longestText = 200;

/** A text that was read. */
export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A text that was refused. */
export function refused(code: UnitsProblem, message: string): Refused {
  return { ok: false, code, message };
}

/** A text in quotation marks for a message, cut when it is long. */
export function quoted(text: string): string {
  return text.length <= 60 ? `'${text}'` : `'${text.slice(0, 57)}...'`;
}

/** Spaces of every kind made plain, none at the ends. */
export function plainSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
