/**
 * Whether the patients of a count had the treatment that is asked. An arm in which some had one treatment and some another,
 * counted together, is not an arm of both together, and not wholly one of either: it is mixed. It is known by `oneOf`, the
 * sets that it has, or where a curator only wrote that its treatments are not separated, by these words in its label.
 */
import { isRegimenId, regimenOf } from '../../therapy/index.ts';
import type { DrugsAsked } from '../printed-counts.ts';
import type { Study } from '../study.ts';

type Arm = Study['arms'][number];

/** Of an arm, or of the patients of a count: all had the treatment, some did or may have, none did. */
export type TreatmentFit = 'whole' | 'mixed' | 'none';

/** What is asked of the treatment. */
export interface TreatmentAsked {
  readonly treatment?: DrugsAsked | undefined;
  readonly regimen?: string | undefined;
}

/** The sets of drugs of which each patient of an arm had one; undefined where they are not separated and not said. */
export function drugSetsOf({ drugs, oneOf, label }: Arm): readonly (readonly string[])[] | undefined {
  if (oneOf !== undefined) return oneOf;
  return /\bnot separated\b/i.test(label) ? undefined : [drugs];
}

const hasDrugs = (given: readonly string[], { drugs, match }: DrugsAsked): boolean =>
  match === 'all'
    ? drugs.length > 0 && drugs.every((drug) => given.includes(drug))
    : drugs.some((drug) => given.includes(drug));

function fitOfDrugs(arm: Arm, asked: DrugsAsked): TreatmentFit {
  if (!hasDrugs(arm.drugs, asked)) return 'none';
  const sets = drugSetsOf(arm);
  return sets?.every((given) => hasDrugs(given, asked)) === true ? 'whole' : 'mixed';
}

function fitOfRegimen(arm: Arm, regimen: string): TreatmentFit {
  const sets = drugSetsOf(arm);
  if (sets?.length === 1) return arm.regimen === regimen ? 'whole' : 'none';
  if (arm.regimen === regimen) return 'mixed';
  const drugs: readonly string[] = isRegimenId(regimen) ? regimenOf(regimen).drugs : [];
  const isIn = (given: readonly string[]): boolean =>
    drugs.length > 0 && drugs.every((drug) => given.includes(drug));
  const isOne = sets?.some((given) => isIn(given) && given.length === drugs.length) ?? isIn(arm.drugs);
  return isOne ? 'mixed' : 'none';
}

/** Whether the patients of an arm had the treatment. */
function fitOfArm(arm: Arm, { treatment, regimen }: TreatmentAsked): TreatmentFit {
  const fits = [
    ...(treatment === undefined ? [] : [fitOfDrugs(arm, treatment)]),
    ...(regimen === undefined ? [] : [fitOfRegimen(arm, regimen)]),
  ];
  if (fits.includes('none')) return 'none';
  return fits.includes('mixed') ? 'mixed' : 'whole';
}

/** Whether the patients of some arms, counted together, had the treatment; without an arm, nothing is said of it. */
export function treatmentFit(arms: readonly Arm[], asked: TreatmentAsked): TreatmentFit {
  if (asked.treatment === undefined && asked.regimen === undefined) return 'whole';
  const fits = arms.map((arm) => fitOfArm(arm, asked));
  if (fits.every((fit) => fit === 'none')) return 'none';
  return fits.every((fit) => fit === 'whole') ? 'whole' : 'mixed';
}
