/** How far an assay decides a pattern in one gene: the exons that the pattern needs against the exons covered. */
import { type AlterationPattern, exonsOf, readAlteration } from '../../alteration/index.ts';
import { type Assay, type EventKind, reachOf } from '../../case/index.ts';
import { exonOfCodon, geneOf } from '../../genes/index.ts';
import type { AssayReach } from '../../truth/index.ts';

/** The kind of event that a pattern names. */
export function eventOf(pattern: AlterationPattern): 'smallVariant' | 'copyNumber' | 'fusion' {
  if ('fusionOf' in pattern) return 'fusion';
  const isOfCopies = 'amplification' in pattern || 'copyNumber' in pattern || 'chromosome' in pattern;
  return isOfCopies ? 'copyNumber' : 'smallVariant';
}

/** The exons in which a pattern can be met; undefined for the whole gene, or where the gene model does not tell. */
export function exonsOfPattern(pattern: AlterationPattern): readonly number[] | undefined {
  if ('exon' in pattern) return [pattern.exon].flat();
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

/** The reach of an assay for a pattern in one of its genes: that of the exon that it covers least. */
export function reachInGene(assay: Assay | undefined, pattern: AlterationPattern, gene: string): AssayReach {
  const event: EventKind = eventOf(pattern);
  const exons = exonsOfPattern(pattern);
  if (exons === undefined) return reachOf(assay, { event, gene });
  const reaches = exons.map((exon) => reachOf(assay, { event, gene, exon }));
  return weakestFirst.find((reach) => reaches.includes(reach)) ?? 'unstated';
}
