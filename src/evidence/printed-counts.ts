/**
 * Counts that studies print as totals or subgroups, beside the patient: printed value, exact interval recomputed, the
 * population with its entity and whether its criterion holds for this patient. Counts are never pooled here.
 */
import { evaluate, type Subject } from '../criteria/index.ts';
import { clopperPearson } from '../statistics/index.ts';
import { all, type Truth } from '../truth/index.ts';
import { type EntityRelation, entity, relateEntities } from '../tumour/index.ts';
import type { IntegrityFlag } from './audit/index.ts';
import type { UsableStudy } from './evidence-base.ts';
import type { CountedResult, Population, Study, StudyPatient } from './study.ts';

/** One printed count, seen from one patient. */
export interface UsableCount {
  readonly study: Study;
  readonly result: CountedResult;
  readonly population: string;
  readonly relation: EntityRelation;
  /** Whether the patient belongs to the counted population by its marker and state. */
  readonly belongs: Truth;
  readonly interval: { readonly lower: number; readonly upper: number };
  /** The total counts this patient, and the study prints no rows to take it out. */
  readonly includesOwnPatient: boolean;
  /** Counted again from the rows without this patient; `result` is what the study printed. */
  readonly recounted: { readonly count: number; readonly of: number } | undefined;
  /** What the audit says of the responses that the study prints. */
  readonly integrity: readonly IntegrityFlag[];
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

const responsesOf: Partial<Record<CountedResult['outcome'], readonly StudyPatient['response'][]>> = {
  objectiveResponse: ['CR', 'PR'],
  diseaseControl: ['CR', 'PR', 'SD'],
};

/**
 * A count without the patient of the board. `untouched`: this patient is not in it; `unknown`: no rows tell.
 */
function withoutOwnPatient(
  study: Study,
  result: CountedResult,
): { readonly count: number; readonly of: number } | 'untouched' | 'unknown' {
  const counted = responsesOf[result.outcome];
  const isWhole = result.population === undefined && study.population.enrolled !== undefined;
  const named = result.patients.length > 0;
  if (counted === undefined || !(named || isWhole) || study.patients.length === 0) return 'unknown';
  const rows = study.patients.filter((row) => !named || result.patients.includes(row.id));
  if (named && rows.length === result.patients.length) return 'untouched';
  const evaluable = rows.filter((row) => row.evaluable);
  return { count: evaluable.filter((row) => counted.includes(row.response)).length, of: evaluable.length };
}

/** Relations in which the patient has another disease than the counted patients. */
const otherDisease: readonly EntityRelation['relation'][] = [
  'otherLineage',
  'siblingDifferentiation',
  'siblingSite',
  'siblingSubtype',
  'siblingGrade',
];

function belongsTo(population: Population, { relation }: EntityRelation, subject: Subject): Truth {
  if (otherDisease.includes(relation)) return 'unmet';
  const marker =
    population.criterion === undefined ? 'unknown' : evaluate(population.criterion, subject).truth;
  const disease = relation === 'possiblySame' || relation === 'narrower' || relation === 'overlapping';
  return all([marker, disease ? 'unknown' : 'met']);
}

/** Whether a finding is about counted patients, as far as their arm and their entities tell. */
function isOfCount(flag: IntegrityFlag, result: CountedResult, population: Population): boolean {
  if (flag.arm !== undefined && result.arm !== undefined && flag.arm !== result.arm) return false;
  const { relation } = relateEntities(entity(flag.entity), entity(population.entity));
  return !otherDisease.includes(relation);
}

/** The printed counts of the studies that gave these drugs in one arm. */
export function printedCounts(
  studies: readonly UsableStudy[],
  drugs: DrugsAsked,
  subject: Subject,
): readonly UsableCount[] {
  return studies.flatMap(({ study, totalsIncludeOwnPatient, integrity = [] }) => {
    const arms = armsWith(study, drugs);
    if (arms.size === 0 || !isRateStudy(study)) return [];
    const onlyArm = study.arms.length === 1;
    return study.counts
      .filter((result) => rates.includes(result.outcome))
      .filter((result) => (result.arm === undefined ? onlyArm : arms.has(result.arm)))
      .flatMap((result): UsableCount[] => {
        const population = result.population ?? study.population;
        const relation = relateEntities(entity(population.entity), subject.disease);
        const own = totalsIncludeOwnPatient ? withoutOwnPatient(study, result) : 'untouched';
        const recounted = typeof own === 'object' ? own : undefined;
        const { count, of } = recounted ?? result;
        if (of === 0) return [];
        const { lower, upper } = clopperPearson(count, of);
        return [
          {
            study,
            result,
            population: population.words,
            relation,
            belongs: belongsTo(population, relation, subject),
            interval: { lower, upper },
            includesOwnPatient: own === 'unknown',
            recounted,
            integrity: integrity.filter((flag) => flag.onResponses && isOfCount(flag, result, population)),
          },
        ];
      });
  });
}
