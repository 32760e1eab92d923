/** Reports and classifications through the interface: of stored cases, and of a case that is only sent. */

import type { Issue } from '../../reading/index.ts';
import { renderJson } from '../../report/index.ts';
import { boardReport } from '../board-report.ts';
import { classifyCase } from '../case-classification.ts';
import { readSubmission } from '../case-submission.ts';
import { issuesProblem, problemResponse, statusOfIssue } from '../problem.ts';
import { type ApiRoute, jsonAnswer } from './api-route.ts';
import { caseBody } from './case-body.ts';
import { atParameter, boardParameters, idParameter, questionOf, versionParameter } from './parameters.ts';
import { requestedCase } from './stored-case.ts';

/** A question that cannot be answered: an unknown decision point is 404, a date that is none is 400. */
function refusedQuestion(issues: readonly Issue[]): Response {
  const first = issues.find((issue) => issue.severity === 'error');
  const status = first === undefined ? 500 : statusOfIssue(first.code);
  return problemResponse(issuesProblem(issues, status === 422 ? 400 : status));
}

function reportAnswer(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
}

const reportDescription = { 200: { description: 'The report', schema: 'Report' } };
const classDescription = {
  200: { description: 'Class and grade with their reasons', schema: 'Classification' },
};

export const boardRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/v1/cases/{id}/report',
    operationId: 'caseReport',
    summary: 'The board report of a stored case',
    parameters: [idParameter, ...boardParameters, versionParameter],
    answers: reportDescription,
    problems: [404, 410, 422],
    handle: (context, parts) => {
      const taken = requestedCase(context, parts);
      if (taken instanceof Response) return taken;
      const report = boardReport(parts, taken.reading, taken.issues, questionOf(context));
      return report.value === undefined
        ? refusedQuestion(report.issues)
        : reportAnswer(renderJson(report.value));
    },
  },
  {
    method: 'get',
    path: '/api/v1/cases/{id}/classification',
    operationId: 'caseClassification',
    summary: 'Class and grade of a stored case',
    parameters: [idParameter, atParameter, versionParameter],
    answers: classDescription,
    problems: [404, 410, 422],
    handle: (context, parts) => {
      const taken = requestedCase(context, parts);
      if (taken instanceof Response) return taken;
      const found = classifyCase(taken.reading, questionOf(context).at);
      return found.value === undefined ? refusedQuestion(found.issues) : jsonAnswer(found.value);
    },
  },
  {
    method: 'post',
    path: '/api/v1/report',
    operationId: 'reportOfBody',
    summary: 'The board report of the case in the body; nothing is stored',
    parameters: boardParameters,
    takesCase: true,
    answers: reportDescription,
    problems: [404, 413, 415, 422],
    handle: async (context, parts) => {
      const body = await caseBody(context);
      if ('problem' in body) return problemResponse(body.problem);
      const { value, issues } = readSubmission(body.bytes);
      if (value === undefined) return problemResponse(issuesProblem(issues));
      const report = boardReport(parts, value, issues, questionOf(context));
      return report.value === undefined
        ? refusedQuestion(report.issues)
        : reportAnswer(renderJson(report.value));
    },
  },
  {
    method: 'post',
    path: '/api/v1/classify',
    operationId: 'classifyBody',
    summary: 'Class and grade of the case in the body; nothing is stored',
    parameters: [atParameter],
    takesCase: true,
    answers: classDescription,
    problems: [404, 413, 415, 422],
    handle: async (context) => {
      const body = await caseBody(context);
      if ('problem' in body) return problemResponse(body.problem);
      const { value, issues } = readSubmission(body.bytes);
      if (value === undefined) return problemResponse(issuesProblem(issues));
      const found = classifyCase(value, questionOf(context).at);
      return found.value === undefined ? refusedQuestion(found.issues) : jsonAnswer(found.value);
    },
  },
];
