/** Which drugs stand in which classes, directly and through the classes above. */
import { type DrugClass, type DrugClassId, drugClasses } from './drug-class.ts';
import { type DrugId, drugOf, drugs } from './drugs.ts';

const byId = new Map<string, DrugClass<DrugClassId>>(drugClasses.map((each) => [each.id, each]));

/** True when the text is the id of a class. */
export function isDrugClassId(text: string): text is DrugClassId {
  return byId.has(text);
}

/** The entry of a class. */
export function drugClassOf(id: DrugClassId): DrugClass<DrugClassId> {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`drug class ${id} has no entry`);
  return found;
}

/** The class in plain words: `trk-inhibitor` is "TRK inhibitor". */
export function className(id: DrugClassId): string {
  return drugClassOf(id).name;
}

/** The classes given and all above them, nearest first, each once. */
function withAncestors(ids: readonly string[]): readonly DrugClassId[] {
  const found = new Set<DrugClassId>();
  let level = ids;
  while (level.length > 0) {
    const fresh = level.filter(isDrugClassId).filter((id) => !found.has(id));
    for (const id of fresh) found.add(id);
    level = fresh.flatMap((id) => drugClassOf(id).parents);
  }
  return [...found];
}

const classesByDrug = new Map<DrugId, readonly DrugClassId[]>(
  drugs.map((each) => [each.id, withAncestors(each.classes.map((membership) => membership.value))]),
);

/** The classes of a drug with all above them, nearest first. */
export function classesOf(drug: DrugId): readonly DrugClassId[] {
  return classesByDrug.get(drug) ?? [];
}

/** The class itself and all above it, nearest first. */
export function classAndAncestors(id: DrugClassId): readonly DrugClassId[] {
  return withAncestors([id]);
}

/** The classes in which the drug is placed directly. */
export function directClassesOf(drug: DrugId): readonly DrugClassId[] {
  return drugOf(drug).classes.map((membership) => membership.value);
}

/**
 * True when the drug is in the class or in one below it.
 *
 * @example isOfClass('entrectinib', 'trk-inhibitor') // true, through its first generation
 */
export function isOfClass(drug: DrugId, drugClass: DrugClassId): boolean {
  return classesOf(drug).includes(drugClass);
}

/** The drugs of the register in a class or below it. */
export function drugsOfClass(drugClass: DrugClassId): readonly DrugId[] {
  return drugs.map((each) => each.id).filter((id) => isOfClass(id, drugClass));
}
