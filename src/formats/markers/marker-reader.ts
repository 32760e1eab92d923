/** Simple tables of immunohistochemistry and biomarkers, tab, comma or semicolon separated: one marker a row. */
import { type ColumnRow, ColumnTable } from '../column-table.ts';
import type { FileFinding } from '../file-finding.ts';
import { type FileFacts, type FindingReader, GeneChoice, type ReaderContext } from '../finding-reader.ts';
import type { Line } from '../line.ts';
import { shown } from '../printed-cell.ts';
import type { TableHeader } from '../table-header.ts';
import { type MarkerColumns, markerColumns } from './marker-columns.ts';
import { biomarkerKindOf, isAlwaysBiomarker } from './marker-result.ts';
import { biomarkerOfRow, type MarkerCells, markerCells, stainOfRow } from './marker-row.ts';

const nothing: readonly FileFinding[] = [];

/** Reads tables of markers. */
export class MarkerReader implements FindingReader {
  readonly #context: ReaderContext;
  readonly #table: ColumnTable<MarkerColumns>;
  readonly #genes: GeneChoice;
  readonly #kind: 'ihc' | 'biomarkers' | 'markers';

  /** With `markers` each row is a biomarker where its marker is never a stain (MSI, MMR, TMB, PD-L1, MGMT), else a stain. */
  constructor(context: ReaderContext, kind: 'ihc' | 'biomarkers' | 'markers') {
    this.#context = context;
    this.#kind = kind;
    this.#table = new ColumnTable(context, (header) => this.#columnsOf(header));
    this.#genes = new GeneChoice(context.options.genes);
  }

  read(line: Line): readonly FileFinding[] {
    const row = this.#table.row(line);
    return row === undefined ? nothing : this.#row(row);
  }

  end(): void {
    this.#table.end();
  }

  facts(): FileFacts {
    return this.#table.facts();
  }

  #columnsOf(header: TableHeader): MarkerColumns | undefined {
    const columns = markerColumns(header);
    if (columns !== undefined) return columns;
    const message =
      'the header needs a column of markers (Marker) and one of Result, Value, Percent, Intensity or Score';
    this.#context.log.add({ code: 'column-missing', severity: 'error', message, line: header.line });
    return undefined;
  }

  #row({ cells, line, columns }: ColumnRow<MarkerColumns>): readonly FileFinding[] {
    const { tally, log, options } = this.#context;
    tally.row();
    const row = markerCells(cells, line, columns);
    if (row === undefined) {
      tally.skip('incomplete');
      log.add({
        code: 'row-malformed',
        severity: 'error',
        message: 'the row names no marker; it is skipped',
        line,
      });
      return nothing;
    }
    if (row.sample !== undefined) this.#table.samples.add(row.sample);
    if (options.sample !== undefined && row.sample !== options.sample) tally.skip('otherSample');
    else if (!this.#genes.has(row.marker)) tally.skip('otherGene');
    else return this.#finding(row);
    return nothing;
  }

  #finding(row: MarkerCells): readonly FileFinding[] {
    const { tally, log } = this.#context;
    const kind = biomarkerKindOf(row.marker);
    const isBiomarker =
      this.#kind === 'biomarkers' ||
      (this.#kind === 'markers' && kind !== undefined && isAlwaysBiomarker(kind));
    if (isBiomarker && kind === undefined) {
      tally.skip('incomplete');
      const message = `"${shown(row.marker)}" is not a biomarker of the case record; the row is skipped`;
      log.add({ code: 'wrong-value', severity: 'error', message, line: row.line });
      return nothing;
    }
    const found = isBiomarker && kind !== undefined ? biomarkerOfRow(row, kind, log) : stainOfRow(row, log);
    if (found === undefined) tally.skip('notProfiled');
    else if ('problem' in found) {
      tally.skip('malformed');
      log.add({ code: 'wrong-value', severity: 'error', message: found.problem, line: row.line });
    } else {
      tally.keep(found.kind);
      return [found];
    }
    return nothing;
  }
}
