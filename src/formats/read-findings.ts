/**
 * A file of findings, read as a stream: lines are cut, the format is recognised from the first of them, and findings
 * come in batches. What is held is one piece of the file, one line, a bounded list of issues and counts.
 */
import type { Issue } from '../reading/index.ts';
import { CopyNumberReader, SegmentReader } from './copy-number/index.ts';
import { type DetectedFormat, type FindingFormat, FormatDetector } from './detect-format.ts';
import type { FileFinding } from './file-finding.ts';
import type { FileFacts, FindingReader, ReaderContext, ReaderOptions } from './finding-reader.ts';
import { fusionFindings } from './fusion-findings.ts';
import { type IssueCount, IssueLog } from './issue-log.ts';
import type { Line, TextChunks } from './line.ts';
import { type LineOptions, lineBatches, type Progress } from './lines.ts';
import { MafReader } from './maf/index.ts';
import { MarkerReader } from './markers/index.ts';
import { type SkipCount, Tally } from './tally.ts';
import { VcfReader } from './vcf/index.ts';

/** How a file is read. */
export interface FindingsOptions extends ReaderOptions, Pick<LineOptions, 'longestLine'> {
  /** Recognised from the first lines unless set. */
  readonly format?: FindingFormat;
  /** Of each code this many issues are kept and the rest counted; 20 unless set. */
  readonly issuesPerCode?: number;
  /** Called after each piece of the file. */
  readonly onProgress?: (progress: Progress & { readonly kept: number }) => void;
}

/** What was read of a file, kept and skipped, and why. */
export interface FileSummary extends FileFacts {
  readonly format: FindingFormat | undefined;
  /** What the format was recognised by. */
  readonly formatBecause: string;
  readonly lines: number;
  /** Rows of data. */
  readonly rows: number;
  /** Findings by kind. */
  readonly kept: ReturnType<() => Tally['kept']>;
  readonly skipped: readonly SkipCount[];
  /** How often each filter stood on a skipped variant. */
  readonly filters: Readonly<Record<string, number>>;
  /** The first issues of each code. */
  readonly issues: readonly Issue[];
  readonly issueCounts: readonly IssueCount[];
}

/** A file being read. */
export interface FindingsReading {
  /** The findings, in batches; may be gone through once. */
  readonly findings: AsyncIterable<readonly FileFinding[]>;
  /** What was read so far; of the whole file once the findings have come to their end. */
  summary(): FileSummary;
}

function readerOf(format: Exclude<FindingFormat, 'fusions'>, context: ReaderContext): FindingReader {
  switch (format) {
    case 'vcf':
      return new VcfReader(context);
    case 'maf':
      return new MafReader(context);
    case 'cna':
      return new CopyNumberReader(context);
    case 'segments':
      return new SegmentReader(context);
    case 'ihc':
    case 'biomarkers':
    case 'markers':
      return new MarkerReader(context, format);
    default:
      return format satisfies never;
  }
}

class Reading implements FindingsReading {
  readonly findings: AsyncIterable<readonly FileFinding[]>;
  readonly #options: FindingsOptions;
  readonly #log: IssueLog;
  readonly #tally = new Tally();
  readonly #detector = new FormatDetector();
  #progress: Progress = { lines: 0, size: 0 };
  /** Absent until the first lines have decided. */
  #detected: DetectedFormat | undefined;
  #reader: FindingReader | undefined;
  #fusionSamples: readonly string[] = [];
  /** Lines held until the format is known. */
  #opening: Line[] = [];

  constructor(chunks: TextChunks, options: FindingsOptions) {
    this.#options = options;
    this.#log = new IssueLog(options.issuesPerCode);
    if (options.format !== undefined) this.#detected = { format: options.format, reason: 'it was said' };
    this.findings = this.#read(chunks);
  }

  summary(): FileSummary {
    return {
      samples: this.#fusionSamples,
      sampleCount: this.#fusionSamples.length,
      ...this.#reader?.facts(),
      format: this.#detected?.format,
      formatBecause: this.#detected?.reason ?? 'nothing was read',
      lines: this.#progress.lines,
      rows: this.#tally.rows,
      kept: this.#tally.kept,
      skipped: this.#tally.skipped.filter(({ count }) => count > 0),
      filters: this.#tally.filters,
      issues: this.#log.issues,
      issueCounts: this.#log.counts,
    };
  }

