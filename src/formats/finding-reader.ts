/** A reader of one format: it takes lines in order and gives the findings of each. */
import type { Issue } from '../reading/index.ts';
import type { FileFinding } from './file-finding.ts';
import type { IssueLog } from './issue-log.ts';
import type { Line } from './line.ts';
import { detached } from './printed-cell.ts';
import type { Tally } from './tally.ts';

/** What a caller may ask of a reader. */
export interface ReaderOptions {
  /** The sample to read; of a file with one sample it need not be said. */
  readonly sample?: string;
  /** Symbols as the file prints them; findings of other genes are skipped and counted. */
  readonly genes?: readonly string[];
  /** Keep variants that did not pass the filters of their caller; they are skipped and counted unless set. */
  readonly keepFiltered?: boolean;
  /** A column (MAF) or FORMAT or INFO field (VCF) with the allele fraction, where its name is not a usual one. */
  readonly fraction?: { readonly name: string; readonly unit: 'fraction' | 'percent' };
}

/** What a reader writes to besides its findings. */
export interface ReaderContext {
  readonly log: IssueLog;
  readonly tally: Tally;
  readonly options: ReaderOptions;
}

/** What the head of a file said. */
export interface FileFacts {
  /** Samples met, at most 1000 of them. */
  readonly samples: readonly string[];
  readonly sampleCount: number;
  /** The sample whose genotypes were read. */
  readonly sample?: string;
  readonly build?: string;
  /** `VEP CSQ`, `SnpEff ANN`, `none`. */
  readonly annotation?: string;
}

/** Reads the lines of one file. */
export interface FindingReader {
  /** The findings of the next line. */
  read(line: Line): readonly FileFinding[];
  /** Called after the last line: what could not be said before. */
  end(): void;
  facts(): FileFacts;
}

/** Gene symbols asked for, compared without regard to case. */
export class GeneChoice {
  readonly #keys: ReadonlySet<string> | undefined;

  constructor(genes: readonly string[] | undefined) {
    this.#keys =
      genes === undefined || genes.length === 0
        ? undefined
        : new Set(genes.map((gene) => gene.trim().toUpperCase()));
  }

  /** True where genes were asked for. */
  get isMade(): boolean {
    return this.#keys !== undefined;
  }

  /** True for a gene that was asked for, and for every gene where none was. */
  has(gene: string | undefined): boolean {
    if (this.#keys === undefined) return true;
    return gene !== undefined && this.#keys.has(gene.toUpperCase());
  }
}

/** Names are counted up to this many and given up to `mostNamesGiven`. */
const mostSampleNames = 100_000;
const mostNamesGiven = 1000;

/** The samples met in a file. */
export class SampleNames {
  readonly #names = new Set<string>();
  #last = '';
  #isFull = false;

  add(name: string): void {
    if (name === this.#last || name === '') return;
    this.#last = name;
    if (this.#names.has(name)) return;
    if (this.#names.size < mostSampleNames) this.#names.add(detached(name));
    else this.#isFull = true;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The first of the names. */
  get names(): readonly string[] {
    return [...this.#names.values().take(mostNamesGiven)];
  }

  get count(): number {
    return this.#names.size;
  }

  /** More samples than are counted. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** An error where rows were read, and none was of the sample asked for. */
  lack(asked: string | undefined): Issue | undefined {
    if (asked === undefined || this.#isFull || this.#names.has(asked)) return undefined;
    const few = this.names.slice(0, 5).join(', ');
    const has = few === '' ? 'it names no sample' : `it has ${few}${this.count > 5 ? ', ...' : ''}`;
    const message = `nothing in the file is of the sample "${asked}"; ${has}`;
    return { code: 'sample-unknown', severity: 'error', message };
  }
}
