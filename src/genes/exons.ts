/** Questions about codons, exons, residues and domains of the reference transcript. Without a source: unknown. */
import { type ExonParts, partOfBase } from './exon-parts.ts';
import { type GeneModel, proteinLengthOf, transcriptOf } from './gene-model.ts';
import type { ProteinDomain } from './protein-domain.ts';
import { accessionOf, codonOfBase, type Exon, type Transcript } from './transcript.ts';

/** An answer, or why there is none. */
export type Known<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'unknown'; readonly reason: 'noExons' | 'noTranscript' | 'noSequence' | 'outside' };

/** Exons of a codon with the transcript on which they are counted. Two exons share a codon that an intron splits. */
export interface ExonsOfCodon {
  readonly exons: readonly number[];
  readonly transcript: string;
}

const known = <T>(value: T): Known<T> => ({ kind: 'known', value });

function transcriptFor(gene: GeneModel, accession: string | undefined): Known<Transcript> {
  if (gene.transcripts.length === 0) return { kind: 'unknown', reason: 'noExons' };
  const transcript = transcriptOf(gene, accession);
  return transcript === undefined ? { kind: 'unknown', reason: 'noTranscript' } : known(transcript);
}

/** First and last codon of an exon, codons that it shares with a neighbour included; undefined if it codes nothing. */
export function codonsOfExon(exon: Exon): { readonly start: number; readonly end: number } | undefined {
  if (exon.cds === undefined) return undefined;
  return { start: codonOfBase(exon.cds.start), end: codonOfBase(exon.cds.end) };
}

/** The exons known in part that answer for an accession, or for none where they are of the reference transcript. */
function partsFor(gene: GeneModel, accession: string | undefined): ExonParts | undefined {
  const { parts } = gene;
  if (parts === undefined) return undefined;
  if (accession === undefined) return gene.transcripts.length === 0 && parts.isReference ? parts : undefined;
  return transcriptOf(gene, accession) === undefined &&
    parts.transcripts.includes(accession.split('.')[0] ?? '')
    ? parts
    : undefined;
}

/**
 * The exon, or the two exons, that hold a codon.
 *
 * @param accession a transcript other than the reference one.
 * @example exonOfCodon(kit, 560) // { kind: 'known', value: { exons: [11], transcript: 'ENST00000288135' } }
 */
export function exonOfCodon(gene: GeneModel, codon: number, accession?: string): Known<ExonsOfCodon> {
  const parts = partsFor(gene, accession);
  if (parts !== undefined) {
    const held = [3 * codon - 2, 3 * codon - 1, 3 * codon].map((base) => partOfBase(parts, base)?.number);
    const sure = held.filter((number) => number !== undefined);
    if (sure.length < held.length) return { kind: 'unknown', reason: 'noExons' };
    return known({ exons: [...new Set(sure)], transcript: parts.transcripts[0] ?? '' });
  }
  const found = transcriptFor(gene, accession);
  if (found.kind === 'unknown') return found;
  const transcript = found.value;
  const exons: number[] = [];
  for (const { cds, number } of transcript.exons)
    if (cds !== undefined && codon >= codonOfBase(cds.start) && codon <= codonOfBase(cds.end))
      exons.push(number);
  if (exons.length === 0) return { kind: 'unknown', reason: 'outside' };
  return known({ exons, transcript: accessionOf(transcript) });
}

/**
 * First and last codon of an exon number, shared codons included.
 *
 * @example codonRangeOfExon(kit, 9) // { kind: 'known', value: { start: 449, end: 514, transcript: … } }
 */
export function codonRangeOfExon(
  gene: GeneModel,
  number: number,
  accession?: string,
): Known<{ readonly start: number; readonly end: number; readonly transcript: string }> {
  const parts = partsFor(gene, accession);
  if (parts !== undefined) {
    const part = parts.exons.find((each) => each.number === number);
    if (part === undefined || !part.startsThere || !part.endsThere)
      return { kind: 'unknown', reason: 'noExons' };
    return known({
      start: codonOfBase(part.first),
      end: codonOfBase(part.last),
      transcript: parts.transcripts[0] ?? '',
    });
  }
  const found = transcriptFor(gene, accession);
  if (found.kind === 'unknown') return found;
  const exon = found.value.exons.find((each) => each.number === number);
  const codons = exon === undefined ? undefined : codonsOfExon(exon);
  if (codons === undefined) return { kind: 'unknown', reason: 'outside' };
  return known({ ...codons, transcript: accessionOf(found.value) });
}

/** The exon of a coding base (`c.` number) of the reference transcript. */
export function exonOfBase(gene: GeneModel, base: number, accession?: string): Known<number> {
  const parts = partsFor(gene, accession);
  if (parts !== undefined) {
    const part = partOfBase(parts, base);
    return part === undefined ? { kind: 'unknown', reason: 'noExons' } : known(part.number);
  }
  const found = transcriptFor(gene, accession);
  if (found.kind === 'unknown') return found;
  const exon = found.value.exons.find(({ cds }) => cds !== undefined && base >= cds.start && base <= cds.end);
  return exon === undefined ? { kind: 'unknown', reason: 'outside' } : known(exon.number);
}

/** The one-letter residue of the reference protein at a position, `*` at the stop. */
export function residueAt(gene: GeneModel, position: number): Known<string> {
  if (gene.protein !== undefined) {
    const length = gene.protein.length;
    if (position < 1 || position > length + 1) return { kind: 'unknown', reason: 'outside' };
    return known(position > length ? '*' : gene.protein.charAt(position - 1));
  }
  const length = proteinLengthOf(gene);
  if (position < 1 || (length !== undefined && position > length + 1))
    return { kind: 'unknown', reason: 'outside' };
  if (position - 1 === length) return known('*');
  const residue = gene.residues.get(position);
  return residue === undefined ? { kind: 'unknown', reason: 'noSequence' } : known(residue);
}

/** The coding base at a `c.` number of the reference transcript. */
export function baseAt(gene: GeneModel, base: number): Known<string> {
  if (gene.coding === undefined) return { kind: 'unknown', reason: 'noSequence' };
  const found = gene.coding.at(base - 1);
  if (base < 1 || found === undefined) return { kind: 'unknown', reason: 'outside' };
  return known(found);
}

/** Domains of the protein of a transcript, matched by protein length; undefined where no table holds that protein. */
export function domainsOf(gene: GeneModel, accession?: string): readonly ProteinDomain[] | undefined {
  const transcript = transcriptOf(gene, accession);
  if (transcript === undefined) return accession === undefined ? gene.proteins[0]?.domains : undefined;
  return gene.proteins.find((protein) => protein.length === transcript.proteinLength)?.domains;
}

/** The domains that hold a residue of the reference protein; none is an answer, unknown is another. */
export function domainAt(gene: GeneModel, position: number): Known<readonly ProteinDomain[]> {
  const domains = domainsOf(gene);
  if (domains === undefined) return { kind: 'unknown', reason: 'noSequence' };
  return known(domains.filter((domain) => position >= domain.start && position <= domain.end));
}
