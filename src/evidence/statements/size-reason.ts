/** How many patients a statement rests on, each counted once, and what that number does to it. */
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import { patientsBehind } from './patients-behind.ts';
import { type StrengthReason, weakKinds } from './strength-reason.ts';

/** Below this many patients a statement is lowered: the exact 95% interval of a share of one half is then over 37 points wide. */
const fewPatients = 30;

/** The patients of a statement. */
export interface CountedPatients {
  /** Undefined where no number is printed. */
  readonly patients: number | undefined;
  /** Studies of which no number is printed. */
  readonly unknownOf: readonly string[];
  readonly notes: readonly string[];
  readonly overlap: readonly StrengthReason[];
}

const isSharing = (one: Study, other: Study): boolean =>
  one.id !== other.id &&
  (one.overlaps.some((each) => each.study === other.id) ||
    other.overlaps.some((each) => each.study === one.id));

/** The patients of studies that share none, and what is to be said of those that share some. */
export function countedOnce(statement: Statement, studies: readonly Study[]): CountedPatients {
  const rows = statement.patients.length;
  if (rows > 0) return { patients: rows, unknownOf: [], notes: [], overlap: [] };
  const sharing = studies.filter((study) => studies.some((other) => isSharing(study, other)));
  const behind = studies.map((study) => ({ study, ...patientsBehind(statement, study) }));
  const counts = (isShared: boolean) =>
    behind
      .filter(({ study }) => sharing.includes(study) === isShared)
      .flatMap(({ patients }) => patients ?? []);
  const shared = counts(true);
  const known = [...counts(false), ...(shared.length > 0 ? [Math.max(...shared)] : [])];
  return {
    patients: known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0),
    unknownOf: behind.filter(({ patients }) => patients === undefined).map(({ study }) => study.id),
    notes: behind.flatMap(({ note }) => note ?? []),
    overlap:
      sharing.length === 0
        ? []
        : [
            {
              aspect: 'overlap',
              effect: 'noted',
              text: `${sharing.map(({ id }) => id).join(' and ')} share patients: counted once`,
            },
          ],
  };
}

/** What the number does. An unknown one lowers like a small one, so that it never stands above it. */
export function sizeReason(statement: Statement, counted: CountedPatients): StrengthReason | undefined {
  if (weakKinds[statement.kind] !== undefined || statement.noResult !== undefined) return undefined;
  const { patients, unknownOf, notes } = counted;
  const more = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  if (patients === undefined && statement.kind === 'guideline')
    return { aspect: 'size', effect: 'noted', text: 'a guideline: it counts no patients of its own' };
  if (patients === undefined)
    return {
      aspect: 'size',
      effect: 'lowers',
      text: `how many patients it speaks of is not in the library${more}`,
    };
  const least = unknownOf.length === 0 ? '' : 'at least ';
  const without = unknownOf.length === 0 ? '' : `, without ${unknownOf.join(', ')}, which print no number`;
  const words = `${least}${patients} ${patients === 1 ? 'patient' : 'patients'}${without}${more}`;
  return patients < fewPatients
    ? { aspect: 'size', effect: 'lowers', text: `fewer than ${fewPatients}: ${words}` }
    : { aspect: 'size', effect: 'noted', text: words };
}
