/** Analytes by any of their names. */
import { type AnalyteEntry, analyteRegister } from './analyte-register.ts';
import { nearest } from './nearest.ts';
import { accepted, type Parsed, quoted, refused } from './parsed.ts';

/** The key of an analyte in the register, such as 'chromogranin-a'. */
export type AnalyteId = keyof typeof analyteRegister;

/** A substance or cell count that laboratories report, with the units they use for it. */
export interface Analyte extends AnalyteEntry {
  readonly id: AnalyteId;
}

const isAnalyteId = (key: string): key is AnalyteId => Object.hasOwn(analyteRegister, key);

/** Every analyte of the register. */
export const analytes: readonly Analyte[] = Object.keys(analyteRegister)
  .filter(isAnalyteId)
  .map((id) => ({ id, ...analyteRegister[id] }));

const byId = new Map<string, Analyte>(analytes.map((each) => [each.id, each]));

/** Letters and digits only, lower case, British ae and oe as e: 'Haemoglobin' and 'hemoglobin' are one. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replaceAll('haem', 'hem')
    .replaceAll('leuko', 'leuco')
    .replaceAll('alphafeto', 'alfafeto');

const byName = new Map<string, Analyte>();
for (const each of analytes)
  for (const name of [each.id, each.name, ...each.synonyms]) byName.set(folded(name), each);

/**
 * The analyte of that id, name or synonym. Case, hyphens and spaces do not count, nor do 'serum', 'plasma' or
 * 'blood' before a name and 'level' behind it, unless they tell two analytes apart (plasma and urinary 5-HIAA).
 */
export function analyteOf(name: string): Analyte | undefined {
  const whole = byName.get(folded(name));
  if (whole !== undefined) return whole;
  const bare = name
    .replace(/^\s*(?:serum|plasma|blood)\b/i, '')
    .replace(/\b(?:levels?|concentrations?)\s*$/i, '');
  return byName.get(folded(bare));
}

/** The analyte of an id that the register is known to hold. */
export function analyteById(id: AnalyteId): Analyte {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no analyte ${id}`);
  return found;
}

/** The name or synonym that is nearest to a misspelt one, if any is near. */
export function nearestAnalyteName(name: string): string | undefined {
  return nearest(
    name,
    analytes.flatMap((each) => [each.name, ...each.synonyms]),
  );
}

/** As `analyteOf`, with a refusal (`analyte-unknown`) that names the nearest analyte. */
export function parseAnalyte(name: string): Parsed<Analyte> {
  const found = analyteOf(name);
  if (found !== undefined) return accepted(found);
  const near = nearestAnalyteName(name);
  const hint = near === undefined ? 'use a name of the register' : `did you mean ${quoted(near)}?`;
  return refused('analyte-unknown', `The analyte ${quoted(name)} is not known: ${hint}`);
}
