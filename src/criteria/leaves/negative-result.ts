/**
 * What a negative result excludes: what it names, and what is a part of that. "No KIT mutation" excludes V560del; "no
 * D816V" does not, and "no exon 11 mutation" says nothing of exon 17.
 */
import {
  type Alteration,
  type AlterationPattern,
  genesOf,
  relateAlteration,
} from '../../alteration/index.ts';
import { exonsOfPattern } from './gene-coverage.ts';

type VariantAlteration = Extract<Alteration, { kind: 'sequenceVariant' }>;

function variantExcludes(absent: VariantAlteration, pattern: AlterationPattern): boolean {
  if (absent.protein !== undefined || absent.coding !== undefined)
    return 'variant' in pattern && relateAlteration(absent, pattern).truth === 'met';
  const type = 'type' in pattern ? pattern.type : undefined;
  if (absent.effectPrinted !== undefined && absent.effectPrinted !== type) return false;
  if (absent.classPrinted !== undefined && absent.classPrinted !== type) return false;
  return (
    absent.exon === undefined ||
    (exonsOfPattern(pattern) ?? [undefined]).every((exon) => exon === absent.exon)
  );
}

/** Whether a finding that was looked for and is absent leaves nothing of a pattern in its gene possible. */
export function excludes(absent: Alteration, pattern: AlterationPattern): boolean {
  switch (absent.kind) {
    case 'sequenceVariant':
      return (
        ('variant' in pattern ||
          'type' in pattern ||
          'exon' in pattern ||
          'codons' in pattern ||
          'anyMutation' in pattern ||
          'region' in pattern) &&
        variantExcludes(absent, pattern)
      );
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
