/** The case that a page names and its report for the question in the address; or the problem to show instead. */
import type { Context } from 'hono';
import type { CaseReading } from '../case/index.ts';
import type { Reading } from '../reading/index.ts';
import type { BoardQuestion, ReportDocument } from '../report/index.ts';
import type { StoredCase } from '../store/index.ts';
import { type ApiParts, questionOf } from './api/index.ts';
import { boardReport } from './board-report.ts';
import { issuesProblem, type Problem, plainProblem, statusOfIssue } from './problem.ts';

/** A case with its report. */
export interface RequestedReport {
  readonly stored: StoredCase;
  readonly reading: CaseReading;
  readonly question: BoardQuestion;
  readonly report: Reading<ReportDocument>;
  /** 200, or what a question that cannot be answered is answered with. */
  readonly status: number;
}

/** The version that an address asks for; undefined where it asks for none. */
export function versionOf(context: Context): number | undefined {
  const text = context.req.query('version');
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** The problem of a case that is not there. */
export function missingCaseProblem({ store }: ApiParts, id: string): Problem {
  const removed = store.history(id).at(-1)?.removed === true;
  return removed
    ? plainProblem(410, 'The case was removed. Its history and its earlier versions are kept.')
    : plainProblem(404, 'No case, or no such version of one, is stored here.');
}

/** The case that the address names. */
export function requestedReport(
  context: Context,
  parts: ApiParts,
): RequestedReport | { readonly problem: Problem } {
  const id = context.req.param('id') ?? '';
  const taken = parts.shelf.take(id, versionOf(context));
  if (taken === undefined) return { problem: missingCaseProblem(parts, id) };
  const { stored, reading, issues } = taken;
  if (reading === undefined) return { problem: issuesProblem(issues, 422) };
  const question = questionOf(context);
  const report = boardReport(parts, reading, issues, question);
  const error = report.issues.find((issue) => issue.severity === 'error');
  const found = error === undefined ? 200 : statusOfIssue(error.code);
  return { stored, reading, question, report, status: found === 422 ? 400 : found };
}
