/**
 * Counts of a population from the rows of a study that prints its patients one by one, where the study itself prints no
 * count of that population: a trial in solid tumours answers for melanoma, or for one variant, by the rows that decide. Each
 * row answers the criterion by its own disease and its own alterations; a change that the study prints of some rows was
 * looked for in all of them, any other is unknown in a row that is silent of it. The rows have to be all that the study
 * enrolled or evaluated. Where one row is not decided, nothing is counted, and the row is named.
 */
import {
  type Alteration,
  alterationPattern,
  genesOf,
  patternGenes,
  readAlteration,
  relateAlteration,
} from '../../alteration/index.ts';
import { type Criterion, diseaseAsked, printCriterion } from '../../criteria/index.ts';
import type { Truth } from '../../truth/index.ts';
import { ancestorsOf, type EntityId, entity, includesEntity } from '../../tumour/index.ts';
import type { SourcePlace } from '../source-place.ts';
import type { CountedResult, Population, Study, StudyPatient } from '../study.ts';
import { inParts } from './alteration-selection.ts';
import { criterionTruth, diseaseTruth, type EntityReading, populationTruth } from './population-truth.ts';

type RowResponse = StudyPatient['response'];

/** What a row must have to be counted, by outcome. */
const responsesOf: Partial<Readonly<Record<CountedResult['outcome'], readonly RowResponse[]>>> = {
  completeResponse: ['CR'],
  partialResponse: ['PR'],
  stableDisease: ['SD'],
  progressiveDisease: ['PD'],
  objectiveResponse: ['CR', 'PR'],
  diseaseControl: ['CR', 'PR', 'SD'],
};

/** What is asked of the rows. */
export interface RowQuestion {
  readonly outcome: CountedResult['outcome'];
  readonly where: Criterion;
  readonly reading: EntityReading;
  readonly denominator: 'enrolled' | 'evaluable' | 'analysed';
}

/** The rows of one arm that answer a criterion. */
export interface RowCount {
  readonly arm: string | undefined;
  /** The count; undefined where no row that is met can be counted. */
  readonly result: CountedResult | undefined;
  readonly population: Population;
  /** Rows of the population, in print order. */
  readonly rows: readonly StudyPatient[];
  /** Rows of which it is not known whether they are of the population, or what became of them. */
  readonly undecided: readonly StudyPatient[];
}

/** The kinds of change that a pattern asks for, as alterations have them. */
function kindOf(leaf: object): Alteration['kind'] | undefined {
  if ('amplification' in leaf || 'copyNumber' in leaf) return 'copyNumber';
  if ('fusionOf' in leaf) return 'fusion';
  if ('exonChange' in leaf) return 'exonChange';
  const isSequence = ['variant', 'codons', 'exon', 'region', 'anyMutation'].some((name) => name in leaf);
  return isSequence ? 'sequenceVariant' : undefined;
}

interface ReadRow {
  readonly row: StudyPatient;
  readonly alterations: readonly Alteration[];
  /** False where a printed alteration of the row could not be read. */
  readonly isRead: boolean;
}

function readRow(row: StudyPatient): ReadRow {
  const read = row.alterations.map((text) => readAlteration(text).value);
  const alterations = read.flatMap((each) => each ?? []);
  return { row, alterations, isRead: alterations.length === read.length };
}

/** Whether a row has an alteration, as far as the rows of its study tell. */
function alterationTruth(asked: unknown, { alterations, isRead }: ReadRow, all: readonly ReadRow[]): Truth {
  const pattern = alterationPattern.safeParse(asked).data;
  if (pattern === undefined) return 'unknown';
  const truths = alterations.map(
    (each) => relateAlteration(each, pattern, { otherFindings: alterations }).truth,
  );
  if (truths.includes('met')) return 'met';
  if (truths.includes('unknown') || !isRead) return 'unknown';
  const kind = kindOf(pattern);
  const genes = patternGenes(pattern);
  const isLookedFor = all.some((other) =>
    other.alterations.some(
      (each) =>
        each.kind === kind &&
        each.kind !== 'chromosomal' &&
        genesOf(each).some((gene) => genes.includes(gene)),
    ),
  );
  return isLookedFor ? 'unmet' : 'unknown';
}

/** Whether a row is of a disease: a primary of unstated lineage is not, where the study counts that disease without it. */
function rowDiseaseTruth(asked: EntityId, row: StudyPatient, { patients, population }: Study): Truth {
  const truth = diseaseTruth(asked, row.entity);
  if (truth !== 'unknown' || entity(row.entity).lineage !== 'unstated') return truth;
  const without = patients.filter((each) => diseaseTruth(asked, each.entity) === 'met').length;
  const counted = population.composition.find((part) => part.entity === asked)?.count;
  return counted === without ? 'unmet' : 'unknown';
}

