/** A fault in words for a terminal: narrow errors with their issues, everything else with its stack. */
import { KnowledgeFailure } from '../knowledge/index.ts';
import { issueText } from '../reading/index.ts';

/** What to print when a command fails. */
export function describeFailure(error: unknown): string {
  if (error instanceof KnowledgeFailure) {
    return `${[`cajal: ${error.message}`, ...error.issues.map(issueText)].join('\n')}\n`;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `cajal: a fault of the program; nothing was changed. ${text}\n`;
}
