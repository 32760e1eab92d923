/**
 * What a fusion can mean that is given by exon numbers or by breakpoints. An exon number means something only on a
 * transcript: the exon that is the 14th of NTRK3 in the MANE transcript is the 11th in another, and the 14th of that one
 * lies 92 kilobases away. Without a transcript, every reading is kept and the one on the reference transcripts is named.
 */
import type { Truth } from '../truth/index.ts';
import { inFrameWithKinase } from './fusion-activity.ts';
import {
  type BreakpointLevel,
  type GenomicBreakpoint,
  type LocatedBreakpoint,
  locateBreakpoint,
} from './fusion-breakpoint.ts';
import type { JunctionSide } from './fusion-cut.ts';
import type { FusionJunction, JunctionInsert } from './fusion-junction.ts';
import { type DistinctJunction, distinctJunctions } from './fusion-pairs.ts';
import { type GeneModel, geneOf, transcriptOf } from './gene-model.ts';
import { type GenomeBuild, transcriptOnBuild } from './genomic-position.ts';

/** A partner as a report names it. */
export interface FusionPartner {
  readonly gene: string;
  readonly exon?: number;
  /** Bases from the border of the exon, as in `e.2+182`. */
  readonly offset?: number;
  /** Accession, with or without version. */
  readonly transcript?: string;
}

/** Why nothing can be said of the frame. */
export type NoReading =
  | 'geneUnknown'
  | 'noExons'
  | 'noExonNumber'
  /** The exon, or the breakpoint, is on no transcript that is held (on this genome build). */
  | 'outside'
  /** Both partners are one gene: a deletion or duplication within it, not a fusion. */
  | 'sameGene'
  /** A DNA breakpoint within an exon and one in an intron: how the transcript is spliced cannot be foretold. */
  | 'breakInExon'
  /** Only read pairs span the junction in RNA: its place is not known to the base. */
  | 'inexact'
  /** Which partner is the 5' one is not stated. */
  | 'orderUnknown'
  /** The genome build of the breakpoints is neither named nor shown by borders of exons. */
  | 'buildUnknown';

/** Every reading of a fusion and what they say together. */
export type FusionReadings =
  | {
      readonly kind: 'known';
      /** The reading on the reference transcripts (MANE Select), or on those that were named. */
      readonly reference: FusionJunction;
      readonly distinct: readonly DistinctJunction[];
      /** Every reading has the same frame and the same fate of the kinase. */
      readonly agree: boolean;
      /** In frame with the whole kinase, under each reading taken together; what `openIsoforms` leave open is unknown. */
      readonly everyReading: Truth;
      /**
       * Genes for which no transcript is named and whose agreed isoform (MANE Select) is not held: which isoform the exon
       * is counted on is not known, so that what the isoforms held deny may hold on another.
       */
      readonly openIsoforms: readonly string[];
      /** A sentence for the report when the exon numbers fit more than one junction. */
      readonly caveat?: string;
    }
  | { readonly kind: 'unknown'; readonly reason: NoReading };

function sidesOf(gene: GeneModel, partner: FusionPartner): JunctionSide[] {
  const named = partner.transcript === undefined ? undefined : transcriptOf(gene, partner.transcript);
  const transcripts =
    partner.transcript === undefined ? gene.transcripts : named === undefined ? [] : [named];
  return transcripts.flatMap((transcript) => {
    const exon = transcript.exons.find((each) => each.number === partner.exon);
    if (exon === undefined) return [];
    return [{ gene, transcript, exon, ...(partner.offset === undefined ? {} : { offset: partner.offset }) }];
  });
}

/** Partners whose exon may be counted on an isoform that is not held. */
function openIsoformsOf(models: Modelled & { kind: 'models' }, partners: readonly FusionPartner[]) {
  return [models.five, models.three].flatMap((gene, index) =>
    partners[index]?.transcript === undefined && !gene.transcripts.some(({ mane }) => mane)
      ? [gene.symbol]
      : [],
  );
}

/** Readings as one answer. */
function together(
  distinct: readonly DistinctJunction[],
  openIsoforms: readonly string[],
  caveat?: string,
): FusionReadings {
  const reference = distinct[0]?.junction;
  if (reference === undefined) return { kind: 'unknown', reason: 'outside' };
  const verdicts = new Set(distinct.map(({ junction }) => `${junction.frame} ${junction.kinase}`));
  const actives = new Set(distinct.map(({ junction }) => inFrameWithKinase(junction)));
  const [only] = actives;
  return {
    kind: 'known',
    reference,
    distinct,
    agree: verdicts.size === 1,
    everyReading:
      actives.size === 1 && only !== undefined && !(only === 'unmet' && openIsoforms.length > 0)
        ? only
        : 'unknown',
    openIsoforms,
    ...(caveat === undefined ? {} : { caveat }),
  };
}

/**
 * In frame with the whole kinase of a gene, as far as the isoforms held can tell: the reading on the reference
 * transcripts, whose denial counts only where every other isoform held denies it too, and none that is not held could be
 * meant.
 *
 * @param gene the partner whose kinase is asked for; either one's when absent.
 */
