/** A fusion against what a pattern asks of its partners, exons and frame, and against a rearrangement of a gene. */
import { geneOf } from '../genes/index.ts';
import type { Fusion, FusionSide } from './alteration.ts';
import type { AlterationPattern } from './alteration-pattern.ts';
import { relateFusion } from './relate-fusion.ts';
import { findingText } from './relate-text.ts';
import { fails, holds, open, type Relation } from './relation.ts';

type FusionPattern = Extract<AlterationPattern, { fusionOf: unknown }>;

const symbolOf = (name: string): string => geneOf(name)?.symbol ?? name;

/** The side on which one of the genes stands. */
function sideWith(fusion: Fusion, genes: readonly string[]): FusionSide | undefined {
  return [fusion.three, fusion.five].find((side) => side !== undefined && genes.includes(side.gene));
}

/** The exon of one side against the one asked for; undefined where none is asked for or it is the same. */
function relateExon(
  fusion: Fusion,
  genes: readonly string[],
  exon: number | undefined,
): Relation | undefined {
  if (exon === undefined) return undefined;
  const side = sideWith(fusion, genes);
  const text = findingText(fusion);
  if (side?.exon === undefined)
    return open(
      'fusion',
      'junctionOpen',
      'notRecorded',
      `The exon of ${genes.join(' or ')} in ${text} is not reported.`,
    );
  if (side.transcript !== undefined && side.exon !== exon)
    return open('fusion', 'exonNumbersOpen', 'ambiguous', `${text} counts exons on ${side.transcript}.`);
  return side.exon === exon
    ? undefined
    : fails(
        'sameGene',
        'otherJunction',
        `${text} joins exon ${side.exon} of ${side.gene}, not exon ${exon}.`,
      );
}

/** Relates a fusion to the fusion that is asked for. */
export function relateToFusion(finding: Fusion, genes: readonly string[], pattern: FusionPattern): Relation {
  const partner = pattern.partner === undefined ? undefined : symbolOf(pattern.partner);
  const relation = relateFusion(finding, {
    genes,
    ...(partner === undefined ? {} : { partner }),
    ...(pattern.side === undefined ? {} : { side: pattern.side }),
    inFrameWithKinase: pattern.inFrameWithKinase === true,
  });
  if (relation.truth === 'unmet') return relation;
  const ofExons = [
    relateExon(finding, genes, pattern.exon),
    partner === undefined ? undefined : relateExon(finding, [partner], pattern.partnerExon),
  ].filter((each) => each !== undefined);
  const other = ofExons.find(({ truth }) => truth === 'unmet') ?? ofExons[0];
  return other === undefined || (relation.truth === 'unknown' && other.truth === 'unknown')
    ? relation
    : other;
}

/** Relates a fusion, or a rearrangement that a probe shows, to the rearrangement of a gene. */
export function relateToRearrangement(finding: Fusion): Relation {
  const text = findingText(finding);
  return finding.five !== undefined && finding.five.gene === finding.three?.gene
    ? fails('sameGene', 'intragenic', `${text} lies within one gene.`)
    : holds('fusion', 'rearranged', `${text} rearranges the gene.`);
}