function rowTruth(row: ReadRow, all: readonly ReadRow[], study: Study, asked: RowQuestion): Truth {
  return criterionTruth(inParts(asked.where), (leaf) => {
    const disease = diseaseAsked(leaf);
    if (disease !== undefined) return rowDiseaseTruth(disease, row.row, study);
    if ('all' in leaf || 'any' in leaf || 'not' in leaf || 'atLeast' in leaf) return undefined;
    const byRow = 'alteration' in leaf ? alterationTruth(leaf.alteration, row, all) : 'unknown';
    return byRow === 'unknown' ? populationTruth(leaf, study.population, asked.reading) : byRow;
  });
}

/** The most exact entity that all rows have. */
function commonEntity(rows: readonly StudyPatient[], otherwise: EntityId): EntityId {
  const ids = [...new Set(rows.map((row) => row.entity))];
  const [first, ...more] = ids;
  if (first === undefined) return otherwise;
  if (more.length === 0) return first;
  const shared = [first, ...ancestorsOf(first)].filter((id) =>
    more.every((other) => other === id || includesEntity(id, other)),
  );
  return shared.find((id) => !shared.some((other) => includesEntity(id, other))) ?? otherwise;
}

/** Whether the rows are everybody: all who were enrolled, or all who were evaluable. */
function printsAll({ patients, population }: Study, kind: 'enrolled' | 'evaluable'): boolean {
  if (patients.length > 0 && patients.length === population.enrolled) return true;
  return (
    kind === 'evaluable' &&
    population.evaluable !== undefined &&
    patients.filter((row) => row.evaluable).length === population.evaluable
  );
}

/** The denominator that is asked; of "as the study itself counted", that of its own count of the outcome. */
function denominatorOf(study: Study, { denominator, outcome }: RowQuestion): 'enrolled' | 'evaluable' {
  if (denominator !== 'analysed') return denominator;
  const own = study.counts.find((each) => each.outcome === outcome && each.population === undefined);
  return own?.denominator === 'enrolled' ? 'enrolled' : 'evaluable';
}

function placeOf(rows: readonly StudyPatient[], study: Study): SourcePlace {
  const places = rows.map((row) => row.place);
  const [first] = places;
  if (first === undefined || places.some((each) => each.document !== first.document)) return study.readIn;
  const { document, section } = first;
  const isOneSection = section !== undefined && places.every((each) => each.section === section);
  const lines = places.flatMap((each) => each.lines?.match(/\d+/g) ?? []).map(Number);
  const [from, to] = [Math.min(...lines), Math.max(...lines)];
  return {
    document,
    ...(isOneSection ? { section } : {}),
    ...(lines.length === 0 ? {} : { lines: from === to ? String(from) : `${from}-${to}` }),
  };
}

const mostWords = 300;

function countArm(
  study: Study,
  arm: string | undefined,
  own: readonly ReadRow[],
  asked: RowQuestion,
  counted: readonly RowResponse[],
): RowCount {
  const everybody = study.patients.map(readRow);
  const kind = denominatorOf(study, asked);
  const truths = own.map((each) => ({ row: each.row, truth: rowTruth(each, everybody, study, asked) }));
  const rows = truths.filter(({ truth }) => truth === 'met').map(({ row }) => row);
  const undecided = truths
    .filter(
      ({ row, truth }) =>
        truth === 'unknown' || (truth === 'met' && row.evaluable && row.response === 'notStated'),
    )
    .map(({ row }) => row);
  const among = kind === 'enrolled' ? rows : rows.filter((row) => row.evaluable);
  const { criterion } = study.population;
  const population: Population = {
    words: printCriterion(asked.where).slice(0, mostWords),
    entity: commonEntity(rows, study.population.entity),
    criterion: criterion === undefined ? asked.where : { all: [criterion, asked.where] },
  };
  const result: CountedResult | undefined =
    among.length === 0
      ? undefined
      : {
          outcome: asked.outcome,
          ...(arm === undefined ? {} : { arm }),
          population,
          count: among.filter((row) => row.evaluable && counted.includes(row.response)).length,
          of: among.length,
          denominator: kind,
          printed: rows.map(({ id, response }) => `${id} ${response}`).join('; '),
          derived: true,
          patients: rows.map(({ id }) => id),
          place: placeOf(rows, study),
        };
  return { arm, result, population, rows, undecided };
}

/**
 * The counts of a population by the rows of a study, arm by arm; undefined where the study prints no rows, not all of them, or
 * an outcome that rows do not tell.
 */
export function rowCounts(study: Study, asked: RowQuestion): readonly RowCount[] | undefined {
  const counted = responsesOf[asked.outcome];
  if (counted === undefined || !printsAll(study, denominatorOf(study, asked))) return undefined;
  const [onlyArm, ...otherArms] = study.arms;
  const single = otherArms.length === 0 ? onlyArm?.id : undefined;
  const byArm = Map.groupBy(study.patients.map(readRow), ({ row }) => row.arm ?? single);
  return [...byArm].map(([arm, own]) => countArm(study, arm, own, asked, counted));
}
