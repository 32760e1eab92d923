/** Whether a course is one that iRECIST is made for: an immune checkpoint inhibitor, alone or with others. */
import type { TherapyCourse } from '../../case/index.ts';
import { classAndAncestors, isDrugClassId, isOfClass, readDrug, readRegimen } from '../../therapy/index.ts';

const checkpoint = 'checkpoint-inhibitor';

const isClass = (text: string): boolean =>
  isDrugClassId(text) && classAndAncestors(text).includes(checkpoint);

/** True where a drug, a class or the regimen of the course is an immune checkpoint inhibitor. */
export function isImmunotherapy({ drugs, drugClasses, regimen }: TherapyCourse): boolean {
  const read = regimen === undefined ? undefined : readRegimen(regimen).value;
  if ([...drugClasses, ...(read?.drugClasses ?? [])].some(isClass)) return true;
  if (read?.drugs.some((drug) => isOfClass(drug, checkpoint)) === true) return true;
  return drugs.some((text) => {
    const mention = readDrug(text).value;
    if (mention === undefined) return false;
    return mention.kind === 'drug' ? isOfClass(mention.drug, checkpoint) : isClass(mention.drugClass);
  });
}
