/**
 * Versions of the Common Terminology Criteria for Adverse Events (NCI). Grades of two versions are not the same grades, so a
 * version is kept as printed and never filled in. The NCI's list of terms is not part of this software: without it no term
 * is verified, and it is said so.
 */

/** Versions that are told apart. */
export const ctcaeVersions = ['3.0', '4.0', '4.03', '5.0'] as const;
export type CtcaeVersion = (typeof ctcaeVersions)[number];

/** A version as printed, and which one it is where that is certain. */
export interface PrintedCtcaeVersion {
  readonly printed: string;
  readonly version: CtcaeVersion | null;
}

/** The version that a text names; "version 4" may be 4.0 or 4.03 and is neither. */
export function readCtcaeVersion(printed: string): PrintedCtcaeVersion {
  const number = /^(?:nci[- ]?)?(?:ctcae)?[ ,]*(?:version|ver\.?|v\.?)? ?(\d(?:\.\d{1,2})?)$/i.exec(
    printed.trim(),
  )?.[1];
  const whole = number === '3' || number === '5' ? `${number}.0` : number;
  return { printed, version: ctcaeVersions.find((each) => each === whole) ?? null };
}

/** The terms of one version, from whoever has the list. */
export interface CtcaeTermList {
  readonly version: CtcaeVersion;
  /** In any case. */
  readonly terms: readonly string[];
}

/** Whether a term stands in the list of its version; `unverified` where there is no list of that version. */
export type TermStatus = 'inList' | 'notInList' | 'unverified';

const folded = (term: string): string => term.trim().toLowerCase();

/** The status of a term. */
export function termStatus(
  term: string,
  version: CtcaeVersion | null,
  lists: readonly CtcaeTermList[] = [],
): TermStatus {
  const list = lists.find((each) => each.version === version);
  if (list === undefined) return 'unverified';
  return list.terms.some((each) => folded(each) === folded(term)) ? 'inList' : 'notInList';
}
