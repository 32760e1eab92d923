/**
 * A fusion against a pattern. Where the pattern asks for it, the fusion must be in frame with the whole kinase domain of
 * the gene; a kinase domain lies at the end of its protein, so that the gene must be the 3' partner unless the junction
 * is known. What the report states comes first, then the exon numbers on the reference transcripts.
 */
import {
  domainsOf,
  type FusionReadings,
  geneOf,
  inFrameWithKinase,
  isKinaseDomain,
  proteinLengthOf,
} from '../genes/index.ts';
import { type Fusion, genesOf } from './alteration.ts';
import { describeAlteration } from './describe-alteration.ts';
import { readingsOf } from './fusion-issues.ts';
import { fails, holds, open, type Relation } from './relation.ts';

function junctionSentence(readings: FusionReadings & { kind: 'known' }): string {
  const { reference, agree } = readings;
  const length = reference.proteinLength === undefined ? '' : `, ${reference.proteinLength} residues`;
  const frame = reference.frame === 'inFrame' ? `in frame${length}` : 'not in frame';
  const on = `on ${reference.five.transcript} and ${reference.three.transcript}`;
  const domain =
    reference.kinase === 'whole' ? 'with the whole kinase domain' : `kinase domain ${reference.kinase}`;
  return `Exon ${reference.five.exon} of ${reference.five.gene} with exon ${reference.three.exon} of ${reference.three.gene} is ${frame}, ${domain}, ${on}.${agree ? '' : ' Other transcripts give other junctions for the same exon numbers.'}`;
}

function relateJunction(fusion: Fusion, gene: string): Relation {
  const readings = readingsOf(fusion);
  const text = describeAlteration(fusion);
  if (readings?.kind === 'known') {
    const sentence = junctionSentence(readings);
    switch (inFrameWithKinase(readings.reference, gene)) {
      case 'met':
        return holds('fusion', sentence);
      case 'unmet':
        return fails('fusion', sentence);
      case 'unknown':
        return open('fusion', 'notModelled', sentence);
    }
  }
  if (fusion.five?.gene === gene && fusion.isOrderStated && kinaseAtEnd(gene))
    return fails('fusion', `In ${text} the end of ${gene}, where its kinase domain lies, is lost.`);
  return open(
    'fusion',
    'notRecorded',
    `Whether ${text} is in frame and keeps the kinase domain of ${gene} is not reported.`,
  );
}

/** The kinase domain ends within the last third of the protein, as in every receptor tyrosine kinase. */
function kinaseAtEnd(symbol: string): boolean {
  const gene = geneOf(symbol);
  const length = gene === undefined ? undefined : proteinLengthOf(gene);
  const kinase = gene === undefined ? undefined : domainsOf(gene)?.find(isKinaseDomain);
  return length !== undefined && kinase !== undefined && kinase.end > (length * 2) / 3;
}

/** What the fusion must be. */
export interface FusionRequirement {
  readonly genes: readonly string[];
  readonly partner?: string;
  readonly inFrameWithKinase: boolean;
}

/** Relates a fusion to what is asked of it. */
export function relateFusion(fusion: Fusion, wanted: FusionRequirement): Relation {
  const text = describeAlteration(fusion);
  const present = genesOf(fusion);
  const gene = wanted.genes.find((each) => present.includes(each));
  if (gene === undefined) return fails('none', `${text} does not involve ${wanted.genes.join(' or ')}.`);
  if (wanted.partner !== undefined && !present.includes(wanted.partner))
    return fusion.unplaced === undefined
      ? fails('sameGene', `${text} has another partner than ${wanted.partner}.`)
      : open('sameGene', 'notRecorded', `The partner of ${gene} is not reported.`);
  if (!wanted.inFrameWithKinase) return holds('fusion', `The finding is a fusion of ${gene}.`);
  if (fusion.inFramePrinted === false) return fails('fusion', `${text}: the report says out of frame.`);
  if (fusion.kinasePrinted === 'lost')
    return fails('fusion', `${text}: the report says the kinase domain is lost.`);
  if (fusion.inFramePrinted === true && fusion.kinasePrinted === 'retained')
    return holds('fusion', `${text}: the report says in frame with the kinase domain kept.`);
  return relateJunction(fusion, gene);
}
