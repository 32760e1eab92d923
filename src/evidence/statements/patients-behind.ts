/**
 * How many patients of a study stand behind a statement. A statement on carcinoma from a mixed study rests on its
 * carcinomas, one on the patients with a high Ki-67 rests on those: the part that is counted at the place that the
 * statement cites, else the part of its entity, else the whole study.
 */
import { entity, relateEntities } from '../../tumour/index.ts';
import type { SourcePlace } from '../source-place.ts';
import type { Statement } from '../statement.ts';
import type { CountedResult, Study } from '../study.ts';

/** The patients, and whether they are of the entity that the statement names. */
export interface PatientsBehind {
  readonly patients: number | undefined;
  readonly isOfThisEntity: boolean;
}

type EntityOf = Statement['entity'];

const isWithin = (studied: EntityOf, stated: EntityOf): boolean => {
  const { relation } = relateEntities(entity(studied), entity(stated));
  return relation === 'same' || relation === 'narrower';
};

function linesOf({ lines }: SourcePlace): ReadonlySet<number> {
  const numbers = (lines ?? '').split(',').flatMap((part) => {
    const [from, to = from] = part.trim().split('-').map(Number);
    if (from === undefined || to === undefined || !(from >= 1 && to >= from)) return [];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return new Set(numbers);
}

function sharedLines(one: SourcePlace, other: SourcePlace | undefined): number {
  if (other === undefined || one.document !== other.document) return 0;
  const lines = linesOf(other);
  return [...linesOf(one)].filter((line) => lines.has(line)).length;
}

/** Patients of one study behind a statement. */
export function patientsBehind(statement: Statement, study: Study): PatientsBehind {
  const whole = study.population.evaluable ?? study.population.enrolled;
  const isWhole = isWithin(study.population.entity, statement.entity);
  const ofEntity = study.counts.filter((count) =>
    isWithin(count.population?.entity ?? study.population.entity, statement.entity),
  );
  const [here] = ofEntity
    .map((count): readonly [CountedResult, number] => [count, sharedLines(count.place, statement.place)])
    .filter(([, shared]) => shared > 0)
    .toSorted(([a, left], [b, right]) => right - left || a.of - b.of);
  if (here !== undefined) return { patients: here[0].of, isOfThisEntity: true };
  if (isWhole) return { patients: whole, isOfThisEntity: true };
  const parts = [
    ...ofEntity.map((count) => count.of),
    ...study.population.composition
      .filter((part) => isWithin(part.entity, statement.entity))
      .map((part) => part.count),
  ];
  return parts.length === 0
    ? { patients: whole, isOfThisEntity: false }
    : { patients: Math.max(...parts), isOfThisEntity: true };
}
