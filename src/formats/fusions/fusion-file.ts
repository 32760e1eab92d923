/** Reads a file of fusions in whichever format its header shows; every row is read or has an issue. */
import type { Issue } from '../../reading/index.ts';
import { DelimitedTable } from '../delimited-table.ts';
import { IssueLog } from '../issue-log.ts';
import type { TextChunks } from '../line.ts';
import { type LineOptions, lineBatches } from '../lines.ts';
import { delimiterOf } from '../table-cells.ts';
import { type TableHeader, tableHeader } from '../table-header.ts';
import { arribaCall } from './arriba.ts';
import { type RowReader, rowCells } from './call-parts.ts';
import { cbioportalCall, mafFusionCall } from './cbioportal-sv.ts';
import type { FusionCall, FusionFormat } from './fusion-call.ts';
import { fusionCatcherCall } from './fusion-catcher.ts';
import { breakpointTableCall, exonTableCall, geneColumns } from './simple-fusion-table.ts';
import { starFusionCall } from './star-fusion.ts';

interface FormatEntry {
  readonly format: FusionFormat;
  /** One column of each list must be there. */
  readonly needs: readonly (readonly string[])[];
  readonly read: RowReader;
}

const entries: readonly FormatEntry[] = [
  {
    format: 'Arriba',
    needs: [['gene1'], ['gene2'], ['breakpoint1'], ['breakpoint2'], ['split_reads1']],
    read: arribaCall,
  },
  {
    format: 'ctat-LR-fusion',
    needs: [['FusionName'], ['num_LR'], ['LeftBreakpoint'], ['RightBreakpoint']],
    read: starFusionCall,
  },
  {
    format: 'STAR-Fusion',
    needs: [['FusionName'], ['LeftBreakpoint'], ['RightBreakpoint']],
    read: starFusionCall,
  },
  {
    format: 'FusionCatcher',
    needs: [['Gene_1_symbol(5end_fusion_partner)'], ['Gene_2_symbol(3end_fusion_partner)']],
    read: fusionCatcherCall,
  },
  {
    format: 'cBioPortal SV',
    needs: [['Site1_Hugo_Symbol'], ['Site2_Hugo_Symbol']],
    read: cbioportalCall,
  },
  { format: 'MAF fusion', needs: [['Hugo_Symbol'], ['Fusion']], read: mafFusionCall },
  {
    format: 'breakpoint table',
    needs: [['FusionGene'], ['LeftBreakpoint'], ['RightBreakpoint']],
    read: breakpointTableCall,
  },
  { format: 'exon table', needs: [geneColumns.five, geneColumns.three], read: exonTableCall },
];

/** What a fusion file held. */
export interface FusionFile {
  /** Undefined where no header was recognised. */
  readonly format?: FusionFormat;
  readonly calls: readonly FusionCall[];
  /** Rows of data met, read or not. */
  readonly rows: number;
  readonly issues: readonly Issue[];
}

const entryOf = (header: TableHeader): FormatEntry | undefined =>
  entries.find(({ needs }) => needs.every((names) => header.find(...names) !== undefined));

function headerOf(text: string): TableHeader {
  const bare = text.replace(/^#\s*/, '');
  const delimiter = delimiterOf(bare);
  return tableHeader({ line: 1, delimiter, isQuoted: false, columns: bare.split(delimiter) });
}

/** The format of a header line, or undefined. `#` in front of it is passed over. */
export function fusionFormatOf(headerLine: string): FusionFormat | undefined {
  return entryOf(headerOf(headerLine))?.format;
}

const unknownFormat: Issue = {
  code: 'format-unknown',
  severity: 'error',
  message:
    'no line is a header of a fusion file. Arriba, STAR-Fusion, ctat-LR-fusion, FusionCatcher, cBioPortal structural variants, and tables with the columns FusionGene, LeftBreakpoint, RightBreakpoint or gene5, gene3, exon5, exon3 are read',
};

/** What a row of the older table says again for the other partner; undefined where rows are never repeated. */
function repeatedKey({ format, sample, claims, five, three }: FusionCall): string | undefined {
  if (format !== 'MAF fusion') return undefined;
  return [sample, claims.event, five.gene, three.gene].join('\t');
}

/**
 * Reads a fusion file. Never throws on what the file holds.
 *
 * @param source the name of the file, for the issues.
 * @example const { calls, format } = await readFusionFile(text, 'fusions.tsv')
 */
export async function readFusionFile(
  chunks: TextChunks | string,
  source?: string,
  options: LineOptions = {},
): Promise<FusionFile> {
  const log = new IssueLog();
  const table = new DelimitedTable(log, { isHeader: (text) => entryOf(headerOf(text)) !== undefined });
  const calls: FusionCall[] = [];
  const seen = new Set<string>();
  let entry: FormatEntry | undefined;
  let rows = 0;
  for await (const lines of lineBatches(typeof chunks === 'string' ? [chunks] : chunks, log, options))
    for (const line of lines) {
      const row = table.row(line);
      if (row === undefined || table.header === undefined) continue;
      entry ??= entryOf(table.header);
      rows += 1;
      const call = entry?.read(rowCells(table.header, row));
      if (call === undefined) {
        const message = 'the row names no two genes; it is passed over';
        log.add({ code: 'row-malformed', severity: 'error', message, line: line.number });
        continue;
      }
      for (const issue of call.issues) log.add(issue);
      const key = repeatedKey(call);
      if (key !== undefined && seen.has(key)) continue;
      if (key !== undefined) seen.add(key);
      calls.push(call);
    }
  if (table.header === undefined && log.errors === 0) log.add(unknownFormat);
  const format = entry?.format ?? (table.header === undefined ? undefined : entryOf(table.header)?.format);
  return {
    ...(format === undefined ? {} : { format }),
    calls,
    rows,
    issues: log.issues.map((issue) => (source === undefined ? issue : { ...issue, source })),
  };
}
