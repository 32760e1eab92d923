/** Cases through the interface: list, read, write upon a version, remove, history. */
import type { Context } from 'hono';
import type { Issue, Reading } from '../../reading/index.ts';
import type { WriteResult } from '../../store/index.ts';
import type { CaseEntry } from '../case-shelf.ts';
import { readSignature, readSubmission, type Signature, saveSubmission } from '../case-submission.ts';
import { expectedVersion, versionTag } from '../precondition.ts';
import { issuesProblem, plainProblem, problemResponse } from '../problem.ts';
import { type ApiParts, type ApiRoute, jsonAnswer } from './api-route.ts';
import { caseBody } from './case-body.ts';
import {
  authorParameter,
  idParameter,
  ifMatchParameter,
  ifNoneMatchParameter,
  numberOf,
  reasonParameter,
  versionParameter,
} from './parameters.ts';
import { missingCase } from './stored-case.ts';

function listed(entry: CaseEntry, { shelf }: ApiParts) {
  const { removed: _removed, sequence: _sequence, ...stored } = entry.stored;
  const derived = shelf.classOf(entry);
  return {
    ...stored,
    title: entry.head?.title ?? null,
    provenance: entry.head?.provenance ?? null,
    patient: entry.head?.patient ?? null,
    decisionPoints: entry.head?.decisionPoints ?? null,
    className: derived?.className ?? null,
    grade: derived?.grade ?? null,
    unreadable: entry.unreadable ?? null,
  };
}

/** Percent-encoded, because a header holds no other letters than those of ASCII. */
function headerText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function signatureOf(context: Context): Reading<Signature> {
  return readSignature(
    headerText(context.req.header('x-cajal-author')),
    headerText(context.req.header('x-cajal-reason')),
  );
}

/** A write's outcome. @param conflict the status of a conflict: 412 where the request named a version */
function written(id: string, result: WriteResult, issues: readonly Issue[], conflict: 409 | 412): Response {
  if (!result.ok) {
    const status = result.issue.code === 'store-conflict' ? conflict : undefined;
    const { currentVersion } = result;
    const problem = issuesProblem([result.issue], status);
    if (currentVersion === undefined) return problemResponse(problem);
    const headers = currentVersion === 0 ? {} : { ETag: versionTag(currentVersion) };
    return problemResponse({ ...problem, currentVersion }, headers);
  }
  const { version, sequence, hash, unchanged } = result;
  const created = version === 1 && !unchanged;
  return jsonAnswer({ id, version, sequence, hash, unchanged, issues }, created ? 201 : 200, {
    ETag: versionTag(version),
    ...(created ? { Location: `/api/v1/cases/${encodeURIComponent(id)}` } : {}),
  });
}

/** What a case that must not be there may have as its newest version: none, or its removal. */
function absentVersion({ store }: ApiParts, id: string): number {
  const newest = store.history(id).at(-1);
  return newest?.removed === true ? newest.version : 0;
}

const savedAnswers = {
  200: {
    description: 'Saved as a further version, or unchanged',
    schema: 'SavedVersion',
    headers: { ETag: 'The version' },
  },
  201: {
    description: 'Saved as a new case',
    schema: 'SavedVersion',
    headers: { ETag: 'The version', Location: 'The case' },
  },
};
const writeProblems = [400, 413, 415, 422, 503, 507] as const;

