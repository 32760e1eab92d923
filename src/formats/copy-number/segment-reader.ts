/**
 * Segments of copy number (CBS output, SEG files, allele-specific segments): stretches of chromosomes with their
 * values as printed. No gene is called from a segment: which genes a stretch holds and what counts as a gain or a
 * deletion depends on build, purity and ploidy, and the file does not say it.
 */
import { ColumnTable } from '../column-table.ts';
import type { FileFinding } from '../file-finding.ts';
import type { FileFacts, FindingReader, ReaderContext } from '../finding-reader.ts';
import type { Line } from '../line.ts';
import { numberOf, printedValue, shown, wholeNumberOf } from '../printed-cell.ts';
import type { TableHeader } from '../table-header.ts';

const nothing: readonly FileFinding[] = [];

/** The columns of a table of segments. */
export interface SegmentColumns {
  readonly sample?: number;
  readonly chromosome: number;
  readonly start: number;
  readonly end: number;
  /** The columns with copies, ratios and counts of markers. */
  readonly values: readonly { readonly index: number; readonly name: string }[];
}

const valueNames = [
  'nMajor',
  'nMinor',
  'Total_CN',
  'Copy_Number',
  'CN',
  'Seg.CN',
  'Seg.Mean',
  'Segment_Mean',
  'Log2',
  'Num.Markers',
  'Num_Probes',
] as const;

/** The columns, or undefined where the header is of another kind of table. */
export function segmentColumns(header: TableHeader): SegmentColumns | undefined {
  const chromosome = header.find('Chromosome', 'Chrom', 'Chr');
  const start = header.find('Start', 'Start.bp', 'Loc.start', 'Start_Position', 'StartPos');
  const end = header.find('End', 'End.bp', 'Loc.end', 'End_Position', 'EndPos');
  if (chromosome === undefined || start === undefined || end === undefined) return undefined;
  const values = valueNames
    .map((name) => header.find(name))
    .filter((index) => index !== undefined)
    .map((index) => ({ index, name: header.columns[index] ?? '' }));
  const sample = header.find('Sample', 'ID', 'Sample_ID', 'Tumor_Sample_Barcode', 'GDC_Aliquot');
  if (values.length === 0) return undefined;
  return { chromosome, start, end, values, ...(sample === undefined ? {} : { sample }) };
}

/** Reads tables of segments. */
export class SegmentReader implements FindingReader {
  readonly #context: ReaderContext;
  readonly #table: ColumnTable<SegmentColumns>;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#table = new ColumnTable(context, (header) => this.#columnsOf(header));
  }

  read(line: Line): readonly FileFinding[] {
    const row = this.#table.row(line);
    if (row === undefined) return nothing;
    const { columns } = row;
    const { tally, options } = this.#context;
    tally.row();
    const sample = columns.sample === undefined ? undefined : printedValue(row.cells[columns.sample]);
    if (sample !== undefined) this.#table.samples.add(sample);
    if (options.sample !== undefined && sample !== options.sample) {
      tally.skip('otherSample');
      return nothing;
    }
    if (options.genes !== undefined && options.genes.length > 0) {
      tally.skip('noGene');
      return nothing;
    }
    return this.#segment(row.cells, row.line, columns, sample);
  }

  end(): void {
    this.#table.end();
  }

  facts(): FileFacts {
    return this.#table.facts();
  }

  #columnsOf(header: TableHeader): SegmentColumns | undefined {
    const columns = segmentColumns(header);
    if (columns !== undefined) return columns;
    const message =
      'the header lacks chromosome, start and end with a column of copies (nMajor, Seg.CN, Segment_Mean)';
    this.#context.log.add({ code: 'column-missing', severity: 'error', message, line: header.line });
    return undefined;
  }

  #segment(
    cells: readonly string[],
    line: number,
    columns: SegmentColumns,
    sample: string | undefined,
  ): readonly FileFinding[] {
    const { tally, log } = this.#context;
    const chromosome = printedValue(cells[columns.chromosome]);
    const position = positionOf(cells[columns.start]);
    const end = positionOf(cells[columns.end]);
    if (chromosome === undefined || position === undefined || end === undefined || end < position) {
      tally.skip('malformed');
      const printed = shown(
        [columns.chromosome, columns.start, columns.end].map((index) => cells[index] ?? '').join(' '),
      );
      const message = `"${printed}" is not a stretch of a chromosome; the row is skipped`;
      log.add({ code: 'row-malformed', severity: 'error', message, line });
      return nothing;
    }
    const values = columns.values.map(({ index, name }) => [name, cells[index] ?? ''] as const);
    tally.keep('segment');
    return [
      {
        kind: 'segment',
        line,
        status: 'positive',
        genomic: { chromosome, position, end },
        values: Object.fromEntries(values),
        ...(sample === undefined ? {} : { sample }),
      },
    ];
  }
}

/** Positions of segments are at times printed in scientific notation (`1e+06`). */
function positionOf(cell: string | undefined): number | undefined {
  const text = cell?.trim();
  const value = wholeNumberOf(text) ?? numberOf(text);
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
