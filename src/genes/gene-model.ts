/** A gene with everything held about it, and how to find it by symbol or alias. */
import type { ExonParts } from './exon-parts.ts';
import { type GeneFacts, isGeneRole } from './gene-facts.ts';
import { geneModelRows } from './gene-model-data.ts';
import {
  type GeneModelRow,
  unpacked,
  unpackedDomains,
  unpackedParts,
  unpackedResidues,
  unpackedTranscript,
} from './gene-model-row.ts';
import { geneNameRows } from './gene-name-data.ts';
import { translate } from './genetic-code.ts';
import type { ProteinDomain } from './protein-domain.ts';
import type { Transcript } from './transcript.ts';

/** Another protein of the gene whose residues are numbered differently because some are left out or added. */
export interface ProteinIsoform {
  readonly id: string;
  readonly length: number;
  /** Residues of the reference protein that this one lacks, first and last. */
  readonly lacks?: { readonly start: number; readonly end: number };
  /** Residues that it has behind one of the reference protein. */
  readonly adds?: { readonly after: number; readonly residues: number };
  readonly source: string;
}

/** What is held about a gene. Empty lists mean that no sound source was at hand, never that there is nothing. */
export interface GeneModel extends GeneFacts {
  /** The reference transcript first: the one on which unqualified codons and exons are counted. */
  readonly transcripts: readonly Transcript[];
  /** Exons known in part, for a gene whose exon table is not held. */
  readonly parts?: ExonParts;
  /** Domains by protein length. */
  readonly proteins: readonly { readonly length: number; readonly domains: readonly ProteinDomain[] }[];
  /** Coding bases of the reference transcript, ATG to stop. */
  readonly coding?: string;
  /** Residues of the reference protein without the stop. */
  readonly protein?: string;
  /** Single reference residues by position, where the sequence is not held. */
  readonly residues: ReadonlyMap<number, string>;
  readonly isoforms: readonly ProteinIsoform[];
  /** Residues of the reference protein, where no transcript of it is held. */
  readonly proteinLength?: number;
  /** Transcripts, proteins and genes of RefSeq and Ensembl that belong to the gene, without version. */
  readonly accessions: readonly string[];
}

function modelOf(row: GeneModelRow): GeneModel {
  const { symbol, role, arm, chromosome, hgnc, entrez, coding, proteinLength } = row;
  const protein = coding === undefined ? row.protein : translate(coding).replace('*', '');
  return {
    symbol,
    aliases: unpacked(row.aliases),
    role,
    ...(arm === undefined ? {} : { arm }),
    ...(chromosome === undefined ? {} : { chromosome }),
    ...(hgnc === undefined ? {} : { hgnc: `HGNC:${hgnc}` }),
    ...(entrez === undefined ? {} : { entrez }),
    transcripts: row.transcripts.map((packed) => unpackedTranscript(symbol, packed)),
    ...(row.parts === undefined ? {} : { parts: unpackedParts(row.parts) }),
    proteins: row.proteins.map((packed) => ({ length: packed.length, domains: unpackedDomains(packed) })),
    ...(coding === undefined ? {} : { coding }),
    ...(protein === undefined ? {} : { protein }),
    residues: unpackedResidues(row.residues),
    isoforms: row.isoforms,
    ...(proteinLength === undefined ? {} : { proteinLength }),
    accessions: unpacked(row.accessions),
  };
}

/** A gene of which only names and numbers are held, as a row of a model without anything else. */
const namedOnly: readonly GeneModelRow[] = geneNameRows.map((packed) => {
  const [symbol = '', hgnc = '', entrez = '', aliases = '', accessions = '', role = ''] = packed.split('|');
  return {
    symbol,
    aliases,
    role: isGeneRole(role) ? role : 'unknown',
    ...(hgnc === '' ? {} : { hgnc: Number(hgnc) }),
    ...(entrez === '' ? {} : { entrez: Number(entrez) }),
    accessions,
    transcripts: [],
    proteins: [],
    residues: '',
    isoforms: [],
  };
});

