/** What the parts of one finding say, before they are put together. */
import type {
  CodonPlace,
  CopyNumberChange,
  ExonChange,
  GeneRegion,
  PrintedClass,
  PrintedEffect,
} from './alteration.ts';
import type { CodingChange } from './coding-change.ts';
import type { ExpressionLevel } from './marker.ts';
import type { ReadProteinChange } from './read-protein-change.ts';

/** A run of exons. */
export interface ExonRun {
  readonly from: number;
  readonly to: number;
}

/** What the parts of one finding say. */
export interface FindingParts {
  readonly protein?: ReadProteinChange;
  readonly proteinEffect?: 'unknown' | 'none';
  readonly coding?: CodingChange;
  readonly genomic?: string;
  readonly transcript?: string;
  /** The gene of the sequence that a description names. */
  readonly sequenceGene?: string;
  /** The coding change stood without `c.`. */
  readonly isCodingBare?: true;
  readonly exons?: ExonRun;
  readonly codons?: CodonPlace;
  readonly region?: GeneRegion;
  readonly effect?: PrintedEffect;
  readonly mutationClass?: PrintedClass;
  readonly copyNumber?: CopyNumberChange;
  readonly exonChange?: ExonChange['change'];
  readonly expression?: ExpressionLevel;
  readonly isMethylated?: boolean;
  readonly isWildType?: true;
  /** A form of the gene with a name of its own. */
  readonly namedForm?: 'vIII';
  readonly origin?: 'somatic' | 'germline';
  readonly zygosity?: 'heterozygous' | 'homozygous';
  readonly saysMutation?: boolean;
}

/** A notation names the change itself. */
export function hasNotation(parts: FindingParts): boolean {
  return (
    parts.protein !== undefined ||
    parts.coding !== undefined ||
    parts.genomic !== undefined ||
    parts.proteinEffect !== undefined
  );
}
