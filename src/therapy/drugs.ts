/** The register of drugs: every drug that the papers or the project's reference knowledge name. */
import type { Drug } from './drug.ts';
import { cytotoxicDrugs } from './drugs-cytotoxic.ts';
import { immuneDrugs } from './drugs-immune.ts';
import { somatostatinDrugs } from './drugs-somatostatin.ts';
import { targetedDrugs } from './drugs-targeted.ts';

const registered = [...cytotoxicDrugs, ...targetedDrugs, ...immuneDrugs, ...somatostatinDrugs] as const;

/** The id of a drug: its international non-proprietary name in kebab case. */
export type DrugId = (typeof registered)[number]['id'];

/** Every drug of the register. */
export const drugs: readonly Drug<DrugId>[] = registered;

const byId = new Map<string, Drug<DrugId>>(drugs.map((each) => [each.id, each]));

/** True when the text is the id of a drug; names are read with `readDrug`. */
export function isDrugId(text: string): text is DrugId {
  return byId.has(text);
}

/** The entry of a drug. */
export function drugOf(id: DrugId): Drug<DrugId> {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`drug ${id} has no entry`);
  return found;
}
