/**
 * Where a transcript is cut by a fusion, and how much of its coding sequence stands before the cut. A cut is an exon with
 * an offset along the transcript, as VICC names it: on the 5' side from the last base of the exon, on the 3' side from its
 * first base; `e.2+182` keeps 182 bases of the intron after exon 2, `e.2-5` lacks the last five bases of the exon.
 */
import type { GeneModel } from './gene-model.ts';
import type { Exon, Transcript } from './transcript.ts';

/** A transcript of a gene, cut at an exon: the last one kept on the 5' side, the first one on the 3' side. */
export interface JunctionSide {
  readonly gene: GeneModel;
  readonly transcript: Transcript;
  readonly exon: Exon;
  /** Bases along the transcript from the border of the exon; 0 or absent at the border itself. */
  readonly offset?: number;
  /** Accessions of other transcripts with the same coding exons, on which this exon has the same number. */
  readonly same?: readonly string[];
}

const lengthOf = ({ genomicStart, genomicEnd }: Exon): number => genomicEnd - genomicStart + 1;

/**
 * The `c.` number of the first and last base of an exon as a count that has no gap at the start codon: `c.-1` is 0, and
 * beyond the stop codon it goes on. Untranslated bases of the first coding exon stand before its coding ones.
 */
function codingSpan(transcript: Transcript, exon: Exon): { readonly start: number; readonly end: number } {
  const { exons, cdsLength } = transcript;
  const coded = exons.filter((each) => each.cds !== undefined);
  const first = coded[0];
  const last = coded.at(-1);
  if (first?.cds === undefined || last?.cds === undefined) return { start: 0, end: 0 };
  if (exon.cds !== undefined) {
    const untranslated = Math.max(0, lengthOf(exon) - (exon.cds.end - exon.cds.start + 1));
    const head = exon.number === first.number ? untranslated : 0;
    const tail = exon.number === last.number ? untranslated - head : 0;
    return { start: exon.cds.start - head, end: exon.cds.end + tail };
  }
  if (exon.number < first.number) {
    const between = exons.filter((each) => each.number > exon.number && each.number < first.number);
    const end = between.reduce((at, each) => at - lengthOf(each), codingSpan(transcript, first).start - 1);
    return { start: end - lengthOf(exon) + 1, end };
  }
  const between = exons.filter((each) => each.number < exon.number && each.number > last.number);
  const after = Math.max(cdsLength, codingSpan(transcript, last).end);
  const start = between.reduce((at, each) => at + lengthOf(each), after + 1);
  return { start, end: start + lengthOf(exon) - 1 };
}

/** Coding bases before the end of the cut of a 5' side; zero or less before the start codon, more than the CDS after the stop. */
export function codingKept({ transcript, exon, offset = 0 }: JunctionSide): number {
  return codingSpan(transcript, exon).end + Math.min(0, offset);
}

/** Coding bases before the first base kept of a 3' side; negative when untranslated bases before the start codon are kept. */
export function codingSkipped({ transcript, exon, offset = 0 }: JunctionSide): number {
  return codingSpan(transcript, exon).start - 1 + Math.max(0, offset);
}

/** Bases of an intron that the cut keeps. */
export function intronKept(side: 'five' | 'three', { offset = 0 }: JunctionSide): number {
  return Math.max(0, side === 'five' ? offset : -offset);
}
