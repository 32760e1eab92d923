/** Whether what was studied is what a statement speaks of: these patients, and these drugs. */
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import { patientsBehind } from './patients-behind.ts';
import type { StrengthReason } from './strength-reason.ts';

/** The studies that say what they gave. */
const treating = (studies: readonly Study[]): readonly Study[] =>
  studies.filter(({ arms }) => arms.some(({ drugs }) => drugs.length > 0));

/** Drugs of the statement that no arm of its studies had; none where no study says what was given. */
function drugsNotGiven({ subject }: Statement, studies: readonly Study[]): readonly string[] {
  const given = new Set(treating(studies).flatMap(({ arms }) => arms.flatMap(({ drugs }) => drugs)));
  return given.size === 0 ? [] : subject.drugs.filter((drug) => !given.has(drug));
}

/** Why a statement is less direct than it sounds, one step for all of it; undefined where it is not. */
export function directnessReason(
  statement: Statement,
  studies: readonly Study[],
): StrengthReason | undefined {
  const behind = studies.map((study) => patientsBehind(statement, study).indirect);
  const isOfOthers = behind.length > 0 && behind.every((each) => each !== undefined);
  const missing = drugsNotGiven(statement, studies);
  const texts = [
    ...(isOfOthers ? new Set(behind) : []),
    ...(missing.length === 0
      ? []
      : [
          `${missing.join(' and ')} ${missing.length === 1 ? 'was' : 'were'} not given in ${treating(studies)
            .map(({ id }) => id)
            .join(', ')}`,
        ]),
  ].filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : { aspect: 'directness', effect: 'lowers', text: texts.join('; ') };
}
