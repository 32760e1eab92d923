/**
 * `knowledge/gene-models/names.yaml`: genes of which only names and numbers are held, so that reports, call tables and
 * knowledge bases that name them are recognised. `imported` is replaced as a whole by
 * `scripts/import/gene-names.ts`; the rest is a curator's.
 */
import * as z from 'zod';

const source = z.string().min(8);

/**
 * The file of names.
 *
 * @public
 */
export const geneNamesFile = z.strictObject({
  cajal: z.literal('gene-names/1'),
  hgnc: z
    .array(z.strictObject({ source, numbers: z.record(z.string(), z.int().positive()) }))
    .describe('HGNC numbers by symbol.'),
  aliases: z
    .array(z.strictObject({ source, names: z.record(z.string(), z.array(z.string().min(2))) }))
    .default([])
    .describe('Former symbols and names in use, by symbol.'),
  roles: z
    .array(
      z.strictObject({
        source,
        of: z.record(z.string(), z.enum(['oncogene', 'suppressor', 'both', 'other'])),
      }),
    )
    .default([])
    .describe('How a gene acts in cancer, by symbol; unknown where it is not listed.'),
  ambiguous: z
    .array(z.strictObject({ name: z.string().min(2), genes: z.array(z.string()).min(2), source }))
    .default([])
    .describe('Names that mean more than one gene; none of them is taken for it.'),
  imported: z.strictObject({
    genes: z.strictObject({
      source,
      numbers: z.record(z.string(), z.int().positive()).describe('Numbers in NCBI Gene by symbol.'),
    }),
    accessions: z.strictObject({
      source,
      of: z.record(z.string(), z.string()).describe('Accessions by symbol, apart by spaces.'),
    }),
  }),
});

export type GeneNamesFile = z.output<typeof geneNamesFile>;
