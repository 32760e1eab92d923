/** A pattern as the sentence it reads as. */
import { geneOf } from '../genes/index.ts';
import { type AlterationPattern, type PatternType, patternGenes } from './alteration-pattern.ts';
import { copyNumberTexts, mutationClassTexts, regionTexts } from './describe-alteration.ts';
import { namedPart } from './pattern-variant.ts';
import { proteinChangeText } from './protein-change.ts';

const typeTexts: Readonly<Record<PatternType, string>> = {
  any: 'any mutation',
  missense: `a ${mutationClassTexts.missense} mutation`,
  nonsense: `a ${mutationClassTexts.nonsense} mutation`,
  frameshift: `a ${mutationClassTexts.frameshift} mutation`,
  spliceSite: `a ${mutationClassTexts.spliceSite} mutation`,
  startLoss: `a ${mutationClassTexts.startLoss} mutation`,
  stopLoss: `a ${mutationClassTexts.stopLoss} mutation`,
  inFrameDeletion: `an ${mutationClassTexts.inFrameDeletion}`,
  inFrameInsertion: `an ${mutationClassTexts.inFrameInsertion} or duplication`,
  deletion: 'a deletion',
  insertion: 'an insertion or duplication',
  duplication: 'a duplication',
  indel: 'an insertion or deletion',
  internalTandemDuplication: 'an internal tandem duplication',
  pointMutation: 'a point mutation',
  truncating: 'a truncating mutation',
  activating: 'an activating mutation',
  inactivating: 'an inactivating mutation',
  oncogenic: 'an oncogenic mutation',
};

function variantPatternText(symbol: string, variant: string): string {
  const found = namedPart(symbol, variant);
  if (found?.protein === undefined) return `${symbol} ${variant}`;
  return `${symbol} ${proteinChangeText(found.protein)}`;
}

function fusionText(pattern: Extract<AlterationPattern, { fusionOf: unknown }>, symbol: string): string {
  const partner =
    pattern.partner === undefined ? '' : ` with ${geneOf(pattern.partner)?.symbol ?? pattern.partner}`;
  const kinase = pattern.inFrameWithKinase === true ? ', in frame with the whole kinase domain' : '';
  const end =
    pattern.side === undefined ? '' : pattern.side === 'five' ? " as the 5' partner" : " as the 3' partner";
  const exons = [
    pattern.exon === undefined ? '' : `exon ${pattern.exon}`,
    pattern.partnerExon === undefined ? '' : `exon ${pattern.partnerExon} of the partner`,
  ].filter((each) => each !== '');
  const junction = exons.length === 0 ? '' : `, joined at ${exons.join(' and ')}`;
  return `a fusion of ${symbol}${end}${partner}${junction}${kinase}`;
}

const exonsText = ([from, to]: readonly [number, number]): string =>
  from === to ? `exon ${from}` : `exons ${from} to ${to}`;

/** Kinds that, said of a gene, would read as a change of the whole gene. */
const changesPart: ReadonlySet<PatternType> = new Set(['deletion', 'insertion', 'duplication', 'indel']);

function placeText(
  pattern: Extract<AlterationPattern, { type?: PatternType; excluding?: string[] }>,
  symbol: string,
): string {
  if ('codons' in pattern) {
    const [from, to] = pattern.codons;
    return from === to ? `in ${symbol} codon ${from}` : `in ${symbol} codons ${from} to ${to}`;
  }
  if ('exon' in pattern) return `in ${symbol} exon ${[pattern.exon].flat().join(' or ')}`;
  if ('region' in pattern) return `in the ${regionTexts[pattern.region]} of ${symbol}`;
  return changesPart.has(pattern.type ?? 'any') ? `within ${symbol}` : `of ${symbol}`;
}

type ChromosomePattern = Extract<AlterationPattern, { chromosome: unknown }>;

function chromosomeText(pattern: ChromosomePattern): string {
  const place = ({ chromosome, arm, band }: Pick<ChromosomePattern, 'chromosome' | 'arm' | 'band'>): string =>
    `${chromosome}${arm ?? ''}${band ?? ''}`;
  const change = pattern.change === 'lossOfHeterozygosity' ? 'loss of heterozygosity' : pattern.change;
  const other = pattern.with === undefined ? '' : ` and ${place(pattern.with)}`;
  return `${change} of chromosome ${place(pattern)}${other}`;
}

/** Patterns do not change: each is written once. */
const texts = new WeakMap<AlterationPattern, string>();

/**
 * The pattern in words.
 *
 * @example patternText({ gene: 'KIT', exon: 11, type: 'activating' }) // 'an activating mutation in KIT exon 11'
 */
export function patternText(pattern: AlterationPattern): string {
  const before = texts.get(pattern);
  if (before !== undefined) return before;
  const text = written(pattern);
  texts.set(pattern, text);
  return text;
}

function written(pattern: AlterationPattern): string {
  if ('chromosome' in pattern) return chromosomeText(pattern);
  const symbol = patternGenes(pattern).join(' or ');
  if ('fusionOf' in pattern) return fusionText(pattern, symbol);
  if ('amplification' in pattern)
    return `${symbol} amplification${pattern.alone === true ? ` without a mutation of ${symbol}` : ''}`;
  if ('copyNumber' in pattern) return `${symbol} ${copyNumberTexts[pattern.copyNumber]}`;
  if ('exonChange' in pattern) return `${pattern.exonChange} of ${symbol} ${exonsText(pattern.exons)}`;
  if ('rearrangement' in pattern) return `a rearrangement of ${symbol}`;
  const origin = pattern.origin === undefined ? '' : `${pattern.origin} `;
  if ('variant' in pattern) return `${origin}${variantPatternText(symbol, pattern.variant)}`;
  if ('lossOfFunction' in pattern) return `${origin}loss of function of ${symbol}`;
  const except = pattern.excluding === undefined ? '' : `, except ${pattern.excluding.join(', ')}`;
  const ofOrigin = pattern.origin === undefined ? '' : `, ${pattern.origin}`;
  return `${typeTexts[pattern.type ?? 'any']} ${placeText(pattern, symbol)}${ofOrigin}${except}`;
}
