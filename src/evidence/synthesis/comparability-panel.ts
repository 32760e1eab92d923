/**
 * In what pooled studies differ: one row a field, with the values and the studies that have each. A field of which some study
 * says nothing differs too: what is not said cannot be taken to be the same. Pooling is not refused by it; a reader decides.
 */
import { isRegimenId, regimenOf } from '../../therapy/index.ts';
import { entity } from '../../tumour/index.ts';
import { libraryWords } from '../library-words.ts';
import { citationYearText } from '../study.ts';
import { alterationSelectionText } from './alteration-selection.ts';
import { type EntityReading, entityOf } from './population-truth.ts';
import type { SelectedRate } from './selected-rate.ts';
import { treatmentLine } from './treatment-line.ts';

/** One value of a field, and who has it. */
export interface ComparedValue {
  readonly value: string;
  readonly rates: readonly string[];
  /** Their places among the counts, from 0. */
  readonly at: readonly number[];
}

/** One field in which the studies may differ. */
export interface ComparedField {
  readonly field: string;
  readonly values: readonly ComparedValue[];
  readonly differs: boolean;
  /** Some study does not say. */
  readonly unsaid: boolean;
}

const notSaid = 'not said';

const said = (value: boolean | undefined, yes: string, no: string): string => {
  if (value === undefined) return notSaid;
  return value ? yes : no;
};

const armsOf = ({ study, result }: SelectedRate): Study['arms'] =>
  study.arms.filter((arm) => result.arm === undefined || arm.id === result.arm);
type Study = SelectedRate['study'];

/** What each arm was given, by the name of its regimen where it is registered, else by its label. */
const treatmentOf = (rate: SelectedRate): string =>
  armsOf(rate)
    .map(({ regimen, label }) =>
      regimen !== undefined && isRegimenId(regimen) ? regimenOf(regimen).name : (regimen ?? label),
    )
    .join(' or ') || notSaid;

/** The disease, with a word where it is the paper's name and not the curator's. */
const diseaseOf = ({ population, namedAsPrinted }: SelectedRate, reading: EntityReading): string => {
  const { name } = entity(entityOf(population, reading));
  return namedAsPrinted === undefined ? name : `${name}, by the name in print only`;
};

function countOf({ result, rows }: SelectedRate): string {
  if (rows !== undefined) return 'counted by the rows of patients';
  if (result.inferred !== undefined) return 'over an inferred denominator';
  return result.derived ? 'worked out from what is printed' : 'printed';
}

function criteriaOf({ study }: SelectedRate): string {
  const criteria = (study.printed?.values ?? []).flatMap((value) =>
    'criteria' in value && value.criteria !== undefined ? [value.criteria] : [],
  );
  return criteria.length === 0 ? notSaid : [...new Set(criteria)].join(', ');
}

/** The names of the fields. */
export const comparedFieldNames = [
  'disease',
  'treatment',
  'line of treatment',
  'selected by alteration',
  'design',
  'prospective',
  'selection',
  'centres',
  'denominator',
  'count',
  'response criteria',
  'year of report',
  'how it was read',
] as const;
export type ComparedFieldName = (typeof comparedFieldNames)[number];

/** The fields, in the order in which a reader weighs them. */
const fields = (
  reading: EntityReading,
): Readonly<Record<ComparedFieldName, (rate: SelectedRate) => string>> => ({
  disease: (rate) => diseaseOf(rate, reading),
  treatment: treatmentOf,
  'line of treatment': ({ study, result }) => treatmentLine(study, result) ?? notSaid,
  'selected by alteration': ({ population, study }) =>
    alterationSelectionText(population.criterion ?? study.population.criterion),
  design: ({ study }) => libraryWords(study.design.type),
  prospective: ({ study }) => said(study.design.prospective, 'prospective', 'retrospective'),
  selection: ({ study }) => (study.selection === 'unstated' ? notSaid : libraryWords(study.selection)),
  centres: ({ study }) => study.design.centres ?? notSaid,
  denominator: ({ result }) => (result.denominator === 'unstated' ? notSaid : result.denominator),
  count: countOf,
  'response criteria': criteriaOf,
  'year of report': ({ study }) => citationYearText(study.citation),
  'how it was read': ({ study }) =>
    study.verification === 'read' ? 'in the report itself' : 'in another report',
});

/** What a field says of a count. */
export function fieldValue(field: ComparedFieldName, rate: SelectedRate, reading: EntityReading): string {
  return fields(reading)[field](rate);
}

/** The panel of some counts. */
export function comparabilityPanel(
  rates: readonly SelectedRate[],
  reading: EntityReading,
): readonly ComparedField[] {
  const of = fields(reading);
  return comparedFieldNames.map((field) => {
    const values = Map.groupBy(
      rates.map((rate, at) => ({ rate, at })),
      ({ rate }) => of[field](rate),
    );
    return {
      field,
      values: [...values].map(([value, who]) => ({
        value,
        rates: who.map(({ rate }) => rate.words),
        at: who.map(({ at }) => at),
      })),
      differs: values.size > 1,
      unsaid: values.has(notSaid),
    };
  });
}
