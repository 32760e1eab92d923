/**
 * Our own verdict on a call, beside the caller's: frame and domains over all transcript pairs from the breakpoints, or
 * from the exon numbers where no breakpoint is given. A caller's frame that differs is shown as a conflict, and then
 * neither is taken.
 */
import type { ExonChange, Fusion } from '../../alteration/index.ts';
import {
  type FusionJunction,
  type FusionReadings,
  fusionAtBreakpoints,
  fusionReadings,
  type GenomeBuild,
  geneOf,
  isExonBorder,
  type JunctionInsert,
  type NoReading,
  type OneSide,
  oneSideAtBreakpoint,
} from '../../genes/index.ts';
import type { CalledSide, ClaimedFrame, FusionCall } from './fusion-call.ts';
import { intragenicEvent } from './intragenic-event.ts';

/** What our verdict rests on. */
export type VerdictBasis = 'breakpoints' | 'exons' | 'none';

/** Our frame against the caller's. */
export type FrameComparison = 'agrees' | 'conflict' | 'onlyOurs' | 'onlyCaller' | 'neither';

/** A call with our verdict. */
export interface JudgedCall {
  readonly call: FusionCall;
  readonly basis: VerdictBasis;
  /** The build on which the breakpoints were read. */
  readonly build?: GenomeBuild;
  readonly readings: FusionReadings;
  /** Where only one partner has a gene model: its domains, which are translated only if the junction is in frame. */
  readonly oneSide?: OneSide;
  readonly frame: FrameComparison;
  /** The fusion with exons of the reference transcripts where the junction is known; absent for what is no fusion. */
  readonly alteration?: Fusion;
  /** For two places in one gene: the exons that are left out or doubled. */
  readonly exonChange?: ExonChange;
}

/** `hg19`, `GRCh37`, `37`: the build of a printed name. */
export function buildOf(printed: string | undefined): GenomeBuild | undefined {
  const text = (printed ?? '').toLowerCase();
  if (/^(?:grch37|hg19|37)/.test(text)) return 'GRCh37';
  return /^(?:grch38|hg38|38)/.test(text) ? 'GRCh38' : undefined;
}

const builds: readonly GenomeBuild[] = ['GRCh38', 'GRCh37'];

function bordersOn(build: GenomeBuild, side: CalledSide, name: 'five' | 'three'): number {
  const gene = side.gene === undefined ? undefined : geneOf(side.gene);
  if (gene === undefined || side.breakpoint === undefined) return 0;
  return isExonBorder(gene, side.breakpoint, build, name) ? 1 : 0;
}

/**
 * The genome build on which RNA breakpoints of these calls were counted: the one on which more of them fall on borders
 * of exons. Undefined when neither has more.
 */
export function inferBuild(calls: readonly FusionCall[]): GenomeBuild | undefined {
  const [first, second] = builds.map((build) => ({
    build,
    borders: calls.reduce(
      (sum, { five, three }) => sum + bordersOn(build, five, 'five') + bordersOn(build, three, 'three'),
      0,
    ),
  }));
  if (first === undefined || second === undefined || first.borders === second.borders) return undefined;
  return first.borders > second.borders ? first.build : second.build;
}

function insertOf({ linker, claims }: FusionCall): JunctionInsert {
  return {
    bases: linker?.length ?? 0,
    ...(linker === undefined ? {} : { sequence: linker }),
    ...(claims.frame?.frame === 'stopBeforeJunction' ? { isStopStated: true } : {}),
  };
}

interface Read {
  readonly basis: VerdictBasis;
  readonly readings: FusionReadings;
  readonly build?: GenomeBuild;
}

const unread = (reason: NoReading): Read => ({
  basis: 'none',
  readings: { kind: 'unknown', reason },
});

/** In RNA a breakpoint is known to the base only where reads are split over it; DNA breaks lie anywhere in an intron. */
export function isInexact({ level, support: { splitReads, longReads } }: FusionCall): boolean {
  return level === 'rna' && splitReads === 0 && (longReads ?? 0) === 0;
}

