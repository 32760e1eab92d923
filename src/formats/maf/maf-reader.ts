/**
 * Mutation Annotation Format: a table of one variant a row (GDC MAF format; TCGA MAF 2.4; cBioPortal mutation files).
 * Comment lines (`#version 2.4`) may stand before the header.
 */
import { ColumnTable } from '../column-table.ts';
import type { FileFinding, SmallVariantFinding } from '../file-finding.ts';
import { type FileFacts, type FindingReader, GeneChoice, type ReaderContext } from '../finding-reader.ts';
import type { Line } from '../line.ts';
import { printedValue } from '../printed-cell.ts';
import type { TableHeader } from '../table-header.ts';
import { type MafColumns, mafColumns } from './maf-columns.ts';
import { mafFinding } from './maf-row.ts';

/** Values of `Mutation_Status` of rows that are no mutation of the tumour; cBioPortal leaves the same out. */
const notMutated = new Set(['wildtype', 'none', 'loh', 'redacted']);

const nothing: readonly FileFinding[] = [];

function filtersOf(cell: string | undefined): readonly string[] | undefined {
  const text = printedValue(cell);
  if (text === undefined) return undefined;
  if (text.toUpperCase() === 'PASS') return [];
  return text.split(/[;,]/).filter((name) => name !== '');
}

function originOf(status: string | undefined): 'somatic' | 'germline' | undefined {
  const word = status?.toLowerCase();
  return word === 'somatic' || word === 'germline' ? word : undefined;
}

/** Reads MAF files. */
export class MafReader implements FindingReader {
  readonly #context: ReaderContext;
  readonly #table: ColumnTable<MafColumns>;
  readonly #genes: GeneChoice;
  #build: string | undefined;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#table = new ColumnTable(context, (header) => this.#columnsOf(header));
    this.#genes = new GeneChoice(context.options.genes);
  }

  read(line: Line): readonly FileFinding[] {
    const row = this.#table.row(line);
    if (row === undefined) return nothing;
    this.#context.tally.row();
    const finding = this.#finding(row.cells, row.line, row.columns);
    return finding === undefined ? nothing : [finding];
  }

  end(): void {
    this.#table.end();
  }

  facts(): FileFacts {
    return { ...this.#table.facts(), ...(this.#build === undefined ? {} : { build: this.#build }) };
  }

  #columnsOf(header: TableHeader): MafColumns | undefined {
    const fractionName = this.#context.options.fraction?.name;
    const columns = mafColumns(header, fractionName);
    if (columns === undefined) this.#lacks('Hugo_Symbol', 'error', 'no row can be read', header.line);
    else if (fractionName !== undefined && columns.fraction === undefined)
      this.#lacks(fractionName, 'warning', 'no allele fraction is read', header.line);
    return columns;
  }

  #lacks(column: string, severity: 'error' | 'warning', effect: string, line: number): void {
    const message = `the header has no column ${column}; ${effect}`;
    this.#context.log.add({ code: 'column-missing', severity, message, line });
  }

  #finding(cells: readonly string[], line: number, columns: MafColumns): SmallVariantFinding | undefined {
    const { tally, options } = this.#context;
    const at = (index: number | undefined): string | undefined =>
      index === undefined ? undefined : cells[index];
    const sample = printedValue(at(columns.sample));
    if (sample !== undefined) this.#table.samples.add(sample);
    this.#build ??= printedValue(at(columns.build));
    const status = printedValue(at(columns.mutationStatus));
    const filters = filtersOf(at(columns.filter));
    const isFiltered = options.keepFiltered !== true && filters !== undefined && filters.length > 0;
    if (options.sample !== undefined && sample !== options.sample) tally.skip('otherSample');
    else if (!this.#genes.has(printedValue(at(columns.gene)))) tally.skip('otherGene');
    else if (notMutated.has((at(columns.mutationStatus) ?? '').trim().toLowerCase()))
      tally.skip('notMutated');
    else if (isFiltered) tally.skipFiltered(filters);
    else {
      const finding = mafFinding(cells, line, columns, this.#context);
      if (finding === undefined) {
        tally.skip('incomplete');
        return undefined;
      }
      tally.keep('smallVariant');
      const origin = originOf(status);
      return {
        ...finding,
        ...(filters === undefined ? {} : { filters }),
        ...(origin === undefined ? {} : { origin }),
      };
    }
    return undefined;
  }
}
