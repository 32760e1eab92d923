/**
 * How many patients of a study stand behind a statement: those that its claim is about. The curator names the group and its
 * number as printed (`basis`); the number of another group of the study, or one that was inferred, is never taken in its
 * place. Without a basis the whole study counts, unless the claim is of a part of it by a marker: then the number is not known.
 */
import { entity, relateEntities } from '../../tumour/index.ts';
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import { markersAsked } from './part-asked.ts';

/** The patients, and how directly they are those of the claim. */
export interface PatientsBehind {
  /** Undefined where no number is printed. */
  readonly patients: number | undefined;
  /** Why they are not quite the patients of the claim; undefined where they are. */
  readonly indirect: string | undefined;
  /** What is to be said of the number. */
  readonly note: string | undefined;
}

type EntityOf = Statement['entity'];

const isWithin = (studied: EntityOf, stated: EntityOf): boolean => {
  const { relation } = relateEntities(entity(studied), entity(stated));
  return relation === 'same' || relation === 'narrower';
};

/** Patients of one study behind a statement. */
export function patientsBehind(statement: Statement, study: Study): PatientsBehind {
  const basis = statement.basis.find((each) => each.study === study.id);
  if (basis !== undefined)
    return { patients: basis.patients, indirect: basis.indirect, note: basis.note ?? basis.derived };
  const { population } = study;
  const isDirect = isWithin(population.entity, statement.entity);
  const known = markersAsked(population.criterion);
  const isOfPart = [...markersAsked(statement.when)].some((text) => !known.has(text));
  return {
    patients: isOfPart ? undefined : (population.evaluable ?? population.enrolled),
    indirect: isDirect
      ? undefined
      : `stated of ${entity(statement.entity).name}, studied in ${entity(population.entity).name}, without numbers of its own`,
    note: undefined,
  };
}