export function keptOnIsoforms(readings: FusionReadings & { kind: 'known' }, gene?: string): Truth {
  const first = inFrameWithKinase(readings.reference, gene);
  if (first !== 'unmet') return first;
  const isDenied = readings.distinct.every(({ junction }) => inFrameWithKinase(junction, gene) === 'unmet');
  return isDenied && readings.openIsoforms.length === 0 ? 'unmet' : 'unknown';
}

function caveatOf(
  partners: readonly [FusionPartner, FusionPartner],
  distinct: readonly DistinctJunction[],
): string | undefined {
  if (distinct.length < 2) return undefined;
  const whole = distinct.filter(({ junction }) => inFrameWithKinase(junction) === 'met').length;
  const unstated = partners.filter((partner) => partner.transcript === undefined).map(({ gene }) => gene);
  const [five, three] = partners;
  return (
    `The report names no transcript for ${unstated.join(' and ')}: ${five.gene} exon ${five.exon} with ` +
    `${three.gene} exon ${three.exon} fits ${distinct.length} junctions of the known transcripts, ${whole} of them ` +
    `in frame with the whole kinase. Ask the laboratory for the transcript or the breakpoint.`
  );
}

type Modelled =
  | { readonly kind: 'models'; readonly five: GeneModel; readonly three: GeneModel }
  | { readonly kind: 'unknown'; readonly reason: NoReading };

function modelsOf(five: string, three: string): Modelled {
  const fiveGene = geneOf(five);
  const threeGene = geneOf(three);
  if ((fiveGene?.symbol ?? five) === (threeGene?.symbol ?? three))
    return { kind: 'unknown', reason: 'sameGene' };
  if (fiveGene === undefined || threeGene === undefined) return { kind: 'unknown', reason: 'geneUnknown' };
  return { kind: 'models', five: fiveGene, three: threeGene };
}

/**
 * Reads two exon numbers on the transcripts that are named, or on all that are known.
 *
 * @example fusionReadings({ gene: 'ETV6', exon: 4 }, { gene: 'NTRK3', exon: 14 })
 * // reference: in frame, 528 residues, kinase whole; several other junctions carry the same numbers
 */
export function fusionReadings(
  five: FusionPartner,
  three: FusionPartner,
  insert: number | JunctionInsert = 0,
): FusionReadings {
  const models = modelsOf(five.gene, three.gene);
  if (models.kind === 'unknown') return models;
  if (five.exon === undefined || three.exon === undefined) return { kind: 'unknown', reason: 'noExonNumber' };
  if (models.five.transcripts.length === 0 || models.three.transcripts.length === 0)
    return { kind: 'unknown', reason: 'noExons' };
  const distinct = distinctJunctions(
    sidesOf(models.five, five),
    sidesOf(models.three, three),
    typeof insert === 'number' ? { bases: insert } : insert,
  );
  return together(distinct, openIsoformsOf(models, [five, three]), caveatOf([five, three], distinct));
}

/** A partner by its breakpoint. */
export interface BreakpointPartner extends GenomicBreakpoint {
  readonly gene: string;
}

/** On which genome breakpoints are counted, and in what they were seen. */
export interface BreakpointReading {
  readonly build: GenomeBuild;
  readonly level: BreakpointLevel;
  readonly insert?: JunctionInsert;
}

/** A DNA break inside an exon leaves its splicing open unless both breaks are in exons. */
function isSplicingOpen(sides: readonly LocatedBreakpoint[], level: BreakpointLevel): boolean {
  return (
    level === 'dna' && sides.some(({ at }) => at !== 'intron') && sides.some(({ at }) => at === 'intron')
  );
}

/**
 * Reads two genomic breakpoints on every transcript held on that genome build.
 *
 * @example fusionAtBreakpoints({ gene: 'ETV6', position: 11869969 }, { gene: 'NTRK3', position: 87940753 },
 *   { build: 'GRCh38', level: 'rna' }) // exon 5 with exon 15 on MANE: in frame, 647 residues
 */
export function fusionAtBreakpoints(
  five: BreakpointPartner,
  three: BreakpointPartner,
  { build, level, insert = { bases: 0 } }: BreakpointReading,
): FusionReadings {
  const models = modelsOf(five.gene, three.gene);
  if (models.kind === 'unknown') return models;
  const isHeld = ({ transcripts }: GeneModel) =>
    transcripts.some((each) => transcriptOnBuild(each, build) !== undefined);
  if (!isHeld(models.five) || !isHeld(models.three)) return { kind: 'unknown', reason: 'noExons' };
  const fives = locateBreakpoint(models.five, five, build, 'five', level);
  const threes = locateBreakpoint(models.three, three, build, 'three', level);
  if (fives.length === 0 || threes.length === 0) return { kind: 'unknown', reason: 'outside' };
  if (isSplicingOpen([...fives.slice(0, 1), ...threes.slice(0, 1)], level))
    return { kind: 'unknown', reason: 'breakInExon' };
  return together(distinctJunctions(fives, threes, insert), []);
}
