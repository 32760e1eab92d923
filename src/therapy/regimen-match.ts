/** Which regimen of the register a set of drugs is, and why a set of drugs cannot be one treatment. */
import { className, directClassesOf, isOfClass } from './class-membership.ts';
import { type Dose, dosesAgree } from './dose.ts';
import type { DrugClassId } from './drug-class.ts';
import { type DrugId, drugOf } from './drugs.ts';
import type { Regimen } from './regimen.ts';
import { type RegimenId, regimens } from './regimens.ts';

/** A dose that stands beside a drug. */
export interface GivenDose {
  readonly drug: DrugId;
  readonly dose: Dose;
}

/** True when both lists hold the same drugs, in any order. */
export function sameDrugs(a: readonly DrugId[], b: readonly DrugId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** The drugs without those that only modulate another one, such as leucovorin. */
export function withoutModulators(drugs: readonly DrugId[]): readonly DrugId[] {
  return drugs.filter((id) => !isOfClass(id, 'supportive'));
}

/** True when no given dose contradicts a dose that the regimen fixes. */
export function fits(regimen: Regimen<RegimenId>, doses: readonly GivenDose[]): boolean {
  return doses.every((given) =>
    regimen.fixedDoses
      .filter((fixed) => fixed.drug === given.drug)
      .every((fixed) => dosesAgree(fixed.dose, given.dose)),
  );
}

/** True when everything that the regimen fixes is also said by a given dose. */
function isStated(regimen: Regimen<RegimenId>, doses: readonly GivenDose[]): boolean {
  return regimen.fixedDoses.every((fixed) =>
    doses.some(
      ({ drug, dose }) =>
        drug === fixed.drug &&
        (fixed.dose.everyDays === undefined || dose.everyDays !== undefined) &&
        (fixed.dose.dailyTotal === undefined || dose.dailyTotal !== undefined),
    ),
  );
}

/**
 * The one regimen with exactly these drugs whose doses do not contradict the given ones. Where several regimens share
 * the drugs, their doses set them apart and must be said in full: "imatinib 400 mg" is none of them.
 */
export function regimenOfDrugs(drugs: readonly DrugId[], doses: readonly GivenDose[]): RegimenId | undefined {
  const sharing = regimens.filter((each) => sameDrugs(each.drugs, drugs));
  const found = sharing.filter(
    (each) => fits(each, doses) && (sharing.length === 1 || isStated(each, doses)),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** A regimen that has these drugs and a modulator beside them. */
export function regimenWithModulator(drugs: readonly DrugId[]): Regimen<RegimenId> | undefined {
  return regimens.find(
    (each) => each.drugs.length > drugs.length && sameDrugs(withoutModulators(each.drugs), drugs),
  );
}

/** Two members of one class, or a class beside its own member, in plain words; undefined when there are none. */
export function sameClassTwice(
  drugs: readonly DrugId[],
  classes: readonly DrugClassId[],
): string | undefined {
  for (const [i, first] of drugs.entries()) {
    const inClass = classes.find((id) => isOfClass(first, id));
    if (inClass !== undefined) return `${className(inClass)} and ${drugOf(first).name}, which is one`;
    for (const second of drugs.slice(i + 1)) {
      const shared = directClassesOf(first).find((id) => directClassesOf(second).includes(id));
      if (shared !== undefined) {
        return `${drugOf(first).name} and ${drugOf(second).name}, both ${className(shared)}`;
      }
    }
  }
  return undefined;
}
