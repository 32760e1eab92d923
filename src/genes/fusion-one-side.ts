/**
 * One partner of a fusion alone, where the other one has no gene model: which of its domains lie on the side that is kept.
 * They are made into protein only if the junction is in frame (3' side), which the one partner cannot tell.
 */
import { type GenomicBreakpoint, locateBreakpoint } from './fusion-breakpoint.ts';
import { codingKept, codingSkipped, type JunctionSide } from './fusion-cut.ts';
import {
  type DomainRetention,
  domainRetentions,
  type KinaseRetention,
  kinaseRetention,
} from './fusion-domains.ts';
import type { JunctionEnd } from './fusion-junction.ts';
import type { BreakpointReading, FusionPartner } from './fusion-readings.ts';
import { type TranslationStart, translatedAfter, translationStart } from './fusion-translation.ts';
import { geneOf, transcriptOf } from './gene-model.ts';
import { accessionOf } from './transcript.ts';

/** What is kept of one partner if it is translated. */
export interface OneSide {
  readonly side: 'five' | 'three';
  readonly end: JunctionEnd;
  /** Coding bases before the junction: U of a 5' partner, D of a 3' partner. */
  readonly codingBases: number;
  readonly domains: readonly DomainRetention[];
  readonly kinase: KinaseRetention;
  /** Of a 3' partner: what is made of it if the other partner gives no more than its promoter. */
  readonly promoterOnly?: { readonly start: TranslationStart; readonly kinase: KinaseRetention };
}

function promoterOnly(cut: JunctionSide, skipped: number) {
  const start = translationStart(cut, skipped);
  const { can, certain } = translatedAfter(skipped, start);
  const domains = domainRetentions(cut, 'three', {
    canBe: (base) => base > can,
    isCertain: (base) => base > certain,
  });
  return { start, kinase: kinaseRetention(domains ?? [], domains !== undefined) };
}

function oneSide(cut: JunctionSide, side: 'five' | 'three'): OneSide {
  const codingBases = side === 'five' ? codingKept(cut) : codingSkipped(cut);
  const last = Math.floor(Math.max(0, codingBases) / 3) * 3;
  const first = Math.ceil(Math.max(0, codingBases) / 3) * 3;
  const domains = domainRetentions(cut, side, {
    canBe: (base) => (side === 'five' ? base <= last : base > first),
  });
  const { gene, transcript, exon, offset = 0 } = cut;
  return {
    side,
    end: {
      gene: gene.symbol,
      transcript: accessionOf(transcript),
      exon: exon.number,
      ...(offset === 0 ? {} : { offset }),
      isReference: transcript.id === gene.transcripts[0]?.id,
    },
    codingBases,
    domains: domains ?? [],
    kinase: kinaseRetention(domains ?? [], domains !== undefined),
    ...(side === 'three' ? { promoterOnly: promoterOnly(cut, codingBases) } : {}),
  };
}

/** The partner by its exon, on the named transcript or the reference one; undefined where no model has it. */
export function oneSideAtExon(partner: FusionPartner, side: 'five' | 'three'): OneSide | undefined {
  const gene = geneOf(partner.gene);
  const transcript = gene === undefined ? undefined : transcriptOf(gene, partner.transcript);
  const exon = transcript?.exons.find((each) => each.number === partner.exon);
  if (gene === undefined || transcript === undefined || exon === undefined) return undefined;
  const { offset } = partner;
  return oneSide({ gene, transcript, exon, ...(offset === undefined ? {} : { offset }) }, side);
}

/**
 * True where the kinase domain is not kept whole, whichever isoform the exon is counted on: on the one that is named, or on
 * every one held, the agreed one (MANE Select) among them.
 */
export function isKinaseCut(partner: FusionPartner, side: 'five' | 'three'): boolean {
  const own = oneSideAtExon(partner, side)?.kinase;
  if (own !== 'lost' && own !== 'partial') return false;
  if (partner.transcript !== undefined) return true;
  const transcripts = geneOf(partner.gene)?.transcripts ?? [];
  const kept = transcripts.filter(
    ({ id }) => oneSideAtExon({ ...partner, transcript: id }, side)?.kinase === 'whole',
  );
  return transcripts.some(({ mane }) => mane) && kept.length === 0;
}

/** The partner by its breakpoint, on the first transcript that has it. */
export function oneSideAtBreakpoint(
  symbol: string,
  breakpoint: GenomicBreakpoint,
  side: 'five' | 'three',
  { build, level }: Pick<BreakpointReading, 'build' | 'level'>,
): OneSide | undefined {
  const gene = geneOf(symbol);
  const [cut] = gene === undefined ? [] : locateBreakpoint(gene, breakpoint, build, side, level);
  return cut === undefined ? undefined : oneSide(cut, side);
}
