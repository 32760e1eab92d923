/**
 * A genomic breakpoint on the transcripts of a gene. RNA callers give the last base of the 5' transcript and the first
 * base of the 3' transcript, as a rule at exon borders; DNA callers give a base, as a rule in an intron, from which the
 * junction of the transcripts is the last donor kept and the first acceptor kept.
 */
import type { JunctionSide } from './fusion-cut.ts';
import type { GeneModel } from './gene-model.ts';
import { type GenomeBuild, transcriptOnBuild } from './genomic-position.ts';
import { genomicAcceptor, genomicDonor, type Transcript } from './transcript.ts';

/** A base of the genome. `chr` before the chromosome is ignored. */
export interface GenomicBreakpoint {
  readonly chromosome?: string;
  readonly position: number;
}

/** What was sequenced: it decides how a breakpoint inside an intron is read. */
export type BreakpointLevel = 'rna' | 'dna';

/** A breakpoint on one transcript. */
export interface LocatedBreakpoint extends JunctionSide {
  readonly at: 'border' | 'exon' | 'intron';
  readonly offset: number;
}

const bare = (chromosome: string): string => chromosome.replace(/^chr/i, '').toUpperCase();

function locateOn(
  gene: GeneModel,
  transcript: Transcript,
  position: number,
  side: 'five' | 'three',
  level: BreakpointLevel,
): LocatedBreakpoint | undefined {
  const sign = transcript.strand === '+' ? 1 : -1;
  const border = side === 'five' ? genomicDonor : genomicAcceptor;
  const { exons } = transcript;
  const within = exons.find(
    ({ genomicStart, genomicEnd }) => position >= genomicStart && position <= genomicEnd,
  );
  if (within !== undefined) {
    const offset = (position - border(transcript, within)) * sign;
    return { gene, transcript, exon: within, offset, at: offset === 0 ? 'border' : 'exon' };
  }
  const passed = exons.filter((exon) => (position - genomicDonor(transcript, exon)) * sign > 0);
  const before = passed.at(-1);
  const after = exons.find((exon) => (position - genomicAcceptor(transcript, exon)) * sign < 0);
  const exon = side === 'five' ? before : after;
  if (before === undefined || after === undefined || exon === undefined) return undefined;
  const offset = (position - border(transcript, exon)) * sign;
  return { gene, transcript, exon, offset: level === 'dna' ? 0 : offset, at: 'intron' };
}

/**
 * The breakpoint on every transcript of the gene that is held on this build and spans it. Of RNA breakpoints those on a
 * border of an exon stand alone where any transcript has it there: the others do not splice like that.
 *
 * @returns an empty list where no transcript spans the base, or the chromosome is another one.
 */
export function locateBreakpoint(
  gene: GeneModel,
  { chromosome, position }: GenomicBreakpoint,
  build: GenomeBuild,
  side: 'five' | 'three',
  level: BreakpointLevel,
): readonly LocatedBreakpoint[] {
  const own = gene.chromosome;
  if (chromosome !== undefined && own !== undefined && bare(chromosome) !== own) return [];
  const located = gene.transcripts
    .map((transcript) => transcriptOnBuild(transcript, build))
    .filter((transcript) => transcript !== undefined)
    .map((transcript) => locateOn(gene, transcript, position, side, level))
    .filter((each) => each !== undefined);
  const bordered = located.filter(({ at }) => at === 'border');
  return bordered.length > 0 ? bordered : located;
}

/** True when the base is a border of an exon, of any transcript held on this build, at which the gene can be cut on this side. */
export function isExonBorder(
  gene: GeneModel,
  breakpoint: GenomicBreakpoint,
  build: GenomeBuild,
  side: 'five' | 'three',
): boolean {
  return locateBreakpoint(gene, breakpoint, build, side, 'rna').some(({ at }) => at === 'border');
}
