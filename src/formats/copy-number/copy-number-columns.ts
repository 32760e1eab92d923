/** The columns of a discrete copy number file: a matrix of genes by samples, or one row for a gene in a sample. */
import { columnKey, type TableHeader } from '../table-header.ts';

/** How the file is laid out. */
export type CopyNumberColumns =
  | {
      readonly layout: 'matrix';
      readonly gene: number;
      /** The columns of samples with their names. */
      readonly samples: readonly { readonly index: number; readonly name: string }[];
    }
  | {
      readonly layout: 'rows';
      readonly gene: number;
      readonly level: number;
      readonly sample?: number;
      readonly copies?: number;
    };

const geneNames = ['Hugo_Symbol', 'Gene Symbol', 'Gene'] as const;
const sampleNames = ['Sample_ID', 'Sample', 'Tumor_Sample_Barcode', 'Tumor_Sample_ID'] as const;
const levelNames = [
  'CNA',
  'Copy_Number_Alteration',
  'Copy_Number_Call',
  'Copy_Number_Change',
  'Level',
  'Alteration',
  'Call',
] as const;
const copiesNames = ['Copies', 'Total_Copies', 'Total_CN', 'Copy_Number'] as const;
const describing = new Set(
  ['Entrez_Gene_Id', 'Locus ID', 'Gene ID', 'Cytoband', 'Composite.Element.REF'].map(columnKey),
);

/** The layout of a header, or undefined where it is of neither kind. */
export function copyNumberColumns(header: TableHeader): CopyNumberColumns | undefined {
  const gene = header.find(...geneNames);
  if (gene === undefined) return undefined;
  const level = header.find(...levelNames);
  if (level !== undefined) {
    const sample = header.find(...sampleNames);
    const copies = header.find(...copiesNames);
    return {
      layout: 'rows',
      gene,
      level,
      ...(sample === undefined ? {} : { sample }),
      ...(copies === undefined ? {} : { copies }),
    };
  }
  const samples = header.columns
    .map((name, index) => ({ index, name }))
    .filter(({ index, name }) => index !== gene && name !== '' && !describing.has(columnKey(name)));
  return samples.length === 0 ? undefined : { layout: 'matrix', gene, samples };
}
