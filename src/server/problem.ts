/** Errors as problem documents (RFC 9457), with every issue of an input and its place. */
import * as z from 'zod';
import { type Issue, type IssueCode, issueCodes } from '../reading/index.ts';

const codes = Object.keys(issueCodes) as readonly IssueCode[];

/** An issue as the interface gives it. */
export const issueSchema = z
  .strictObject({
    code: z.enum(codes),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    path: z.array(z.union([z.string(), z.int()])).exactOptional(),
    line: z.int().min(1).exactOptional(),
    column: z.int().min(1).exactOptional(),
    source: z.string().exactOptional(),
  })
  .describe('One thing that is wrong with an input, or worth a look');

export const problemSchema = z
  .strictObject({
    type: z.string().describe('`urn:cajal:issue:CODE`, or `about:blank` where the status says it all'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    issues: z.array(issueSchema).exactOptional(),
    currentVersion: z
      .int()
      .min(0)
      .describe('With a conflict: the newest version, 0 for none')
      .exactOptional(),
  })
  .describe('What went wrong (RFC 9457)');

/** A problem document. */
export type Problem = z.infer<typeof problemSchema>;

export const problemStatuses = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Content too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  422: 'Unprocessable content',
  428: 'Precondition required',
  500: 'Fault of the server',
  503: 'Unavailable',
  507: 'Insufficient storage',
} as const;

/** A status of a problem. */
export type ProblemStatus = keyof typeof problemStatuses;

/** The status for an error of this code; a conflict is 412 where the request named a version. */
export function statusOfIssue(code: IssueCode): ProblemStatus {
  switch (code) {
    case 'input-too-large':
      return 413;
    case 'input-not-text':
    case 'input-empty':
    case 'yaml-syntax':
    case 'json-syntax':
      return 400;
    case 'store-conflict':
      return 412;
    case 'store-busy':
      return 503;
    case 'store-unwritable':
      return 507;
    case 'store-not-empty':
      return 409;
    case 'store-damaged':
    case 'store-newer':
      return 500;
    default:
      return issueCodes[code].exit === 4 ? 404 : 422;
  }
}

/** A problem that no issue stands behind. */
export function plainProblem(status: ProblemStatus, detail: string): Problem {
  return { type: 'about:blank', title: problemStatuses[status], status, detail };
}

/** The problem that issues make: its status is that of the first error, unless another is given. */
export function issuesProblem(issues: readonly Issue[], status?: ProblemStatus): Problem {
  const first = issues.find((issue) => issue.severity === 'error') ?? issues[0];
  if (first === undefined) return plainProblem(status ?? 500, 'The request was refused without a reason.');
  const found = status ?? statusOfIssue(first.code);
  return {
    type: `urn:cajal:issue:${first.code}`,
    title: problemStatuses[found],
    status: found,
    detail: first.message,
    issues: issues.map(({ path, ...rest }) => ({
      ...rest,
      ...(path === undefined ? {} : { path: [...path] }),
    })),
  };
}

/** A problem as an answer. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${JSON.stringify(problem)}\n`, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}
