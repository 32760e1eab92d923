/**
 * Two places in one gene: which exons of the reference transcript are left out or doubled. It is a change of the gene,
 * never a fusion (EGFRvIII is the loss of exons 2 to 7). In RNA a transcript without exons may come from their deletion or
 * from their skipping, which RNA cannot tell apart: it is called skipping there.
 */
import type { ExonChange } from '../../alteration/index.ts';
import { accessionOf, type GenomeBuild, geneOf, locateBreakpoint } from '../../genes/index.ts';
import type { CalledSide, FusionCall } from './fusion-call.ts';

interface Border {
  readonly exon: number;
  readonly transcript: string;
}

function borderOf(
  side: CalledSide,
  name: 'five' | 'three',
  { level }: FusionCall,
  build: GenomeBuild | undefined,
): Border | undefined {
  const gene = side.gene === undefined ? undefined : geneOf(side.gene);
  if (gene === undefined) return undefined;
  const { breakpoint, exon, transcript } = side;
  if (breakpoint === undefined || build === undefined)
    return exon === undefined || transcript === undefined ? undefined : { exon, transcript };
  const located = locateBreakpoint(gene, breakpoint, build, name, level);
  const reference = located.find((each) => each.transcript.id === gene.transcripts[0]?.id);
  // Within an exon, or within an intron that RNA keeps, the exons beside it are not whole.
  if (reference === undefined || (level === 'rna' ? reference.at !== 'border' : reference.at !== 'intron'))
    return undefined;
  return { exon: reference.exon.number, transcript: accessionOf(reference.transcript) };
}

/**
 * The change of exons that a row within one gene describes; undefined where its ends are not at whole exons of one
 * transcript, where no exon lies between them, and for an inversion.
 */
export function intragenicEvent(call: FusionCall, build: GenomeBuild | undefined): ExonChange | undefined {
  const { five, three, arrangement, claims, level } = call;
  if (arrangement !== 'intragenic' || five.gene === undefined || /inv/i.test(claims.event ?? ''))
    return undefined;
  const last = borderOf(five, 'five', call, build);
  const first = borderOf(three, 'three', call, build);
  if (last === undefined || first === undefined || last.transcript !== first.transcript) return undefined;
  const printed = `${five.printed} ${claims.event ?? 'rearrangement within the gene'}`;
  const common = { kind: 'exonChange', gene: five.gene, transcript: last.transcript, printed } as const;
  if (first.exon > last.exon + 1)
    return {
      ...common,
      change: level === 'dna' ? 'deletion' : 'skipping',
      from: last.exon + 1,
      to: first.exon - 1,
    };
  return first.exon <= last.exon
    ? { ...common, change: 'duplication', from: first.exon, to: last.exon }
    : undefined;
}
