/** A case that somebody sends: read, checked, and saved upon the version that was seen. The store is touched last. */
import { type CaseReading, readCase } from '../case/index.ts';
import type { Issue, Reading } from '../reading/index.ts';
import type { Store, WriteResult } from '../store/index.ts';
import { publishedAuthor } from './server-parts.ts';

const error = (message: string): Issue => ({ code: 'wrong-value', severity: 'error', message });

/** Who writes, and why, as a request names them. */
export interface Signature {
  readonly author: string;
  readonly reason: string;
}

/** Reads the author and the reason of a write; an author is required, and may not be Cajal's own name. */
export function readSignature(author: string | undefined, reason: string | undefined): Reading<Signature> {
  const name = author?.trim() ?? '';
  if (name === '') {
    const message =
      'Say who writes: the author is required (a name or an account), and is kept with the version.';
    return { value: undefined, issues: [{ ...error(message), code: 'missing-key', source: 'author' }] };
  }
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) {
    const message = 'The name of the author holds a character that cannot be seen; write it without.';
    return { value: undefined, issues: [{ ...error(message), source: 'author' }] };
  }
  if (name.normalize('NFKC').toLowerCase() === publishedAuthor) {
    const message = `"${name}" signs the cases that come with Cajal; give your own name.`;
    return { value: undefined, issues: [{ ...error(message), source: 'author' }] };
  }
  return { value: { author: name, reason: reason?.trim() ?? '' }, issues: [] };
}

/** Reads a case that was sent. @param id where the case is sent to; it must be the one in the file */
export function readSubmission(body: Uint8Array | string, id?: string): Reading<CaseReading> {
  const reading = readCase(body);
  const found = reading.value?.record.id;
  if (id === undefined || found === undefined || found === id) return reading;
  const message = `The file is of case "${found}", but was sent to "${id}"; change one of the two.`;
  return { value: undefined, issues: [...reading.issues, { ...error(message), path: ['id'] }] };
}

/** Saves a case that was read. @param expectedVersion the newest version that was seen, 0 for none */
export function saveSubmission(
  store: Store,
  { record, document }: CaseReading,
  signature: Signature,
  expectedVersion: number,
): WriteResult {
  return store.save(record.id, document, { ...signature, expectedVersion });
}
