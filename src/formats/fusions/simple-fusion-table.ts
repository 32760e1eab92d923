/**
 * Simple tables of fusions: `FusionGene LeftBreakpoint RightBreakpoint SplitReads` (as PCGR takes them), and tables with
 * a column for each partner (`gene5 exon5 transcript5 gene3 exon3 transcript3`).
 */
import type { Issue } from '../../reading/index.ts';
import { shown, wholeNumberOf } from '../printed-cell.ts';
import {
  geneParts,
  joinedSides,
  malformed,
  placeOf,
  printedColumns,
  type RowCells,
  readCount,
} from './call-parts.ts';
import type { CalledSide, FusionCall } from './fusion-call.ts';

/** The two symbols of `A--B` or `A::B`. */
function pairOf(text: string): readonly [string, string] | undefined {
  const parts = text.split(/--|::/);
  const [left, right] = parts;
  return parts.length === 2 && left !== undefined && right !== undefined && left !== '' && right !== ''
    ? [left, right]
    : undefined;
}

/** One row of a table of breakpoints. */
export function breakpointTableCall(row: RowCells): FusionCall | undefined {
  const issues: Issue[] = [];
  const name = row.cell('FusionGene') ?? '';
  const pair = pairOf(name);
  if (pair === undefined) return undefined;
  const splitReads = readCount(row.cell('SplitReads'));
  const sample = row.cell('Sample', 'Sample_Id');
  const side = (symbol: string, column: string): CalledSide => ({
    ...geneParts(symbol),
    ...placeOf(row.cell(column), row.line, issues),
  });
  return {
    format: 'breakpoint table',
    line: row.line,
    ...(sample === undefined ? {} : { sample }),
    ...joinedSides(side(pair[0], 'LeftBreakpoint'), side(pair[1], 'RightBreakpoint'), 'fiveToThree'),
    support: {
      ...(splitReads === undefined ? {} : { splitReads }),
      printed: printedColumns(row, ['SplitReads']),
    },
    claims: {},
    level: 'rna',
    issues,
  };
}

/** Column names of the 5' and 3' partner. */
export const geneColumns = {
  five: ['gene5', '5_gene', "5'_gene", 'five_prime_gene', 'gene_5prime', 'gene_5p'],
  three: ['gene3', '3_gene', "3'_gene", 'three_prime_gene', 'gene_3prime', 'gene_3p'],
} as const;
const exonColumns = {
  five: ['exon5', '5_exon', 'five_prime_exon', 'exon_5prime', 'exon_5p'],
  three: ['exon3', '3_exon', 'three_prime_exon', 'exon_3prime', 'exon_3p'],
} as const;
const transcriptColumns = {
  five: ['transcript5', '5_transcript', 'five_prime_transcript', 'transcript_5prime', 'transcript_5p'],
  three: ['transcript3', '3_transcript', 'three_prime_transcript', 'transcript_3prime', 'transcript_3p'],
} as const;
const breakpointColumns = {
  five: ['breakpoint5', '5_breakpoint', 'five_prime_breakpoint'],
  three: ['breakpoint3', '3_breakpoint', 'three_prime_breakpoint'],
} as const;

function sideOf(row: RowCells, side: 'five' | 'three', issues: Issue[]): CalledSide {
  const printed = row.cell(...geneColumns[side]) ?? '';
  const exonText = row.cell(...exonColumns[side]);
  const exon = wholeNumberOf(exonText?.replace(/^(?:exon|ex|e)[ .]*/i, ''));
  if (exonText !== undefined && exon === undefined)
    issues.push(malformed(row.line, `"${shown(exonText)}" is not the number of an exon`));
  const transcript = row.cell(...transcriptColumns[side]);
  return {
    ...(printed === '' ? { printed } : geneParts(printed)),
    ...placeOf(row.cell(...breakpointColumns[side]), row.line, issues),
    ...(exon === undefined ? {} : { exon }),
    ...(transcript === undefined ? {} : { transcript }),
  };
}

/** One row of a table with a column for each partner. */
export function exonTableCall(row: RowCells): FusionCall {
  const issues: Issue[] = [];
  const reads = readCount(row.cell('reads', 'split_reads', 'supporting_reads'));
  const sample = row.cell('sample', 'sample_id');
  return {
    format: 'exon table',
    line: row.line,
    ...(sample === undefined ? {} : { sample }),
    ...joinedSides(sideOf(row, 'five', issues), sideOf(row, 'three', issues), 'fiveToThree'),
    support: {
      ...(reads === undefined ? {} : { splitReads: reads }),
      printed: printedColumns(row, ['reads', 'split_reads', 'supporting_reads']),
    },
    claims: {},
    level: 'rna',
    issues,
  };
}
