/**
 * The fields of an annotation in INFO, by what the file's head says of them: VEP writes `Format: Allele|Consequence|...`
 * (its CSQ, or another name chosen by the user), SnpEff `Functional annotations: 'Allele | Annotation | ...'` (ANN 1.0).
 */

/** Where each field stands between the bars. */
export interface AnnotationFormat {
  /** The INFO key: `CSQ`, `ANN`. */
  readonly id: string;
  readonly by: 'VEP' | 'SnpEff';
  readonly allele?: number;
  readonly terms: number;
  readonly gene?: number;
  readonly transcript?: number;
  readonly coding?: number;
  readonly protein?: number;
  readonly aminoAcids?: number;
  readonly proteinPosition?: number;
  readonly pick?: number;
  readonly canonical?: number;
  readonly maneSelect?: number;
  readonly mane?: number;
  readonly alleleNumber?: number;
}

const places = (fields: readonly string[], names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(names)
      .map(([field, name]) => [field, fields.indexOf(name.toLowerCase())] as const)
      .filter(([, index]) => index !== -1),
  );

const vepNames = {
  allele: 'Allele',
  gene: 'SYMBOL',
  transcript: 'Feature',
  coding: 'HGVSc',
  protein: 'HGVSp',
  aminoAcids: 'Amino_acids',
  proteinPosition: 'Protein_position',
  pick: 'PICK',
  canonical: 'CANONICAL',
  maneSelect: 'MANE_SELECT',
  mane: 'MANE',
  alleleNumber: 'ALLELE_NUM',
};
const snpEffNames = {
  allele: 'Allele',
  gene: 'Gene_Name',
  transcript: 'Feature_ID',
  coding: 'HGVS.c',
  protein: 'HGVS.p',
};

/** The format that a description states, or undefined where it describes no annotation of this kind. */
export function annotationFormatOf(id: string, description: string): AnnotationFormat | undefined {
  const list = /Format:\s*"?([^"]+)|'([^']+)'/i.exec(description);
  const fields = (list?.[1] ?? list?.[2] ?? '').split('|').map((name) => name.trim().toLowerCase());
  if (fields.length < 3) return undefined;
  const vepTerms = fields.indexOf('consequence');
  if (vepTerms !== -1) return { id, by: 'VEP', terms: vepTerms, ...places(fields, vepNames) };
  const snpEffTerms = fields.indexOf('annotation');
  if (snpEffTerms === -1) return undefined;
  return { id, by: 'SnpEff', terms: snpEffTerms, ...places(fields, snpEffNames) };
}
