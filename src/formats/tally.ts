/** What became of the rows of a file: kept by kind, skipped by reason. */
import type { FindingKind } from './file-finding.ts';

/** Why a row, or one allele or cell of it, gave no finding. */
export const skipReasons = {
  otherSample: 'of another sample than the one asked for',
  otherGene: 'in none of the genes asked for',
  noGene: 'names no gene, while genes were asked for',
  filtered: 'did not pass the filters of its caller',
  notInSample: 'not in the genotype of the sample',
  referenceSite: 'a site without an alternative allele',
  spanningDeletion: 'an allele that only says that a deletion of another row covers the site',
  notMutated: 'marked by the file as no mutation (status wild type, none, loss of heterozygosity)',
  neutral: 'copy number without change',
  notProfiled: 'no value for this gene and sample',
  repeated: 'says again what a row before it said',
  incomplete: 'lacks what a finding needs; see the issues',
  malformed: 'could not be read; see the issues',
} as const;
export type SkipReason = keyof typeof skipReasons;

/** A reason with its words and how often it was met. */
export interface SkipCount {
  readonly reason: SkipReason;
  readonly meaning: string;
  readonly count: number;
}

/** Filters with another name each are counted by name up to this many names. */
const mostFilterNames = 50;

/** Counts what became of rows. */
export class Tally {
  #rows = 0;
  readonly #kept = new Map<FindingKind, number>();
  readonly #skipped = new Map<SkipReason, number>();
  readonly #filters = new Map<string, number>();

  /** One row of data, whatever becomes of it. */
  row(): void {
    this.#rows += 1;
  }

  keep(kind: FindingKind): void {
    this.#kept.set(kind, (this.#kept.get(kind) ?? 0) + 1);
  }

  skip(reason: SkipReason, times = 1): void {
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + times);
  }

  /** A variant that did not pass, with the names of its filters. */
  skipFiltered(filters: readonly string[]): void {
    this.skip('filtered');
    for (const filter of filters) {
      const count = this.#filters.get(filter);
      if (count !== undefined || this.#filters.size < mostFilterNames)
        this.#filters.set(filter, (count ?? 0) + 1);
    }
  }

  get rows(): number {
    return this.#rows;
  }

  get kept(): Readonly<Partial<Record<FindingKind, number>>> {
    return Object.fromEntries(this.#kept);
  }

  get keptInAll(): number {
    return [...this.#kept.values()].reduce((sum, count) => sum + count, 0);
  }

  get skipped(): readonly SkipCount[] {
    return [...this.#skipped].map(([reason, count]) => ({ reason, meaning: skipReasons[reason], count }));
  }

  /** How often each filter stood on a variant that was skipped; at most 50 names. */
  get filters(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#filters);
  }
}
