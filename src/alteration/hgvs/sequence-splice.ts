/**
 * One replacement in a sequence, brought to the form that HGVS asks for: without a common beginning and end, and as far
 * towards the 3' (C-terminal) end as it can be moved without changing the result.
 */

/** The letters from `start` up to before `end` (counted from 0) give way to `inserted`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** The sequence after the replacement. */
export function spliced(sequence: string, { start, end, inserted }: Splice): string {
  return sequence.slice(0, start) + inserted + sequence.slice(end);
}

/** Without the letters that both sides have in common: first those at the beginning, then those at the end. */
export function trimmed(sequence: string, { start, end, inserted }: Splice): Splice {
  let first = 0;
  const shorter = Math.min(end - start, inserted.length);
  while (first < shorter && sequence.charCodeAt(start + first) === inserted.charCodeAt(first)) first++;
  let last = 0;
  while (
    last < shorter - first &&
    sequence.charCodeAt(end - 1 - last) === inserted.charCodeAt(inserted.length - 1 - last)
  )
    last++;
  return {
    start: start + first,
    end: end - last,
    inserted: inserted.slice(first, inserted.length - last),
  };
}

/** A trimmed deletion or insertion moved towards the end, not beyond `limit`; replacements stay. */
export function shifted(sequence: string, splice: Splice, limit: number = sequence.length): Splice {
  const { start, end, inserted } = splice;
  const removedLength = end - start;
  if (removedLength > 0 && inserted !== '') return splice;
  let by = 0;
  if (inserted === '') {
    while (end + by < limit && sequence.charCodeAt(start + by) === sequence.charCodeAt(end + by)) by++;
    return { start: start + by, end: end + by, inserted };
  }
  const length = inserted.length;
  while (start + by < limit && sequence.charCodeAt(start + by) === inserted.charCodeAt(by % length)) by++;
  const turn = by % length;
  return { start: start + by, end: end + by, inserted: inserted.slice(turn) + inserted.slice(0, turn) };
}

/** True when an insertion repeats what stands right before it. */
export function isDuplication(sequence: string, { start, end, inserted }: Splice): boolean {
  return start === end && inserted !== '' && sequence.endsWith(inserted, start);
}
