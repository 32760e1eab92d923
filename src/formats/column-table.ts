/** A table of which a reader needs certain columns: they are found once, from the header; without them nothing is read. */
import { DelimitedTable, type TableRow } from './delimited-table.ts';
import { type FileFacts, type ReaderContext, SampleNames } from './finding-reader.ts';
import type { Line } from './line.ts';
import type { TableHeader } from './table-header.ts';

/** A row with the places of the columns. */
export interface ColumnRow<Columns> extends TableRow {
  readonly columns: Columns;
}

/** The table, its columns and the samples met in it. */
export class ColumnTable<Columns> {
  readonly samples = new SampleNames();
  readonly #context: ReaderContext;
  readonly #table: DelimitedTable;
  readonly #find: (header: TableHeader) => Columns | undefined;
  #columns: Columns | undefined;
  #isUnusable = false;

  /** `find` gives the columns of a header, or says in the log what it lacks and gives undefined. */
  constructor(context: ReaderContext, find: (header: TableHeader) => Columns | undefined) {
    this.#context = context;
    this.#table = new DelimitedTable(context.log);
    this.#find = find;
  }

  /** The row of a line; undefined for the header, for lines that are no rows, and in a table without its columns. */
  row(line: Line): ColumnRow<Columns> | undefined {
    const row = this.#table.row(line);
    if (row === undefined || this.#isUnusable) return undefined;
    const columns = this.#columns ?? this.#begin();
    return columns === undefined ? undefined : { line: row.line, cells: row.cells, columns };
  }

  /** After the last line: rows that did not fit are counted, and a sample that was asked for and not met is named. */
  end(): void {
    if (this.#columns === undefined && !this.#isUnusable) this.#begin();
    const { tally, log, options } = this.#context;
    tally.skip('malformed', this.#table.passedOver.unusable);
    const lack = this.#isUnusable ? undefined : this.samples.lack(options.sample);
    if (lack !== undefined) log.add(lack);
  }

  /** The samples met, and the one asked for. */
  facts(): FileFacts {
    const { names, count } = this.samples;
    const { sample } = this.#context.options;
    return { samples: names, sampleCount: count, ...(sample === undefined ? {} : { sample }) };
  }

  #begin(): Columns | undefined {
    const { header } = this.#table;
    if (header === undefined) return undefined;
    this.#columns = this.#find(header);
    this.#isUnusable = this.#columns === undefined;
    return this.#columns;
  }
}