const rows: ReadonlyMap<string, GeneModelRow> = new Map(
  [...geneModelRows, ...namedOnly].map((row) => [row.symbol, row]),
);

const models = new Map<string, GeneModel>();

function modelOfSymbol(symbol: string): GeneModel | undefined {
  const made = models.get(symbol);
  if (made !== undefined) return made;
  const row = rows.get(symbol);
  if (row === undefined) return undefined;
  const model = modelOf(row);
  models.set(symbol, model);
  return model;
}

const fold = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_]+/g, ' ');

const symbolByName: ReadonlyMap<string, string> = new Map([
  ...[...rows.values()].flatMap((row) =>
    unpacked(row.aliases).map((alias) => [fold(alias), row.symbol] as const),
  ),
  ...[...rows.keys()].map((symbol) => [fold(symbol), symbol] as const),
]);

/**
 * The gene of an approved symbol or an alias, upper and lower case alike.
 *
 * @returns undefined when the catalogue has no such gene; nothing near is guessed.
 * @example geneOf('c-KIT')?.symbol // 'KIT'
 */
export function geneOf(symbolOrAlias: string): GeneModel | undefined {
  // Most names are printed as they are held.
  const symbol = symbolByName.get(symbolOrAlias) ?? symbolByName.get(fold(symbolOrAlias));
  return symbol === undefined ? undefined : modelOfSymbol(symbol);
}

/** Every gene of the catalogue, those of which only names are held included. */
export function allGenes(): readonly GeneModel[] {
  return [...rows.keys()].flatMap((symbol) => modelOfSymbol(symbol) ?? []);
}

/** Every name under which a gene is known here, symbols and aliases, longest first. */
export function geneNames(): readonly string[] {
  return [...rows.values()]
    .flatMap((row) => [row.symbol, ...unpacked(row.aliases)])
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const withoutVersion = (accession: string): string => accession.split('.')[0] ?? accession;

/**
 * The transcript of an accession, of RefSeq or Ensembl (its version is not compared), or the reference transcript when
 * none is named. A transcript under its own accession is preferred to one that has the same coding sequence.
 *
 * @example transcriptOf(kit, 'NM_000222.2')?.id // 'ENST00000288135'
 */
export function transcriptOf(gene: GeneModel, accession?: string): Transcript | undefined {
  if (accession === undefined) return gene.transcripts[0];
  const id = withoutVersion(accession);
  return (
    gene.transcripts.find((transcript) => transcript.id === id) ??
    gene.transcripts.find((transcript) => transcript.equivalents?.includes(id))
  );
}

/** Residues of the reference protein, or undefined where neither a sequence, a transcript nor a length is held. */
export function proteinLengthOf(gene: GeneModel): number | undefined {
  return gene.protein?.length ?? gene.transcripts[0]?.proteinLength ?? gene.proteinLength;
}

let accessionIndex: ReadonlyMap<string, string> | undefined;

/** Genes by accession, made when the first accession is asked for. */
function symbolByAccession(): ReadonlyMap<string, string> {
  accessionIndex ??= new Map(
    [...rows.values()].flatMap(({ symbol, hgnc, entrez, accessions, transcripts }) =>
      [
        ...(hgnc === undefined ? [] : [`HGNC:${hgnc}`]),
        ...(entrez === undefined ? [] : [`NCBIGENE:${entrez}`]),
        ...unpacked(accessions),
        ...transcripts.flatMap(({ id, equivalents }) => [id, ...unpacked(equivalents ?? '')]),
      ].map((accession) => [accession, symbol] as const),
    ),
  );
  return accessionIndex;
}

/**
 * The gene of an accession: a RefSeq or Ensembl transcript, protein or gene (its version is not compared), an HGNC
 * number (`HGNC:1097`) or one of NCBI Gene (`ncbigene:673`).
 *
 * @returns undefined when no gene held names that accession.
 * @example accessionGene('NP_004324.2')?.symbol // 'BRAF'
 */
export function accessionGene(accession: string): GeneModel | undefined {
  const symbol = symbolByAccession().get(withoutVersion(accession.trim().toUpperCase()));
  return symbol === undefined ? undefined : modelOfSymbol(symbol);
}
