/**
 * Arriba's fusions.tsv, any version: columns by name (Uhrig 2021, PMID 33441414; output files chapter of its manual).
 * gene1 is the 5' partner. `direction` says on which side of its breakpoint a partner is joined to the other, so that
 * with the strand of the gene it tells which end of the gene is kept.
 */
import type { Issue } from '../../reading/index.ts';
import { geneParts, joinedSides, placeOf, printedColumns, type RowCells, readCount } from './call-parts.ts';
import type { Arrangement, CalledSide, CallerClaims, ClaimedFrame, FusionCall } from './fusion-call.ts';

/** Words of the column `reading_frame`. */
const frames: Readonly<Record<string, ClaimedFrame>> = {
  'in-frame': 'inFrame',
  'out-of-frame': 'outOfFrame',
  'stop-codon': 'stopBeforeJunction',
};

type KeptEnd = 'five' | 'three';

/** Joined to what lies downstream (higher positions), a gene on the plus strand keeps its 5' end. */
function keptEnd(strand: string | undefined, direction: string | undefined): KeptEnd | undefined {
  if ((strand !== '+' && strand !== '-') || (direction !== 'upstream' && direction !== 'downstream'))
    return undefined;
  return (direction === 'downstream') === (strand === '+') ? 'five' : 'three';
}

function joinOf(first: KeptEnd | undefined, second: KeptEnd | undefined): Arrangement {
  if (first === 'five' && second === 'five') return 'fiveToFive';
  if (first === 'three' && second === 'three') return 'threeToThree';
  if (first === 'three' || second === 'five') return 'notStated';
  return 'fiveToThree';
}

/** A place between genes is printed as its neighbours with their distances: `A(4960),B(18693)`. */
const isBetweenGenes = (gene: string, site: string | undefined): boolean =>
  site === 'intergenic' || /\(\d+\)/.test(gene);

function sideOf(row: RowCells, number: 1 | 2, issues: Issue[]): CalledSide {
  const printed = row.cell(`gene${number}`) ?? '';
  const site = row.cell(`site${number}`);
  const transcript = row.cell(`transcript_id${number}`);
  const geneId = row.cell(`gene_id${number}`);
  const [strand] = (row.cell(`strand${number}(gene/fusion)`, `strand${number}`) ?? '').split('/');
  const named = printed === '' || isBetweenGenes(printed, site) ? { printed } : geneParts(printed);
  return {
    ...named,
    ...placeOf(row.cell(`breakpoint${number}`), row.line, issues),
    ...(strand === '+' || strand === '-' ? { strand } : {}),
    ...(site === undefined ? {} : { site }),
    ...(transcript === undefined ? {} : { transcript }),
    ...(geneId === undefined ? {} : { geneId }),
  };
}

/** Bases between the two bars of `fusion_transcript` are of neither gene. */
function linkerOf(transcript: string | undefined): string | undefined {
  const parts = transcript?.split('|') ?? [];
  const linker = parts.length === 3 ? parts[1]?.replaceAll(/[^A-Za-z]/g, '').toUpperCase() : undefined;
  return linker === undefined || linker === '' ? undefined : linker;
}

function claimsOf(row: RowCells): CallerClaims {
  const frame = row.cell('reading_frame');
  const claimed = frame === undefined ? undefined : frames[frame];
  const domains = row.cell('retained_protein_domains')?.split('|');
  const confidence = row.cell('confidence');
  const filters = row.cell('filters');
  const event = row.cell('type');
  const annotation = row.cell('tags');
  return {
    ...(frame === undefined
      ? {}
      : { frame: { printed: frame, ...(claimed === undefined ? {} : { frame: claimed }) } }),
    ...(domains === undefined ? {} : { domains: { five: domains[0] ?? '', three: domains[1] ?? '' } }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(filters === undefined ? {} : { filters }),
    ...(event === undefined ? {} : { event }),
    ...(annotation === undefined ? {} : { annotation }),
  };
}

const supportColumns = ['split_reads1', 'split_reads2', 'discordant_mates', 'coverage1', 'coverage2'];

/** One row of Arriba. */
export function arribaCall(row: RowCells): FusionCall {
  const issues: Issue[] = [];
  const five = sideOf(row, 1, issues);
  const three = sideOf(row, 2, issues);
  const joined = joinOf(
    keptEnd(five.strand, row.cell('direction1')),
    keptEnd(three.strand, row.cell('direction2')),
  );
  const splits = [readCount(row.cell('split_reads1')), readCount(row.cell('split_reads2'))];
  const pairs = readCount(row.cell('discordant_mates'));
  const linker = linkerOf(row.cell('fusion_transcript'));
  const isCounted = splits.some((count) => count !== undefined);
  return {
    format: 'Arriba',
    line: row.line,
    ...joinedSides(five, three, joined),
    support: {
      ...(isCounted ? { splitReads: splits.reduce<number>((sum, count) => sum + (count ?? 0), 0) } : {}),
      ...(pairs === undefined ? {} : { spanningPairs: pairs }),
      printed: printedColumns(row, supportColumns),
    },
    claims: claimsOf(row),
    ...(linker === undefined ? {} : { linker }),
    level: 'rna',
    issues,
  };
}
