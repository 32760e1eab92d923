/**
 * What a reader says about what it was given. Readers never throw on a user's input: they return the value, if
 * there is one, and every issue with its place and with what to do.
 */
import type { IssueCode } from './issue-codes.ts';

/** `error`: the value cannot be used. `warning`: usable, and somebody should look. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Steps from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** One thing to say about an input. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** A sentence that says what is wrong and what to do. */
  readonly message: string;
  readonly path?: Path;
  /** The first line is 1. */
  readonly line?: number;
  /** The first column is 1. */
  readonly column?: number;
  /** The file or field that was read. */
  readonly source?: string;
}

/** What a reader returns: `value` is undefined exactly when an issue is an error. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly issues: readonly Issue[];
}

/** True when any issue is an error. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** `specimens[1].ki67` for a path; the root is the empty string. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** `file.yaml:12:3 error yaml-syntax: message (at diagnosis.site)`: one line for a terminal. */
export function issueText(issue: Issue): string {
  const place = [issue.source, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const at = issue.path === undefined || issue.path.length === 0 ? '' : ` (at ${pathText(issue.path)})`;
  return `${place === '' ? '' : `${place} `}${issue.severity} ${issue.code}: ${issue.message}${at}`;
}
