/**
 * The columns of a MAF file by their names: those of the GDC MAF format 1.0.0, of the TCGA MAF specification 2.4, of
 * Oncotator and of cBioPortal's mutation files. Names are compared without regard to case and underscores.
 */
import type { TableHeader } from '../table-header.ts';

/** Where each column stands; absent where the file does not have it. */
export interface MafColumns {
  readonly gene: number;
  readonly classification?: number;
  readonly terms?: number;
  readonly sample?: number;
  readonly build?: number;
  readonly chromosome?: number;
  readonly start?: number;
  readonly end?: number;
  readonly reference?: number;
  readonly allele1?: number;
  readonly allele2?: number;
  readonly protein?: number;
  readonly coding?: number;
  readonly transcript?: number;
  readonly altCount?: number;
  readonly refCount?: number;
  readonly depth?: number;
  readonly fraction?: number;
  readonly filter?: number;
  readonly mutationStatus?: number;
}

const names = {
  classification: ['Variant_Classification'],
  terms: ['Consequence', 'One_Consequence'],
  sample: ['Tumor_Sample_Barcode', 'Tumor_Sample_ID', 'Sample_ID'],
  build: ['NCBI_Build', 'Build', 'Genome_Build'],
  chromosome: ['Chromosome', 'Chr'],
  start: ['Start_Position', 'Start'],
  end: ['End_Position', 'End'],
  reference: ['Reference_Allele', 'Ref'],
  allele1: ['Tumor_Seq_Allele1'],
  allele2: ['Tumor_Seq_Allele2', 'Alt'],
  protein: ['HGVSp_Short', 'Protein_Change', 'amino_acid_change', 'HGVSp', 'AAChange'],
  coding: ['HGVSc', 'cDNA_Change', 'Coding_Change'],
  transcript: ['Transcript_ID', 'Annotation_Transcript', 'RefSeq', 'i_transcript_name'],
  altCount: ['t_alt_count', 'Tumor_Alt_Count'],
  refCount: ['t_ref_count', 'Tumor_Ref_Count'],
  depth: ['t_depth', 'Tumor_Depth'],
  filter: ['FILTER'],
  mutationStatus: ['Mutation_Status'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Columns whose values run from 0 to 1 by their definition. */
const fractionNames = ['t_vaf', 'tumor_f', 'VAF', 'Allele_Frequency'] as const;

/** The columns, or undefined where the header has no column of gene symbols. */
export function mafColumns(header: TableHeader, fractionName?: string): MafColumns | undefined {
  const gene = header.find('Hugo_Symbol', 'Gene_Symbol', 'Gene');
  if (gene === undefined) return undefined;
  const found = Object.entries(names)
    .map(([field, candidates]) => [field, header.find(...candidates)] as const)
    .filter(([, index]) => index !== undefined);
  const fraction = fractionName === undefined ? header.find(...fractionNames) : header.find(fractionName);
  return { gene, ...Object.fromEntries(found), ...(fraction === undefined ? {} : { fraction }) };
}
