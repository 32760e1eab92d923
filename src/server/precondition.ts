/**
 * The version on which a write rests, from the headers of a request (RFC 9110, section 13): `If-Match: "v3"` for a
 * version that was read, `If-None-Match: *` for a case that must not be there yet.
 */
import { type Problem, plainProblem } from './problem.ts';

/** The entity tag of a version. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

/** A number, or why there is none. */
export type ExpectedVersion = { readonly version: number } | { readonly problem: Problem };

/**
 * The version that a write expects. @param current what a case that must not be there may have: 0, or the version of
 * its removal
 */
export function expectedVersion(headers: Headers, current: number): ExpectedVersion {
  const match = headers.get('if-match');
  const noneMatch = headers.get('if-none-match');
  if (match === null && noneMatch === null) {
    const detail =
      'Say which version the change rests on: If-Match with the ETag that was read, or If-None-Match: * for a new case.';
    return { problem: plainProblem(428, detail) };
  }
  if (match !== null && noneMatch !== null)
    return { problem: plainProblem(400, 'Give either If-Match or If-None-Match, not both.') };
  if (noneMatch !== null) {
    if (noneMatch.trim() === '*') return { version: current };
    return { problem: plainProblem(400, 'If-None-Match takes only * here.') };
  }
  const version = /^"v(\d{1,15})"$/.exec(match?.trim() ?? '')?.[1];
  if (version !== undefined) return { version: Number(version) };
  return {
    problem: plainProblem(400, 'If-Match takes one ETag as it was given, such as "v3"; not *, not a list.'),
  };
}
