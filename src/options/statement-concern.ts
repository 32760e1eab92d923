/** Which statements speak of an option. */
import type { Statement } from '../evidence/index.ts';
import { drugsOfClass, isDrugClassId } from '../therapy/index.ts';
import type { OptionDefinition } from './option-definition.ts';

/** Whether a statement speaks of an option: of its id, its regimen, all its drugs, or a class it belongs to. */
export function concerns(
  statement: Statement,
  option: OptionDefinition,
  drugs: readonly string[],
  classes: readonly string[],
): boolean {
  const { subject } = statement;
  if (subject.option !== undefined) return subject.option === option.id;
  if (subject.regimen !== undefined) return subject.regimen === option.regimen;
  if (subject.drugs.length > 0) {
    const inClass =
      option.drugClass !== undefined && isDrugClassId(option.drugClass) ? drugsOfClass(option.drugClass) : [];
    const given = drugs.length > 0 ? drugs : inClass;
    return drugs.length > 0
      ? subject.drugs.every((drug) => given.includes(drug)) && subject.drugs.length === drugs.length
      : subject.drugs.some((drug) => given.some((each) => each === drug));
  }
  return subject.drugClasses.some((drugClass) => classes.includes(drugClass));
}
