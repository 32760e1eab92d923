/** Simple tables of immunohistochemistry and biomarkers, tab, comma or semicolon separated: one marker a row. */
import { DelimitedTable, type TableRow } from '../delimited-table.ts';
import type { FileFinding } from '../file-finding.ts';
import {
  type FileFacts,
  type FindingReader,
  GeneChoice,
  type ReaderContext,
  SampleNames,
} from '../finding-reader.ts';
import type { Line } from '../line.ts';
import { shown } from '../printed-cell.ts';
import { type MarkerColumns, markerColumns } from './marker-columns.ts';
import { biomarkerKindOf, isAlwaysBiomarker } from './marker-result.ts';
import { biomarkerOfRow, type MarkerCells, markerCells, stainOfRow } from './marker-row.ts';

const nothing: readonly FileFinding[] = [];

/** Reads tables of markers. */
export class MarkerReader implements FindingReader {
  readonly #context: ReaderContext;
  readonly #table: DelimitedTable;
  readonly #genes: GeneChoice;
  readonly #kind: 'ihc' | 'biomarkers' | 'markers';
  readonly #samples = new SampleNames();
  #columns: MarkerColumns | undefined;
  #isUnusable = false;

  /** With `markers` each row is a biomarker where its marker is never a stain (MSI, MMR, TMB, PD-L1, MGMT), else a stain. */
  constructor(context: ReaderContext, kind: 'ihc' | 'biomarkers' | 'markers') {
    this.#context = context;
    this.#kind = kind;
    this.#table = new DelimitedTable(context.log);
    this.#genes = new GeneChoice(context.options.genes);
  }

  read(line: Line): readonly FileFinding[] {
    const row = this.#table.row(line);
    if (row === undefined || this.#isUnusable) return nothing;
    const columns = this.#columns ?? this.#begin();
    return columns === undefined ? nothing : this.#row(row, columns);
  }

  end(): void {
    if (this.#columns === undefined && !this.#isUnusable) this.#begin();
    const { tally, log, options } = this.#context;
    tally.skip('malformed', this.#table.passedOver.unusable);
    const lack = this.#isUnusable ? undefined : this.#samples.lack(options.sample);
    if (lack !== undefined) log.add(lack);
  }

  facts(): FileFacts {
    const { names, count } = this.#samples;
    const { sample } = this.#context.options;
    return { samples: names, sampleCount: count, ...(sample === undefined ? {} : { sample }) };
  }

  #begin(): MarkerColumns | undefined {
    const { header } = this.#table;
    if (header === undefined) return undefined;
    this.#columns = markerColumns(header);
    if (this.#columns === undefined) {
      this.#isUnusable = true;
      const message =
        'the header needs a column of markers (Marker) and one of Result, Value, Percent, Intensity or Score';
      this.#context.log.add({ code: 'column-missing', severity: 'error', message, line: header.line });
    }
    return this.#columns;
  }

  #row({ cells, line }: TableRow, columns: MarkerColumns): readonly FileFinding[] {
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
    if (row.sample !== undefined) this.#samples.add(row.sample);
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
