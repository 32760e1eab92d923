/** What the loss or doubling of whole exons does to the reading frame, by the exons of the reference transcript. */
import { geneOf, transcriptOf } from '../genes/index.ts';
import type { ExonChange, Fusion } from './alteration.ts';

/** `startLost` and `endLost`: the exon with the start or the stop codon is among them. */
export type ExonChangeFrame = 'kept' | 'lost' | 'startLost' | 'endLost' | 'untranslated' | 'unknown';

/** The frame after the change; unknown where the exons are not held or are counted on another transcript. */
export function frameOfExonChange({
  gene: symbol,
  from,
  to,
  transcript: named,
}: ExonChange): ExonChangeFrame {
  const gene = geneOf(symbol);
  const transcript = gene === undefined ? undefined : transcriptOf(gene, named);
  if (transcript === undefined) return 'unknown';
  const exons = transcript.exons.filter(({ number }) => number >= from && number <= to);
  if (exons.length !== to - from + 1) return 'unknown';
  const coded = exons.flatMap(({ cds }) => cds ?? []);
  if (coded.length === 0) return 'untranslated';
  if (coded.some(({ start }) => start === 1)) return 'startLost';
  if (coded.some(({ end }) => end >= transcript.cdsLength)) return 'endLost';
  const bases = coded.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  return bases % 3 === 0 ? 'kept' : 'lost';
}

/** First and last codon of the exons; undefined where they are not held. */
export function codonsOfExonChange({
  gene: symbol,
  from,
  to,
  transcript: named,
}: ExonChange): { readonly start: number; readonly end: number } | undefined {
  const gene = geneOf(symbol);
  const transcript = gene === undefined ? undefined : transcriptOf(gene, named);
  const coded = (transcript?.exons ?? [])
    .filter(({ number }) => number >= from && number <= to)
    .flatMap(({ cds }) => cds ?? []);
  const first = coded[0];
  const last = coded.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { start: Math.ceil(first.start / 3), end: Math.ceil(last.end / 3) };
}

/**
 * A junction within one gene as the change of its exons that it is: exon 1 joined to exon 8 is the deletion of exons 2 to
 * 7, exon 8 joined to exon 2 the duplication of exons 2 to 8. Undefined for two genes, and without exon numbers.
 */
export function exonChangeOfFusion({ five, three, isOrderStated, printed }: Fusion): ExonChange | undefined {
  if (five === undefined || three === undefined || five.gene !== three.gene || !isOrderStated)
    return undefined;
  if (five.exon === undefined || three.exon === undefined || five.transcript !== three.transcript)
    return undefined;
  const [last, next] = [five.exon, three.exon];
  if (next === last + 1) return undefined;
  const isDeletion = next > last;
  return {
    kind: 'exonChange',
    gene: five.gene,
    change: isDeletion ? 'deletion' : 'duplication',
    from: isDeletion ? last + 1 : next,
    to: isDeletion ? next - 1 : last,
    ...(five.transcript === undefined ? {} : { transcript: five.transcript }),
    printed,
  };
}
