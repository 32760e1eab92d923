/** A stored case for a route that computes with it, or the answer that there is none. */
import type { Context } from 'hono';
import type { CaseReading } from '../../case/index.ts';
import type { Issue } from '../../reading/index.ts';
import type { Store } from '../../store/index.ts';
import { versionTag } from '../precondition.ts';
import { issuesProblem, problemResponse } from '../problem.ts';
import type { ApiParts } from './api-route.ts';
import { numberOf } from './parameters.ts';

/** The answer for a case that is not there: 404, or 410 with the version of its removal. */
export function missingCase(store: Store, id: string, version?: number): Response {
  const newest = store.history(id).at(-1);
  const removed = newest?.removed === true && (version === undefined || version === newest.version);
  const message = removed
    ? `The case was removed with version ${newest.version}; its history and earlier versions are kept.`
    : version === undefined || newest === undefined
      ? 'No case is stored under this id.'
      : `The case has no version ${version}; its newest is ${newest.version}.`;
  const problem = issuesProblem(
    [{ code: 'case-not-found', severity: 'error', message }],
    removed ? 410 : 404,
  );
  return problemResponse(problem, removed ? { ETag: versionTag(newest.version) } : {});
}

/** The case that a request names, read; or the answer why not. */
export function requestedCase(
  context: Context,
  { store, shelf }: ApiParts,
): { readonly reading: CaseReading; readonly issues: readonly Issue[]; readonly version: number } | Response {
  const id = context.req.param('id') ?? '';
  const version = numberOf(context, 'version');
  const taken = shelf.take(id, version);
  if (taken === undefined) return missingCase(store, id, version);
  if (taken.reading === undefined) return problemResponse(issuesProblem(taken.issues, 422));
  return { reading: taken.reading, issues: taken.issues, version: taken.stored.version };
}
