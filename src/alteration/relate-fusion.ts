/**
 * A fusion against a pattern. Another partner makes another fusion unless the pattern leaves the partner open; the order
 * of the partners counts where it is stated. Of a gene with a kinase a fusion counts only while nothing shows that the
 * kinase is lost; where the pattern asks for it, the fusion must be in frame with the whole kinase domain. What the
 * report states comes first, then the junction on all transcript pairs, then the one partner that has a gene model.
 */
import {
  domainsOf,
  type FusionReadings,
  geneOf,
  inFrameWithKinase,
  isKinaseCut,
  isKinaseDomain,
  keptOnIsoforms,
  kinaseKept,
  oneSideAtExon,
  transcriptOf,
} from '../genes/index.ts';
import { type Fusion, genesOf } from './alteration.ts';
import { readingsOf } from './fusion-issues.ts';
import { fusionText } from './fusion-name.ts';
import { isoformSentence, junctionSentence } from './fusion-sentences.ts';
import { fails, holds, open, type Relation } from './relation.ts';

/** The junction on the reference transcripts, that the exon numbers leave others open, and what the verdict assumes. */
function verdictSentence(readings: FusionReadings & { kind: 'known' }): string {
  const { reference, agree } = readings;
  const others = agree ? undefined : 'Other transcripts give other junctions for the same exon numbers.';
  return [junctionSentence(reference), others, isoformSentence(readings)]
    .filter((text) => text !== undefined)
    .join(' ');
}

/** The gene's own side, where the other partner has no model, and whether its kinase is cut on every isoform meant. */
function oneSideOf({ isOrderStated, five, three }: Fusion, gene: string) {
  const side = three?.gene === gene ? 'three' : 'five';
  const partner = side === 'three' ? three : five;
  if (!isOrderStated || partner?.gene !== gene) return undefined;
  const own = oneSideAtExon(partner, side);
  return own === undefined ? undefined : { ...own, isCut: isKinaseCut(partner, side) };
}

/**
 * The kinase domain reaches into the last coding exon: no junction at the end of an exon keeps it whole, as in NTRK3. In
 * FGFR3, FGFR2 and EGFR it ends before, and their fusions keep it on the 5' side.
 */
function kinaseInLastExon(symbol: string): boolean {
  const gene = geneOf(symbol);
  const coded = (gene === undefined ? undefined : transcriptOf(gene))?.exons.flatMap(({ cds }) => cds ?? []);
  const before = coded?.at(-2);
  const kinases = (gene === undefined ? undefined : domainsOf(gene))?.filter(isKinaseDomain) ?? [];
  return before !== undefined && kinases.length > 0 && kinases.every(({ end }) => end * 3 > before.end);
}

const endLost = ({ five, isOrderStated }: Fusion, gene: string): boolean =>
  five?.gene === gene && isOrderStated && kinaseInLastExon(gene);

const endIsLost = (fusion: Fusion, gene: string): Relation =>
  fails(
    'fusion',
    'fusionKinaseLost',
    `In ${fusionText(fusion)} the end of ${gene}, where its kinase domain lies, is lost.`,
  );

/** What the junction says of frame and kinase of this gene. */
function relateJunction(fusion: Fusion, gene: string): Relation {
  const readings = readingsOf(fusion);
  const text = fusionText(fusion);
  if (readings?.kind === 'known') {
    const sentence = verdictSentence(readings);
    switch (keptOnIsoforms(readings, gene)) {
      case 'met':
        return holds('fusion', 'fusionKinaseKept', sentence);
      case 'unmet':
        return fails('fusion', 'fusionKinaseLost', sentence);
      case 'unknown':
        if (endLost(fusion, gene)) return endIsLost(fusion, gene);
        return open('fusion', 'fusionKinaseOpen', 'notModelled', sentence);
    }
  }
  const side = oneSideOf(fusion, gene);
  if (side?.isCut === true)
    return fails(
      'fusion',
      'fusionKinaseLost',
      `In ${text} the kinase domain of ${gene} is not kept whole, on ${side.end.transcript}.`,
    );
  if (side?.kinase === 'whole' && fusion.inFramePrinted === true)
    return holds(
      'fusion',
      'fusionKinaseKept',
      `${text}: the report says in frame; the whole kinase domain of ${gene} is kept, on ${side.end.transcript}.`,
    );
  if (side === undefined && endLost(fusion, gene)) return endIsLost(fusion, gene);
  return open(
    'fusion',
    'fusionKinaseOpen',
    'notRecorded',
    `Whether ${text} is in frame and keeps the kinase domain of ${gene} is not reported.`,
  );
}