export const caseRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/v1/cases',
    operationId: 'listCases',
    summary: 'The newest version of every case, without the documents',
    parameters: [],
    answers: { 200: { description: 'The cases, by id', schema: 'CaseList' } },
    problems: [],
    handle: (_context, parts) =>
      jsonAnswer({ cases: parts.shelf.list().map((entry) => listed(entry, parts)) }),
  },
  {
    method: 'post',
    path: '/api/v1/cases',
    operationId: 'createCase',
    summary: 'Save a case that is not there yet',
    parameters: [authorParameter, reasonParameter],
    takesCase: true,
    answers: { 201: savedAnswers[201] },
    problems: [...writeProblems, 409],
    handle: async (context, { store }) => {
      const signature = signatureOf(context);
      if (signature.value === undefined) return problemResponse(issuesProblem(signature.issues, 400));
      const body = await caseBody(context);
      if ('problem' in body) return problemResponse(body.problem);
      const { value, issues } = readSubmission(body.bytes);
      if (value === undefined) return problemResponse(issuesProblem(issues));
      return written(value.record.id, saveSubmission(store, value, signature.value, 0), issues, 409);
    },
  },
  {
    method: 'get',
    path: '/api/v1/cases/{id}',
    operationId: 'readCase',
    summary: 'A case with its document',
    parameters: [idParameter, versionParameter],
    answers: { 200: { description: 'The case', schema: 'StoredCase', headers: { ETag: 'The version' } } },
    problems: [404, 410],
    handle: (context, { store }) => {
      const id = context.req.param('id') ?? '';
      const stored = store.get(id, numberOf(context, 'version'));
      return stored === undefined
        ? missingCase(store, id, numberOf(context, 'version'))
        : jsonAnswer(stored, 200, { ETag: versionTag(stored.version) });
    },
  },
  {
    method: 'put',
    path: '/api/v1/cases/{id}',
    operationId: 'writeCase',
    summary: 'Save a case upon the version that was read, or as a new one',
    parameters: [idParameter, ifMatchParameter, ifNoneMatchParameter, authorParameter, reasonParameter],
    takesCase: true,
    answers: savedAnswers,
    problems: [...writeProblems, 412, 428],
    handle: async (context, parts) => {
      const id = context.req.param('id') ?? '';
      const signature = signatureOf(context);
      if (signature.value === undefined) return problemResponse(issuesProblem(signature.issues, 400));
      const expected = expectedVersion(context.req.raw.headers, absentVersion(parts, id));
      if ('problem' in expected) return problemResponse(expected.problem);
      const body = await caseBody(context);
      if ('problem' in body) return problemResponse(body.problem);
      const { value, issues } = readSubmission(body.bytes, id);
      if (value === undefined) return problemResponse(issuesProblem(issues));
      return written(id, saveSubmission(parts.store, value, signature.value, expected.version), issues, 412);
    },
  },
  {
    method: 'delete',
    path: '/api/v1/cases/{id}',
    operationId: 'removeCase',
    summary: 'Remove a case: a last version without a document; all earlier ones are kept',
    parameters: [idParameter, { ...ifMatchParameter, required: true }, authorParameter, reasonParameter],
    answers: {
      200: {
        description: 'Removed',
        schema: 'SavedVersion',
        headers: { ETag: 'The version of the removal' },
      },
    },
    problems: [400, 404, 412, 428, 503, 507],
    handle: (context, { store }) => {
      const id = context.req.param('id') ?? '';
      const signature = signatureOf(context);
      if (signature.value === undefined) return problemResponse(issuesProblem(signature.issues, 400));
      if (context.req.header('if-match') === undefined)
        return problemResponse(
          plainProblem(428, 'Say which version is removed: If-Match with the ETag that was read.'),
        );
      const expected = expectedVersion(context.req.raw.headers, 0);
      if ('problem' in expected) return problemResponse(expected.problem);
      return written(
        id,
        store.remove(id, { ...signature.value, expectedVersion: expected.version }),
        [],
        412,
      );
    },
  },
  {
    method: 'get',
    path: '/api/v1/cases/{id}/history',
    operationId: 'caseHistory',
    summary: 'Every version of a case, oldest first, removals included',
    parameters: [idParameter],
    answers: { 200: { description: 'The versions', schema: 'History' } },
    problems: [404],
    handle: (context, { store }) => {
      const id = context.req.param('id') ?? '';
      const versions = store.history(id);
      return versions.length === 0 ? missingCase(store, id) : jsonAnswer({ id, versions });
    },
  },
];
