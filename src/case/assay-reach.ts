/**
 * What an assay can say about one kind of event in one gene. Three rules hold whatever a record lists: an assay of DNA
 * can miss a fusion (large introns, short reads: paper 001, lines 289-297; MSK-IMPACT found 81.1% of NTRK fusions,
 * Solomon 2019); a stain is a surrogate for a fusion; and an assay of some genes can miss the event in any other, so
 * a question that names no gene is not decided by it.
 */
import type { AssayReach } from '../truth/index.ts';
import type { Assay, EventKind } from './assay.ts';

/** The question put to an assay. */
export interface ReachQuestion {
  readonly event: EventKind;
  readonly gene?: string;
  readonly exon?: number;
}

/** Events of the whole genome: a list of genes does not bound what the assay says of them. */
const genomeWide: ReadonlySet<EventKind> = new Set([
  'microsatelliteInstability',
  'mismatchRepair',
  'tumourMutationalBurden',
]);

const sameGene = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

function coverage(assay: Assay, { event, gene, exon }: ReachQuestion): AssayReach {
  if (assay.genes === 'all') return 'detects';
  if (gene === undefined) return assay.genes === 'unstated' || genomeWide.has(event) ? 'detects' : 'canMiss';
  if (assay.genes === 'unstated') return 'unstated';
  if (!assay.genes.some((each) => sameGene(each, gene))) return 'doesNotCover';
  const regions = assay.regions.filter((each) => sameGene(each.gene, gene));
  if (regions.length === 0) return 'detects';
  if (exon === undefined) return 'canMiss';
  return regions.some((each) => each.exons.includes(exon)) ? 'detects' : 'doesNotCover';
}

/** How far a result of this assay decides the question. */
export function reachOf(assay: Assay | undefined, question: ReachQuestion): AssayReach {
  if (assay === undefined) return 'unstated';
  const { event } = question;
  const listed = assay.detects.includes(event);
  const missable = assay.canMiss.includes(event);
  if (!listed && !missable) {
    return assay.detects.length + assay.canMiss.length === 0 ? 'unstated' : 'doesNotCover';
  }
  const covered = coverage(assay, question);
  if (covered !== 'detects') return covered;
  const surrogate = event === 'fusion' && (assay.analyte === 'DNA' || assay.analyte === 'protein');
  return missable || surrogate ? 'canMiss' : 'detects';
}
