/** From HGVS protein descriptions to the simpler protein changes of this room. */
import type { ProteinChange, ResiduePosition } from '../protein-change.ts';
import type { ProteinDescription, ProteinEdit, ProteinInterval } from './protein-description.ts';
import { stop } from './residue-codes.ts';

function endsOf({ start, end }: ProteinInterval): {
  readonly start: ResiduePosition;
  readonly end: ResiduePosition;
} {
  return { start, end: end ?? start };
}

/** The end that grows: the one that the text names, else the one at which the changed residue stands. */
function terminusOf(
  at: ResiduePosition,
  { terminus }: ProteinEdit & { readonly kind: 'extension' },
): 'N' | 'C' | undefined {
  if (terminus !== undefined) return terminus;
  if (at.residue === stop) return 'C';
  return at.position === 1 ? 'N' : undefined;
}

function extensionOf(
  at: ResiduePosition,
  edit: ProteinEdit & { readonly kind: 'extension' },
): ProteinChange | undefined {
  const terminus = terminusOf(at, edit);
  if (terminus === undefined) return undefined;
  const length = terminus === 'C' && edit.residues !== undefined ? edit.residues.length : edit.length;
  return {
    kind: 'extension',
    at,
    terminus,
    ...(edit.to === undefined ? {} : { to: edit.to }),
    ...(typeof length === 'number' ? { length } : {}),
  };
}

/**
 * The change in the simpler terms, or undefined for what they cannot say: an uncertain place, a change of the whole
 * protein, an unknown consequence elsewhere than at the start, a number that is not exact, and changes of a range that
 * need one residue (substitution, frameshift, silence), alternatives, mosaics. That the change is only predicted is not carried over.
 */
export function toProteinChange({ interval, edit }: ProteinDescription): ProteinChange | undefined {
  if (interval === undefined || interval.isUncertain) return undefined;
  const at = interval.end === undefined ? interval.start : undefined;
  switch (edit.kind) {
    case 'substitution':
      if (at === undefined) return undefined;
      return edit.to === stop ? { kind: 'stop', at } : { kind: 'substitution', at, to: edit.to };
    case 'identity':
      return at === undefined ? undefined : { kind: 'silent', at };
    case 'deletion':
    case 'duplication':
      return { kind: edit.kind, ...endsOf(interval) };
    case 'insertion':
    case 'delins':
      if (typeof edit.inserted !== 'string') return undefined;
      return { kind: edit.kind, ...endsOf(interval), inserted: edit.inserted };
    case 'frameshift':
      if (at === undefined) return undefined;
      return {
        kind: 'frameshift',
        at,
        ...(edit.to === undefined ? {} : { to: edit.to }),
        ...(typeof edit.stop === 'number' ? { stopAfter: edit.stop } : {}),
      };
    case 'extension':
      return at === undefined ? undefined : extensionOf(at, edit);
    case 'repeat':
      return typeof edit.count === 'number'
        ? { kind: 'repeat', ...endsOf(interval), copies: edit.count }
        : undefined;
    case 'unknown':
      return at?.position === 1 ? { kind: 'startUnknown', at } : undefined;
    case 'anyOf':
    case 'absent':
    case 'mixture':
      return undefined;
  }
}
