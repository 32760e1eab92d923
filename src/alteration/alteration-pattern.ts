/**
 * What a statement, a criterion or a trial asks of a molecular finding, as plain data. A pattern names what it covers;
 * nothing near it is meant.
 */
import * as z from 'zod';
import { chromosomalChanges, geneRegions } from './alteration.ts';
import { genesOfPattern } from './pattern-genes.ts';
import { readAlteration } from './read-alteration.ts';

/**
 * Kinds of sequence variants that a pattern can ask for. `truncating`: nonsense, frameshift, splice site, start loss.
 * `deletion`, `insertion` and `indel` leave the frame open; `activating`, `inactivating` and `oncogenic` need a call with
 * its own basis.
 */
export const patternTypes = [
  'any',
  'missense',
  'nonsense',
  'frameshift',
  'spliceSite',
  'startLoss',
  'stopLoss',
  'inFrameDeletion',
  'inFrameInsertion',
  'deletion',
  'insertion',
  'duplication',
  'indel',
  'internalTandemDuplication',
  'pointMutation',
  'truncating',
  'activating',
  'inactivating',
  'oncogenic',
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
const excluding = z
  .array(variantText)
  .min(1)
  .max(100)
  .describe('What does not count: variants, codons ("V600") or exons ("exon 17")');
const origin = z
  .enum(['germline', 'somatic'])
  .describe('Inherited, or of the tumour; either when absent')
  .exactOptional();
const codon = z.int().min(1).max(40_000);
const exonNumber = z.int().min(1).max(400);
const qualifiers = { type: type.exactOptional(), excluding: excluding.exactOptional(), origin };

/** The text names a change of the sequence itself; a codon or an exon alone has a pattern of its own. */
const namesChange = (pattern: { gene: string; variant: string }): boolean => {
  const read = readAlteration(pattern.variant, { gene: pattern.gene }).value;
  return read?.kind === 'sequenceVariant' && (read.protein !== undefined || read.coding !== undefined);
};

const chromosomePlace = {
  chromosome: z.string().regex(/^(?:[1-9]|1\d|2[0-2]|X|Y)$/, 'is not a chromosome'),
  arm: z.enum(['p', 'q']).exactOptional(),
  band: z
    .string()
    .regex(/^[1-4][0-9](?:\.[0-9]{1,2})?$|^[1-4]$/, 'is not a band')
    .exactOptional(),
};

const options = [
  z
    .strictObject({ gene, variant: variantText, origin })
    .refine(namesChange, 'the variant could not be read; a place without a change is `codons` or `exon`')
    .describe('Exactly this variant'),
  z
    .strictObject({ gene, codons: z.tuple([codon, codon]), ...qualifiers })
    .describe('A variant that lies wholly within these codons, both ends included'),
  z
    .strictObject({ gene, exon: z.union([exonNumber, z.array(exonNumber).min(1)]), ...qualifiers })
    .describe('A variant that lies wholly within the exon, or one of the exons, of the reference transcript'),
  z
    .strictObject({ gene, region: z.enum(geneRegions), ...qualifiers })
    .describe('A variant in a part of the gene: its promoter, its kinase domain'),
  z
    .strictObject({ gene, anyMutation: z.literal(true), ...qualifiers })
    .describe('Any variant of the sequence; not an amplification, not a fusion'),
  z
    .strictObject({ gene, lossOfFunction: z.literal(true), origin })
    .describe('A truncating variant, a loss of both copies, or a variant called inactivating'),
  z
    .strictObject({
      gene,
      exonChange: z.enum(['deletion', 'duplication', 'skipping']),
      exons: z.tuple([exonNumber, exonNumber]),
    })
    .describe('Whole exons deleted, doubled or left out of the transcript'),
  z
    .strictObject({ gene, amplification: z.literal(true), alone: z.boolean().exactOptional() })
    .describe('Amplification; alone: without a sequence variant of the same gene'),
  z
    .strictObject({
      gene,
      copyNumber: z.enum(['gain', 'loss', 'deletion', 'deepDeletion', 'lossOfHeterozygosity']),
    })
    .describe('Another change of copy number'),
  z
    .strictObject({
      fusionOf: z.union([gene, z.array(gene).min(1)]),
      partner: gene.exactOptional(),
      side: z
        .enum(['five', 'three'])
        .describe('The side on which the gene stands; either when absent')
        .exactOptional(),
      exon: exonNumber.describe('The exon of the gene at the junction').exactOptional(),
      partnerExon: exonNumber.describe('The exon of the partner at the junction').exactOptional(),
      inFrameWithKinase: z.boolean().exactOptional(),
    })
    .describe(
      'A fusion with this gene or one of these; in frame and with its whole kinase domain where asked',
    ),
  z
    .strictObject({ gene, rearrangement: z.literal(true) })
    .describe('A rearrangement of the gene with another: a fusion, or one that only a probe shows'),
  z
    .strictObject({
      ...chromosomePlace,
      change: z.enum(chromosomalChanges),
      with: z
        .strictObject(chromosomePlace)
        .describe('The other chromosome of a translocation, the other arm of a codeletion')
        .exactOptional(),
    })
    .describe('A change of a whole chromosome, of an arm or a band'),
] as const;

/** The schema of a pattern, for criteria and knowledge files. */
export const alterationPattern = z.union(options).meta({ id: 'alterationPattern' });
/** A pattern that a finding is related to. */
export type AlterationPattern = z.infer<typeof alterationPattern>;

/** The genes of a pattern, as approved symbols where they are known; none for a chromosome. */
export function patternGenes(pattern: AlterationPattern): readonly string[] {
  return genesOfPattern(pattern);
}
