/** Which format a file is in, from its first lines alone: names of files are not looked at. */
import { copyNumberColumns, copyNumberLevel, segmentColumns } from './copy-number/index.ts';
import { DelimitedTable, type TableRow } from './delimited-table.ts';
import { fusionFormatOf } from './fusions/index.ts';
import { IssueLog } from './issue-log.ts';
import { markerColumns } from './markers/index.ts';
import type { TableHeader } from './table-header.ts';

/** The formats that are read here. `fusions` stands for every fusion caller and table of structural variants. */
export const findingFormats = [
  'vcf',
  'maf',
  'cna',
  'segments',
  'fusions',
  'ihc',
  'biomarkers',
  'markers',
] as const;
export type FindingFormat = (typeof findingFormats)[number];

/** What was recognised, and by what. */
export interface DetectedFormat {
  readonly format: FindingFormat | undefined;
  /** A sentence part: `the header has Hugo_Symbol and Variant_Classification`. */
  readonly reason: string;
}

/** With these many lines, or the end of the file, the format is decided whatever they hold. */
export const linesForDetection = 500;

function isVcf(text: string): boolean {
  return /^##fileformat=VCF/i.test(text) || text.startsWith('#CHROM\tPOS\tID\tREF\tALT');
}

interface Opening {
  readonly header?: TableHeader;
  readonly first?: TableRow;
}

const unknown = (reason: string): DetectedFormat => ({ format: undefined, reason });

function isCopyNumberMatrix({ header, first }: Opening): boolean {
  const columns = header === undefined ? undefined : copyNumberColumns(header);
  if (columns?.layout !== 'matrix' || first === undefined) return false;
  return columns.samples.every(({ index }) => {
    const cell = first.cells[index];
    return /^(?:-?1|-?2|0|-1\.5|)$/.test(cell?.trim() ?? '') || copyNumberLevel(cell, 'KIT').is === 'absent';
  });
}

function ofTable(opening: Opening): DetectedFormat {
  const { header } = opening;
  if (header === undefined) return unknown('the file holds no line that could be a header');
  const has = (...names: readonly string[]): boolean => header.find(...names) !== undefined;
  if (has('Hugo_Symbol') && has('Variant_Classification'))
    return { format: 'maf', reason: 'the header has Hugo_Symbol and Variant_Classification' };
  const fusions = fusionFormatOf(header.columns.join(header.delimiter));
  if (fusions !== undefined) return { format: 'fusions', reason: `the header is that of ${fusions}` };
  if (
    has('Hugo_Symbol', 'Gene') &&
    has('Tumor_Sample_Barcode', 'Sample_ID', 'Sample') &&
    has('HGVSp_Short', 'Protein_Change', 'HGVSp', 'HGVSc', 'amino_acid_change')
  )
    return {
      format: 'maf',
      reason: 'the header has a gene, a sample and a protein or coding change, as mutation tables have',
    };
  if (segmentColumns(header) !== undefined && !has('Hugo_Symbol', 'Gene'))
    return {
      format: 'segments',
      reason: 'the header has chromosome, start and end with copies, and no gene',
    };
  if (copyNumberColumns(header)?.layout === 'rows')
    return { format: 'cna', reason: 'the header has a gene and a level of copies' };
  if (isCopyNumberMatrix(opening))
    return {
      format: 'cna',
      reason: 'the header has a gene and columns of samples, whose cells are levels from -2 to 2',
    };
  const markers = markerColumns(header);
  if (markers !== undefined) return { format: markers.suggests, reason: `the header has ${markers.because}` };
  if (has('G-score') && has('frequency'))
    return unknown('scores of GISTIC are of a cohort, not of a patient');
  if (has('Wide Peak Limits', 'Peak Limits'))
    return unknown('lesions of GISTIC are peaks of a cohort, not of a patient');
  return unknown(
    `the header is of no known kind: ${header.columns
      .slice(0, 6)
      .map((name) => name.slice(0, 30))
      .join(', ')}`,
  );
}

/** Recognises a format line by line: by a sign of VCF or a fusion caller, else by the header with the row below it. */
export class FormatDetector {
  readonly #table = new DelimitedTable(new IssueLog(0));
  #lines = 0;

  /** The format, once this line decides it. */
  push(text: string): DetectedFormat | undefined {
    this.#lines += 1;
    if (isVcf(text)) return { format: 'vcf', reason: `a line begins with ${text.slice(0, 16).trim()}` };
    // Fusion callers mark their header like a comment.
    const fusions = text.startsWith('#') ? fusionFormatOf(text) : undefined;
    if (fusions !== undefined) return { format: 'fusions', reason: `the header is that of ${fusions}` };
    const first = this.#table.row({ number: this.#lines, text });
    if (first !== undefined) return ofTable(this.#opening(first));
    return this.#lines === linesForDetection ? this.end() : undefined;
  }

  /** The format by what there was. */
  end(): DetectedFormat {
    return ofTable(this.#opening(undefined));
  }

  #opening(first: TableRow | undefined): Opening {
    const { header } = this.#table;
    return { ...(header === undefined ? {} : { header }), ...(first === undefined ? {} : { first }) };
  }
}

/**
 * The format of a file from its first lines.
 *
 * @example detectFormat(['##fileformat=VCFv4.2']).format // 'vcf'
 */
export function detectFormat(lines: readonly string[]): DetectedFormat {
  const detector = new FormatDetector();
  for (const line of lines) {
    const detected = detector.push(line);
    if (detected !== undefined) return detected;
  }
  return detector.end();
}
