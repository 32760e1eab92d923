/**
 * The file of a gene in `knowledge/gene-models/`. A curator writes everything but `imported`, which
 * `scripts/import/gene-models.ts` replaces as a whole from public tables; nothing else of the file is touched by it.
 * Every fact stands under or beside its source.
 */
import * as z from 'zod';

const positive = z.int().positive();
const source = z
  .string()
  .min(8)
  .describe('Where the fact was read: database, release, repository and commit.');
const accession = z
  .string()
  .regex(/^(?:N[MPRGCT]_\d+|ENS[TPG]\d{11})(?:\.\d+)?$/)
  .describe('A RefSeq or Ensembl accession, with or without version.');

/** One exon: number, first and last genomic base, first and last coding base (0 where nothing is coded), phase. */
export const exonRow = z
  .tuple([positive, positive, positive, z.int().min(0), z.int().min(0), z.int().min(-1).max(2)])
  .describe(
    'Number, genomic start and end, first and last c. number (0 0 where it codes nothing), and the phase: how many bases of the codon at its start lie in the exon before (-1 where it codes nothing).',
  );

/** A transcript with its exons. */
export const transcriptFile = z.strictObject({
  id: accession.describe('The accession on which the exons are numbered.'),
  equivalents: z
    .array(accession)
    .default([])
    .describe('Accessions of the same coding sequence in another database.'),
  build: z.enum(['GRCh37', 'GRCh38']),
  strand: z.enum(['+', '-']),
  mane: z.boolean().default(false).describe('MANE Select, by the source.'),
  cdsLength: positive.describe('Coding bases with the stop codon.'),
  proteinLength: positive.describe('Residues of the protein.'),
  source,
  exons: z.array(exonRow).min(1),
});

/** A protein with its domains. */
export const proteinFile = z.strictObject({
  refseq: accession,
  length: positive,
  domains: z.array(z.tuple([z.string(), z.string(), positive, positive])),
});

/** Exons as far as annotated calls show them: number, first and last sure c. number, genomic base of the first, ends. */
const partRow = z
  .tuple([positive, positive, positive, positive, z.boolean(), z.boolean()])
  .describe(
    'Exon number, first and last coding base that surely lie in it, the genomic base of the first, and whether the exon codes from the one and up to the other.',
  );

/** Exons known in part. */
export const partsFile = z.strictObject({
  transcript: accession,
  build: z.enum(['GRCh37', 'GRCh38']),
  strand: z.enum(['+', '-']),
  source,
  exons: z.array(partRow).min(1),
});

const residueList = z.strictObject({
  source,
  on: z.string().describe('The transcript or protein on which the residues are counted.'),
  list: z.string().regex(/^(?:[ACDEFGHIKLMNPQRSTVWY]\d+(?: |$))+$/),
});

const sequenceOf = (letters: RegExp) => z.strictObject({ source, sequence: z.string().regex(letters) });

/** Single facts of public tables, replaced as a whole at each import. */
export const importedFacts = z.strictObject({
  entrez: positive.optional(),
  chromosome: z
    .string()
    .regex(/^(?:[1-9]|1\d|2[0-2]|X|Y|MT)$/)
    .optional(),
  transcripts: z.array(transcriptFile).default([]),
  accessions: z
    .array(z.strictObject({ source, list: z.array(accession) }))
    .default([])
    .describe('Accessions of the gene: transcripts and proteins of RefSeq and Ensembl.'),
  domains: z.strictObject({ source, proteins: z.array(proteinFile) }).optional(),
  residues: z.array(residueList).default([]),
  parts: partsFile.optional(),
});

/**
 * The file of a gene.
 *
 * @public
 */
export const geneModelFile = z.strictObject({
  cajal: z.literal('gene-model/1'),
  symbol: z.string().regex(/^[A-Z][A-Za-z0-9-]*$/),
  hgnc: z.strictObject({ id: z.string().regex(/^HGNC:\d+$/), source }).optional(),
  aliases: z.strictObject({ source, list: z.array(z.string().min(2)) }).optional(),
  role: z.strictObject({ of: z.enum(['oncogene', 'suppressor', 'both', 'other']), source }).optional(),
  arm: z.strictObject({ of: z.string().regex(/^(?:[1-9]|1\d|2[0-2]|X|Y)[pq]$/), source }).optional(),
  reference: z
    .strictObject({ transcript: accession, source })
    .optional()
    .describe('The transcript on which the field counts, where no transcript held is marked MANE Select.'),
  noExons: z
    .string()
    .optional()
    .describe('Why no exons are held; every question about them is then unknown.'),
  equivalents: z
    .array(
      z.strictObject({ transcript: accession, also: z.array(accession).min(1), mane: z.boolean(), source }),
    )
    .default([])
    .describe(
      'Accessions of other databases for a transcript that is held, and whether the pair is MANE Select.',
    ),
  accessions: z.array(z.strictObject({ source, list: z.array(accession) })).default([]),
  transcripts: z.array(transcriptFile).default([]).describe('Transcripts that a curator entered.'),
  domains: z.strictObject({ source, proteins: z.array(proteinFile) }).optional(),
  numbering: z
    .strictObject({
      transcript: accession,
      also: z.array(accession).default([]),
      residues: positive,
      source,
      isReference: z
        .boolean()
        .describe('Codons that name no transcript are counted on it; false where two numberings are in use.'),
    })
    .optional()
    .describe(
      'The transcript on which public calls count codons, for a gene whose exons are known from them.',
    ),
  coding: sequenceOf(/^[ACGT]+$/).optional(),
  protein: sequenceOf(/^[ACDEFGHIKLMNPQRSTVWY]+$/).optional(),
  isoforms: z
    .array(
      z.strictObject({
        id: accession,
        length: positive,
        lacks: z.strictObject({ start: positive, end: positive }).exactOptional(),
        adds: z.strictObject({ after: positive, residues: positive }).exactOptional(),
        source,
      }),
    )
    .default([]),
  imported: importedFacts.prefault({}),
});

export type ExonRow = z.output<typeof exonRow>;
export type TranscriptFile = z.output<typeof transcriptFile>;
export type GeneModelFile = z.output<typeof geneModelFile>;
