/** The canonical text of a finding; the reader reads it back to the same finding. */
import type {
  Alteration,
  Chromosomal,
  ChromosomalChange,
  ChromosomePlace,
  CodonPlace,
  CopyNumberChange,
  ExonChange,
  GeneRegion,
  PrintedClass,
  PrintedEffect,
  SequenceVariant,
} from './alteration.ts';
import { codingChangeText } from './coding-change.ts';
import { fusionText } from './fusion-name.ts';
import { proteinChangeText } from './protein-change.ts';

/** How a class of mutation reads in a sentence. */
export const mutationClassTexts: Readonly<Record<PrintedClass, string>> = {
  missense: 'missense',
  nonsense: 'nonsense',
  frameshift: 'frameshift',
  inFrameDeletion: 'in-frame deletion',
  inFrameInsertion: 'in-frame insertion',
  spliceSite: 'splice site',
  startLoss: 'start loss',
  stopLoss: 'stop loss',
  synonymous: 'synonymous',
  truncating: 'truncating',
  deletion: 'deletion',
  insertion: 'insertion',
  duplication: 'duplication',
  indel: 'indel',
  internalTandemDuplication: 'internal tandem duplication',
  pointMutation: 'point',
};

/** How a change of copy number reads in a sentence. */
export const copyNumberTexts: Readonly<Record<CopyNumberChange, string>> = {
  amplification: 'amplification',
  gain: 'gain',
  loss: 'loss',
  deletion: 'deletion',
  deepDeletion: 'homozygous deletion',
  lossOfHeterozygosity: 'loss of heterozygosity',
};

/** How a part of a gene reads in a sentence. */
export const regionTexts: Readonly<Record<GeneRegion, string>> = {
  promoter: 'promoter',
  kinaseDomain: 'kinase domain',
  extracellularDomain: 'extracellular domain',
  juxtamembraneDomain: 'juxtamembrane domain',
  ligandBindingDomain: 'ligand-binding domain',
  utr5: "5' UTR",
  utr3: "3' UTR",
};

const effectTexts: Readonly<Record<PrintedEffect, string>> = {
  activating: 'activating',
  inactivating: 'inactivating',
  oncogenic: 'oncogenic',
  neutral: 'neutral',
  unknownSignificance: 'unknown significance',
  resistance: 'resistance',
};

const chromosomalTexts: Readonly<Record<ChromosomalChange, string>> = {
  gain: 'gain',
  loss: 'loss',
  amplification: 'amplification',
  lossOfHeterozygosity: 'loss of heterozygosity',
  translocation: 'translocation',
  inversion: 'inversion',
};

/** `codon 600`, `codons 550-592`; with its residue `V600`. */
export function codonPlaceText({ start, end, residue }: CodonPlace): string {
  if (start !== end) return `codons ${start}-${end}`;
  return residue === undefined ? `codon ${start}` : `${residue}${start}`;
}

/** Class, effect and place where no notation says them. */
function inWords(variant: SequenceVariant): string {
  const words = [
    variant.gene,
    variant.exon === undefined ? '' : `exon ${variant.exon}`,
    variant.codons === undefined ? '' : codonPlaceText(variant.codons),
    variant.region === undefined ? '' : regionTexts[variant.region],
    variant.zygosityPrinted ?? '',
    variant.originPrinted ?? '',
    variant.effectPrinted === undefined ? '' : effectTexts[variant.effectPrinted],
    variant.classPrinted === undefined ? '' : mutationClassTexts[variant.classPrinted],
    'mutation',
  ];
  return words.filter((word) => word !== '').join(' ');
}

function proteinText(variant: SequenceVariant): string | undefined {
  if (variant.proteinEffect !== undefined) return variant.proteinEffect === 'none' ? 'p.0' : 'p.?';
  if (variant.protein === undefined) return undefined;
  const text = proteinChangeText(variant.protein);
  return variant.isPredicted ? `p.(${text})` : `p.${text}`;
}

/** The coding change. Bases that the range names already are left out, unless they contradict the reference. */
function codingText({ coding, reference }: SequenceVariant): string | undefined {
  if (coding === undefined) return undefined;
  const named = 'removed' in coding && coding.kind !== 'substitution' ? (coding.removed ?? '') : '';
  const text = `c.${codingChangeText(coding)}`;
  if (named === '' || reference.status !== 'mismatch') return text;
  return coding.kind === 'delins' ? text.replace('delins', `del${named}ins`) : `${text}${named}`;
}

function variantText(variant: SequenceVariant): string {
  const { gene, transcript, genomic } = variant;
  const notations = [genomic, codingText(variant), proteinText(variant)].filter((part) => part !== undefined);
  if (notations.length === 0) return inWords(variant);
  const words = [
    variant.zygosityPrinted,
    variant.originPrinted,
    variant.effectPrinted === undefined ? undefined : effectTexts[variant.effectPrinted],
    variant.region === undefined ? undefined : regionTexts[variant.region],
  ].filter((word) => word !== undefined);
  const exon = variant.exon === undefined ? '' : ` (exon ${variant.exon})`;
  const changes = `${notations.join(' ')}${exon}`;
  // A sequence whose gene is not known stands for itself.
  if (genomic?.startsWith(`${gene}:`) === true || genomic?.includes(`(${gene}):`) === true)
    return [...words, changes].join(' ');
  if (genomic !== undefined || transcript === undefined) return [gene, ...words, changes].join(' ');
  if (gene === transcript) return [...words, `${transcript}:${changes}`].join(' ');
  return words.length === 0
    ? `${transcript}(${gene}):${changes}`
    : [gene, ...words, `${transcript}:${changes}`].join(' ');
}

function exonChangeText({ gene, change, from, to, transcript }: ExonChange): string {
  const exons = from === to ? `exon ${from}` : `exons ${from}-${to}`;
  return `${gene} ${exons} ${change}${transcript === undefined ? '' : ` (${transcript})`}`;
}

const placeText = ({ chromosome, arm, band }: ChromosomePlace): string =>
  `${chromosome}${arm ?? ''}${band ?? ''}`;

function chromosomalText(finding: Chromosomal): string {
  const { change, with: other } = finding;
  if (change === 'translocation' && other !== undefined) {
    const bands =
      finding.arm === undefined || other.arm === undefined
        ? ''
        : `(${finding.arm}${finding.band ?? ''};${other.arm}${other.band ?? ''})`;
    return `t(${finding.chromosome};${other.chromosome})${bands}`;
  }
  if (change === 'inversion') {
    const at = finding.arm === undefined ? '' : `(${finding.arm}${finding.band ?? ''})`;
    return `inv(${finding.chromosome})${at}`;
  }
  if (other !== undefined) return `${placeText(finding)}/${placeText(other)} codeletion`;
  return `chromosome ${placeText(finding)} ${chromosomalTexts[change]}`;
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
    case 'exonChange':
      return exonChangeText(alteration);
    case 'chromosomal':
      return chromosomalText(alteration);
    case 'fusion':
      return fusionText(alteration);
  }
}
