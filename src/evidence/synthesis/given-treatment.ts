/**
 * What the counted patients were given, as sets of drugs: whether counts are of one treatment. A combination is its drugs,
 * whatever the regimen is called; arms that are counted together and differ are no treatment of their own.
 */
import { classesOf, className, drugOf, isDrugId } from '../../therapy/index.ts';
import { drugSetsOf } from './arm-treatment.ts';
import type { SelectedRate } from './selected-rate.ts';

/** The treatment of a count. */
export interface GivenTreatment {
  /** The drugs in words: "cisplatin + etoposide"; arms that are counted together with "or" between them. */
  readonly words: string;
  /** The drugs, where they are said and one set: equal for equal treatments. */
  readonly drugs: readonly string[] | undefined;
}

const drugName = (id: string): string => (isDrugId(id) ? drugOf(id).name : id);

/** What the patients of a count were given. */
export function givenTreatment({ study, result }: SelectedRate): GivenTreatment {
  const arms = study.arms.filter(({ id }) => result.arm === undefined || id === result.arm);
  const sets = new Map(
    arms.flatMap((arm): [string, readonly string[]][] => {
      const { label } = arm;
      const given = drugSetsOf(arm);
      if (given === undefined) return [[label, []]];
      return given.map((drugs) => {
        const sorted = [...new Set(drugs)].toSorted();
        const words = sorted.length === 0 ? `${label}, drugs not said` : sorted.map(drugName).join(' + ');
        return [words, sorted];
      });
    }),
  );
  const words = sets.size === 0 ? 'not said' : [...sets.keys()].join(' or ');
  const [only, ...more] = sets.values();
  return { words, drugs: only === undefined || only.length === 0 || more.length > 0 ? undefined : only };
}

/** How treatments stand to each other: one; several of the same classes of drugs; several. */
export type TreatmentRelation = 'same' | 'sameClasses' | 'different';

const classesIn = (drugs: readonly string[]): string => {
  const classes = drugs.map((drug) =>
    isDrugId(drug) ? classesOf(drug).map(className).toSorted().join(', ') : drug,
  );
  return [...new Set(classes)].toSorted().join('; ');
};

/** Counts of one study in several arms: the study tells them apart, by dose, schedule, what was added or who was treated. */
const hasArmsApart = (rates: readonly SelectedRate[]): boolean =>
  [...Map.groupBy(rates, ({ study }) => study.id).values()].some(
    (own) => new Set(own.map(({ result }) => result.arm)).size > 1,
  );

/** Whether counts are of one treatment; one that is not said, or several together, are not known to be. */
export function relateTreatments(rates: readonly SelectedRate[]): TreatmentRelation {
  const sets = rates.map((rate) => givenTreatment(rate).drugs);
  const said = sets.flatMap((drugs) => (drugs === undefined ? [] : [drugs]));
  if (said.length < sets.length || hasArmsApart(rates)) return 'different';
  if (new Set(said.map((drugs) => drugs.join(' + '))).size <= 1) return 'same';
  return new Set(said.map(classesIn)).size <= 1 ? 'sameClasses' : 'different';
}
