/** Which course of a record is the treatment that a cohort is about: by id, regimen, drug in any spelling, or class of drugs. */
import type { CaseRecord, TherapyCourse } from '../case/index.ts';
import { classAndAncestors, type DrugMention, isOfClass, readDrug } from '../therapy/index.ts';

const plain = (text: string): string => text.trim().toLowerCase();

/** Whether a drug or class that was given is the one that is asked for, or belongs to its class. */
function isCovered(given: DrugMention, wanted: DrugMention): boolean {
  if (wanted.kind === 'drug') return given.kind === 'drug' && given.drug === wanted.drug;
  return given.kind === 'drug'
    ? isOfClass(given.drug, wanted.drugClass)
    : classAndAncestors(given.drugClass).includes(wanted.drugClass);
}

/** All courses of the treatment in a record, as they stand there. */
export function coursesOfTreatment(record: CaseRecord, treatment: string): readonly TherapyCourse[] {
  const wanted = readDrug(treatment).value;
  return record.therapies.filter(({ id, regimen, drugs, drugClasses }) => {
    if (plain(id) === plain(treatment) || plain(regimen ?? '') === plain(treatment)) return true;
    if (wanted === undefined) return false;
    return [...drugs, ...drugClasses].some((name) => {
      const given = readDrug(name).value;
      return given !== undefined && isCovered(given, wanted);
    });
  });
}

/** The last course of the treatment in a record. */
export const courseOfTreatment = (record: CaseRecord, treatment: string): TherapyCourse | undefined =>
  coursesOfTreatment(record, treatment).at(-1);
