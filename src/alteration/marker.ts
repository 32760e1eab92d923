/**
 * Results that are no change of one gene's sequence or copies: microsatellites, mismatch repair, mutational burden,
 * protein expression, methylation, a gene found unchanged. A result is as printed; no cut-off is applied here.
 */

/** Markers with a result of their own. */
export const markerNames = [
  'MSI',
  'MMR',
  'TMB',
  'PD-L1',
  'MGMT',
  'HER2',
  'HRD',
  'EBV',
  'HPV',
  'SSTR2',
  'DLL3',
  'CLDN18.2',
  'FOLR1',
  'TROP2',
  'ER',
  'PR',
  'AR',
] as const;
export type MarkerName = (typeof markerNames)[number];

/** What a result says. `present` and `absent` are of expression; `retained` and `lost` of nuclear staining. */
export const markerResults = [
  'positive',
  'negative',
  'equivocal',
  'high',
  'low',
  'intermediate',
  'stable',
  'deficient',
  'proficient',
  'methylated',
  'unmethylated',
] as const;
export type MarkerResult = (typeof markerResults)[number];

/** A number that a text gives, with its comparison where one is printed: `<1`, `>=50`. */
export interface MarkerValue {
  readonly comparison?: '<' | '<=' | '>' | '>=' | '~';
  readonly low: number;
  readonly high: number;
  readonly unit?: string;
}

/** A biomarker with what is said of it. */
export interface Marker {
  readonly kind: 'marker';
  readonly marker: MarkerName;
  readonly result?: MarkerResult;
  readonly value?: MarkerValue;
  /** `CPS`, `TPS`, `IC`, `IHC`, `ISH`. */
  readonly scoring?: string;
  /** An immunohistochemical score, `0` to `3+`. */
  readonly score?: '0' | '1+' | '2+' | '3+';
  readonly printed: string;
}

/** The expression of a gene, of its transcript or its protein. */
export const expressionLevels = ['over', 'under', 'expressed', 'lost', 'nuclear', 'cytoplasmic'] as const;
export type ExpressionLevel = (typeof expressionLevels)[number];

/** `MET overexpression`, `PTEN loss of expression`. */
export interface Expression {
  readonly kind: 'expression';
  readonly gene: string;
  readonly level: ExpressionLevel;
  readonly printed: string;
}

/** Methylation of a promoter: `CDKN2A promoter hypermethylation`. */
export interface Methylation {
  readonly kind: 'methylation';
  readonly gene: string;
  readonly isMethylated: boolean;
  readonly printed: string;
}

/** A gene in which nothing was found, as far as it was read. */
export interface WildType {
  readonly kind: 'wildType';
  readonly gene: string;
  readonly printed: string;
}

/** An inherited allele by its name, a star allele or the number of a polymorphism: `UGT1A1*28`, `rs67376798`. */
export interface NamedAllele {
  readonly kind: 'namedAllele';
  readonly gene?: string;
  readonly allele: string;
  readonly zygosity?: 'homozygous' | 'heterozygous';
  readonly printed: string;
}
