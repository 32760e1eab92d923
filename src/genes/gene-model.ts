/** A gene with everything held about it, and how to find it by symbol or alias. */
import { type GeneFacts, geneFacts } from './gene-facts.ts';
import { translate } from './genetic-code.ts';
import { kitCodingSequence } from './kit-sequence.ts';
import { domainsOfRow, type ProteinDomain } from './protein-domain.ts';
import { proteinRows } from './protein-rows.ts';
import { residueRows } from './residue-rows.ts';
import { type Transcript, transcriptOfRow } from './transcript.ts';
import { transcriptRows } from './transcript-rows.ts';

/** Another protein of the gene whose residues are numbered differently because some are left out. */
export interface ProteinIsoform {
  readonly id: string;
  readonly length: number;
  /** Residues of the reference protein that this one lacks, first and last. */
  readonly lacks: { readonly start: number; readonly end: number };
  readonly source: string;
}

/** What is held about a gene. Empty lists mean that no sound source was at hand, never that there is nothing. */
export interface GeneModel extends GeneFacts {
  /** The reference transcript first: the one on which unqualified codons and exons are counted. */
  readonly transcripts: readonly Transcript[];
  /** Domains by protein length. */
  readonly proteins: readonly { readonly length: number; readonly domains: readonly ProteinDomain[] }[];
  /** Coding bases of the reference transcript, ATG to stop. */
  readonly coding?: string;
  /** Residues of the reference protein without the stop. */
  readonly protein?: string;
  /** Single reference residues by position, where the sequence is not held. */
  readonly residues: ReadonlyMap<number, string>;
  readonly isoforms: readonly ProteinIsoform[];
}

/** Coding sequences of reference transcripts. */
const codingSequences: ReadonlyMap<string, string> = new Map([['KIT', kitCodingSequence]]);

/** Isoforms in use in reports beside the reference. */
const isoforms: ReadonlyMap<string, readonly ProteinIsoform[]> = new Map([
  [
    'KIT',
    [
      {
        id: 'NM_001093772',
        length: 972,
        lacks: { start: 510, end: 513 },
        source: 'UniProt P10721-2 (without GNNK); domains shifted by four residues in the NCBI domain table',
      },
    ],
  ],
]);

/** Transcripts on which the field counts where MANE Select is not marked in the data. */
const referenceTranscripts: ReadonlySet<string> = new Set(['ENST00000288135', 'ENST00000629765']);

function residuesOf(gene: string): ReadonlyMap<number, string> {
  const row = residueRows.find((each) => each.gene === gene);
  const entries = (row?.residues ?? '').split(' ').filter((text) => text !== '');
  return new Map(entries.map((text) => [Number(text.slice(1)), text.charAt(0)]));
}

function modelOf(facts: GeneFacts): GeneModel {
  const rank = (transcript: Transcript): number =>
    (referenceTranscripts.has(transcript.id) ? 2 : 0) + (transcript.mane ? 1 : 0);
  const coding = codingSequences.get(facts.symbol);
  return {
    ...facts,
    transcripts: transcriptRows
      .filter((row) => row.gene === facts.symbol)
      .map(transcriptOfRow)
      .toSorted((a, b) => rank(b) - rank(a)),
    proteins: proteinRows
      .filter((row) => row.gene === facts.symbol)
      .map((row) => ({ length: row.length, domains: domainsOfRow(row) })),
    ...(coding === undefined ? {} : { coding, protein: translate(coding).replace('*', '') }),
    residues: residuesOf(facts.symbol),
    isoforms: isoforms.get(facts.symbol) ?? [],
  };
}

const models: ReadonlyMap<string, GeneModel> = new Map(
  geneFacts.map((facts) => [facts.symbol, modelOf(facts)]),
);

const fold = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_]+/g, ' ');

const symbolByName: ReadonlyMap<string, string> = new Map([
  ...geneFacts.flatMap((facts) => facts.aliases.map((alias) => [fold(alias), facts.symbol] as const)),
  ...geneFacts.map((facts) => [fold(facts.symbol), facts.symbol] as const),
]);

/**
 * The gene of an approved symbol or an alias, upper and lower case alike.
 *
 * @returns undefined when the catalogue has no such gene; nothing near is guessed.
 * @example geneOf('c-KIT')?.symbol // 'KIT'
 */
export function geneOf(symbolOrAlias: string): GeneModel | undefined {
  const symbol = symbolByName.get(fold(symbolOrAlias));
  return symbol === undefined ? undefined : models.get(symbol);
}

/** Every gene of the catalogue. */
export function allGenes(): readonly GeneModel[] {
  return [...models.values()];
}

/** Every name under which a gene is known here, symbols and aliases, longest first. */
export function geneNames(): readonly string[] {
  return geneFacts
    .flatMap((facts) => [facts.symbol, ...facts.aliases])
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The transcript of an accession (its version is not compared), or the reference transcript when none is named. */
export function transcriptOf(gene: GeneModel, accession?: string): Transcript | undefined {
  if (accession === undefined) return gene.transcripts[0];
  const id = accession.split('.')[0];
  return gene.transcripts.find((transcript) => transcript.id === id);
}

/** Residues of the reference protein, or undefined where neither a sequence nor a transcript is held. */
export function proteinLengthOf(gene: GeneModel): number | undefined {
  return gene.protein?.length ?? gene.transcripts[0]?.proteinLength;
}
