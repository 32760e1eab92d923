/** Short forms for records of lesions in tests. */
import type { FollowedLesion, LesionRecord, LesionState, LesionTraits, TimePoint } from './lesion-record.ts';

/**
 * `46` is millimetres; words are states; numbers with `+` are the parts of a split lesion; `>T1` is merged into T1.
 * @public
 */
export type ShortState = number | string | undefined;

/** The state a short form stands for. */
export function stateOf(short: ShortState): LesionState | undefined {
  if (short === undefined) return undefined;
  if (typeof short === 'number') return { kind: 'measured', millimetres: short };
  if (short.startsWith('>')) return { kind: 'merged', into: short.slice(1) };
  if (short.includes('+')) return { kind: 'split', millimetres: short.split('+').map(Number) };
  switch (short) {
    case 'absent':
    case 'missing':
    case 'tooSmall':
    case 'present':
    case 'increased':
    case 'progressed':
    case 'equivocal':
      return { kind: short };
    default:
      throw new Error(`no short form of a state: ${short}`);
  }
}

/**
 * A lesion from its short forms: baseline first.
 * @public
 */
export function lesion(
  id: string,
  states: readonly ShortState[],
  more: Partial<Omit<FollowedLesion, 'id' | 'states'>> & { readonly traits?: LesionTraits } = {},
): FollowedLesion {
  return { id, kind: 'target', isNode: false, ...more, states: states.map(stateOf) };
}

/**
 * A record on the days given; the first is the baseline.
 * @public
 */
export function record(
  days: readonly number[],
  lesions: readonly FollowedLesion[],
  points: readonly Partial<TimePoint>[] = [],
): LesionRecord {
  const timePoints = days.map((day, at) => ({
    label: `day ${day}`,
    day: { least: day, most: day },
    ...points[at],
  }));
  return { patient: 'P1', timePoints, lesions };
}
