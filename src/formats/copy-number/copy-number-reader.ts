/**
 * Discrete copy number by gene: cBioPortal's matrix (`Hugo_Symbol`, `Entrez_Gene_Id`, one column a sample), the
 * thresholded table of GISTIC 2, and tables with a row for each gene of a sample.
 */
import { ColumnTable } from '../column-table.ts';
import type { TableRow } from '../delimited-table.ts';
import type { CopyNumberFinding, FileFinding } from '../file-finding.ts';
import { type FileFacts, type FindingReader, GeneChoice, type ReaderContext } from '../finding-reader.ts';
import type { Line } from '../line.ts';
import { printedValue, shown } from '../printed-cell.ts';
import type { TableHeader } from '../table-header.ts';
import { type CopyNumberColumns, copyNumberColumns } from './copy-number-columns.ts';
import { copyNumberLevel, type LevelReading } from './copy-number-level.ts';

const nothing: readonly FileFinding[] = [];

interface Cell {
  readonly gene: string;
  readonly level: string;
  readonly reading: LevelReading;
  readonly line: number;
  readonly sample?: string;
  readonly copies?: string;
}

/** Reads discrete copy number files. */
export class CopyNumberReader implements FindingReader {
  readonly #context: ReaderContext;
  readonly #table: ColumnTable<CopyNumberColumns>;
  readonly #genes: GeneChoice;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#table = new ColumnTable(context, (header) => this.#columnsOf(header));
    this.#genes = new GeneChoice(context.options.genes);
  }

  read(line: Line): readonly FileFinding[] {
    const row = this.#table.row(line);
    if (row === undefined) return nothing;
    const { columns } = row;
    const { tally, log } = this.#context;
    tally.row();
    const gene = printedValue(row.cells[columns.gene]);
    if (gene === undefined) {
      tally.skip('incomplete');
      log.add({
        code: 'row-malformed',
        severity: 'error',
        message: 'the row names no gene; it is skipped',
        line: row.line,
      });
      return nothing;
    }
    if (!this.#genes.has(gene)) {
      tally.skip('otherGene');
      return nothing;
    }
    return columns.layout === 'matrix'
      ? this.#matrixRow(row, gene, columns)
      : this.#singleRow(row, gene, columns);
  }

  end(): void {
    this.#table.end();
  }

  facts(): FileFacts {
    return this.#table.facts();
  }

  #columnsOf(header: TableHeader): CopyNumberColumns | undefined {
    const columns = copyNumberColumns(header);
    if (columns === undefined) {
      const message =
        'the header has no column of genes (Hugo_Symbol) with columns of samples or of a level beside it';
      this.#context.log.add({ code: 'column-missing', severity: 'error', message, line: header.line });
    } else if (columns.layout === 'matrix') {
      for (const { name } of columns.samples) this.#table.samples.add(name);
    }
    return columns;
  }

  #matrixRow(
    { cells, line }: TableRow,
    gene: string,
    columns: CopyNumberColumns & { readonly layout: 'matrix' },
  ): readonly FileFinding[] {
    const { sample: asked } = this.#context.options;
    const readings = new Map<string, LevelReading>();
    const findings: FileFinding[] = [];
    for (const { index, name } of columns.samples) {
      if (asked !== undefined && asked !== name) continue;
      const level = cells[index]?.trim() ?? '';
      let reading = readings.get(level);
      if (reading === undefined) {
        reading = copyNumberLevel(level, gene);
        readings.set(level, reading);
        if (reading.is === 'change') this.#logAll(reading, line);
      }
      const finding = this.#finding({ gene, level, reading, line, sample: name });
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  }

  #singleRow(
    { cells, line }: TableRow,
    gene: string,
    columns: CopyNumberColumns & { readonly layout: 'rows' },
  ): readonly FileFinding[] {
    const { options, tally } = this.#context;
    const sample = columns.sample === undefined ? undefined : printedValue(cells[columns.sample]);
    if (sample !== undefined) this.#table.samples.add(sample);
    if (options.sample !== undefined && sample !== options.sample) {
      tally.skip('otherSample');
      return nothing;
    }
    const level = cells[columns.level]?.trim() ?? '';
    const reading = copyNumberLevel(level, gene);
    if (reading.is === 'change') this.#logAll(reading, line);
    const copies = columns.copies === undefined ? undefined : printedValue(cells[columns.copies]);
    const finding = this.#finding({
      gene,
      level,
      reading,
      line,
      ...(sample === undefined ? {} : { sample }),
      ...(copies === undefined ? {} : { copies }),
    });
    return finding === undefined ? nothing : [finding];
  }

  #logAll(reading: LevelReading & { readonly is: 'change' }, line: number): void {
    for (const issue of reading.issues) this.#context.log.add({ ...issue, line });
  }

  #finding(cell: Cell): CopyNumberFinding | undefined {
    const { tally, log } = this.#context;
    const { reading, line, gene, level } = cell;
    switch (reading.is) {
      case 'neutral':
        tally.skip('neutral');
        return undefined;
      case 'absent':
        tally.skip('notProfiled');
        return undefined;
      case 'unreadable': {
        tally.skip('malformed');
        const of = cell.sample === undefined ? gene : `${gene} in ${cell.sample}`;
        const message = `"${shown(level)}" of ${shown(of)} is not a level from -2 to 2 nor a change of copy number; it is skipped`;
        log.add({ code: 'wrong-value', severity: 'error', message, line });
        return undefined;
      }
      case 'change':
        tally.keep('copyNumber');
        return {
          kind: 'copyNumber',
          line,
          status: 'positive',
          gene,
          level,
          alteration: reading.alteration,
          ...(cell.sample === undefined ? {} : { sample: cell.sample }),
          ...(cell.copies === undefined ? {} : { copies: cell.copies }),
        };
      default:
        return reading satisfies never;
    }
  }
}
