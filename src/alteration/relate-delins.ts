/**
 * The substitutions in a delins of equal length: `V600_K601delinsEN` is V600E beside K601N. They are split for
 * comparison and shown as such; residues that the change leaves as they were do not count.
 */
import type { ProteinChange } from './protein-change.ts';

/** One substitution in a delins. */
export type Substitution = Extract<ProteinChange, { kind: 'substitution' }>;

/**
 * @param wild the reference protein without its stop, where it is held.
 * @returns undefined where the change is no delins of equal length, or where a residue in between is not known.
 */
export function substitutionsOf(
  change: ProteinChange,
  wild: string | undefined,
): readonly Substitution[] | undefined {
  if (change.kind !== 'delins') return undefined;
  const { start, end, inserted } = change;
  const span = end.position - start.position + 1;
  if (inserted.length !== span || inserted.includes('*')) return undefined;
  const parts: Substitution[] = [];
  for (const [index, to] of inserted.split('').entries()) {
    const position = start.position + index;
    const residue =
      index === 0 ? start.residue : index === span - 1 ? end.residue : wild?.charAt(position - 1);
    if (residue === undefined || residue === '') return undefined;
    if (residue !== to) parts.push({ kind: 'substitution', at: { residue, position }, to });
  }
  return parts;
}
