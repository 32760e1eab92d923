/**
 * What a statement, a criterion or a trial asks of a molecular finding, as plain data, and the sentence it reads as.
 * A pattern names what it covers; nothing near it is meant.
 */
import * as z from 'zod';
import { geneOf } from '../genes/index.ts';
import { mutationClassTexts } from './describe-alteration.ts';
import { proteinChangeText } from './protein-change.ts';
import { readAlteration } from './read-alteration.ts';

/** Kinds of sequence variants that a pattern can ask for. `truncating`: nonsense, frameshift, splice site, start loss. */
export const patternTypes = [
  'any',
  'missense',
  'inFrameDeletion',
  'inFrameInsertion',
  'truncating',
  'activating',
  'inactivating',
] as const;
export type PatternType = (typeof patternTypes)[number];

const gene = z
  .string()
  .min(2)
  .max(30)
  .describe('Symbol or alias of a gene')
  .refine((text) => /^[A-Za-z0-9][A-Za-z0-9 /-]*$/.test(text), 'is not the symbol of a gene');
const variantText = z
  .string()
  .min(2)
  .max(100)
  .describe('A variant as reports write it: "L576P", "c.2056+1G>A"');
const type = z.enum(patternTypes).describe('Kind of variant; any when absent');
const excluding = z.array(variantText).min(1).max(100).describe('Variants that do not count');
const codon = z.int().min(1).max(40_000);

const readable = (pattern: { gene: string; variant: string }): boolean =>
  readAlteration(pattern.variant, { gene: pattern.gene }).value?.kind === 'sequenceVariant';

const options = [
  z
    .strictObject({ gene, variant: variantText })
    .refine(readable, 'the variant could not be read')
    .describe('Exactly this variant'),
  z
    .strictObject({
      gene,
      codons: z.tuple([codon, codon]),
      type: type.exactOptional(),
      excluding: excluding.exactOptional(),
    })
    .describe('A variant that lies wholly within these codons, both ends included'),
  z
    .strictObject({
      gene,
      exon: z.union([z.int().min(1).max(400), z.array(z.int().min(1).max(400)).min(1)]),
      type: type.exactOptional(),
      excluding: excluding.exactOptional(),
    })
    .describe('A variant that lies wholly within the exon, or one of the exons, of the reference transcript'),
  z
    .strictObject({
      gene,
      anyMutation: z.literal(true),
      type: type.exactOptional(),
      excluding: excluding.exactOptional(),
    })
    .describe('Any variant of the sequence; not an amplification, not a fusion'),
  z
    .strictObject({ gene, amplification: z.literal(true), alone: z.boolean().exactOptional() })
    .describe('Amplification; alone: without a sequence variant of the same gene'),
  z
    .strictObject({ gene, copyNumber: z.enum(['gain', 'loss', 'deletion', 'deepDeletion']) })
    .describe('Another change of copy number'),
  z
    .strictObject({
      fusionOf: z.union([gene, z.array(gene).min(1)]),
      partner: gene.exactOptional(),
      inFrameWithKinase: z.boolean().exactOptional(),
    })
    .describe(
      'A fusion with this gene or one of these; in frame and with its whole kinase domain where asked',
    ),
] as const;

/** The schema of a pattern, for criteria and knowledge files. */
export const alterationPattern = z.union(options).meta({ id: 'alterationPattern' });
/** A pattern that a finding is related to. */
export type AlterationPattern = z.infer<typeof alterationPattern>;

/** The genes of a pattern, as approved symbols where they are known. */
export function patternGenes(pattern: AlterationPattern): readonly string[] {
  const names = 'gene' in pattern ? [pattern.gene] : [pattern.fusionOf].flat();
  return names.map((name) => geneOf(name)?.symbol ?? name);
}

const typeTexts: Readonly<Record<PatternType, string>> = {
  any: 'any mutation',
  missense: `a ${mutationClassTexts.missense} mutation`,
  inFrameDeletion: `an ${mutationClassTexts.inFrameDeletion}`,
  inFrameInsertion: `an ${mutationClassTexts.inFrameInsertion} or duplication`,
  truncating: 'a truncating mutation',
  activating: 'an activating mutation',
  inactivating: 'an inactivating mutation',
};

const copyNumberPatternTexts = {
  gain: 'gain',
  loss: 'loss',
  deletion: 'deletion',
  deepDeletion: 'homozygous deletion',
} as const;

function variantPatternText(symbol: string, variant: string): string {
  const found = readAlteration(variant, { gene: symbol }).value;
  if (found?.kind !== 'sequenceVariant' || found.protein === undefined) return `${symbol} ${variant}`;
  return `${symbol} ${proteinChangeText(found.protein)}`;
}

/**
 * The pattern in words.
 *
 * @example patternText({ gene: 'KIT', exon: 11, type: 'activating' }) // 'an activating mutation in KIT exon 11'
 */
export function patternText(pattern: AlterationPattern): string {
  const genes = patternGenes(pattern);
  const symbol = genes.join(' or ');
  if ('fusionOf' in pattern) {
    const partner =
      pattern.partner === undefined ? '' : ` with ${geneOf(pattern.partner)?.symbol ?? pattern.partner}`;
    const kinase = pattern.inFrameWithKinase === true ? ', in frame with the whole kinase domain' : '';
    return `a fusion of ${symbol}${partner}${kinase}`;
  }
  if ('variant' in pattern) return variantPatternText(symbol, pattern.variant);
  if ('amplification' in pattern)
    return `${symbol} amplification${pattern.alone === true ? ` without a mutation of ${symbol}` : ''}`;
  if ('copyNumber' in pattern) return `${symbol} ${copyNumberPatternTexts[pattern.copyNumber]}`;
  const kind = typeTexts[pattern.type ?? 'any'];
  const place =
    'codons' in pattern
      ? `in ${symbol} codons ${pattern.codons[0]} to ${pattern.codons[1]}`
      : 'exon' in pattern
        ? `in ${symbol} exon ${[pattern.exon].flat().join(' or ')}`
        : `of ${symbol}`;
  const except = pattern.excluding === undefined ? '' : `, except ${pattern.excluding.join(', ')}`;
  return `${kind} ${place}${except}`;
}
