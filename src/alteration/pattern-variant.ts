/** The variants that patterns name, read once: patterns do not change, and a library asks them of every patient. */
import type { SequenceVariant } from './alteration.ts';
import { readSingle } from './read-single.ts';

const known = new Map<string, SequenceVariant | 'unread'>();

/** More texts than this are not kept: a library has some thousands. */
const mostKept = 50_000;

/** The variant, or the place in words, that a pattern names in a gene; undefined where it could not be read. */
export function namedPart(gene: string, text: string): SequenceVariant | undefined {
  const key = `${gene}\n${text}`;
  const before = known.get(key);
  if (before !== undefined) return before === 'unread' ? undefined : before;
  const read = readSingle(text, { gene }).value;
  const variant = read?.kind === 'sequenceVariant' ? read : undefined;
  if (known.size < mostKept) known.set(key, variant ?? 'unread');
  return variant;
}
