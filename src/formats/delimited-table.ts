/**
 * Tables with a header line: tab, comma or semicolon between the cells. Rows come as their cells with their line;
 * a row that does not fit the header gives an issue.
 */
import type { IssueLog } from './issue-log.ts';
import type { Line, TextChunks } from './line.ts';
import { type LineOptions, lineBatches } from './lines.ts';
import { cellsOf, delimiterOf } from './table-cells.ts';
import { type Delimiter, type TableHeader, tableHeader } from './table-header.ts';

/** One row of a table. */
export interface TableRow {
  /** The line of the file; the first is 1. */
  readonly line: number;
  /** As many as the header has columns; a row with fewer is filled with empty cells. */
  readonly cells: readonly string[];
}

/** What a caller may set about a table. */
export interface TableOptions {
  /** The separator; found from the header line unless set. */
  readonly delimiter?: Delimiter;
  /** Lines that begin with this are comments; `#` unless set, and none with the empty text. */
  readonly comment?: string;
  /**
   * True for the line that is the header; unless set it is the first line that is neither blank nor a comment. A line
   * that it accepts is the header even when it begins with the mark of comments, which is taken off
   * (`#FusionName`, `#gene1`).
   */
  readonly isHeader?: (text: string) => boolean;
  /** Called for each comment line, as printed. */
  readonly onComment?: (line: Line) => void;
}

/** A table read line by line. */
export class DelimitedTable {
  readonly #log: IssueLog;
  readonly #options: TableOptions;
  readonly #comment: string;
  #header: TableHeader | undefined;
  #blank = 0;
  #comments = 0;
  #unusable = 0;

  constructor(log: IssueLog, options: TableOptions = {}) {
    this.#log = log;
    this.#options = options;
    this.#comment = options.comment ?? '#';
  }

  /** The header, once its line has been read. */
  get header(): TableHeader | undefined {
    return this.#header;
  }

  /** Lines that gave no row, by reason. */
  get passedOver(): { readonly blank: number; readonly comments: number; readonly unusable: number } {
    return { blank: this.#blank, comments: this.#comments, unusable: this.#unusable };
  }

  /** The row of a line; undefined for the header, comments, blank lines and lines that cannot be cut into cells. */
  row(line: Line): TableRow | undefined {
    const { text } = line;
    if (this.#header === undefined && this.#options.isHeader?.(text) === true) {
      this.#begin(line, this.#isComment(text) ? text.slice(this.#comment.length) : text);
      return undefined;
    }
    if (text === '' || text.trim() === '') {
      this.#blank += 1;
      return undefined;
    }
    if (this.#isComment(text)) {
      this.#comments += 1;
      this.#options.onComment?.(line);
      return undefined;
    }
    if (this.#header !== undefined) return this.#cut(line, this.#header);
    if (this.#options.isHeader !== undefined) {
      this.#unusable += 1;
      return undefined;
    }
    this.#begin(line, text);
    return undefined;
  }

  #isComment(text: string): boolean {
    return this.#comment !== '' && text.startsWith(this.#comment);
  }

  #begin(line: Line, text: string): void {
    const delimiter = this.#options.delimiter ?? delimiterOf(text);
    const isQuoted = delimiter !== '\t' || /^"[^"\t]*"(?:\t"[^"\t]*")*$/.test(text);
    const reading = cellsOf(text, delimiter, isQuoted);
    const columns = ('cells' in reading ? reading.cells : text.split(delimiter)).map((name) => name.trim());
    this.#header = tableHeader({ line: line.number, delimiter, isQuoted, columns });
  }

  #cut(line: Line, header: TableHeader): TableRow | undefined {
    const reading = cellsOf(line.text, header.delimiter, header.isQuoted);
    if ('badQuoteAt' in reading) {
      this.#unusable += 1;
      this.#log.add({
        code: 'row-malformed',
        severity: 'error',
        message:
          'a quote is not closed on its line, or text follows it; the row is passed over. Write each row on one line',
        line: line.number,
        column: reading.badQuoteAt,
      });
      return undefined;
    }
    const cells = this.#fitted(reading.cells, line.number, header.columns.length);
    if (cells === undefined) this.#unusable += 1;
    return cells === undefined ? undefined : { line: line.number, cells };
  }

  /**
   * The cells of a row of another length than the header: trailing cells that lack are empty, and a row with more
   * cells is passed over, because a cell too many shifts what follows it under wrong columns.
   */
  #fitted(cells: readonly string[], line: number, width: number): readonly string[] | undefined {
    if (cells.length === width) return cells;
    const lacking = width - cells.length;
    if (lacking < 0 && cells.slice(width).every((cell) => cell === '')) return cells.slice(0, width);
    const what = lacking > 0 ? 'the cells that lack are read as empty' : 'the row is passed over';
    this.#log.add({
      code: 'row-ragged',
      severity: lacking > 0 ? 'warning' : 'error',
      message: `the row has ${cells.length} cells and the header ${width}; ${what}. Check that no separator or line end stands inside a cell`,
      line,
    });
    return lacking > 0 ? [...cells, ...Array.from({ length: lacking }, () => '')] : undefined;
  }
}

/** The rows of a table that comes in pieces, one batch for each piece; the table is given for its header. */
export async function* tableRows(
  chunks: TextChunks,
  log: IssueLog,
  options: TableOptions & LineOptions = {},
): AsyncGenerator<{ readonly header: TableHeader; readonly rows: readonly TableRow[] }, void, undefined> {
  const table = new DelimitedTable(log, options);
  for await (const lines of lineBatches(chunks, log, options)) {
    const rows = lines.map((line) => table.row(line)).filter((row) => row !== undefined);
    if (table.header !== undefined && rows.length > 0) yield { header: table.header, rows };
  }
}
