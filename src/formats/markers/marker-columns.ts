/** The columns of simple tables of stains and biomarkers: one marker of one sample a row. */
import type { TableHeader } from '../table-header.ts';

/** Where each column stands. */
export interface MarkerColumns {
  readonly marker: number;
  readonly sample?: number;
  readonly result?: number;
  readonly value?: number;
  readonly unit?: number;
  readonly percent?: number;
  readonly intensity?: number;
  readonly score?: number;
  readonly scoring?: number;
  readonly clone?: number;
  /** Which kind of row the header speaks of; `markers` where each row's marker decides. */
  readonly suggests: 'ihc' | 'biomarkers' | 'markers';
  /** What in the header says so. */
  readonly because: string;
}

const names = {
  sample: ['Sample', 'Sample_ID', 'Specimen', 'Specimen_ID', 'Tumor_Sample_Barcode'],
  result: ['Result', 'Status', 'Interpretation'],
  value: ['Value'],
  unit: ['Unit', 'Units'],
  percent: [
    'Percent',
    'Percent_Positive',
    'Cells_Percent',
    'Positive_Cells_Percent',
    '% positive',
    '% cells',
  ],
  intensity: ['Intensity', 'Staining_Intensity'],
  score: ['Score'],
  scoring: ['Scoring', 'Scoring_System', 'Score_System', 'Score_Type'],
  clone: ['Clone', 'Antibody_Clone'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The columns, or undefined where the header names no marker or nothing that was found of it. */
export function markerColumns(header: TableHeader): MarkerColumns | undefined {
  const marker = header.find('Marker', 'Biomarker', 'Antibody', 'Stain', 'Antigen');
  if (marker === undefined) return undefined;
  const found = Object.fromEntries(
    Object.entries(names)
      .map(([field, candidates]) => [field, header.find(...candidates)] as const)
      .filter(([, index]) => index !== undefined),
  );
  const has = (...fields: readonly (keyof typeof names)[]): boolean => fields.some((field) => field in found);
  if (!has('result', 'value', 'percent', 'intensity', 'score')) return undefined;
  const isStain =
    header.find('Antibody', 'Stain', 'Antigen') !== undefined || has('clone', 'intensity', 'percent');
  const isBiomarker = header.find('Biomarker') !== undefined;
  const suggests = isBiomarker && !isStain ? 'biomarkers' : isStain && !isBiomarker ? 'ihc' : 'markers';
  const because = {
    ihc: 'a stain with its clone, intensity or share of cells',
    biomarkers: 'a biomarker with its result',
    markers: 'a marker with its result; each row is a stain or a biomarker by its marker',
  }[suggests];
  return { marker, ...found, suggests, because };
}
