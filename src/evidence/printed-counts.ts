/**
 * Counts that studies print as totals or subgroups, beside the patient: printed value, exact interval recomputed, the
 * population with its entity and whether its criterion holds for this patient. Counts are never pooled here.
 */
import { evaluate, type Subject } from '../criteria/index.ts';
import { clopperPearson } from '../statistics/index.ts';
import type { Truth } from '../truth/index.ts';
import { type EntityRelation, entity, relateEntities } from '../tumour/index.ts';
import type { UsableStudy } from './evidence-base.ts';
import type { CountedResult, Study } from './study.ts';

/** One printed count, seen from one patient. */
export interface UsableCount {
  readonly study: Study;
  readonly result: CountedResult;
  readonly population: string;
  readonly relation: EntityRelation;
  /** Whether the patient belongs to the counted population by its marker and state. */
  readonly belongs: Truth;
  readonly interval: { readonly lower: number; readonly upper: number };
  readonly includesOwnPatient: boolean;
}

/** Outcomes of treatment that a board reads as a rate. */
const rates: readonly CountedResult['outcome'][] = [
  'objectiveResponse',
  'diseaseControl',
  'progression',
  'biochemicalResponse',
];

/** Studies whose patients were not chosen by what became of them. */
export function isRateStudy(study: Study): boolean {
  const { selection, design } = study;
  if (selection === 'chosenByOutcome' || selection === 'singleCase' || selection === 'notApplicable')
    return false;
  return design.type !== 'caseReport' && design.type !== 'preclinical';
}

/** The drugs that a count is asked for: all of a combination, or any of a class. */
export interface DrugsAsked {
  readonly drugs: readonly string[];
  readonly match: 'all' | 'any';
}

/** The arms of a study in which the drugs were given, by id. */
export function armsWith(study: Study, { drugs, match }: DrugsAsked): ReadonlySet<string> {
  const given = (arm: Study['arms'][number]) =>
    match === 'all'
      ? drugs.length > 0 && drugs.every((drug) => arm.drugs.includes(drug))
      : drugs.some((drug) => arm.drugs.includes(drug));
  return new Set(study.arms.filter(given).map((arm) => arm.id));
}

/** The printed counts of the studies that gave these drugs in one arm. */
export function printedCounts(
  studies: readonly UsableStudy[],
  drugs: DrugsAsked,
  subject: Subject,
): readonly UsableCount[] {
  return studies.flatMap(({ study, totalsIncludeOwnPatient }) => {
    const arms = armsWith(study, drugs);
    if (arms.size === 0 || !isRateStudy(study)) return [];
    const onlyArm = study.arms.length === 1;
    return study.counts
      .filter((result) => rates.includes(result.outcome))
      .filter((result) => (result.arm === undefined ? onlyArm : arms.has(result.arm)))
      .map((result): UsableCount => {
        const population = result.population ?? study.population;
        const { lower, upper } = clopperPearson(result.count, result.of);
        return {
          study,
          result,
          population: population.words,
          relation: relateEntities(entity(population.entity), subject.disease),
          belongs:
            population.criterion === undefined ? 'unknown' : evaluate(population.criterion, subject).truth,
          interval: { lower, upper },
          includesOwnPatient: totalsIncludeOwnPatient,
        };
      });
  });
}
