/**
 * In what pooled studies differ: one row a field, with the values and the studies that have each. A field of which some study
 * says nothing differs too: what is not said cannot be taken to be the same. Pooling is not refused by it; a reader decides.
 */
import { entity } from '../../tumour/index.ts';
import { type EntityReading, entityOf } from './population-truth.ts';
import type { SelectedRate } from './selected-rate.ts';

/** One value of a field, and who has it. */
export interface ComparedValue {
  readonly value: string;
  readonly rates: readonly string[];
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

/** Lines of therapy as the study prints them for the counted group, or for the whole. */
function linesOf({ study }: SelectedRate): string {
  const lines = (study.printed?.values ?? []).flatMap(
    (value) =>
      (value.what === 'part' && value.scheme === 'line' && [value.term]) ||
      (value.what === 'fact' && value.name === 'line of treatment' && [value.means]) ||
      [],
  );
  return lines.length === 0 ? notSaid : [...new Set(lines)].join(', ');
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
  disease: ({ population }) => entity(entityOf(population, reading)).name,
  treatment: (rate) =>
    armsOf(rate)
      .map(({ regimen, label }) => regimen ?? label)
      .join(' or ') || notSaid,
  'line of treatment': linesOf,
  design: ({ study }) => study.design.type,
  prospective: ({ study }) => said(study.design.prospective, 'prospective', 'retrospective'),
  selection: ({ study }) => (study.selection === 'unstated' ? notSaid : study.selection),
  centres: ({ study }) => study.design.centres ?? notSaid,
  denominator: ({ result }) => (result.denominator === 'unstated' ? notSaid : result.denominator),
  count: ({ result }) => {
    if (result.inferred !== undefined) return 'over an inferred denominator';
    return result.derived ? 'worked out from a percentage' : 'printed';
  },
  'response criteria': criteriaOf,
  'year of report': ({ study }) => String(study.citation.year),
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
    const values = new Map<string, string[]>();
    for (const rate of rates) {
      const value = of[field](rate);
      values.set(value, [...(values.get(value) ?? []), rate.words]);
    }
    return {
      field,
      values: [...values].map(([value, who]) => ({ value, rates: who })),
      differs: values.size > 1,
      unsaid: values.has(notSaid),
    };
  });
}
