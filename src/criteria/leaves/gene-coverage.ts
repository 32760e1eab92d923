/**
 * How far an assay decides a pattern in one gene: the kinds of event that have to be seen, and the exons that the pattern
 * needs against the exons covered. Loss of function needs the sequence and the copies; whole exons are seen by RNA, and
 * DNA can miss them; a chromosome is covered where the assay looks at all of it.
 */
import { type AlterationPattern, exonsOf, readAlteration } from '../../alteration/index.ts';
import { type Assay, type EventKind, reachOf } from '../../case/index.ts';
import { exonOfCodon, geneOf } from '../../genes/index.ts';
import type { AssayReach } from '../../truth/index.ts';

/** The kind of event that a pattern names. */
export type PatternEvent = 'smallVariant' | 'copyNumber' | 'fusion';

/** The kind of event that a pattern names first. */
export function eventOf(pattern: AlterationPattern): PatternEvent {
  if ('fusionOf' in pattern || 'rearrangement' in pattern) return 'fusion';
  if ('chromosome' in pattern)
    return pattern.change === 'translocation' || pattern.change === 'inversion' ? 'fusion' : 'copyNumber';
  return 'amplification' in pattern || 'copyNumber' in pattern ? 'copyNumber' : 'smallVariant';
}

/** Every kind of event in which a pattern can be met: all of them have to be looked for to exclude it. */
export function eventsOf(pattern: AlterationPattern): readonly PatternEvent[] {
  return 'lossOfFunction' in pattern ? ['smallVariant', 'copyNumber'] : [eventOf(pattern)];
}

/** The exons in which a pattern can be met; undefined for the whole gene, or where the gene model does not tell. */
export function exonsOfPattern(pattern: AlterationPattern): readonly number[] | undefined {
  if ('exon' in pattern && 'gene' in pattern) return [pattern.exon].flat();
  if ('exonChange' in pattern) return exonsFrom(...pattern.exons);
  if ('variant' in pattern) {
    const variant = readAlteration(pattern.variant, { gene: pattern.gene }).value;
    return variant?.kind === 'sequenceVariant' ? exonsOf(variant) : undefined;
  }
  if (!('codons' in pattern)) return undefined;
  const model = geneOf(pattern.gene);
  if (model === undefined) return undefined;
  const ends = pattern.codons.map((codon) => exonOfCodon(model, codon));
  const known = ends.flatMap((exon) => (exon.kind === 'known' ? exon.value.exons : []));
  if (ends.some((exon) => exon.kind !== 'known') || known.length === 0) return undefined;
  return exonsFrom(Math.min(...known), Math.max(...known));
}

const exonsFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const weakestFirst: readonly AssayReach[] = ['doesNotCover', 'unstated', 'canMiss', 'detects'];

const weakest = (reaches: readonly AssayReach[]): AssayReach =>
  weakestFirst.find((reach) => reaches.includes(reach)) ?? 'unstated';

function reachOfEvent(
  assay: Assay | undefined,
  event: EventKind,
  gene: string,
  exons: readonly number[] | undefined,
): AssayReach {
  if (exons === undefined) return reachOf(assay, { event, gene });
  return weakest(exons.map((exon) => reachOf(assay, { event, gene, exon })));
}

/** Whole exons lost or skipped: any way of looking may see them, and only RNA shows each. */
function reachOfExons(assay: Assay | undefined, pattern: AlterationPattern, gene: string): AssayReach {
  const events: readonly EventKind[] = ['smallVariant', 'fusion', 'copyNumber'];
  const reaches = events.map((event) => reachOfEvent(assay, event, gene, exonsOfPattern(pattern)));
  const best = weakestFirst.toReversed().find((reach) => reaches.includes(reach)) ?? 'unstated';
  return best === 'detects' && assay?.analyte !== 'RNA' ? 'canMiss' : best;
}

/**
 * The reach of an assay for a pattern in one of its genes: that of the event and of the exon that it covers least.
 */
export function reachInGene(assay: Assay | undefined, pattern: AlterationPattern, gene: string): AssayReach {
  if ('exonChange' in pattern) return reachOfExons(assay, pattern, gene);
  const exons = exonsOfPattern(pattern);
  return weakest(eventsOf(pattern).map((event) => reachOfEvent(assay, event, gene, exons)));
}

const wholeGenomeMethods: ReadonlySet<Assay['method']> = new Set([
  'array',
  'exomeSequencing',
  'genomeSequencing',
]);

/** The reach of an assay for a change of a chromosome: genes alone do not cover an arm. */
export function reachOnChromosome(assay: Assay | undefined, pattern: AlterationPattern): AssayReach {
  const reach = reachOf(assay, { event: eventOf(pattern) });
  const isWhole =
    assay !== undefined &&
    (assay.genes === 'all' || assay.analyte === 'chromosomes' || wholeGenomeMethods.has(assay.method));
  return reach === 'detects' && !isWhole ? 'canMiss' : reach;
}
