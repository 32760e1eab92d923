/** The canonical text of a finding; the reader reads it back to the same finding. */
import type {
  Alteration,
  CopyNumberChange,
  FusionSide,
  MutationClass,
  SequenceVariant,
} from './alteration.ts';
import { codingChangeText } from './coding-change.ts';
import { proteinChangeText } from './protein-change.ts';

/** How a class of mutation reads in a sentence. */
export const mutationClassTexts: Readonly<Record<MutationClass, string>> = {
  missense: 'missense',
  nonsense: 'nonsense',
  frameshift: 'frameshift',
  inFrameDeletion: 'in-frame deletion',
  inFrameInsertion: 'in-frame insertion',
  spliceSite: 'splice site',
  startLoss: 'start loss',
  synonymous: 'synonymous',
};

/** How a change of copy number reads in a sentence. */
export const copyNumberTexts: Readonly<Record<CopyNumberChange, string>> = {
  amplification: 'amplification',
  gain: 'gain',
  loss: 'loss',
  deletion: 'deletion',
  deepDeletion: 'homozygous deletion',
};

function variantText(variant: SequenceVariant): string {
  const effect = variant.effectPrinted === undefined ? '' : `${variant.effectPrinted} `;
  const protein =
    variant.protein === undefined
      ? undefined
      : variant.isPredicted
        ? `p.(${proteinChangeText(variant.protein)})`
        : `p.${proteinChangeText(variant.protein)}`;
  const coding = variant.coding === undefined ? undefined : `c.${codingChangeText(variant.coding)}`;
  const notations = [coding, protein].filter((part) => part !== undefined);
  if (notations.length === 0) {
    const exon = variant.exon === undefined ? '' : `exon ${variant.exon} `;
    const named = variant.classPrinted === undefined ? '' : `${mutationClassTexts[variant.classPrinted]} `;
    return `${variant.gene} ${exon}${effect}${named}mutation`;
  }
  const exon = variant.exon === undefined ? '' : ` (exon ${variant.exon})`;
  return `${variant.gene} ${effect}${notations.join(' ')}${exon}`;
}

function sideText(side: FusionSide | undefined): string {
  if (side === undefined) return '?';
  const exon = side.exon === undefined ? '' : `:e.${side.exon}`;
  return `${side.transcript === undefined ? side.gene : `${side.transcript}(${side.gene})`}${exon}`;
}

/**
 * The canonical text: HGVS one-letter notation for variants, HGNC and VICC notation (`::`) for fusions. Where the
 * order of the partners is only customary the customary `-` is kept.
 *
 * @example describeAlteration(finding) // 'KIT p.V560del (exon 11)'
 */
export function describeAlteration(alteration: Alteration): string {
  switch (alteration.kind) {
    case 'sequenceVariant':
      return variantText(alteration);
    case 'copyNumber':
      return `${alteration.gene} ${copyNumberTexts[alteration.change]}`;
    case 'fusion': {
      const words = [
        alteration.inFramePrinted === undefined
          ? ''
          : alteration.inFramePrinted
            ? ', in frame'
            : ', out of frame',
        alteration.kinasePrinted === undefined ? '' : `, kinase domain ${alteration.kinasePrinted}`,
      ].join('');
      if (alteration.unplaced !== undefined) return `${alteration.unplaced} fusion${words}`;
      const joint = alteration.isOrderStated ? '::' : '-';
      return `${sideText(alteration.five)}${joint}${sideText(alteration.three)} fusion${words}`;
    }
  }
}
