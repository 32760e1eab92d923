/**
 * A gene model as the compiled data hold it: short rows in which lists are packed into texts, so that a start parses
 * only the genes it asks for. Written by `scripts/import/compile-gene-models.ts` from `knowledge/gene-models/`.
 */
import type { ExonParts } from './exon-parts.ts';
import type { GeneRole } from './gene-facts.ts';
import { type ProteinDomain, proteinDomain } from './protein-domain.ts';
import type { Exon, Transcript, TranscriptPlace } from './transcript.ts';

/** Where a transcript lies on another genome build: `start end` per exon, apart by `;`. */
export interface PackedPlace {
  readonly build: 'GRCh37' | 'GRCh38';
  readonly exons: string;
}

/** A transcript; `exons` holds `number start end cdsStart cdsEnd` per exon, the numbers apart by spaces, exons by `;`. */
export interface PackedTranscript {
  readonly id: string;
  readonly version?: number;
  /** Accessions of the same coding sequence in another database, without version. */
  readonly equivalents?: string;
  readonly build: 'GRCh37' | 'GRCh38';
  readonly strand: '+' | '-';
  readonly mane: boolean;
  readonly cdsLength: number;
  readonly source: string;
  readonly exons: string;
  readonly places?: readonly PackedPlace[];
}

/** Domains of a protein: `label|accession|first|last`, apart by `;`. */
export interface PackedProtein {
  readonly refseq: string;
  readonly length: number;
  readonly domains: string;
}

/** Exons known in part: `number first last genomic starts ends` per exon, the ends as 1 or 0, apart by `;`. */
export interface PackedParts {
  readonly transcripts: string;
  readonly isReference: boolean;
  readonly build: 'GRCh37' | 'GRCh38';
  readonly strand: '+' | '-';
  readonly source: string;
  readonly exons: string;
}

/** A gene of `knowledge/gene-models/`. Lists of names and accessions are apart by `;`. */
export interface GeneModelRow {
  readonly symbol: string;
  readonly aliases: string;
  readonly role: GeneRole;
  readonly arm?: string;
  readonly chromosome?: string;
  /** Number in HGNC and in NCBI Gene. */
  readonly hgnc?: number;
  readonly entrez?: number;
  /** Transcripts, proteins and genes of RefSeq and Ensembl, without version. */
  readonly accessions: string;
  /** Residues of the reference protein, where no transcript of it is held. */
  readonly proteinLength?: number;
  readonly transcripts: readonly PackedTranscript[];
  readonly parts?: PackedParts;
  readonly proteins: readonly PackedProtein[];
  readonly coding?: string;
  readonly protein?: string;
  /** Single residues: `V600 K601`. */
  readonly residues: string;
  readonly isoforms: readonly {
    readonly id: string;
    readonly length: number;
    readonly lacks?: { readonly start: number; readonly end: number };
    readonly adds?: { readonly after: number; readonly residues: number };
    readonly source: string;
  }[];
}

/** The parts of a packed list. */
export function unpacked(list: string): readonly string[] {
  return list === '' ? [] : list.split(';');
}

function exonOf(packed: string): Exon {
  const [number = 0, genomicStart = 0, genomicEnd = 0, start = 0, end = 0] = packed.split(' ').map(Number);
  return { number, genomicStart, genomicEnd, ...(start === 0 ? {} : { cds: { start, end } }) };
}

/** The exons of the same transcript with their places on another build. */
function placeOf({ build, exons }: PackedPlace, numbered: readonly Exon[]): TranscriptPlace {
  const borders = unpacked(exons).map((exon) => exon.split(' ').map(Number));
  return {
    build,
    exons: numbered.map((exon, index) => {
      const [genomicStart = 0, genomicEnd = 0] = borders[index] ?? [];
      return { ...exon, genomicStart, genomicEnd };
    }),
  };
}

/** The transcript of a packed one. */
export function unpackedTranscript(gene: string, packed: PackedTranscript): Transcript {
  const { id, version, equivalents, build, strand, mane, cdsLength, source, exons, places } = packed;
  const numbered = unpacked(exons).map(exonOf);
  return {
    gene,
    id,
    ...(version === undefined ? {} : { version }),
    ...(equivalents === undefined ? {} : { equivalents: unpacked(equivalents) }),
    build,
    strand,
    mane,
    cdsLength,
    proteinLength: cdsLength / 3 - 1,
    source,
    exons: numbered,
    ...(places === undefined ? {} : { places: places.map((place) => placeOf(place, numbered)) }),
  };
}

/** The domains of a packed protein. */
export function unpackedDomains({ refseq, domains }: PackedProtein): readonly ProteinDomain[] {
  return unpacked(domains).map((packed) => {
    const [label = '', accession = '', start, end] = packed.split('|');
    return proteinDomain(label, accession, Number(start), Number(end), refseq);
  });
}

/** Residues by position. */
export function unpackedResidues(residues: string): ReadonlyMap<number, string> {
  return new Map(
    residues
      .split(' ')
      .filter((text) => text !== '')
      .map((text) => [Number(text.slice(1)), text.charAt(0)]),
  );
}

/** The exons of packed parts. */
export function unpackedParts({ exons, transcripts, ...parts }: PackedParts): ExonParts {
  return {
    ...parts,
    transcripts: unpacked(transcripts),
    exons: unpacked(exons).map((packed) => {
      const [number = 0, first = 0, last = 0, genomic = 0, starts, ends] = packed.split(' ').map(Number);
      return { number, first, last, genomic, startsThere: starts === 1, endsThere: ends === 1 };
    }),
  };
}
