/** `cajal knowledge check`: the library read, checked and counted, as a curator needs it before a review. */
import { compileKnowledge, knowledgeFiles, knowledgePlaces } from '../../knowledge/index.ts';
import { homeFolder } from '../home.ts';
import { reportIssues } from '../outcome.ts';

/** Checks the library of a folder, by default the one of this Cajal. */
export function knowledgeCheckCommand(folder: string | undefined): void {
  const files = knowledgeFiles(folder ?? knowledgePlaces(homeFolder).folder);
  const { value, issues } = compileKnowledge(files);
  if (reportIssues(issues) || value === undefined) return;
  const { studies, statements, approvals, options } = value.content;
  const counts = [
    `${files.length} files`,
    `${studies.length} studies`,
    `${statements.length} statements`,
    `${approvals.length} approvals`,
    `${options.options.length} options`,
    `${options.ladders.length} ladders`,
    `${options.cautions.length} cautions`,
    `${options.tests.length} tests`,
  ];
  process.stdout.write(`${counts.join(', ')}\nknowledge ${value.hash}\n`);
}
