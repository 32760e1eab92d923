/**
 * How many patients of a study stand behind a statement. A statement on carcinoma from a mixed study rests on its
 * carcinomas, one on the patients with a high Ki-67 rests on those: the count that its claim names ("8 of 18"), else the part
 * that the same findings pick out, else the one counted at the place that the statement cites, else the part of its entity,
 * else the whole study.
 */
import { entity, relateEntities } from '../../tumour/index.ts';
import type { SourcePlace } from '../source-place.ts';
import type { Statement } from '../statement.ts';
import type { CountedResult, Study } from '../study.ts';
import { asksSamePart, markersAsked } from './part-asked.ts';

/** The patients, and whether the study has numbers of the entity that the statement names. */
export interface PatientsBehind {
  readonly patients: number | undefined;
  readonly isOfThisEntity: boolean;
  /** True where a marker picks out a part that the study does not count: the number is that of the whole study. */
  readonly isOfWhole: boolean;
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
  const ofEntity = study.counts.filter((count) =>
    isWithin(count.population?.entity ?? study.population.entity, statement.entity),
  );
  const counted = (count: CountedResult): PatientsBehind => ({
    patients: count.of,
    isOfThisEntity: true,
    isOfWhole: false,
  });
  const named = new Set(statement.claim.match(/\b\d+ of \d+\b/g));
  const inClaim = ofEntity.find(({ count, of }) => named.has(`${count} of ${of}`));
  if (inClaim !== undefined) return counted(inClaim);
  const samePart = ofEntity.find((count) => asksSamePart(count.population?.criterion, statement.when));
  if (samePart !== undefined) return counted(samePart);
  const [here] = ofEntity
    .map((count): readonly [CountedResult, number] => [count, sharedLines(count.place, statement.place)])
    .filter(([, shared]) => shared > 0)
    .toSorted(([a, left], [b, right]) => right - left || a.of - b.of);
  if (here !== undefined) return counted(here[0]);

  const known = markersAsked(study.population.criterion);
  const isOfWhole = [...markersAsked(statement.when)].some((text) => !known.has(text));
  if (isWithin(study.population.entity, statement.entity))
    return { patients: whole, isOfThisEntity: true, isOfWhole };
  const parts = [
    ...ofEntity.map((count) => count.of),
    ...study.population.composition
      .filter((part) => isWithin(part.entity, statement.entity))
      .map((part) => part.count),
  ];
  const isMeasured = study.measures.some(
    ({ population }) => population !== undefined && isWithin(population.entity, statement.entity),
  );
  return parts.length === 0
    ? { patients: whole, isOfThisEntity: isMeasured, isOfWhole: true }
    : { patients: Math.max(...parts), isOfThisEntity: true, isOfWhole };
}
