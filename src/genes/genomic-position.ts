/**
 * From a place in the genome to a gene's transcript: the coding base, the exon, and the exon border that a breakpoint
 * leaves whole. The build has to be named, because the same number is another base on the other one.
 */
import { codingOfPart } from './exon-parts.ts';
import type { Known } from './exons.ts';
import { type GeneModel, transcriptOf } from './gene-model.ts';
import { accessionOf, codingOfGenomic, type Exon, type Transcript } from './transcript.ts';

/** A build of the human genome. */
export type GenomeBuild = 'GRCh37' | 'GRCh38';

/** A base of the genome; a chromosome with or without `chr`. */
export interface GenomicPosition {
  readonly build: GenomeBuild;
  readonly chromosome: string;
  readonly position: number;
}

/** Where a base of the genome lies in a transcript. */
export interface TranscriptPosition {
  readonly transcript: string;
  /** The exon that holds it, or the two exons with the intron between them. */
  readonly exons: readonly number[];
  /** Its `c.` number, where it codes. */
  readonly coding?: number;
}

const bare = (chromosome: string): string => chromosome.trim().replace(/^chr/i, '').toUpperCase();

const known = <T>(value: T): Known<T> => ({ kind: 'known', value });

/** The transcript with its exons on a build, or undefined where they are not held there. */
export function transcriptOnBuild(transcript: Transcript, build: GenomeBuild): Transcript | undefined {
  if (transcript.build === build) return transcript;
  const place = transcript.places?.find((each) => each.build === build);
  return place === undefined ? undefined : placed(transcript, place);
}

/** Transcripts on another build, made once, so that what is computed of them is kept. */
const placedTranscripts = new WeakMap<object, Transcript>();

function placed(
  transcript: Transcript,
  place: { readonly build: GenomeBuild; readonly exons: readonly Exon[] },
): Transcript {
  const made = placedTranscripts.get(place);
  if (made !== undefined) return made;
  const { places: _, ...rest } = transcript;
  const other: Transcript = { ...rest, build: place.build, exons: place.exons };
  placedTranscripts.set(place, other);
  return other;
}

/** The transcript on which a position is answered: the one asked for, or the first that is held on the build. */
function transcriptAt(gene: GeneModel, at: GenomicPosition, accession?: string): Known<Transcript> {
  if (gene.transcripts.length === 0) return { kind: 'unknown', reason: 'noExons' };
  if (gene.chromosome !== undefined && gene.chromosome !== bare(at.chromosome))
    return { kind: 'unknown', reason: 'outside' };
  const candidates =
    accession === undefined
      ? gene.transcripts
      : [transcriptOf(gene, accession)].filter((each) => each !== undefined);
  if (candidates.length === 0) return { kind: 'unknown', reason: 'noTranscript' };
  for (const candidate of candidates) {
    const found = transcriptOnBuild(candidate, at.build);
    if (found !== undefined) return known(found);
  }
  return { kind: 'unknown', reason: 'noExons' };
}

/**
 * The `c.` number of a base of the genome.
 *
 * @returns `outside` for a base that does not code, or that lies on another chromosome.
 * @example codingOfGenomicPosition(kit, { build: 'GRCh37', chromosome: '4', position: 55599321 }) // c.2447, D816
 */
export function codingOfGenomicPosition(
  gene: GeneModel,
  at: GenomicPosition,
  accession?: string,
): Known<number> {
  const { parts } = gene;
  if (gene.transcripts.length === 0 && parts?.build === at.build && gene.chromosome === bare(at.chromosome)) {
    const isAsked =
      accession === undefined ? parts.isReference : parts.transcripts.includes(accession.split('.')[0] ?? '');
    const sure = isAsked ? codingOfPart(parts, at.position) : undefined;
    if (sure !== undefined) return known(sure);
  }
  const found = transcriptAt(gene, at, accession);
  if (found.kind === 'unknown') return found;
  const base = codingOfGenomic(found.value).get(at.position);
  return base === undefined ? { kind: 'unknown', reason: 'outside' } : known(base);
}

/** The exon at a base of the genome, or the exons on both sides of the intron that holds it. */
export function exonsAtGenomicPosition(
  gene: GeneModel,
  at: GenomicPosition,
  accession?: string,
): Known<TranscriptPosition> {
  const found = transcriptAt(gene, at, accession);
  if (found.kind === 'unknown') return found;
  const transcript = found.value;
  const name = accessionOf(transcript);
  const inside = transcript.exons.find((exon) => holds(exon, at.position));
  if (inside !== undefined) {
    const coding = codingOfGenomic(transcript).get(at.position);
    return known({ transcript: name, exons: [inside.number], ...(coding === undefined ? {} : { coding }) });
  }
  const before = transcript.exons.findLast((exon) => isPast(transcript, exon, at.position));
  const after = transcript.exons.find((exon) => !isPast(transcript, exon, at.position));
  if (before === undefined || after === undefined) return { kind: 'unknown', reason: 'outside' };
  return known({ transcript: name, exons: [before.number, after.number] });
}

/** A border of an exon near a breakpoint, with the bases between them; 0 is a breakpoint at the border itself. */
export interface ExonBorder {
  readonly transcript: string;
  readonly exon: number;
  readonly distance: number;
}

const holds = (exon: Exon, position: number): boolean =>
  position >= exon.genomicStart && position <= exon.genomicEnd;

/** True where the position lies downstream of the whole exon, in the direction of transcription. */
const isPast = (transcript: Transcript, exon: Exon, position: number): boolean =>
  transcript.strand === '+' ? position > exon.genomicEnd : position < exon.genomicStart;

/**
 * The last exon that a 5' partner keeps whole: the one that ends at the breakpoint, or the last one upstream of it. A
 * breakpoint inside an exon cuts that exon; the exon is named with the number of its bases that are lost.
 */
export function donorAt(gene: GeneModel, at: GenomicPosition, accession?: string): Known<ExonBorder> {
  return borderAt(gene, at, 'donor', accession);
}

/** The first exon that a 3' partner keeps: the one that starts at the breakpoint, or the next one downstream of it. */
export function acceptorAt(gene: GeneModel, at: GenomicPosition, accession?: string): Known<ExonBorder> {
  return borderAt(gene, at, 'acceptor', accession);
}

function borderAt(
  gene: GeneModel,
  at: GenomicPosition,
  side: 'donor' | 'acceptor',
  accession?: string,
): Known<ExonBorder> {
  const found = transcriptAt(gene, at, accession);
  if (found.kind === 'unknown') return found;
  const transcript = found.value;
  const { exons, strand } = transcript;
  const inside = exons.find((exon) => holds(exon, at.position));
  const exon =
    inside ??
    (side === 'donor'
      ? exons.findLast((each) => isPast(transcript, each, at.position))
      : exons.find((each) => !isPast(transcript, each, at.position)));
  if (exon === undefined) return { kind: 'unknown', reason: 'outside' };
  const border = (side === 'donor') === (strand === '+') ? exon.genomicEnd : exon.genomicStart;
  return known({
    transcript: accessionOf(transcript),
    exon: exon.number,
    distance: Math.abs(at.position - border),
  });
}
