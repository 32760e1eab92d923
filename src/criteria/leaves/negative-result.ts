/**
 * What a negative result excludes: what it names, and what is a part of that. "No KIT mutation" excludes V560del; "no
 * D816V" does not, "no exon 11 mutation" says nothing of exon 17, and "no promoter mutation" nothing of the protein.
 */
import {
  type Alteration,
  type AlterationPattern,
  genesOf,
  isJoined,
  patternOfNotation,
  readAlteration,
  relateAlteration,
} from '../../alteration/index.ts';
import { exonsOfPattern } from './gene-coverage.ts';

type VariantAlteration = Extract<Alteration, { kind: 'sequenceVariant' }>;

/** Whether all that a pattern of a place names lies within the absent one. */
function placeWithin(pattern: AlterationPattern, whole: AlterationPattern): boolean {
  if (!('exon' in pattern || 'codons' in pattern || 'anyMutation' in pattern || 'region' in pattern))
    return false;
  if (!('gene' in pattern)) return false;
  const type = 'type' in whole ? whole.type : undefined;
  if (type !== undefined && type !== pattern.type) return false;
  if ('anyMutation' in whole) return true;
  if ('exon' in whole && 'gene' in whole) {
    const exons = [whole.exon].flat();
    return exonsOfPattern(pattern)?.every((exon) => exons.includes(exon)) ?? false;
  }
  if ('codons' in whole && 'codons' in pattern)
    return pattern.codons[0] >= whole.codons[0] && pattern.codons[1] <= whole.codons[1];
  return 'region' in whole && 'region' in pattern && whole.region === pattern.region;
}

function variantExcludes(absent: VariantAlteration, pattern: AlterationPattern): boolean {
  const whole = patternOfNotation(absent);
  if (whole === undefined || isJoined(whole)) return false;
  if (!('variant' in pattern)) return placeWithin(pattern, whole);
  const named = readAlteration(pattern.variant, { gene: pattern.gene }).value;
  return named !== undefined && relateAlteration(named, whole).truth === 'met';
}

/** Whether a finding that was looked for and is absent leaves nothing of a pattern in its gene possible. */
export function excludes(absent: Alteration, pattern: AlterationPattern): boolean {
  switch (absent.kind) {
    case 'sequenceVariant':
      return variantExcludes(absent, pattern);
    case 'copyNumber': {
      if (!('amplification' in pattern || 'copyNumber' in pattern)) return false;
      const { gene, change } = absent;
      const asked = 'copyNumber' in pattern ? pattern.copyNumber : 'amplification';
      const whole: AlterationPattern =
        change === 'amplification' ? { gene, amplification: true } : { gene, copyNumber: change };
      return relateAlteration({ ...absent, change: asked }, whole).truth === 'met';
    }
    case 'exonChange':
      return 'exonChange' in pattern && relateAlteration(absent, pattern).truth === 'met';
    case 'chromosomal':
      return 'chromosome' in pattern && relateAlteration(absent, pattern).truth === 'met';
    case 'fusion': {
      if ('rearrangement' in pattern) return absent.isRearrangement === true;
      if (!('fusionOf' in pattern)) return false;
      if (genesOf(absent).length === 1) return true;
      const { partner } = pattern;
      return (
        partner !== undefined &&
        relateAlteration(absent, { fusionOf: pattern.fusionOf, partner }).truth === 'met'
      );
    }
  }
}
