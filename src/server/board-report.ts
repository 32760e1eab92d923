/** The report of a case for a board's question, as pages and the interface give it. */
import type { CaseReading } from '../case/index.ts';
import { hashOf, type Issue, type Reading } from '../reading/index.ts';
import { answerBoard, type BoardQuestion, buildReport, type ReportDocument } from '../report/index.ts';
import type { ServerParts } from './server-parts.ts';

/** The report, or issues where the date or the decision point cannot be found. */
export function boardReport(
  { knowledge, outside, softwareVersion, now }: ServerParts,
  reading: CaseReading,
  recordIssues: readonly Issue[],
  question: BoardQuestion,
): Reading<ReportDocument> {
  const answer = answerBoard(reading, knowledge.base, question, outside?.());
  if (answer.value === undefined) return { value: undefined, issues: answer.issues };
  return {
    value: buildReport({
      answer: answer.value,
      recordHash: hashOf(reading.document),
      recordIssues,
      knowledgeHash: knowledge.hash,
      softwareVersion,
      now: now(),
    }),
    issues: answer.issues,
  };
}
