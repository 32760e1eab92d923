/**
 * Every transcript pair of a fusion, gathered into the junctions of the genome that they share. An exon number or a
 * breakpoint fixes borders of exons; which isoforms are made from them the tumour decides, so that all transcripts with
 * these borders are looked at. The reference transcripts (MANE Select) stand first, and an isoform that lacks the
 * kinase of its gene never stands for a junction that others carry with it.
 */
import { domainsOf } from './exons.ts';
import type { JunctionSide } from './fusion-cut.ts';
import { type FusionJunction, fusionJunction, type JunctionInsert } from './fusion-junction.ts';
import type { GeneModel } from './gene-model.ts';
import { transcriptOnBuild } from './genomic-position.ts';
import { isKinaseDomain } from './protein-domain.ts';
import { accessionOf, type Exon, genomicAcceptor, genomicDonor, type Transcript } from './transcript.ts';

/** Transcript pairs that are one and the same junction of the genome, and how it reads on the first of them. */
export interface DistinctJunction {
  readonly junction: FusionJunction;
  /** Accessions of the transcripts whose exon numbers or borders lead here. */
  readonly fiveTranscripts: readonly string[];
  readonly threeTranscripts: readonly string[];
  /** Every pair of transcripts with these borders, also those on which the exons have other numbers. */
  readonly pairs: readonly FusionJunction[];
}

/** Coding lengths of the exons: two transcripts with the same list are the same model, on whichever genome build. */
const structureOf = (transcript: Transcript): string =>
  transcript.exons.map(({ cds }) => (cds === undefined ? 0 : cds.end - cds.start + 1)).join(' ');

type Border = (transcript: Transcript, exon: Exon) => number;
const borderOf = (side: 'five' | 'three'): Border => (side === 'five' ? genomicDonor : genomicAcceptor);

/**
 * A cut as a key that does not depend on the genome build: a GRCh37 border is carried to GRCh38 where a transcript that
 * is held on both builds has it.
 */
function cutKey(side: 'five' | 'three', { gene, transcript, exon, offset = 0 }: JunctionSide): string {
  const border = borderOf(side);
  const position = border(transcript, exon);
  if (transcript.build === 'GRCh38') return `GRCh38:${position}:${offset}`;
  for (const each of gene.transcripts) {
    const older = transcriptOnBuild(each, 'GRCh37');
    const same = older?.exons.find((one) => older !== undefined && border(older, one) === position);
    if (older === undefined || same === undefined) continue;
    const twin =
      transcriptOnBuild(each, 'GRCh38') ??
      gene.transcripts.find((one) => one.build === 'GRCh38' && structureOf(one) === structureOf(older));
    const carried = twin?.exons.find((one) => one.number === same.number);
    if (twin !== undefined && carried !== undefined) return `GRCh38:${border(twin, carried)}:${offset}`;
  }
  return `GRCh37:${position}:${offset}`;
}

const hasKinase = (gene: GeneModel, transcript: Transcript | undefined): boolean =>
  transcript !== undefined && domainsOf(gene, transcript.id)?.some(isKinaseDomain) === true;

/** Sorts an isoform without a coding sequence, or without the kinase that the reference transcript has, behind the others. */
function lacksCore({ gene, transcript }: JunctionSide): boolean {
  const own = domainsOf(gene, transcript.id);
  if (transcript.cdsLength === 0) return true;
  return own !== undefined && hasKinase(gene, gene.transcripts[0]) && !hasKinase(gene, transcript);
}

interface Cut {
  readonly named: JunctionSide[];
  readonly all: readonly JunctionSide[];
}

const accessions = (sides: readonly JunctionSide[]): readonly string[] => [
  ...new Set(sides.map(({ transcript }) => accessionOf(transcript))),
];

/** Transcripts with the same coding exons and the same number of the exon make one side; the others are named in it. */
function isoforms(sides: readonly JunctionSide[]): readonly JunctionSide[] {
  const groups = Map.groupBy(sides, ({ transcript, exon }) => `${exon.number} ${structureOf(transcript)}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const same = accessions(rest).filter((accession) => accession !== accessionOf(first.transcript));
    return [{ ...first, ...(same.length === 0 ? {} : { same }) }];
  });
}

function cutsOf(side: 'five' | 'three', named: readonly JunctionSide[]): readonly Cut[] {
  const groups = Map.groupBy(named, (each) => cutKey(side, each));
  return [...groups].map(([key, members]) => {
    const [first] = members;
    const others = (first?.gene.transcripts ?? []).flatMap((transcript) =>
      transcript.exons.map((exon) => ({ ...first, transcript, exon }) as JunctionSide),
    );
    const same = others.filter((each) => cutKey(side, each) === key);
    const extra = same.filter(
      (each) => !members.some(({ transcript }) => transcript.id === each.transcript.id),
    );
    const rank = (each: JunctionSide) => (lacksCore(each) ? 1 : 0);
    const order = [...members, ...extra].toSorted((a, b) => rank(a) - rank(b));
    return { named: members, all: isoforms(order) };
  });
}

/**
 * The junctions of every named 5' cut with every named 3' cut, the reference transcripts first.
 *
 * @param fives cuts that the exon number or the breakpoint can mean, in the order of the gene's transcripts.
 */
export function distinctJunctions(
  fives: readonly JunctionSide[],
  threes: readonly JunctionSide[],
  insert: JunctionInsert,
): readonly DistinctJunction[] {
  const fiveCuts = cutsOf('five', fives);
  const threeCuts = cutsOf('three', threes);
  return fiveCuts.flatMap((five) =>
    threeCuts.flatMap((three) => {
      const pairs = five.all.flatMap((a) => three.all.map((b) => fusionJunction(a, b, insert)));
      const [junction] = pairs;
      if (junction === undefined) return [];
      return [
        {
          junction,
          fiveTranscripts: accessions(five.named),
          threeTranscripts: accessions(three.named),
          pairs,
        },
      ];
    }),
  );
}