function read(call: FusionCall, build: GenomeBuild | undefined): Read {
  const { five, three, arrangement, level } = call;
  if (arrangement === 'intragenic') return unread('sameGene');
  if (call.alteration === undefined || five.gene === undefined || three.gene === undefined)
    return unread('noExonNumber');
  if (isInexact(call)) return unread('inexact');
  if (arrangement === 'notStated') return unread('orderUnknown');
  const insert = insertOf(call);
  if (five.breakpoint !== undefined && three.breakpoint !== undefined) {
    const readings = fusionAtBreakpoints(
      { gene: five.gene, ...five.breakpoint },
      { gene: three.gene, ...three.breakpoint },
      { build: build ?? 'GRCh38', level, insert },
    );
    if (readings.kind === 'known' && build !== undefined) return { basis: 'breakpoints', readings, build };
    if (five.exon === undefined || three.exon === undefined) {
      const isModelled = readings.kind === 'known' || readings.reason === 'outside';
      if (build === undefined && isModelled) return unread('buildUnknown');
      return { basis: 'none', readings, ...(build === undefined ? {} : { build }) };
    }
  }
  const { five: left, three: right } = call.alteration;
  if (left === undefined || right === undefined) return unread('noExonNumber');
  const readings = fusionReadings(left, right, insert);
  return { basis: readings.kind === 'known' ? 'exons' : 'none', readings };
}

/** The partner that has a model, where the other one has none. */
function oneSideOf({ five, three, level, alteration }: FusionCall, found: Read): OneSide | undefined {
  const { readings, build } = found;
  if (alteration === undefined || readings.kind === 'known') return undefined;
  for (const [side, partner] of [
    ['three', three],
    ['five', five],
  ] as const) {
    if (partner.gene === undefined || partner.breakpoint === undefined || build === undefined) continue;
    const known = oneSideAtBreakpoint(partner.gene, partner.breakpoint, side, { build, level });
    if (known !== undefined) return known;
  }
  return undefined;
}

/** Our frame in the words of claims; undefined where it is none of them. */
export function ourFrame({ frame }: FusionJunction): ClaimedFrame | undefined {
  return frame === 'inFrame' || frame === 'outOfFrame' || frame === 'stopBeforeJunction' ? frame : undefined;
}

function compare(readings: FusionReadings, claimed: ClaimedFrame | undefined): FrameComparison {
  const ours = readings.kind === 'known' ? ourFrame(readings.reference) : undefined;
  if (ours === undefined) return claimed === undefined ? 'neither' : 'onlyCaller';
  if (claimed === undefined) return 'onlyOurs';
  return ours === claimed ? 'agrees' : 'conflict';
}

/** Exons of our own reading go into the fusion; the caller's frame only where there is none of ours. */
function alterationOf(
  call: FusionCall,
  { basis, readings }: Read,
  frame: FrameComparison,
  known: OneSide | undefined,
): Fusion | undefined {
  const { alteration, claims } = call;
  if (alteration?.five === undefined || alteration.three === undefined) return alteration;
  const bare: Fusion = {
    ...alteration,
    five: { gene: alteration.five.gene },
    three: { gene: alteration.three.gene },
  };
  if (frame === 'conflict') return bare;
  if (call.arrangement === 'notStated')
    return claims.frame?.frame === undefined
      ? bare
      : { ...bare, inFramePrinted: claims.frame.frame === 'inFrame' };
  if (frame === 'onlyCaller') {
    const claimed: Fusion = { ...alteration, inFramePrinted: claims.frame?.frame === 'inFrame' };
    if (known === undefined || known.end.offset !== undefined) return claimed;
    const { gene, exon, transcript } = known.end;
    return { ...claimed, [known.side]: { gene, exon, transcript } };
  }
  if (basis !== 'breakpoints' || readings.kind === 'unknown') return alteration;
  const { five, three } = readings.reference;
  if (five.offset !== undefined || three.offset !== undefined) return bare;
  return {
    ...alteration,
    five: { gene: five.gene, exon: five.exon, transcript: five.transcript },
    three: { gene: three.gene, exon: three.exon, transcript: three.transcript },
  };
}

/**
 * The call with our verdict.
 *
 * @param build the genome build of the file; the one that the row prints comes first.
 */
export function judgeCall(call: FusionCall, build?: GenomeBuild): JudgedCall {
  const used = buildOf(call.build) ?? build;
  const found = read(call, used);
  const exonChange = intragenicEvent(call, used);
  const frame = compare(found.readings, call.claims.frame?.frame);
  const side = oneSideOf(call, found);
  const alteration = alterationOf(call, found, frame, side);
  return {
    call,
    ...found,
    ...(side === undefined ? {} : { oneSide: side }),
    frame,
    ...(alteration === undefined ? {} : { alteration }),
    ...(exonChange === undefined ? {} : { exonChange }),
  };
}
