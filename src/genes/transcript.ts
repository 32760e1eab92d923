/** Transcripts as exons with their coding bases, and the arithmetic between coding bases and codons. */

/** An exon of a transcript. Coding positions are `c.` numbers; `undefined` for an exon that codes nothing. */
export interface Exon {
  readonly number: number;
  readonly genomicStart: number;
  readonly genomicEnd: number;
  readonly cds?: { readonly start: number; readonly end: number };
}

/** The same exons on another genome build. */
export interface TranscriptPlace {
  readonly build: 'GRCh37' | 'GRCh38';
  readonly exons: readonly Exon[];
}

/** A transcript of a gene. */
export interface Transcript {
  readonly gene: string;
  /** Accession without version, such as `ENST00000629765`. */
  readonly id: string;
  readonly version?: number;
  /** Accessions of the same coding sequence in another database, without version. */
  readonly equivalents?: readonly string[];
  readonly build: 'GRCh37' | 'GRCh38';
  readonly strand: '+' | '-';
  /** MANE Select, the transcript agreed by RefSeq and Ensembl (Morales 2022, PMID 35388217). */
  readonly mane: boolean;
  /** Coding bases with the stop codon. */
  readonly cdsLength: number;
  /** Residues of the protein. */
  readonly proteinLength: number;
  readonly exons: readonly Exon[];
  /** Where the exons lie on builds other than `build`. */
  readonly places?: readonly TranscriptPlace[];
  readonly source: string;
}

/** `ENST00000629765.3`, or without the version where none is known. */
export function accessionOf(transcript: Transcript): string {
  return transcript.version === undefined ? transcript.id : `${transcript.id}.${transcript.version}`;
}

/** The codon to which a coding base belongs: c.1 to c.3 are codon 1. */
export function codonOfBase(base: number): number {
  return Math.ceil(base / 3);
}

/** The first base of an exon in the direction of transcription. */
export function genomicAcceptor(transcript: Transcript, exon: Exon): number {
  return transcript.strand === '+' ? exon.genomicStart : exon.genomicEnd;
}

/** The last base of an exon in the direction of transcription. */
export function genomicDonor(transcript: Transcript, exon: Exon): number {
  return transcript.strand === '+' ? exon.genomicEnd : exon.genomicStart;
}

/** Coding bases of transcripts in the genome; an index of the transcript, made once. */
const genomicBases = new WeakMap<Transcript, readonly number[]>();

/** The genomic base of every coding base, `c.1` first. */
export function genomicOfCoding(transcript: Transcript): readonly number[] {
  const made = genomicBases.get(transcript);
  if (made !== undefined) return made;
  const bases = transcript.exons.flatMap(({ cds, genomicStart, genomicEnd }) => {
    if (cds === undefined) return [];
    const length = cds.end - cds.start + 1;
    // Untranslated bases stand before the start codon and after the stop codon of an exon.
    const isFirst = cds.start === 1;
    const isForward = transcript.strand === '+';
    const lowest = isFirst === isForward ? genomicEnd - length + 1 : genomicStart;
    const ascending = Array.from({ length }, (_, index) => lowest + index);
    return isForward ? ascending : ascending.toReversed();
  });
  genomicBases.set(transcript, bases);
  return bases;
}

const codingBases = new WeakMap<Transcript, ReadonlyMap<number, number>>();

/** The coding base (`c.` number) at each genomic base that codes. */
export function codingOfGenomic(transcript: Transcript): ReadonlyMap<number, number> {
  const made = codingBases.get(transcript);
  if (made !== undefined) return made;
  const bases = new Map(genomicOfCoding(transcript).map((genomic, index) => [genomic, index + 1]));
  codingBases.set(transcript, bases);
  return bases;
}