/** What the fusion must be. */
export interface FusionRequirement {
  readonly genes: readonly string[];
  /** The other gene; any when absent. */
  readonly partner?: string;
  /** On which side the gene must stand; where a finding states no order, either. */
  readonly side?: 'five' | 'three';
  readonly inFrameWithKinase: boolean;
}

/** What the report itself says against or for the kinase. */
function relatePrinted(fusion: Fusion): Relation | undefined {
  const text = fusionText(fusion);
  if (fusion.inFramePrinted === false)
    return fails('fusion', 'fusionKinaseLost', `${text}: the report says out of frame.`);
  if (fusion.kinasePrinted === 'lost')
    return fails('fusion', 'fusionKinaseLost', `${text}: the report says the kinase domain is lost.`);
  return fusion.inFramePrinted === true && fusion.kinasePrinted === 'retained'
    ? holds('fusion', 'fusionKinaseKept', `${text}: the report says in frame with the kinase domain kept.`)
    : undefined;
}

const hasKinase = (symbol: string): boolean => {
  const gene = geneOf(symbol);
  return gene !== undefined && domainsOf(gene)?.some(isKinaseDomain) === true;
};

/** Where a promoter alone is exchanged the kinase is kept without a frame: that is not its loss. */
function keepsKinase(fusion: Fusion): boolean {
  const readings = readingsOf(fusion);
  return (
    readings?.kind === 'known' &&
    readings.reference.frame === 'utrToCoding' &&
    kinaseKept(readings.reference) !== 'unmet'
  );
}

/** The isoforms held deny frame or kinase, and the report does not say in frame: then a bare fusion is not met either. */
function isDeniedOnHeld(fusion: Fusion, gene: string): boolean {
  const readings = readingsOf(fusion);
  return (
    readings?.kind === 'known' &&
    fusion.inFramePrinted !== true &&
    inFrameWithKinase(readings.reference, gene) === 'unmet'
  );
}

/** Relates a fusion to what is asked of it. */
export function relateFusion(fusion: Fusion, wanted: FusionRequirement): Relation {
  const text = fusionText(fusion);
  const present = genesOf(fusion);
  const gene = wanted.genes.find((each) => present.includes(each));
  if (gene === undefined)
    return fails('none', 'otherGene', `${text} does not involve ${wanted.genes.join(' or ')}.`);
  const { five, three, isOrderStated } = fusion;
  if (five !== undefined && five.gene === three?.gene)
    return fails(
      'sameGene',
      'intragenic',
      `${text} lies within one gene: a rearrangement of it, not a fusion with another.`,
    );
  if (wanted.partner !== undefined && !present.includes(wanted.partner))
    return five !== undefined && three !== undefined
      ? fails('sameGene', 'otherPartner', `${text} has another partner than ${wanted.partner}.`)
      : open('sameGene', 'partnerOpen', 'notRecorded', `The partner of ${gene} is not reported.`);
  const isTurned = wanted.side !== undefined && isOrderStated && fusion[wanted.side]?.gene !== gene;
  if (isTurned)
    return fails(
      'sameGene',
      'otherSide',
      `${text} has ${gene} on the other side: it is the reciprocal of what is asked.`,
    );
  const printed = relatePrinted(fusion);
  if (wanted.inFrameWithKinase) return printed ?? relateJunction(fusion, gene);
  const ofKinase =
    hasKinase(gene) && !keepsKinase(fusion) ? (printed ?? relateJunction(fusion, gene)) : undefined;
  const isDenied = ofKinase?.truth === 'unknown' && isDeniedOnHeld(fusion, gene);
  if (ofKinase !== undefined && (ofKinase.truth === 'unmet' || isDenied)) return ofKinase;
  return holds('fusion', 'fusionOfGene', `The finding is a fusion of ${gene}.`);
}
