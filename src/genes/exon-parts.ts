/**
 * Exons that are known in part. Where no exon table was at hand, the annotated calls of large cohorts still show in
 * which exon a coding base lies, from the first to the last call in the exon; where an exon ends is known only if a
 * call shows it. Between two sure parts nothing is said.
 */

/** An exon as far as it is known. Numbers are `c.` numbers of the transcript. */
export interface ExonPart {
  readonly number: number;
  readonly first: number;
  readonly last: number;
  /** Genomic base of `first`; the bases up to `last` follow along the strand. */
  readonly genomic: number;
  /** The exon codes from `first`, and up to `last`. */
  readonly startsThere: boolean;
  readonly endsThere: boolean;
}

/** The exons of one transcript as far as they are known. */
export interface ExonParts {
  /** Accessions of the transcript, the one that the source names first. */
  readonly transcripts: readonly string[];
  /** Codons that name no transcript are counted on it. */
  readonly isReference: boolean;
  readonly build: 'GRCh37' | 'GRCh38';
  readonly strand: '+' | '-';
  readonly source: string;
  readonly exons: readonly ExonPart[];
}

/** The exon that surely holds a coding base. */
export function partOfBase(parts: ExonParts, base: number): ExonPart | undefined {
  return parts.exons.find((exon) => base >= exon.first && base <= exon.last);
}

/** The coding base at a base of the genome, where it is sure. */
export function codingOfPart(parts: ExonParts, position: number): number | undefined {
  const sign = parts.strand === '+' ? 1 : -1;
  for (const exon of parts.exons) {
    const base = exon.first + (position - exon.genomic) * sign;
    if (base >= exon.first && base <= exon.last) return base;
  }
  return undefined;
}
