/**
 * The change between two protein sequences, shifted to the C-terminal end as HGVS asks (3' rule): the common beginning
 * is taken as long as it goes, then the common end of what is left.
 */
import { type ProteinChange, proteinChangeText, type ResiduePosition } from './protein-change.ts';

const at = (sequence: string, index: number): ResiduePosition => ({
  residue: sequence.charAt(index),
  position: index + 1,
});

/**
 * @param wild the reference protein with its stop (`*`).
 * @param changed the other protein up to and with its first stop.
 * @param isShifted the coding bases gained or lost are no multiple of three.
 */
export function proteinDifference(
  wild: string,
  changed: string,
  isShifted: boolean,
): ProteinChange | undefined {
  let same = 0;
  while (same < wild.length && same < changed.length && wild[same] === changed[same]) same += 1;
  if (same === wild.length && same === changed.length) return undefined;
  const first = at(wild, same);
  if (first.residue === '' || first.residue === '*') return undefined;
  if (changed.charAt(same) === '*') return { kind: 'stop', at: first };
  if (isShifted) {
    const stop = changed.indexOf('*', same);
    const to = changed.charAt(same);
    return {
      kind: 'frameshift',
      at: first,
      ...(to === '' ? {} : { to }),
      ...(stop === -1 ? {} : { stopAfter: stop - same + 1 }),
    };
  }
  let tail = 0;
  while (
    tail < wild.length - same &&
    tail < changed.length - same &&
    wild[wild.length - 1 - tail] === changed[changed.length - 1 - tail]
  )
    tail += 1;
  const removed = wild.slice(same, wild.length - tail);
  const inserted = changed.slice(same, changed.length - tail);
  const last = at(wild, same + removed.length - 1);
  if (removed.length === 1 && inserted.length === 1) return { kind: 'substitution', at: first, to: inserted };
  if (inserted === '') return { kind: 'deletion', start: first, end: last };
  if (removed !== '') return { kind: 'delins', start: first, end: last, inserted };
  if (wild.slice(0, same).endsWith(inserted))
    return { kind: 'duplication', start: at(wild, same - inserted.length), end: at(wild, same - 1) };
  return { kind: 'insertion', start: at(wild, same - 1), end: first, inserted };
}

function applied(change: ProteinChange, wild: string): string | undefined {
  const replace = (start: number, end: number, by: string): string =>
    `${wild.slice(0, start - 1)}${by}${wild.slice(end)}`;
  switch (change.kind) {
    case 'deletion':
      return replace(change.start.position, change.end.position, '');
    case 'duplication': {
      const doubled = wild.slice(change.start.position - 1, change.end.position);
      return replace(change.start.position, change.end.position, doubled + doubled);
    }
    case 'insertion':
      return replace(change.end.position, change.start.position, change.inserted);
    case 'delins':
      return replace(change.start.position, change.end.position, change.inserted);
    case 'substitution':
    case 'stop':
    case 'silent':
    case 'frameshift':
    case 'extension':
    case 'startUnknown':
    case 'repeat':
      return undefined;
  }
}

/**
 * A key under which two notations of one protein change are equal: with the sequence, `V559del` and `V560del` of two
 * neighbouring valines are the same loss. A frameshift is known by where it begins and what comes first.
 *
 * @param wild the reference protein without its stop, where it is held.
 */
export function proteinChangeKey(change: ProteinChange, wild: string | undefined): string {
  const changed = wild === undefined ? undefined : applied(change, `${wild}*`);
  if (wild === undefined || changed === undefined || changed.includes('*') === false)
    return proteinChangeText(change);
  const upToStop = changed.slice(0, changed.indexOf('*') + 1);
  return proteinChangeText(proteinDifference(`${wild}*`, upToStop, false) ?? change);
}
