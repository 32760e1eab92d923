/** Edits of two kinds of cells at one place: `=/T>C` (mosaic), `=//T>C` (chimera). */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { MixedEdit } from './nucleotide-change.ts';

const slash = 47;

/** The edit, or the two edits with the slash between them. */
export function readMixture<Edit>(
  cursor: HgvsCursor,
  rule: (cursor: HgvsCursor) => Edit | undefined,
): Edit | MixedEdit<Edit> | undefined {
  const first = rule(cursor);
  if (first === undefined || cursor.code() !== slash) return first;
  cursor.at++;
  const isChimeric = cursor.take('/');
  const second = rule(cursor);
  return second === undefined ? undefined : { kind: 'mixture', isChimeric, of: [first, second] };
}
