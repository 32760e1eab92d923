/** The register of regimens. */
import type { Regimen } from './regimen.ts';
import { combinedRegimens } from './regimens-combined.ts';
import { platinumRegimens } from './regimens-platinum.ts';
import { singleRegimens } from './regimens-single.ts';

const registered = [...platinumRegimens, ...combinedRegimens, ...singleRegimens] as const;

/** The id of a regimen. */
export type RegimenId = (typeof registered)[number]['id'];

/** Every regimen of the register. */
export const regimens: readonly Regimen<RegimenId>[] = registered;

const byId = new Map<string, Regimen<RegimenId>>(regimens.map((each) => [each.id, each]));

/** True when the text is the id of a regimen; names are read with `readRegimen`. */
export function isRegimenId(text: string): text is RegimenId {
  return byId.has(text);
}

/** The entry of a regimen. */
export function regimenOf(id: RegimenId): Regimen<RegimenId> {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`regimen ${id} has no entry`);
  return found;
}
