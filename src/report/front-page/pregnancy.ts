/**
 * Pregnancy and breast feeding: in the banner where they are recorded, and asked for where an option that can harm a
 * child is shown to a woman who may bear one.
 */
import type { Subject } from '../../criteria/index.ts';
import type { WeighedOption } from '../../options/index.ts';
import {
  classAndAncestors,
  classesOf,
  type DrugClassId,
  isDrugClassId,
  isDrugId,
  isRegimenId,
  regimenOf,
} from '../../therapy/index.ts';

const words = { pregnant: 'Pregnant', lactating: 'Breast feeding', excluded: 'Excluded' } as const;

/** What the record says on pregnancy; undefined where it says nothing. */
export function pregnancyWords({ record }: Subject): string | undefined {
  const { pregnancy } = record.patient;
  return pregnancy === undefined || pregnancy === 'notStated' ? undefined : words[pregnancy];
}

/** Up to this age a pregnancy is asked for. */
const askedUpToYears = 55;

const harmful: readonly DrugClassId[] = ['cytotoxic', 'kinase-inhibitor'];

function isHarmful({ definition }: WeighedOption): boolean {
  const { drugs, regimen, drugClass, kind } = definition;
  const ofRegimen = regimen !== undefined && isRegimenId(regimen) ? regimenOf(regimen).drugs : [];
  const ofDrugs = [...drugs, ...ofRegimen].filter(isDrugId).flatMap((drug) => classesOf(drug));
  const own = drugClass !== undefined && isDrugClassId(drugClass) ? classAndAncestors(drugClass) : [];
  const classes: readonly string[] = [...ofDrugs, ...own];
  return kind === 'prrt' || harmful.some((each) => classes.includes(each));
}

/** Whether pregnancy is not stated for a woman to whom a cytotoxic, PRRT or a kinase inhibitor is shown. */
export function asksPregnancy(subject: Subject, options: readonly WeighedOption[]): boolean {
  const { sex } = subject.record.patient;
  const youngest = subject.ageYears?.low ?? 0;
  return (
    sex === 'female' &&
    youngest <= askedUpToYears &&
    pregnancyWords(subject) === undefined &&
    options.some(isHarmful)
  );
}
