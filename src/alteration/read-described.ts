/**
 * Reads full HGVS descriptions and coordinates: `NP_004324.2:p.Val600Glu`, `NC_000017.10:g.7577120C>T`,
 * `chr7:g.140453136A>T`, `7-140453136-A-T`. The gene is the one of the accession, the one in parentheses or the one beside.
 */
import { accessionGene } from '../genes/index.ts';
import type { FindingParts } from './finding-parts.ts';
import { type HgvsVariant, parseHgvs, printHgvs, toCodingChange } from './hgvs/index.ts';
import { readCodingChange } from './read-coding-change.ts';
import { readProteinChange } from './read-protein-change.ts';

/** A description with the gene that it names itself. */
export interface ReadDescription {
  readonly gene?: string;
  readonly parts: FindingParts;
}

const accessioned = /^(?:[NX][CGMPRTW]_|ENS[A-Z]*[GTP]\d|LRG_\d|U\d{5})/;
const prefixed = /^\(?[gmnrocp]\.\S/;
const chromosome = /^(?:chr(?:omosome)?)?([1-9]|1\d|2[0-2]|X|Y|M|MT)[:-](?:g\.)?(.+)$/i;
const vcfLike = /^(\d{1,9})-([ACGTacgt]{1,200})-([ACGTacgt]{1,200})$/;

/** The sequence on which positions are counted, as printed. */
function accessionText({ reference }: HgvsVariant): string | undefined {
  const accession = reference?.within ?? reference?.accession;
  if (accession === undefined) return undefined;
  return accession.version === undefined ? accession.id : `${accession.id}.${accession.version}`;
}

/** A description on any level as parts; undefined where our simpler forms do not hold it and nothing else does. */
function partsOf(variant: HgvsVariant): FindingParts | undefined {
  const bare = { ...variant, reference: undefined };
  if (variant.kind === 'alleles') return undefined;
  if (variant.kind === 'protein') {
    const { edit, interval, isPredicted } = variant.change;
    if (interval === undefined && (edit.kind === 'unknown' || edit.kind === 'absent'))
      return { proteinEffect: edit.kind === 'unknown' ? 'unknown' : 'none', saysMutation: true };
    const protein = readProteinChange(printHgvs(bare, { letters: 'one' }));
    return protein === undefined ? undefined : { protein: { ...protein, isPredicted } };
  }
  if (variant.type === 'c') {
    const coding = readCodingChange(printHgvs(bare, { removed: 'keep' }));
    if (coding !== undefined) return { coding };
    // What our simpler form does not hold is kept as its text; what it refuses is not.
    return toCodingChange(variant.change) === undefined ? { genomic: printHgvs(variant) } : undefined;
  }
  return { genomic: printHgvs(variant) };
}

/** A coordinate and two alleles as HGVS, shortened to what differs. */
function genomicOfAlleles(chrom: string, position: number, ref: string, alt: string): string {
  const [before, after] = [ref.toUpperCase(), alt.toUpperCase()];
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
  let tail = 0;
  while (
    tail < before.length - same &&
    tail < after.length - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const removed = before.slice(same, before.length - tail);
  const added = after.slice(same, after.length - tail);
  const start = position + same;
  const end = start + removed.length - 1;
  const place = end > start ? `${start}_${end}` : `${start}`;
  const prefix = `chr${chrom}:g.`;
  if (removed === '' && added === '')
    return before.length === 1
      ? `${prefix}${position}=`
      : `${prefix}${position}_${position + before.length - 1}=`;
  if (removed === '') return `${prefix}${start - 1}_${start}ins${added}`;
  if (added === '') return `${prefix}${place}del`;
  if (removed.length === 1 && added.length === 1) return `${prefix}${start}${removed}>${added}`;
  return `${prefix}${place}delins${added}`;
}

function readCoordinate(token: string): ReadDescription | undefined {
  const [, chrom, rest] = chromosome.exec(token) ?? [];
  if (chrom === undefined || rest === undefined) return undefined;
  const name = chrom.toUpperCase();
  const [, position, ref, alt] = vcfLike.exec(rest) ?? [];
  if (position !== undefined && ref !== undefined && alt !== undefined)
    return { parts: { genomic: genomicOfAlleles(name, Number(position), ref, alt) } };
  if (!token.includes(':')) return undefined;
  const read = parseHgvs(`g.${rest}`);
  return read.value === undefined ? undefined : { parts: { genomic: `chr${name}:${printHgvs(read.value)}` } };
}

const accessionAlone = /^(?:[NX][MRP]_\d{4,12}|ENS[TP]\d{8,15})(?:\.\d{1,3})?$/;

/** Reads the sequence on which the notations beside it are counted (`NM_004333.4 c.1799T>A`). */
export function readAccession(token: string): FindingParts | undefined {
  if (!accessionAlone.test(token)) return undefined;
  const gene = accessionGene(token)?.symbol;
  return { transcript: token, ...(gene === undefined ? {} : { sequenceGene: gene }) };
}

/** Reads one token that is a full description; undefined where it is anything else. */
export function readDescription(token: string): ReadDescription | undefined {
  if (/^(?:chr(?:omosome)?)?(?:\d|[XYM])/i.test(token)) {
    const coordinate = readCoordinate(token);
    if (coordinate !== undefined) return coordinate;
  }
  const isAccessioned = accessioned.test(token);
  if (!isAccessioned && !prefixed.test(token)) return undefined;
  const isWrapped = token.startsWith('(') && token.endsWith(')') && !isAccessioned;
  const { value } = parseHgvs(isWrapped ? token.slice(1, -1) : token);
  if (value === undefined) return undefined;
  const parts = partsOf(value);
  if (parts === undefined) return undefined;
  const transcript = accessionText(value);
  const gene =
    value.reference?.gene ?? (transcript === undefined ? undefined : accessionGene(transcript)?.symbol);
  return {
    ...(gene === undefined ? {} : { gene }),
    parts: { ...parts, ...(transcript === undefined ? {} : { transcript }) },
  };
}
