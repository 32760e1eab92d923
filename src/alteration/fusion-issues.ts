/** What to say about a fusion that was read: exon numbers that fit more than one junction. */
import { type FusionReadings, fusionReadings } from '../genes/index.ts';
import type { Issue } from '../reading/index.ts';
import type { Fusion } from './alteration.ts';
import { ambiguous } from './alteration-issues.ts';

/** Every reading of a fusion whose two partners carry exon numbers; undefined when one of them is not named. */
export function readingsOf(fusion: Fusion): FusionReadings | undefined {
  if (fusion.five === undefined || fusion.three === undefined) return undefined;
  return fusionReadings(fusion.five, fusion.three);
}

/** The exon-number caveat, where it applies. */
export function fusionIssues(fusion: Fusion): readonly Issue[] {
  const readings = readingsOf(fusion);
  if (readings?.kind !== 'known' || readings.caveat === undefined) return [];
  return [ambiguous(readings.caveat)];
}
