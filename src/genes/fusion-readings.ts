/**
 * What a fusion named by exon numbers can mean. An exon number means something only on a transcript: the exon that is
 * the 14th of NTRK3 in the MANE transcript is the 11th in another, and the 14th of that one lies 92 kilobases away.
 * Without a transcript, every reading is kept and the one on the reference transcripts is named as such.
 */
import type { Truth } from '../truth/index.ts';
import { type FusionJunction, fusionJunction, type JunctionSide } from './fusion-junction.ts';
import { type GeneModel, geneOf } from './gene-model.ts';
import { type Exon, genomicAcceptor, genomicDonor, type Transcript } from './transcript.ts';

/** A partner as a report names it. */
export interface FusionPartner {
  readonly gene: string;
  readonly exon?: number;
  /** Accession, with or without version. */
  readonly transcript?: string;
}

/** Transcript pairs that are one and the same junction of the genome, and how it reads on the first of them. */
export interface DistinctJunction {
  readonly junction: FusionJunction;
  /** Accessions of the transcripts whose exon numbers lead here. */
  readonly fiveTranscripts: readonly string[];
  readonly threeTranscripts: readonly string[];
}

/** Every reading of a fusion and what they say together. */
export type FusionReadings =
  | {
      readonly kind: 'known';
      /** The reading on the reference transcripts (MANE Select), or on those that were named. */
      readonly reference: FusionJunction;
      readonly distinct: readonly DistinctJunction[];
      /** Every reading has the same frame and the same fate of the kinase. */
      readonly agree: boolean;
      /** In frame with the whole kinase, under each reading taken together. */
      readonly everyReading: Truth;
      /** A sentence for the report when the exon numbers fit more than one junction. */
      readonly caveat?: string;
    }
  | { readonly kind: 'unknown'; readonly reason: 'geneUnknown' | 'noExons' | 'noExonNumber' | 'outside' };

function sidesOf(gene: GeneModel, partner: FusionPartner): JunctionSide[] {
  const id = partner.transcript?.split('.')[0];
  return gene.transcripts
    .filter((transcript) => id === undefined || transcript.id === id)
    .flatMap((transcript) => {
      const exon = transcript.exons.find((each) => each.number === partner.exon);
      return exon === undefined ? [] : [{ gene, transcript, exon }];
    });
}

/** Coding lengths of the exons: two transcripts with the same list are the same model, on whichever genome build. */
const structureOf = (transcript: Transcript): string =>
  transcript.exons.map(({ cds }) => (cds === undefined ? 0 : cds.end - cds.start + 1)).join(' ');

type Border = (transcript: Transcript, exon: Exon) => number;

/**
 * A border of an exon as a key that does not depend on the genome build: a GRCh37 border is carried to GRCh38 where a
 * transcript that is held on both builds has it.
 */
function borderKey({ gene, transcript, exon }: JunctionSide, border: Border): string {
  const position = border(transcript, exon);
  if (transcript.build === 'GRCh38') return `GRCh38:${position}`;
  for (const older of gene.transcripts.filter((each) => each.build === 'GRCh37')) {
    const same = older.exons.find((each) => border(older, each) === position);
    const twin = gene.transcripts.find(
      (each) => each.build === 'GRCh38' && structureOf(each) === structureOf(older),
    );
    const carried = twin?.exons.find((each) => each.number === same?.number);
    if (twin !== undefined && carried !== undefined) return `GRCh38:${border(twin, carried)}`;
  }
  return `GRCh37:${position}`;
}

function caveatOf(
  partners: readonly [FusionPartner, FusionPartner],
  distinct: readonly DistinctJunction[],
): string | undefined {
  if (distinct.length < 2) return undefined;
  const whole = distinct.filter(({ junction }) => isActive(junction) === 'met').length;
  const unstated = partners.filter((partner) => partner.transcript === undefined).map(({ gene }) => gene);
  const [five, three] = partners;
  return (
    `The report names no transcript for ${unstated.join(' and ')}: ${five.gene} exon ${five.exon} with ` +
    `${three.gene} exon ${three.exon} fits ${distinct.length} junctions of the known transcripts, ${whole} of them ` +
    `in frame with the whole kinase. Ask the laboratory for the transcript or the breakpoint.`
  );
}

function isActive(junction: FusionJunction): Truth {
  if (junction.frame === 'outOfFrame' || junction.frame === 'codingToUtr' || junction.frame === 'noncoding')
    return 'unmet';
  if (junction.kinase === 'unknown') return 'unknown';
  return junction.frame === 'inFrame' && junction.kinase === 'whole' ? 'met' : 'unmet';
}

/**
 * In frame with the whole kinase kept: the one reading of a junction that counts as an active kinase fusion.
 *
 * @param gene the partner whose kinase is asked for; either one's when absent.
 */
export function inFrameWithKinase(junction: FusionJunction, gene?: string): Truth {
  const active = isActive(junction);
  if (active !== 'met' || gene === undefined) return active;
  const side = junction.five.gene === gene ? 'five' : 'three';
  const isKept = junction.domains.some(
    (domain) => domain.isKinase && domain.side === side && domain.retained === 'whole',
  );
  return isKept ? 'met' : 'unmet';
}

/**
 * Reads two exon numbers on the transcripts that are named, or on all that are known.
 *
 * @example fusionReadings({ gene: 'ETV6', exon: 4 }, { gene: 'NTRK3', exon: 14 })
 * // reference: in frame, 528 residues, kinase whole; several other junctions carry the same numbers
 */
export function fusionReadings(five: FusionPartner, three: FusionPartner, insertedBases = 0): FusionReadings {
  const fiveGene = geneOf(five.gene);
  const threeGene = geneOf(three.gene);
  if (fiveGene === undefined || threeGene === undefined) return { kind: 'unknown', reason: 'geneUnknown' };
  if (five.exon === undefined || three.exon === undefined) return { kind: 'unknown', reason: 'noExonNumber' };
  if (fiveGene.transcripts.length === 0 || threeGene.transcripts.length === 0)
    return { kind: 'unknown', reason: 'noExons' };
  const groups = new Map<string, { junction: FusionJunction; fives: Set<string>; threes: Set<string> }>();
  for (const fiveSide of sidesOf(fiveGene, five))
    for (const threeSide of sidesOf(threeGene, three)) {
      const junction = fusionJunction(fiveSide, threeSide, insertedBases);
      const donor = borderKey(fiveSide, genomicDonor);
      const acceptor = borderKey(threeSide, genomicAcceptor);
      const key = `${donor} ${acceptor}`;
      const group = groups.get(key) ?? { junction, fives: new Set<string>(), threes: new Set<string>() };
      group.fives.add(junction.five.transcript);
      group.threes.add(junction.three.transcript);
      groups.set(key, group);
    }
  const distinct = [...groups.values()].map((group) => ({
    junction: group.junction,
    fiveTranscripts: [...group.fives],
    threeTranscripts: [...group.threes],
  }));
  const reference = distinct[0]?.junction;
  if (reference === undefined) return { kind: 'unknown', reason: 'outside' };
  const verdicts = new Set(distinct.map(({ junction }) => `${junction.frame} ${junction.kinase}`));
  const actives = new Set(distinct.map(({ junction }) => isActive(junction)));
  const [only] = actives;
  const caveat = caveatOf([five, three], distinct);
  return {
    kind: 'known',
    reference,
    distinct,
    agree: verdicts.size === 1,
    everyReading: actives.size === 1 && only !== undefined ? only : 'unknown',
    ...(caveat === undefined ? {} : { caveat }),
  };
}
