/**
 * The issues of one file: of each code the first ones are kept, the rest are counted, so that a file of a million
 * faulty rows is answered in bounded memory and a rare issue is not buried under a frequent one.
 */
import type { Issue, IssueCode } from '../reading/index.ts';

/** How many issues there were of a code, and how many of them are in the list. */
export interface IssueCount {
  readonly code: IssueCode;
  readonly seen: number;
  readonly kept: number;
}

/** Of each code this many issues are kept unless the caller says otherwise. */
export const issuesKeptPerCode = 20;

/** Collects the issues of one file. */
export class IssueLog {
  readonly #keptPerCode: number;
  readonly #kept: Issue[] = [];
  readonly #counts = new Map<IssueCode, { seen: number; kept: number }>();
  #errors = 0;

  constructor(keptPerCode: number = issuesKeptPerCode) {
    this.#keptPerCode = keptPerCode;
  }

  /** Keeps the issue while there is room for its code, and counts it in any case. */
  add(issue: Issue): void {
    let count = this.#counts.get(issue.code);
    if (count === undefined) {
      count = { seen: 0, kept: 0 };
      this.#counts.set(issue.code, count);
    }
    count.seen += 1;
    if (issue.severity === 'error') this.#errors += 1;
    if (count.kept === this.#keptPerCode) return;
    count.kept += 1;
    this.#kept.push(issue);
  }

  /** The issues kept, by line; those without a line come last. */
  get issues(): readonly Issue[] {
    const lineOf = ({ line }: Issue): number => line ?? Number.MAX_SAFE_INTEGER;
    return this.#kept.toSorted((a, b) => lineOf(a) - lineOf(b));
  }

  /** How many errors there were, kept or only counted. */
  get errors(): number {
    return this.#errors;
  }

  /** For each code how many there were and how many are kept. */
  get counts(): readonly IssueCount[] {
    return [...this.#counts]
      .map(([code, count]) => ({ code, ...count }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  }
}
