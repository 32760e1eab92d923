/** What to say about a fusion that was read: exon numbers that fit more than one junction. */
import { type FusionReadings, fusionReadings, type JunctionInsert } from '../genes/index.ts';
import type { Issue } from '../reading/index.ts';
import type { Fusion } from './alteration.ts';
import { ambiguous } from './alteration-issues.ts';
import { type FusionElement, type FusionStructure, structureIn } from './fusion-structure.ts';

/** Linkers between the two partners; undefined where something else stands between them. */
function insertOf(structure: FusionStructure | undefined): JunctionInsert | undefined {
  const between = structure?.elements.slice(1, -1) ?? [];
  const linkers = between.filter((element) => element.kind === 'linker');
  if (linkers.length < between.length) return undefined;
  const sequence = linkers.map((element) => element.sequence).join('');
  return sequence === '' ? { bases: 0 } : { bases: sequence.length, sequence };
}

function offsetOf(element: FusionElement | undefined, end: 'start' | 'end'): { readonly offset?: number } {
  const offset = element?.kind === 'segment' ? element[end]?.offset : undefined;
  return offset === undefined ? {} : { offset };
}

/**
 * Every reading of a fusion whose two partners carry exon numbers, with offsets and linker; undefined when one of them is
 * not named, or more than a linker stands between them.
 */
export function readingsOf(fusion: Fusion): FusionReadings | undefined {
  if (fusion.five === undefined || fusion.three === undefined) return undefined;
  const structure = structureIn(fusion);
  const insert = insertOf(structure);
  if (insert === undefined || structure?.regulatory !== undefined) return undefined;
  const elements = structure?.elements ?? [];
  return fusionReadings(
    { ...fusion.five, ...offsetOf(elements[0], 'end') },
    { ...fusion.three, ...offsetOf(elements.at(-1), 'start') },
    insert,
  );
}

/** The exon-number caveat, where it applies. */
export function fusionIssues(fusion: Fusion): readonly Issue[] {
  const readings = readingsOf(fusion);
  if (readings?.kind !== 'known' || readings.caveat === undefined) return [];
  return [ambiguous(readings.caveat)];
}