  get #context(): ReaderContext {
    return { log: this.#log, tally: this.#tally, options: this.#options };
  }

  async *#read(chunks: TextChunks): AsyncGenerator<readonly FileFinding[], void, undefined> {
    const batches = lineBatches(chunks, this.#log, this.#lineOptions());
    for await (const lines of batches) {
      const detected = this.#detected ?? this.#detect(lines);
      if (detected === undefined) continue;
      const ready = this.#opening.length > 0 ? this.#opening : lines;
      this.#opening = [];
      if (detected.format === undefined) return;
      if (detected.format === 'fusions') {
        yield this.#fusions(ready, batches);
        return;
      }
      this.#reader ??= readerOf(detected.format, this.#context);
      const findings = findingsOf(this.#reader, ready);
      if (findings.length > 0) yield findings;
    }
    if (this.#log.errors === 0 || this.#opening.length > 0 || this.#detected !== undefined)
      yield* this.#last();
  }

  /** A file so short that its format was not decided before its end, and what a reader says at the end. */
  async *#last(): AsyncGenerator<readonly FileFinding[], void, undefined> {
    this.#detected ??= this.#settled(this.#detector.end());
    const { format } = this.#detected;
    if (format === undefined) return;
    if (format === 'fusions') {
      yield this.#fusions(this.#opening, []);
      return;
    }
    this.#reader ??= readerOf(format, this.#context);
    const findings = findingsOf(this.#reader, this.#opening);
    this.#reader.end();
    if (findings.length > 0) yield findings;
  }

  #lineOptions(): LineOptions {
    const { longestLine, onProgress } = this.#options;
    return {
      ...(longestLine === undefined ? {} : { longestLine }),
      onProgress: (progress) => {
        this.#progress = progress;
        onProgress?.({ ...progress, kept: this.#tally.keptInAll });
      },
    };
  }

  /** Looks at lines until one decides; all of them are held to be read. */
  #detect(lines: readonly Line[]): DetectedFormat | undefined {
    for (const line of lines) {
      this.#opening.push(line);
      if (this.#detected !== undefined) continue;
      const detected = this.#detector.push(line.text);
      if (detected === undefined) continue;
      this.#detected = this.#settled(detected);
      if (detected.format === undefined) this.#progress = { ...this.#progress, lines: line.number };
    }
    return this.#detected;
  }

  #settled(detected: DetectedFormat): DetectedFormat {
    if (detected.format === undefined) {
      const message = `the format is not recognised: ${detected.reason}. If it is one that is read, say which`;
      this.#log.add({ code: 'format-unknown', severity: 'error', message });
    }
    return detected;
  }

  /** Fusion files are short: their calls come in one batch. */
  async #fusions(
    opening: readonly Line[],
    rest: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>,
  ): Promise<readonly FileFinding[]> {
    const { findings, samples } = await fusionFindings(opening, rest, this.#context);
    this.#fusionSamples = samples;
    return findings;
  }
}

function findingsOf(reader: FindingReader, lines: readonly Line[]): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  for (const line of lines) for (const finding of reader.read(line)) findings.push(finding);
  return findings;
}

/**
 * Reads a file of findings. Never throws on what the file holds; what the pieces themselves throw passes through.
 *
 * @param chunks - the pieces of the file, decompressed.
 * @example
 * const reading = readFindings(pieces, { genes: ['KIT'] });
 * for await (const batch of reading.findings) show(batch);
 * console.log(reading.summary().skipped);
 */
export function readFindings(chunks: TextChunks, options: FindingsOptions = {}): FindingsReading {
  return new Reading(chunks, options);
}

/**
 * The findings of a file in one list, at most so many (100,000 unless set), and the summary of the whole file. Findings
 * that are held keep the pieces of the file that they were cut from: for a long file use `readFindings`.
 */
export async function collectFindings(
  chunks: TextChunks,
  options: FindingsOptions & { readonly most?: number } = {},
): Promise<{
  readonly findings: readonly FileFinding[];
  /** How many more findings there were. */
  readonly more: number;
  readonly summary: FileSummary;
}> {
  const most = options.most ?? 100_000;
  const reading = readFindings(chunks, options);
  const findings: FileFinding[] = [];
  let more = 0;
  for await (const batch of reading.findings)
    for (const finding of batch) {
      if (findings.length < most) findings.push(finding);
      else more += 1;
    }
  return { findings, more, summary: reading.summary() };
}
